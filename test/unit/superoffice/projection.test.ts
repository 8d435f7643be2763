/**
 * Projections as values: which one covers another, and the smallest one that covers two.
 */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { covers, joinParts, joinProjections, type Part } from '../../../src/superoffice/projection.js';
import { anyProjection, contentOf, projectionOf } from '../../support/projections.js';

describe('covers', () => {
  it.each([
    ['the same', { Status: 'whole' }, { Status: 'whole' }, true],
    ['more', { Status: 'whole', Rank: 'whole' }, { Status: 'whole' }, true],
    ['less', { Status: 'whole' }, { Status: 'whole', Rank: 'whole' }, false],
    ['nothing required', {}, {}, true],
    ['the whole of an entity for a part', { User: 'whole' }, { User: ['Name'] }, true],
    ['a part for the whole', { User: ['Name'] }, { User: 'whole' }, false],
    ['a larger part', { User: ['Name', 'Rank'] }, { User: ['Name'] }, true],
    ['a smaller part', { User: ['Name'] }, { User: ['Name', 'Rank'] }, false],
    ['another part', { User: ['Name'] }, { User: ['Rank'] }, false],
    ['another entity with such a part', { Person: ['Name'] }, { User: ['Name'] }, false],
  ] as const)('%s', (...[, known, required, expected]) => {
    expect(covers(projectionOf(known), projectionOf(required))).toBe(expected);
  });

  it('every projection covers itself and nothing is covered by less', () => {
    fc.assert(
      fc.property(anyProjection, anyProjection, (first, second) => {
        expect(covers(first, new Map(first))).toBe(true);
        if (covers(first, second) && covers(second, first)) expect(contentOf(first)).toEqual(contentOf(second));
      }),
    );
  });
});

describe('joinParts', () => {
  it.each<readonly [string, Part | undefined, Part, Part]>([
    ['nothing and a part', undefined, new Set(['a']), new Set(['a'])],
    ['two parts', new Set(['a', 'b']), new Set(['b', 'c']), new Set(['a', 'b', 'c'])],
    ['the whole and a part', 'whole', new Set(['a']), 'whole'],
    ['a part and the whole', new Set(['a']), 'whole', 'whole'],
  ])('%s', (...[, first, second, union]) => {
    expect(joinParts(first, second)).toEqual(union);
  });
});

describe('joinProjections', () => {
  it('the union covers both, and is the least that does', () => {
    fc.assert(
      fc.property(anyProjection, anyProjection, anyProjection, (first, second, other) => {
        const union = joinProjections(first, second);
        expect(covers(union, first) && covers(union, second)).toBe(true);
        if (covers(other, first) && covers(other, second)) expect(covers(other, union)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('contains nothing that neither requested', () => {
    fc.assert(
      fc.property(anyProjection, anyProjection, (first, second) => {
        for (const [name, part] of joinProjections(first, second)) {
          expect(part).toEqual(joinParts(first.get(name), second.get(name) ?? first.get(name) ?? 'whole'));
        }
      }),
    );
  });

  it('the content does not depend on the order', () => {
    fc.assert(
      fc.property(anyProjection, anyProjection, anyProjection, (first, second, third) => {
        const leftToRight = joinProjections(joinProjections(first, second), third);
        const rightToLeft = joinProjections(third, joinProjections(second, first));
        expect(contentOf(leftToRight)).toEqual(contentOf(rightToLeft));
      }),
    );
  });

  it('the same two give the same object again', () => {
    const first = projectionOf({ Status: 'whole' });
    const second = projectionOf({ User: ['Name'] });

    expect(joinProjections(first, second)).toBe(joinProjections(first, second));
    expect(joinProjections(first, projectionOf({ User: ['Name'] }))).not.toBe(joinProjections(first, second));
  });

  it('one that covers the other is the union itself', () => {
    const wide = projectionOf({ Status: 'whole', User: 'whole' });
    const narrow = projectionOf({ User: ['Name'] });

    expect(joinProjections(wide, narrow)).toBe(wide);
    expect(joinProjections(narrow, wide)).toBe(wide);
  });

  it('does not change its arguments', () => {
    fc.assert(
      fc.property(anyProjection, anyProjection, (first, second) => {
        const before = [contentOf(first), contentOf(second)];
        joinProjections(first, second);
        expect([contentOf(first), contentOf(second)]).toEqual(before);
      }),
    );
  });
});
