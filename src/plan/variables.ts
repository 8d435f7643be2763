/**
 * Coerces the values of an operation's variables. Their types are computed once for each operation; graphql-js coerces the values
 * and reports those that are not valid.
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

/** @returns null: one has a type that is not an input type, which validation would have refused */
export function variablePlans(schema: GraphQLSchema, node: OperationDefinitionNode): readonly VariablePlan[] | null {
  const all = (node.variableDefinitions ?? []).map((definition) => variablePlan(schema, definition));
  return all.every((plan) => plan !== null) ? all : null;
}

/** @returns null: a required value is missing. @throws {GraphQLError} a value is not valid */
function coerceValues(plans: readonly VariablePlan[], variables: Values): Record<string, unknown> | null {
  const values: [name: string, value: unknown][] = [];
  for (const { name, type, isNonNull, defaultValue } of plans) {
    if (Object.hasOwn(variables, name)) values.push([name, coerceInputValue(variables[name], type)]);
    else if (defaultValue) values.push([name, valueFromAST(defaultValue, type)]);
    else if (isNonNull) return null;
  }
  return Object.fromEntries(values); // clients choose the names of variables, even `__proto__`
}

function coerceValuesOrNull(plans: readonly VariablePlan[], variables: Values): Record<string, unknown> | null {
  try {
    return coerceValues(plans, variables);
  } catch {
    return null; // graphql-js reports the errors of all variables
  }
}

const maxErrors = 50; // the limit of graphql-js

export type Coerced = ReturnType<typeof getVariableValues>;

export interface PlannedVariables {
  readonly schema: GraphQLSchema;
  readonly node: OperationDefinitionNode;
  readonly plans: readonly VariablePlan[] | null;
}

/** @param variables as the client sent them */
export function coercedBy({ schema, node, plans }: PlannedVariables, variables: Values): Coerced {
  const coerced = plans && coerceValuesOrNull(plans, variables);
  return coerced ? { coerced } : getVariableValues(schema, node.variableDefinitions ?? [], variables, { maxErrors });
}
