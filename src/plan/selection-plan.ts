/**
 * The execution plan of a selection set, computed once for each document: its fields, their resolvers and arguments, and how their values
 * are completed. graphql-js computes this for each object of each request.
 */
import {
  defaultFieldResolver,
  getArgumentValues,
  getNamedType,
  isIntrospectionType,
  isRequiredArgument,
  Kind,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
  type FieldNode,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
} from 'graphql';
import { collectedFields, type SelectingNode, type SelectionScope } from './collected-fields.js';
import { eachNode } from './document-facts.js';
import { planFor, type TypePlan } from './type-plan.js';

type Arguments = Readonly<Record<string, unknown>>;

export interface FieldPlan {
  readonly responseKey: string;
  /** All nodes that select it; the arguments of the first one count. */
  readonly nodes: readonly FieldNode[];
  readonly parentType: GraphQLObjectType;
  readonly definition: GraphQLField<unknown, unknown>;
  readonly type: TypePlan;
  readonly resolve: GraphQLFieldResolver<unknown, unknown>;
  /** It describes the schema. */
  readonly isIntrospection: boolean;
  /** @throws {GraphQLError} they are not valid, which validation would have refused */
  argumentsOf(variableValues: Arguments): Arguments;
}

export interface SelectionPlan {
  /** In the order of the response. */
  readonly fields: readonly FieldPlan[];
  /** No response key is `__proto__`, which has a meaning for objects. */
  readonly isOrdinary: boolean;
}

const plainResolvers = new WeakSet<object>();

/** Marks a resolver that reads its value from the parent: it loads nothing and returns no promise. */
export function plain<Resolve extends object>(resolve: Resolve): Resolve {
  plainResolvers.add(resolve);
  return resolve;
}

const plainSelections = new WeakMap<SelectionPlan, boolean>();

function isPlainType(type: TypePlan): boolean {
  if (type.kind === 'list') return isPlainType(type.item);
  return type.kind === 'leaf' || (type.kind === 'object' && isPlain(type.selection()));
}

/** Whether the selection loads nothing, at any depth. */
export function isPlain(selection: SelectionPlan): boolean {
  const cached = plainSelections.get(selection);
  if (cached !== undefined) return cached;
  const areAll = selection.fields.every(
    ({ resolve, definition, type }) =>
      (plainResolvers.has(resolve) || definition === TypeNameMetaFieldDef) && isPlainType(type),
  );
  plainSelections.set(selection, areAll);
  return areAll;
}

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
  for (const argument of node.arguments ?? []) eachNode(argument, ({ kind }) => (found ||= kind === Kind.VARIABLE));
  return found;
}

type BareVariable = readonly [argument: string, variable: string];

/** The arguments when each is a bare variable and none is left to its default; otherwise null. */
function bareVariables({ args }: FieldPlan['definition'], node: FieldNode): readonly BareVariable[] | null {
  const nodeArguments = node.arguments ?? [];
  if (nodeArguments.length !== args.length) return null;
  const bare = nodeArguments.map(({ name, value }) =>
    value.kind === Kind.VARIABLE ? ([name.value, value.name.value] as const) : null,
  );
  return bare.every((one) => one !== null) ? bare : null;
}

/** The values of variables are coerced already. null: one is absent or null, and graphql-js has to decide. */
function argumentsFrom(bare: readonly BareVariable[], variableValues: Arguments): Arguments | null {
  const values: Record<string, unknown> = {};
  for (const [argument, variable] of bare) {
    const value = Object.hasOwn(variableValues, variable) ? variableValues[variable] : null;
    if (value === undefined || value === null) return null;
    values[argument] = value;
  }
  return values;
}

/** Arguments without variables have the same values each time. */
function fixedArguments(definition: FieldPlan['definition'], node: FieldNode): FieldPlan['argumentsOf'] {
  let values: Arguments | undefined;
  return () => (values ??= Object.freeze(getArgumentValues(definition, node, {})));
}

const defaultsByDefinition = new WeakMap<FieldPlan['definition'], FieldPlan['argumentsOf']>();

/** A field without arguments in the document has the same values in all documents. */
function defaultArguments(definition: FieldPlan['definition'], node: FieldNode): FieldPlan['argumentsOf'] {
  if (definition.args.some(isRequiredArgument)) return fixedArguments(definition, node); // its error names the node
  const shared = defaultsByDefinition.get(definition) ?? fixedArguments(definition, node);
  defaultsByDefinition.set(definition, shared);
  return shared;
}

function argumentsOf(definition: FieldPlan['definition'], node: FieldNode): FieldPlan['argumentsOf'] {
  if (!node.arguments?.length) return defaultArguments(definition, node);
  if (!hasVariables(node)) return fixedArguments(definition, node);
  const bare = bareVariables(definition, node);
  return (variableValues) =>
    (bare && argumentsFrom(bare, variableValues)) ?? getArgumentValues(definition, node, variableValues);
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
    type: planFor(definition.type, () => selectionsOf(scope, nodes)),
    resolve: definition.resolve ?? defaultFieldResolver,
    isIntrospection: isIntrospectionType(parentType) || isIntrospectionType(getNamedType(definition.type)),
    argumentsOf: argumentsOf(definition, node),
  };
}

function selectionPlan(scope: SelectionScope, type: GraphQLObjectType, nodes: readonly SelectingNode[]): SelectionPlan {
  const selected = collectedFields(scope, type, nodes);
  const fields = [...selected].flatMap((field) => fieldPlan(scope, type, field) ?? []);
  return { fields, isOrdinary: !selected.has('__proto__') };
}

interface PlanOfType {
  readonly type: GraphQLObjectType;
  readonly plan: SelectionPlan;
  readonly next: PlanOfType | null;
}

/** @returns the plan for what these nodes select of a type, created once on first use. Mostly there is one type: a Map would be larger */
export function selectionsOf(scope: SelectionScope, nodes: readonly SelectingNode[]) {
  let plans: PlanOfType | null = null;
  return (type: GraphQLObjectType): SelectionPlan => {
    for (let entry = plans; entry; entry = entry.next) if (entry.type === type) return entry.plan;
    plans = { type, plan: selectionPlan(scope, type, nodes), next: plans };
    return plans.plan;
  };
}
