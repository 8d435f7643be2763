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

/** Some 5 ms. Forty fragments that all select `id` and `__typename` in one place take 1,560. */
const maxComparisons = 10_000;

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/** A field, and the set it came by, when fields of that set are compared with each other elsewhere. */
interface Placed {
  readonly field: FieldNode;
  readonly source: SelectionSetNode | null;
}

/** One selection set, or those of several fields that share a key: what graphql-js compares at once. */
type Place = readonly SelectionSetNode[];

const pairs = (count: number): number => (count * (count - 1)) / 2;

/**
 * The fields of one place by response key; how much had to be looked up for that beyond the place's own set; and the sets within it,
 * which are places of their own.
 */
function fieldsOf(place: Place, fragments: Fragments) {
  const byKey = new Map<string, Placed[]>();
  const used = new Set<string>();
  const inner: SelectionSetNode[] = [];
  let lookups = 0;
  function collect({ selections }: SelectionSetNode, source: SelectionSetNode | null): void {
    for (const selection of selections) {
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        inner.push(selection.selectionSet);
        lookups += 1;
        collect(selection.selectionSet, source);
      } else if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const fragment = fragments.get(selection.name.value);
        if (!fragment || used.has(fragment.name.value)) continue;
        used.add(fragment.name.value);
        collect(fragment.selectionSet, source ?? fragment.selectionSet);
      } else {
        const key = (selection.alias ?? selection.name).value;
        const placed = { field: selection, source };
        const known = byKey.get(key);
        if (known) known.push(placed);
        else byKey.set(key, [placed]);
        if (source !== null) lookups += 1;
        else if (selection.selectionSet) inner.push(selection.selectionSet);
      }
    }
  }
  for (const set of place) collect(set, place.length > 1 ? set : null);
  return { groups: [...byKey.values()], lookups, inner };
}

/** How many pairs of these, which share a key, are compared here. */
function comparisonsOf(group: readonly Placed[]): number {
  const bySource = new Map<SelectionSetNode, number>();
  for (const { source } of group) if (source) bySource.set(source, (bySource.get(source) ?? 0) + 1);
  return [...bySource.values()].reduce((left, count) => left - pairs(count), pairs(group.length));
}

/** @param maxLookups fields that may be looked up in fragments, each counted where it is used */
function isCostly({ definitions }: DocumentNode, maxLookups: number): boolean {
  const isFragment = (node: { kind: Kind }): node is FragmentDefinitionNode => node.kind === Kind.FRAGMENT_DEFINITION;
  const fragments = new Map(definitions.filter(isFragment).map((node) => [node.name.value, node]));
  const places: Place[] = definitions.flatMap((node) =>
    'selectionSet' in node && node.selectionSet ? [[node.selectionSet]] : [],
  );
  const known = new Set<SelectionSetNode>(); // each set is looked at once by itself
  let [comparisons, lookups] = [0, 0];
  for (let place = places.pop(); place !== undefined; place = places.pop()) {
    const [first] = place;
    if (first === undefined || (place.length === 1 && known.has(first))) continue;
    if (place.length === 1) known.add(first);
    const found = fieldsOf(place, fragments);
    lookups += found.lookups;
    for (const set of found.inner) places.push([set]);
    for (const group of found.groups) {
      const here = comparisonsOf(group);
      comparisons += here;
      if (here > 0) places.push(group.flatMap(({ field }) => field.selectionSet ?? []));
    }
    if (comparisons > maxComparisons || lookups > maxLookups) return true;
  }
  return false;
}

/** Validated in place of one that is refused: Apollo lets a plugin change the document, and not answer instead of validating. */
const refused: DocumentNode = { kind: Kind.DOCUMENT, definitions: [] };

const refusal =
  'The document selects too many fields with the same response key in one place. Select each of them once, or split the document.';

/** @returns the document to validate */
export const affordable = (document: DocumentNode, maxLookups: number): DocumentNode =>
  isCostly(document, maxLookups) ? refused : document;

export const refuseCostlyDocuments: ValidationRule = (context) => ({
  Document(node) {
    if (node === refused) context.reportError(new GraphQLError(refusal));
  },
});
