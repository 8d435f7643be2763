/**
 * Which SuperOffice properties a request needs, as a value.
 * Built by plan/, joined by loaders/, written on the wire by agent. Knows nothing of GraphQL.
 * Projections are compared and cached by identity: never change one after it was handed out.
 */

import { LRUCache } from 'lru-cache';

/** What is asked of one property: all of it, or these properties of the entity that is embedded there. */
export type Part = 'whole' | ReadonlySet<string>;

/** Property name in SuperOffice's spelling → what is asked of it. */
export type Projection = ReadonlyMap<string, Part>;

/** The union of what is asked of one property. */
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

/** Whether a record that was fetched with `known` can answer everything in `wanted`. */
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

/** A client chooses what is joined, so this is bounded: a thousand unions, whatever it sends. */
const unions = new LRUCache<string, Projection>({ max: 1_000 });

const numbers = new WeakMap<Projection, number>();
let lastNumber = 0;

function numberOf(projection: Projection): number {
  const number = numbers.get(projection) ?? (lastNumber += 1);
  numbers.set(projection, number);
  return number;
}

/** The union. The same two projections mostly give the same object again, so that its `$select` text is written once. */
export function joinProjections(first: Projection, second: Projection): Projection {
  if (covers(first, second)) return first;
  if (covers(second, first)) return second;
  const key = `${numberOf(first)} ${numberOf(second)}`;
  const joined = unions.get(key) ?? union(first, second);
  unions.set(key, joined);
  return joined;
}
