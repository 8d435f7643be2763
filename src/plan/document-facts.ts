/**
 * What a document says by itself, found in one walk: sizes, conditions, root fields. Fragments are looked at once and counted where they are
 * used, so that documents which multiply themselves cost nothing here.
 */
import {
  Kind,
  type ASTNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';

/** By name; without a prototype, because clients name fragments as they like. */
export type Fragments = Readonly<Record<string, FragmentDefinitionNode>>;

export function fragmentsOf({ definitions }: DocumentNode): Fragments {
  const fragments: Record<string, FragmentDefinitionNode> = Object.create(null);
  for (const definition of definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments[definition.name.value] = definition;
  }
  return fragments;
}

const isNode = (value: unknown): value is ASTNode => typeof value === 'object' && value !== null && 'kind' in value;

/** Every node below one, and itself. graphql-js's `visit` takes three times as long. */
export function eachNode(node: ASTNode, look: (node: ASTNode) => void): void {
  look(node);
  for (const [key, value] of Object.entries(node)) {
    if (key === 'loc') continue;
    if (Array.isArray(value)) value.forEach((item: unknown) => isNode(item) && eachNode(item, look));
    else if (isNode(value)) eachNode(value, look);
  }
}

/** The most that there is at one place. */
export interface PlaceFacts {
  readonly directives: number;
  readonly nameLength: number;
  /** Lists of names of field properties. */
  readonly names: readonly ValueNode[];
  /** Each error of a response has its line, for which graphql-js counts those above it. */
  readonly lines: number;
}

export function placeFacts(document: DocumentNode): PlaceFacts {
  const names: ValueNode[] = [];
  let directives = 0;
  let nameLength = 0;
  eachNode(document, (node) => {
    if ('directives' in node) directives = Math.max(directives, node.directives?.length ?? 0);
    if (node.kind === Kind.ARGUMENT && node.name.value === 'names') names.push(node.value);
    if (node.kind === Kind.NAME) nameLength = Math.max(nameLength, node.value.length);
  });
  return { directives, nameLength, names, lines: document.loc?.source.body.split(/\r\n|[\n\r]/).length ?? 1 };
}

export interface OperationFacts {
  /** Levels of fields; 1 for scalars at the root. Introspection has none. */
  readonly depth: number;
  readonly fields: number;
  /** At the root, without `_entities`. */
  readonly roots: number;
  /** Those of `_entities` are left out, because routers alias it. */
  readonly aliases: number;
}

const nothing: OperationFacts = { depth: 0, fields: 0, roots: 0, aliases: 0 };

/** Fields count where they are used. */
export function operationFacts({ selectionSet: root }: OperationDefinitionNode, fragments: Fragments): OperationFacts {
  const known = new Map<string, OperationFacts>();

  function ofFragment(name: string): OperationFacts {
    const remembered = known.get(name);
    if (remembered) return remembered;
    const fragment = fragments[name];
    const facts = fragment ? ofSet(fragment.selectionSet) : nothing; // validation has refused circles
    known.set(name, facts);
    return facts;
  }

  function ofField({ name, alias, selectionSet }: FieldNode): OperationFacts {
    const { depth, fields, aliases } = selectionSet ? ofSet(selectionSet) : nothing;
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
      nothing,
    );
  }
  return ofSet(root);
}

/** The operation and the fragments that it reaches, each once. */
export function reachedDefinitions(from: readonly ASTNode[], fragments: Fragments): readonly ASTNode[] {
  const reached = new Set<ASTNode>();
  function reach(definition: ASTNode | undefined): void {
    if (definition === undefined || reached.has(definition)) return;
    reached.add(definition);
    eachNode(definition, (node) => {
      if (node.kind === Kind.FRAGMENT_SPREAD) reach(fragments[node.name.value]);
    });
  }
  from.forEach(reach);
  return [...reached];
}

/** Names of the root fields that an operation names, through all its fragments, whatever its conditions say. */
export function rootNames({ selectionSet: root }: OperationDefinitionNode, fragments: Fragments): ReadonlySet<string> {
  const names = new Set<string>();
  const visited = new Set<string>();
  function look({ selections }: SelectionSetNode): void {
    for (const node of selections) {
      if (node.kind === Kind.FIELD) names.add(node.name.value);
      else if (node.kind === Kind.INLINE_FRAGMENT) look(node.selectionSet);
      else if (!visited.has(node.name.value)) {
        visited.add(node.name.value);
        const fragment = fragments[node.name.value];
        if (fragment) look(fragment.selectionSet);
      }
    }
  }
  look(root);
  return names;
}

/**
 * Names of the variables that can change which fields are selected: those of @skip and @include, anywhere below, in fragments too, whatever is
 * included today.
 */
export function conditionVariables(nodes: readonly ASTNode[], fragments: Fragments): readonly string[] {
  const names = new Set<string>();
  for (const definition of reachedDefinitions(nodes, fragments))
    eachNode(definition, (node) => {
      if (node.kind !== Kind.DIRECTIVE || (node.name.value !== 'skip' && node.name.value !== 'include')) return;
      for (const { value } of node.arguments ?? []) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    });
  return [...names];
}
