/**
 * Writes a projection as the value of `$select`: PascalCase paths, sorted by code unit, at most one level deep.
 * Every name is ASCII, and `$`, `,` and `/` travel literally, so the length here is the length on the wire.
 */
import type { Part, Projection } from './projection.js';

type Group = readonly [property: string, part: Part];

function pathsOf([property, part]: Group): readonly string[] {
  return part === 'whole' ? [property] : [...part].map((child) => `${property}/${child}`);
}

function write(groups: readonly Group[]): string {
  return groups.flatMap(pathsOf).sort().join(',');
}

/** Characters that collapsing could shorten; a bare name has none. */
function lengthOf(group: Group): number {
  return group[1] === 'whole' ? 0 : write([group]).length;
}

function collapseLongest(groups: readonly Group[]): readonly Group[] | null {
  const longest = groups.reduce<Group | null>(
    (best, group) => (lengthOf(group) > (best === null ? 0 : lengthOf(best)) ? group : best),
    null,
  );
  return longest && groups.map((group): Group => (group === longest ? [group[0], 'whole'] : group));
}

function writeWithin(projection: Projection, maxLength: number): string {
  let groups: readonly Group[] = [...projection].sort(([first], [second]) => (first < second ? -1 : 1)); // for ties
  for (;;) {
    const text = write(groups);
    if (text.length <= maxLength) return text;
    const shorter = collapseLongest(groups);
    if (shorter === null) return text; // the floor: bare names. Leaving $select out would fetch everything.
    groups = shorter;
  }
}

/**
 * @param maxLength characters that `$select` may have; past it the longest embedded group becomes its bare name, again until
 * it fits. Bare names alone are sent even when they are longer.
 * @returns a writer that remembers the text of each projection it has seen
 */
export function selectWriter(maxLength: number): (projection: Projection) => string {
  const texts = new WeakMap<Projection, string>();
  return (projection) => {
    const text = texts.get(projection) ?? writeWithin(projection, maxLength);
    texts.set(projection, text);
    return text;
  };
}
