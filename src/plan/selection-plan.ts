/**
 * What an operation does, worked out once for each document: which fields a selection set selects, who resolves them, with which
 * arguments, and what becomes of their values. graphql-js works it out for each object of each request.
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
  /** All that select it; the first one's arguments count. */
  readonly nodes: readonly FieldNode[];
  readonly parentType: GraphQLObjectType;
  readonly definition: GraphQLField<unknown, unknown>;
  readonly type: TypePlan;
  readonly resolve: GraphQLFieldResolver<unknown, unknown>;
  /** It says something about the schema. */
  readonly isIntrospection: boolean;
  /** @throws {GraphQLError} they do not fit, which validation would have refused */
  argumentsOf(variableValues: Arguments): Arguments;
}

export interface SelectionPlan {
  /** In the order of the answer. */
  readonly fields: readonly FieldPlan[];
  /** None of its keys means something to an object. */
  readonly isOrdinary: boolean;
}

const plainResolvers = new WeakSet<object>();

/** Marks a resolver that reads its value from the parent: it loads nothing and returns no promise. */
export function plain<Resolve extends object>(resolve: Resolve): Resolve {
  plainResolvers.add(resolve);
  return resolve;
}

const known = new WeakMap<SelectionPlan, boolean>();

function isPlainType(type: TypePlan): boolean {
  if (type.kind === 'list') return isPlainType(type.item);
  return type.kind === 'leaf' || (type.kind === 'object' && isPlain(type.selection()));
}

/** Whether nothing is loaded by what is selected, however deep. */
export function isPlain(selection: SelectionPlan): boolean {
  const isKnown = known.get(selection);
  if (isKnown !== undefined) return isKnown;
  const areAll = selection.fields.every(
    ({ resolve, definition, type }) =>
      (plainResolvers.has(resolve) || definition === TypeNameMetaFieldDef) && isPlainType(type),
  );
  known.set(selection, areAll);
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

/** Arguments that are a variable each, with no default of another argument beside them; null: there are others. */
function bareVariables({ args }: FieldPlan['definition'], node: FieldNode): readonly BareVariable[] | null {
  const nodeArguments = node.arguments ?? [];
  if (nodeArguments.length !== args.length) return null;
  const bare = nodeArguments.map(({ name, value }) =>
    value.kind === Kind.VARIABLE ? ([name.value, value.name.value] as const) : null,
  );
  return bare.every((one) => one !== null) ? bare : null;
}

/** The values of variables are coerced already; one that is not given, or is null, is graphql-js's business. */
function argumentsFrom(bare: readonly BareVariable[], variableValues: Arguments): Arguments | null {
  const values: Record<string, unknown> = {};
  for (const [argument, variable] of bare) {
    const value = Object.hasOwn(variableValues, variable) ? variableValues[variable] : null;
    if (value === undefined || value === null) return null;
    values[argument] = value;
  }
  return values;
}

/** Arguments in which there is no variable are the same each time. */
function fixedArguments(definition: FieldPlan['definition'], node: FieldNode): FieldPlan['argumentsOf'] {
  let known: Arguments | undefined;
  return () => (known ??= Object.freeze(getArgumentValues(definition, node, {})));
}

const defaultsByDefinition = new WeakMap<FieldPlan['definition'], FieldPlan['argumentsOf']>();

/** None is given: the same in all documents. */
function defaultArguments(definition: FieldPlan['definition'], node: FieldNode): FieldPlan['argumentsOf'] {
  if (definition.args.some(isRequiredArgument)) return fixedArguments(definition, node); // its error names the node
  const known = defaultsByDefinition.get(definition) ?? fixedArguments(definition, node);
  defaultsByDefinition.set(definition, known);
  return known;
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

/** @returns plans for what these nodes select of a type; made when they are asked for, and once. Mostly it is one: a Map would be larger */
export function selectionsOf(scope: SelectionScope, nodes: readonly SelectingNode[]) {
  let known: PlanOfType | null = null;
  return (type: GraphQLObjectType): SelectionPlan => {
    for (let at = known; at; at = at.next) if (at.type === type) return at.plan;
    known = { type, plan: selectionPlan(scope, type, nodes), next: known };
    return known.plan;
  };
}
