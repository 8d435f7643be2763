/**
 * Which SuperOffice properties a request needs, as a value.
 * Built by selection/, joined by loaders/, written on the wire by data sources. Knows nothing of GraphQL.
 * Projections are compared and cached by identity: never change one after it was handed out.
 */

/** What is asked of one property: all of it, or these properties of the entity that is embedded there. */
export type Part = 'whole' | ReadonlySet<string>;

/** Property name in SuperOffice's spelling → what is asked of it. */
export type Projection = ReadonlyMap<string, Part>;

/** The union of what is asked of one property. */
export function joinParts(first: Part | undefined, second: Part): Part {
  if (first === undefined) return second;
  return first === 'whole' || second === 'whole' ? 'whole' : new Set([...first, ...second]);
}

function partCovers(known: Part | undefined, wanted: Part): boolean {
  if (known === undefined || known === 'whole') return known === 'whole';
  if (wanted === 'whole') return false;
  for (const property of wanted) if (!known.has(property)) return false;
  return true;
}

/** Whether a record that was fetched with `known` can answer everything in `wanted`. */
export function covers(known: Projection, wanted: Projection): boolean {
  if (known === wanted) return true;
  for (const [property, part] of wanted) if (!partCovers(known.get(property), part)) return false;
  return true;
}

const joined = new WeakMap<Projection, WeakMap<Projection, Projection>>();

function joinAnew(first: Projection, second: Projection): Projection {
  const union = new Map(first);
  for (const [property, part] of second) union.set(property, joinParts(union.get(property), part));
  return union;
}

/**
 * The union. The same two projections give the same object again, so that its `$select` text is written once;
 * what is remembered goes when the documents go that the projections came from.
 */
export function joinProjections(first: Projection, second: Projection): Projection {
  if (covers(first, second)) return first;
  if (covers(second, first)) return second;
  const partners = joined.get(first) ?? new WeakMap<Projection, Projection>();
  joined.set(first, partners);
  const union = partners.get(second) ?? joinAnew(first, second);
  partners.set(second, union);
  return union;
}
