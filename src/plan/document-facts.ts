/**
 * Facts about a document without its variables: sizes, conditions, root fields. Each definition is visited once, and fragments count
 * where they are used, so that a document which multiplies its fragments takes no more time.
 */
import {
  Kind,
  type ASTNode,
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';

/** By name; without a prototype, because clients choose the names of fragments. */
export type Fragments = Readonly<Record<string, FragmentDefinitionNode>>;

export function fragmentsOf({ definitions }: DocumentNode): Fragments {
  const fragments: Record<string, FragmentDefinitionNode> = Object.create(null);
  for (const definition of definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments[definition.name.value] = definition;
  }
  return fragments;
}

const isNode = (value: unknown): value is ASTNode => typeof value === 'object' && value !== null && 'kind' in value;

/** Visits the node and every node below it. graphql-js's `visit` took seven times as long for a document of 197 fields. */
export function eachNode(node: ASTNode, visit: (node: ASTNode) => void): void {
  visit(node);
  for (const key in node) {
    const value: unknown = node[key as keyof ASTNode]; // nodes are plain objects with their own keys
    if (Array.isArray(value))
      for (const item of value) eachNode(item as ASTNode, visit); // lists of a node hold nodes
    else if (isNode(value)) eachNode(value, visit); // a source location is no node
  }
}

/** Facts about a definition or a field, without the fragments that it spreads. */
interface NodeFacts {
  /** Names of fragments. */
  readonly spreads: Set<string>;
  /** Names of the variables of @skip and @include. */
  readonly conditions: Set<string>;
  /** Lists of names of field properties. */
  readonly names: ValueNode[];
  /** The maximum number at one location. */
  directives: number;
  /** The length of the longest name. */
  nameLength: number;
}

function noteCondition({ conditions }: NodeFacts, { name, arguments: args = [] }: DirectiveNode): void {
  if (name.value !== 'skip' && name.value !== 'include') return;
  for (const { value } of args) if (value.kind === Kind.VARIABLE) conditions.add(value.name.value);
}

const factsByNode = new WeakMap<ASTNode, NodeFacts>();

function factsOf(node: ASTNode): NodeFacts {
  const cached = factsByNode.get(node);
  if (cached) return cached;
  const facts: NodeFacts = { spreads: new Set(), conditions: new Set(), names: [], directives: 0, nameLength: 0 };
  eachNode(node, (below) => {
    if ('directives' in below) facts.directives = Math.max(facts.directives, below.directives?.length ?? 0);
    if (below.kind === Kind.NAME) facts.nameLength = Math.max(facts.nameLength, below.value.length);
    else if (below.kind === Kind.FRAGMENT_SPREAD) facts.spreads.add(below.name.value);
    else if (below.kind === Kind.DIRECTIVE) noteCondition(facts, below);
    else if (below.kind === Kind.ARGUMENT && below.name.value === 'names') facts.names.push(below.value);
  });
  factsByNode.set(node, facts);
  return facts;
}

/** The maximum sizes in a document. */
export interface DocumentFacts extends Pick<NodeFacts, 'directives' | 'nameLength'> {
  /** Lists of names of field properties. */
  readonly names: readonly ValueNode[];
  /** Each error of a response has its line number, for which graphql-js counts all lines above it. */
  readonly lines: number;
}

export function documentFacts({ definitions, loc }: DocumentNode): DocumentFacts {
  const all = definitions.map(factsOf);
  return {
    directives: Math.max(0, ...all.map(({ directives }) => directives)),
    nameLength: Math.max(0, ...all.map(({ nameLength }) => nameLength)),
    names: all.flatMap(({ names }) => names),
    lines: loc?.source.body.split(/\r\n|[\n\r]/).length ?? 1,
  };
}

export interface OperationFacts {
  /** Levels of fields; 1 for scalars at the root. Introspection has none. */
  readonly depth: number;
  readonly fields: number;
  /** Fields at the root, without `_entities`. */
  readonly roots: number;
  /** Those of `_entities` are left out, because routers alias it. */
  readonly aliases: number;
}

const noFields: OperationFacts = { depth: 0, fields: 0, roots: 0, aliases: 0 };

function newOperationFacts({ selectionSet: root }: OperationDefinitionNode, fragments: Fragments): OperationFacts {
  const ofFragments = new Map<string, OperationFacts>();

  function ofFragment(name: string): OperationFacts {
    const cached = ofFragments.get(name);
    if (cached) return cached;
    const fragment = fragments[name];
    const facts = fragment ? ofSet(fragment.selectionSet) : noFields; // validation has refused cycles
    ofFragments.set(name, facts);
    return facts;
  }

  function ofField({ name, alias, selectionSet }: FieldNode): OperationFacts {
    const { depth, fields, aliases } = selectionSet ? ofSet(selectionSet) : noFields;
    const isIntrospection = name.value === '__schema' || name.value === '__type';
    const own = name.value === '_entities' ? 0 : 1;
    return {
      depth: isIntrospection ? 0 : depth + 1,
      fields: fields + 1,
      roots: own,
      aliases: alias ? aliases + own : aliases,
    };
  }

  function of(node: SelectionNode): OperationFacts {
    if (node.kind === Kind.FIELD) return ofField(node);
    return node.kind === Kind.INLINE_FRAGMENT ? ofSet(node.selectionSet) : ofFragment(node.name.value);
  }

  function ofSet({ selections }: SelectionSetNode): OperationFacts {
    return selections.map(of).reduce(
      (sum, { depth, fields, roots, aliases }) => ({
        depth: Math.max(sum.depth, depth),
        fields: sum.fields + fields,
        roots: sum.roots + roots,
        aliases: sum.aliases + aliases,
      }),
      noFields,
    );
  }
  return ofSet(root);
}

const factsByOperation = new WeakMap<OperationDefinitionNode, OperationFacts>();

/** Fields count where their fragments are used. @param fragments of the operation's document */
export function operationFacts(operation: OperationDefinitionNode, fragments: Fragments): OperationFacts {
  const facts = factsByOperation.get(operation) ?? newOperationFacts(operation, fragments);
  factsByOperation.set(operation, facts);
  return facts;
}

/** The nodes and all fragments that they spread, directly or indirectly, each once. */
export function reachedDefinitions(from: readonly ASTNode[], fragments: Fragments): ReadonlySet<ASTNode> {
  const reached = new Set<ASTNode>(from);
  for (const node of reached)
    for (const name of factsOf(node).spreads) {
      const fragment = fragments[name];
      if (fragment) reached.add(fragment);
    }
  return reached;
}

/** Names of the root fields of an operation, including those in fragments, regardless of @skip and @include. */
export function rootNames({ selectionSet: root }: OperationDefinitionNode, fragments: Fragments): ReadonlySet<string> {
  const names = new Set<string>();
  const visited = new Set<string>();
  function visit({ selections }: SelectionSetNode): void {
    for (const node of selections) {
      if (node.kind === Kind.FIELD) names.add(node.name.value);
      else if (node.kind === Kind.INLINE_FRAGMENT) visit(node.selectionSet);
      else if (!visited.has(node.name.value)) {
        visited.add(node.name.value);
        const fragment = fragments[node.name.value];
        if (fragment) visit(fragment.selectionSet);
      }
    }
  }
  visit(root);
  return names;
}

/**
 * Names of the variables that can change which fields are selected: those of @skip and @include at any depth, including fragments,
 * regardless of their values.
 */
export function conditionVariables(nodes: readonly ASTNode[], fragments: Fragments): readonly string[] {
  const names = [...reachedDefinitions(nodes, fragments)].flatMap((node) => [...factsOf(node).conditions]);
  return [...new Set(names)];
}
