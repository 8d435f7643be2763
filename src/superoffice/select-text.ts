/**
 * Writes a projection as the value of `$select`: PascalCase paths, sorted by code unit, at most one level deep.
 * Every name is ASCII, and `$`, `,` and `/` are sent unescaped, so the text's length is the length on the wire.
 */
import type { Part, Projection } from './projection.js';

type Group = readonly [property: string, part: Part];

function pathsOf([property, part]: Group): readonly string[] {
  return part === 'whole' ? [property] : [...part].map((child) => `${property}/${child}`);
}

function write(groups: readonly Group[]): string {
  return groups.flatMap(pathsOf).sort().join(',');
}

/** Length of a group that can be collapsed; 0 for a bare name. */
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
  let groups: readonly Group[] = [...projection].sort(([first], [second]) => (first < second ? -1 : 1)); // makes ties deterministic
  for (;;) {
    const text = write(groups);
    if (text.length <= maxLength) return text;
    const shorter = collapseLongest(groups);
    if (shorter === null) return text; // only bare names are left; without $select, SuperOffice would send everything
    groups = shorter;
  }
}

/**
 * @param maxLength of `$select`, in characters; while the text is longer, the longest embedded group becomes its bare name. Bare names alone
 *   are sent even if they are longer.
 * @returns a writer that caches the text of each projection
 */
export function selectWriter(
  maxLength: number,
  onText: (text: string) => void = () => undefined,
): (projection: Projection) => string {
  const texts = new WeakMap<Projection, string>();
  return (projection) => {
    const text = texts.get(projection) ?? writeWithin(projection, maxLength);
    texts.set(projection, text);
    onText(text);
    return text;
  };
}
