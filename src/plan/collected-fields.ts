/**
 * Which fields a selection set selects. It uses the public API of graphql-js and follows the specification's field collection exactly.
 * @see GraphQL specification, "Field Collection"
 */
import {
  getDirectiveValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isAbstractType,
  Kind,
  typeFromAST,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type NamedTypeNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** What the fields of a selection set depend on in addition to the set itself. */
export type SelectionScope = Pick<GraphQLResolveInfo, 'schema' | 'fragments' | 'variableValues'>;

/** A node that has a selection set: a field, or an operation. */
export type SelectingNode = Pick<FieldNode, 'selectionSet'>;

/** Response key → all nodes that select it; their sub-selections are merged. */
export type CollectedFields = ReadonlyMap<string, readonly FieldNode[]>;

interface Collection {
  readonly scope: SelectionScope;
  readonly type: GraphQLObjectType;
  readonly fields: Map<string, FieldNode[]>;
  readonly visitedFragments: Set<string>;
}

function isIncluded({ variableValues }: SelectionScope, node: SelectionNode): boolean {
  const skip = getDirectiveValues(GraphQLSkipDirective, node, variableValues);
  if (skip?.['if'] === true) return false;
  const include = getDirectiveValues(GraphQLIncludeDirective, node, variableValues);
  return include?.['if'] !== false;
}

/** Whether a fragment on this condition applies to the runtime type. */
function applies({ scope: { schema }, type }: Collection, condition: NamedTypeNode | undefined): boolean {
  if (condition === undefined) return true;
  const conditionType = typeFromAST(schema, condition);
  if (conditionType === type) return true;
  return isAbstractType(conditionType) && schema.isSubType(conditionType, type);
}

function collectFragment(collection: Collection, name: string): void {
  const fragment: FragmentDefinitionNode | undefined = collection.scope.fragments[name];
  if (collection.visitedFragments.has(name) || fragment === undefined) return;
  collection.visitedFragments.add(name);
  if (applies(collection, fragment.typeCondition)) collect(collection, fragment.selectionSet);
}

function collect(collection: Collection, { selections }: SelectionSetNode): void {
  for (const node of selections) {
    if (!isIncluded(collection.scope, node)) continue;
    if (node.kind === Kind.FRAGMENT_SPREAD) collectFragment(collection, node.name.value);
    else if (node.kind === Kind.INLINE_FRAGMENT) {
      if (applies(collection, node.typeCondition)) collect(collection, node.selectionSet);
    } else {
      const key = (node.alias ?? node.name).value;
      const nodes = collection.fields.get(key);
      if (nodes) nodes.push(node);
      else collection.fields.set(key, [node]);
    }
  }
}

/**
 * The fields by response key, in the order of the response.
 * @param nodes every node of the field: the first one lacks what the others select
 */
export function collectedFields(
  scope: SelectionScope,
  type: GraphQLObjectType,
  nodes: readonly SelectingNode[],
): CollectedFields {
  const collection: Collection = { scope, type, fields: new Map(), visitedFragments: new Set() };
  for (const { selectionSet } of nodes) if (selectionSet) collect(collection, selectionSet);
  return collection.fields;
}
