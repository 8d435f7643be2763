/** Hand-written and random projections, and their content in a comparable form. */
import fc from 'fast-check';
import type { Part, Projection } from '../../src/superoffice/projection.js';

export type Plain = Readonly<Record<string, readonly string[] | 'whole'>>;

/** `projectionOf({ ChatSessionId: 'whole', User: ['AssociateId'] })`; a new object each time. */
export function projectionOf(parts: Plain): Projection {
  return new Map(
    Object.entries(parts).map(([name, part]): [string, Part] => [name, part === 'whole' ? part : new Set(part)]),
  );
}

/** The content, sorted: independent of the order of its parts. */
export function contentOf(projection: Projection): Plain {
  const parts = [...projection].map(([name, part]) => [name, part === 'whole' ? part : [...part].sort()] as const);
  return Object.fromEntries(parts.sort(([first], [second]) => (first < second ? -1 : 1)));
}

const part = fc.oneof(
  fc.constant('whole' as const),
  fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1 }),
);

/** Small enough that overlaps are common. */
export const anyProjection: fc.Arbitrary<Projection> = fc
  .dictionary(fc.constantFrom('P', 'Q', 'R', 'S'), part, { noNullPrototype: true })
  .map(projectionOf);
