/**
 * What an operation does, worked out once for each document: which fields a selection set selects, who resolves them, with which
 * arguments, and what becomes of their values. graphql-js works it out for each object of each request.
 */
import {
  defaultFieldResolver,
  getArgumentValues,
  Kind,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
  visit,
  BREAK,
  type FieldNode,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
} from 'graphql';
import { fieldsByResponseKey, type SelectingNode, type SelectionScope } from '../selection/selected-fields.js';
import { typePlan, type TypePlan } from './type-plan.js';

type Arguments = Readonly<Record<string, unknown>>;

export interface FieldPlan {
  readonly responseKey: string;
  /** All that select it; the first one's arguments count. */
  readonly nodes: readonly FieldNode[];
  readonly parentType: GraphQLObjectType;
  readonly definition: GraphQLField<unknown, unknown>;
  readonly type: TypePlan;
  readonly resolve: GraphQLFieldResolver<unknown, unknown>;
  /** @throws {GraphQLError} they do not fit, which validation would have refused */
  argumentsOf(variableValues: Arguments): Arguments;
}

/** In the order of the answer. */
export type SelectionPlan = readonly FieldPlan[];

const metaFields = new Map([['__typename', TypeNameMetaFieldDef]]);

const metaFieldsOfQueries = new Map([
  ['__typename', TypeNameMetaFieldDef],
  ['__schema', SchemaMetaFieldDef],
  ['__type', TypeMetaFieldDef],
]);

function definitionOf({ schema }: SelectionScope, type: GraphQLObjectType, name: string) {
  const isQuery = type === schema.getQueryType();
  return (isQuery ? metaFieldsOfQueries : metaFields).get(name) ?? type.getFields()[name];
}

function hasVariables(node: FieldNode): boolean {
  let found = false;
  const enter = () => {
    found = true;
    return BREAK;
  };
  for (const argument of node.arguments ?? []) visit(argument, { [Kind.VARIABLE]: enter });
  return found;
}

/** Arguments in which there is no variable are the same each time. */
function argumentsOf(definition: FieldPlan['definition'], node: FieldNode): FieldPlan['argumentsOf'] {
  if (hasVariables(node)) return (variableValues) => getArgumentValues(definition, node, variableValues);
  let known: Arguments | undefined;
  return () => (known ??= Object.freeze(getArgumentValues(definition, node, {})));
}

function fieldPlan(
  scope: SelectionScope,
  parentType: GraphQLObjectType,
  [responseKey, nodes]: readonly [string, readonly FieldNode[]],
): FieldPlan | null {
  const [node] = nodes;
  const definition = node && definitionOf(scope, parentType, node.name.value);
  if (!node || !definition) return null; // no such field: validation would have refused it
  return {
    responseKey,
    nodes,
    parentType,
    definition,
    type: typePlan(definition.type, selectionsOf(scope, nodes)),
    resolve: definition.resolve ?? defaultFieldResolver,
    argumentsOf: argumentsOf(definition, node),
  };
}

function selectionPlan(scope: SelectionScope, type: GraphQLObjectType, nodes: readonly SelectingNode[]): SelectionPlan {
  const fields = [...fieldsByResponseKey(scope, type, nodes)];
  return fields.flatMap((field) => fieldPlan(scope, type, field) ?? []);
}

/** @returns plans for what these nodes select of a type; made when they are asked for, and once */
export function selectionsOf(scope: SelectionScope, nodes: readonly SelectingNode[]) {
  const plans = new Map<GraphQLObjectType, SelectionPlan>();
  return (type: GraphQLObjectType): SelectionPlan => {
    const plan = plans.get(type) ?? selectionPlan(scope, type, nodes);
    plans.set(type, plan);
    return plan;
  };
}
