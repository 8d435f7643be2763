/**
 * Refuses documents whose validation would cost too much. graphql-js compares every two fields that share a response key in one
 * place (`OverlappingFieldsCanBeMerged`): 980 equal keys, a document of 9 KB, take a third of a second, each time they are sent.
 * The comparisons are counted here, before; the count ends as soon as there are too many.
 */
import {
  GraphQLError,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type SelectionSetNode,
  type ValidationRule,
} from 'graphql';

/** Some 4 ms. Forty fragments that all select `id` and `__typename` in one place take 1,560. */
const maxComparisons = 5_000;

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/**
 * The fields of one place by response key; how many of them had to be looked up for that beyond the place's own; and the places
 * within it that graphql-js looks at once more.
 */
function fieldsOf(sets: readonly SelectionSetNode[], fragments: Fragments) {
  const byKey = new Map<string, FieldNode[]>();
  const used = new Set<string>();
  const inner: SelectionSetNode[] = [];
  let borrowed = 0;
  function collect({ selections }: SelectionSetNode, isBorrowed: boolean): void {
    for (const selection of selections) {
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        inner.push(selection.selectionSet);
        borrowed += 1;
        collect(selection.selectionSet, isBorrowed);
      } else if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const fragment = fragments.get(selection.name.value);
        if (!fragment || used.has(fragment.name.value)) continue;
        used.add(fragment.name.value);
        collect(fragment.selectionSet, true);
      } else {
        const key = (selection.alias ?? selection.name).value;
        const known = byKey.get(key);
        if (known) known.push(selection);
        else byKey.set(key, [selection]);
        if (isBorrowed) borrowed += 1;
      }
    }
  }
  for (const set of sets) collect(set, sets.length > 1);
  return { groups: [...byKey.values()], borrowed, inner };
}

/** @param maxBorrowed fields that may be looked up in fragments, each counted where it is used */
function isCostly({ definitions }: DocumentNode, maxBorrowed: number): boolean {
  const isFragment = (node: { kind: Kind }): node is FragmentDefinitionNode => node.kind === Kind.FRAGMENT_DEFINITION;
  const fragments = new Map(definitions.filter(isFragment).map((node) => [node.name.value, node]));
  let comparisons = 0;
  let lookups = 0;
  const known = new Set<SelectionSetNode>(); // places of one set: each is looked at once
  const places: (readonly SelectionSetNode[])[] = definitions.flatMap((node) =>
    'selectionSet' in node && node.selectionSet ? [[node.selectionSet]] : [],
  );
  for (let place = places.pop(); place !== undefined; place = places.pop()) {
    if (comparisons > maxComparisons || lookups > maxBorrowed) return true;
    const [first] = place;
    if (first === undefined || (place.length === 1 && known.has(first))) continue;
    if (place.length === 1) known.add(first);
    const { groups, borrowed, inner } = fieldsOf(place, fragments);
    lookups += borrowed;
    for (const set of inner) places.push([set]);
    for (const fields of groups) {
      comparisons += (fields.length * (fields.length - 1)) / 2;
      places.push(fields.flatMap(({ selectionSet }) => selectionSet ?? []));
    }
  }
  return comparisons > maxComparisons || lookups > maxBorrowed;
}

/** Validated in place of one that is refused: Apollo lets a plugin change the document, and not answer instead of validating. */
const refused: DocumentNode = { kind: Kind.DOCUMENT, definitions: [] };

const refusal =
  'The document selects too many fields with the same response key in one place. Select each of them once, or split the document.';

/** @returns the document to validate */
export const affordable = (document: DocumentNode, maxBorrowed: number): DocumentNode =>
  isCostly(document, maxBorrowed) ? refused : document;

export const refuseCostlyDocuments: ValidationRule = (context) => ({
  Document(node) {
    if (node === refused) context.reportError(new GraphQLError(refusal));
  },
});
