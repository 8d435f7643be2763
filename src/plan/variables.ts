/**
 * The values of an operation's variables. Which types they are of is worked out once for each operation; what a value becomes is
 * graphql-js's business, and so is what is wrong with one that does not fit.
 * @see GraphQL specification, "Coercing Variable Values"
 */
import {
  coerceInputValue,
  getVariableValues,
  isInputType,
  isNonNullType,
  typeFromAST,
  valueFromAST,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type ValueNode,
  type VariableDefinitionNode,
} from 'graphql';

type Values = Readonly<Record<string, unknown>>;

export interface VariablePlan {
  readonly name: string;
  readonly type: GraphQLInputType;
  readonly isNonNull: boolean;
  readonly defaultValue: ValueNode | undefined;
}

function variablePlan(schema: GraphQLSchema, definition: VariableDefinitionNode): VariablePlan | null {
  const type = typeFromAST(schema, definition.type);
  if (!isInputType(type)) return null;
  const { variable, defaultValue } = definition;
  return { name: variable.name.value, type, isNonNull: isNonNullType(type), defaultValue };
}

/** @returns null: one is of a type that the schema does not take in, which validation would have refused */
export function variablePlans(schema: GraphQLSchema, node: OperationDefinitionNode): readonly VariablePlan[] | null {
  const all = (node.variableDefinitions ?? []).map((definition) => variablePlan(schema, definition));
  return all.every((plan) => plan !== null) ? all : null;
}

/** @throws {GraphQLError} one does not fit */
function fitting(plans: readonly VariablePlan[], variables: Values): Record<string, unknown> | null {
  const values: [name: string, value: unknown][] = [];
  for (const { name, type, isNonNull, defaultValue } of plans) {
    if (Object.hasOwn(variables, name)) values.push([name, coerceInputValue(variables[name], type)]);
    else if (defaultValue) values.push([name, valueFromAST(defaultValue, type)]);
    else if (isNonNull) return null;
  }
  return Object.fromEntries(values); // clients name variables as they like, `__proto__` too
}

function fittingOrNull(plans: readonly VariablePlan[], variables: Values): Record<string, unknown> | null {
  try {
    return fitting(plans, variables);
  } catch {
    return null; // graphql-js says of all of them what is wrong
  }
}

const maxErrors = 50; // graphql-js's own

export type Coerced = ReturnType<typeof getVariableValues>;

export interface PlannedVariables {
  readonly schema: GraphQLSchema;
  readonly node: OperationDefinitionNode;
  readonly plans: readonly VariablePlan[] | null;
}

/** @param variables as the client sent them */
export function coercedBy({ schema, node, plans }: PlannedVariables, variables: Values): Coerced {
  const coerced = plans && fittingOrNull(plans, variables);
  return coerced ? { coerced } : getVariableValues(schema, node.variableDefinitions ?? [], variables, { maxErrors });
}
