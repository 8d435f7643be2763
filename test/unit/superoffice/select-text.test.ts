/**
 * The text of `$select`: sorted, one level deep, and never longer than allowed while a group can be collapsed.
 */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { chatSessionEntity } from '../../../src/entities/chat-session.js';
import { joinProjections } from '../../../src/superoffice/projection.js';
import { selectWriter } from '../../../src/superoffice/select-text.js';
import { anyProjection, projectionOf, type Plain } from '../../support/projections.js';

const written = (parts: Plain, maxLength = 1800): string => selectWriter(maxLength)(projectionOf(parts));

describe('$select', () => {
  it('has names of properties, and paths of one level into embedded entities', () => {
    expect(written({ Status: 'whole', ChatSessionId: 'whole', User: ['Name', 'AssociateId'], Contact: 'whole' })).toBe(
      'ChatSessionId,Contact,Status,User/AssociateId,User/Name',
    );
  });

  it('is sorted by code unit of the complete path, not by locale and not by group', () => {
    expect(written({ b: 'whole', Z: 'whole', a: ['y', 'B'], A_: 'whole', 'a.': 'whole', a0: 'whole' })).toBe(
      'A_,Z,a.,a/B,a/y,a0,b',
    );
  });

  it('does not depend on the order of the projection', () => {
    expect(written({ User: ['Name', 'Rank'], Status: 'whole' })).toBe(
      written({ Status: 'whole', User: ['Rank', 'Name'] }),
    );
  });

  it('is written once for one projection', () => {
    const projection = new Map(projectionOf({ Status: 'whole' }));
    const write = selectWriter(1800);
    write(projection);
    projection.set('Rank', 'whole'); // only in this test: it shows that the text is cached

    expect(write(projection)).toBe('Status');
  });
});

describe('$select past its length', () => {
  const parts: Plain = { Id: 'whole', Aa: ['one', 'two'], Bb: ['three', 'four', 'five'], Cc: ['six'] };
  const full = 'Aa/one,Aa/two,Bb/five,Bb/four,Bb/three,Cc/six,Id';

  it.each([
    [full.length, full],
    [full.length - 1, 'Aa/one,Aa/two,Bb,Cc/six,Id'],
    ['Aa/one,Aa/two,Bb,Cc/six,Id'.length - 1, 'Aa,Bb,Cc/six,Id'],
    ['Aa,Bb,Cc/six,Id'.length - 1, 'Aa,Bb,Cc,Id'],
  ])('of %d characters collapses the longest group first: %s', (maxLength, text) => {
    expect(written(parts, maxLength)).toBe(text);
  });

  it.each([10, 1, 0])(
    'of %d characters keeps the bare names: without them everything would be fetched',
    (maxLength) => {
      expect(written(parts, maxLength)).toBe('Aa,Bb,Cc,Id');
    },
  );

  it('is within its limit wherever the bare names fit, and has every property in any case', () => {
    fc.assert(
      fc.property(anyProjection, fc.nat(60), (projection, maxLength) => {
        const text = selectWriter(maxLength)(projection);
        const bare = [...projection.keys()].sort().join(',');
        if (bare.length <= maxLength) expect(text.length).toBeLessThanOrEqual(maxLength);
        else expect(text).toBe(bare);
        expect(new Set(text.split(',').map((path) => path.split('/')[0]))).toEqual(new Set(bare.split(',')));
      }),
      { numRuns: 500 },
    );
  });

  it('is not shortened further than needed: the next larger group was necessary', () => {
    fc.assert(
      fc.property(anyProjection, fc.nat(60), (projection, maxLength) => {
        const full = selectWriter(1000)(projection);
        if (full.length <= maxLength) expect(selectWriter(maxLength)(projection)).toBe(full);
      }),
    );
  });

  // Groups of one length were sorted by the order of joining, which is random: two texts for one content.
  it('is the same text for the same content, in any order of joining', () => {
    fc.assert(
      fc.property(anyProjection, anyProjection, fc.nat(60), (first, second, maxLength) => {
        const write = selectWriter(maxLength);
        expect(write(joinProjections(first, second))).toBe(write(joinProjections(second, first)));
      }),
      { numRuns: 500 },
    );
  });

  it('the minimum of a chat session is 366 characters', () => {
    const names = Object.values(chatSessionEntity.fields).flatMap(({ needs }) => needs as readonly string[]);

    expect(written(Object.fromEntries(names.map((name) => [name, 'whole'])), 0)).toHaveLength(366);
  });
});
