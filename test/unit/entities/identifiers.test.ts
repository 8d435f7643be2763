/**
 * Ids: valid ones of clients, and those of SuperOffice.
 */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isValidId, readId, readReference } from '../../../src/entities/identifiers.js';
import { readingIn, thrownBy } from '../../support/readings.js';

const reading = readingIn('UTC');

describe("a client's id", () => {
  it.each(['1', '192', '2147483647', '999999999'])('%p is accepted', (id) => {
    expect(isValidId(id)).toBe(true);
  });

  it.each([
    '',
    '0',
    '-1',
    '+1',
    '01',
    ' 1',
    '1 ',
    '1\n',
    '1e3',
    '1.0',
    '0x1',
    '1_000',
    '１',
    '١',
    '2147483648',
    '9999999999',
    '10000000000',
    'NaN',
    'null',
    '1,2',
    '1&$select=SessionKey',
  ])('%p is refused', (id) => {
    expect(isValidId(id)).toBe(false);
  });

  it('is a positive int32 in its plainest spelling', () => {
    fc.assert(
      fc.property(fc.oneof(fc.integer(), fc.nat(), fc.maxSafeInteger()), (number) => {
        expect(isValidId(String(number))).toBe(number >= 1 && number <= 2_147_483_647);
      }),
    );
    fc.assert(
      fc.property(fc.string(), (text) => {
        if (isValidId(text)) expect(String(Number(text))).toBe(text);
      }),
    );
  });
});

describe('a reference', () => {
  it.each([0, -1, null, undefined])('%p is null', (value) => {
    expect(readReference(value, reading, {})).toBeNull();
  });

  it.each([
    [1, '1'],
    [2_147_483_647, '2147483647'],
  ])('%p is an id', (value, id) => {
    expect(readReference(value, reading, {})).toBe(id);
  });

  it.each([-2, 1.5, 2_147_483_648, Number.MAX_SAFE_INTEGER, '192', '', true, {}, []])('%p is refused', (value) => {
    const error = thrownBy(() => readReference(value, reading, {}));

    expect([error.code, error.detail, error.message]).toEqual([
      'UPSTREAM_INVALID_RESPONSE',
      'a value is not an id',
      '',
    ]);
  });
});

describe("a record's own id", () => {
  it('is the text of the number', () => {
    expect(readId(192, reading, {})).toBe('192');
  });

  it.each([0, -1, null, undefined, 'x'])('%p is refused: a record without an id is not returned', (value) => {
    expect(thrownBy(() => readId(value, reading, {})).code).toBe('UPSTREAM_INVALID_RESPONSE');
  });
});
