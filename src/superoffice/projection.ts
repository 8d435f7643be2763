/**
 * The SuperOffice properties that a request needs, independent of GraphQL. plan/ builds projections, loaders/ join them, select-text writes
 * them. They are compared and cached by identity, so a projection never changes after its creation.
 */

import { LRUCache } from 'lru-cache';

/** What is requested of one property: all of it, or these properties of the embedded entity. */
export type Part = 'whole' | ReadonlySet<string>;

/** Property name in SuperOffice's spelling → what is requested of it. */
export type Projection = ReadonlyMap<string, Part>;

/** The union of two requests for one property. */
export function joinParts(first: Part | undefined, second: Part): Part {
  if (first === undefined) return second;
  return first === 'whole' || second === 'whole' ? 'whole' : new Set([...first, ...second]);
}

function partCovers(fetched: Part | undefined, required: Part): boolean {
  if (fetched === undefined || fetched === 'whole') return fetched === 'whole';
  if (required === 'whole') return false;
  for (const property of required) if (!fetched.has(property)) return false;
  return true;
}

/** Whether a record that was requested with `fetched` has everything in `required`. */
export function covers(fetched: Projection, required: Projection): boolean {
  if (fetched === required) return true;
  for (const [property, part] of required) if (!partCovers(fetched.get(property), part)) return false;
  return true;
}

function union(first: Projection, second: Projection): Projection {
  const joined = new Map(first);
  for (const [property, part] of second) joined.set(property, joinParts(joined.get(property), part));
  return joined;
}

/** Bounded to a thousand unions, because clients choose which projections are joined. */
const unions = new LRUCache<string, Projection>({ max: 1_000 });

const numbers = new WeakMap<Projection, number>();
let lastNumber = 0;

function numberOf(projection: Projection): number {
  const number = numbers.get(projection) ?? (lastNumber += 1);
  numbers.set(projection, number);
  return number;
}

/** The union of two projections. The same two mostly return the same object, so that its `$select` text is written once. */
export function joinProjections(first: Projection, second: Projection): Projection {
  if (covers(first, second)) return first;
  if (covers(second, first)) return second;
  const key = `${numberOf(first)} ${numberOf(second)}`;
  const joined = unions.get(key) ?? union(first, second);
  unions.set(key, joined);
  return joined;
}
