/**
 * Refuses documents whose validation would take too long. graphql-js compares every two fields with the same response key in one
 * selection set (`OverlappingFieldsCanBeMerged`): 980 equal keys, a document of 9 KB, take a third of a second each time they are sent.
 * This module counts the comparisons before validation, and stops as soon as there are too many.
 */
import { Kind, type DocumentNode, type FieldNode, type FragmentDefinitionNode, type SelectionSetNode } from 'graphql';

/** About 5 ms. Forty fragments that all select `id` and `__typename` in one selection set take 1,560. */
const maxComparisons = 10_000;

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

interface CollectedField {
  readonly field: FieldNode;
  /** The set that the field comes from, if the pairs within that set are counted when it is visited by itself; otherwise null. */
  readonly source: SelectionSetNode | null;
}

/** The selection sets that graphql-js compares together: a single one, or those of several fields with the same key. */
type MergedSets = readonly SelectionSetNode[];

const pairs = (count: number): number => (count * (count - 1)) / 2;

/**
 * Groups the fields of `sets` by response key. `lookups` counts inline fragments and the fields of other sets; `inner` has the
 * nested selection sets, which are compared on their own.
 */
function collectFields(sets: MergedSets, fragments: Fragments) {
  const byKey = new Map<string, CollectedField[]>();
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
        const collected = { field: selection, source };
        const group = byKey.get(key);
        if (group) group.push(collected);
        else byKey.set(key, [collected]);
        if (source !== null) lookups += 1;
        else if (selection.selectionSet) inner.push(selection.selectionSet);
      }
    }
  }
  for (const set of sets) collect(set, sets.length > 1 ? set : null);
  return { groups: [...byKey.values()], lookups, inner };
}

/** @returns the compared pairs of a group: all pairs except those of fields from the same source */
function comparisonsOf(group: readonly CollectedField[]): number {
  const bySource = new Map<SelectionSetNode, number>();
  for (const { source } of group) if (source) bySource.set(source, (bySource.get(source) ?? 0) + 1);
  return [...bySource.values()].reduce((left, count) => left - pairs(count), pairs(group.length));
}

/** @param maxLookups fields of fragments, counted once per use of the fragment */
export function isCostly({ definitions }: DocumentNode, maxLookups: number): boolean {
  const isFragment = (node: { kind: Kind }): node is FragmentDefinitionNode => node.kind === Kind.FRAGMENT_DEFINITION;
  const fragments = new Map(definitions.filter(isFragment).map((node) => [node.name.value, node]));
  const pending: MergedSets[] = definitions.flatMap((node) =>
    'selectionSet' in node && node.selectionSet ? [[node.selectionSet]] : [],
  );
  const visited = new Set<SelectionSetNode>(); // each single set is visited once
  let [comparisons, lookups] = [0, 0];
  for (let sets = pending.pop(); sets !== undefined; sets = pending.pop()) {
    const [first] = sets;
    if (first === undefined || (sets.length === 1 && visited.has(first))) continue;
    if (sets.length === 1) visited.add(first);
    const fields = collectFields(sets, fragments);
    lookups += fields.lookups;
    for (const set of fields.inner) pending.push([set]);
    for (const group of fields.groups) {
      const groupComparisons = comparisonsOf(group);
      comparisons += groupComparisons;
      if (groupComparisons > 0) pending.push(group.flatMap(({ field }) => field.selectionSet ?? []));
    }
    if (comparisons > maxComparisons || lookups > maxLookups) return true;
  }
  return false;
}
