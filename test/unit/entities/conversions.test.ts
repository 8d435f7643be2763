/**
 * Text, numbers, booleans, objects and lists: which values are read, and which are refused without being repeated.
 */
import { describe, expect, it } from '@jest/globals';
import { CarrierView } from '../../../src/entities/carrier-view.js';
import {
  readBoolean,
  readFloat,
  readInt,
  readIntAsBoolean,
  readList,
  readObject,
  readText,
  readWrittenText,
} from '../../../src/entities/conversions.js';
import type { Reader } from '../../../src/entities/read-context.js';
import { readingIn, thrownBy } from '../../support/readings.js';

const reading = readingIn('UTC');
const read = <Value>(reader: Reader<Value>, value: unknown): Value => reader(value, reading, {});

const readers: readonly (readonly [string, Reader<unknown>])[] = [
  ['readText', readText],
  ['readInt', readInt],
  ['readFloat', readFloat],
  ['readBoolean', readBoolean],
  ['readIntAsBoolean', readIntAsBoolean],
  ['readObject', readObject()],
  ['readList', readList(readText)],
];

describe('absence', () => {
  it.each(readers)('%s reads null and a missing property as null', (_name, reader) => {
    expect([read(reader, null), read(reader, undefined)]).toEqual([null, null]);
  });
});

describe('values', () => {
  it('an empty or blank text is null, and is kept in chat messages', () => {
    for (const blank of ['', ' ', '\t\r\n', '\u00a0'])
      expect([read(readText, blank), read(readWrittenText, blank)]).toEqual([null, blank]);
    expect(read(readText, ' a\u0000ø')).toBe(' a\u0000ø');
  });

  it.each([0, -1, 2_147_483_647, -2_147_483_648])('%p is an integer', (value) => {
    expect(read(readInt, value)).toBe(value);
  });

  it.each([0, 27162.378, 23370.237999999998, -1e300])('%p is an amount', (value) => {
    expect(read(readFloat, value)).toBe(value);
  });

  it('false is a boolean', () => {
    expect([read(readBoolean, true), read(readBoolean, false)]).toEqual([true, false]);
  });

  it.each([
    [0, false],
    [1, true],
    [-1, true],
    [759, true],
  ])('the integer %p is the boolean %p', (value, boolean) => {
    expect(read(readIntAsBoolean, value)).toBe(boolean);
  });

  it('an empty object is an object of nulls, not null', () => {
    const view = read(readObject<{ readonly Mask?: string }>(), {});

    expect(view).toBeInstanceOf(CarrierView);
    expect(view?.read('Mask')).toBeUndefined();
  });

  it('a list reads its items and omits null ones', () => {
    expect(read(readList(readText), ['b', null, 'a'])).toEqual(['b', 'a']);
    expect(read(readList(readList(readText)), [['a'], null, []])).toEqual([['a'], []]);
  });
});

describe('values of another type', () => {
  const secret = 'secret-text';

  it.each<readonly [string, Reader<unknown>, unknown]>([
    ['a text', readText, 815_4711],
    ['a text', readText, { secret }],
    ['a 32-bit integer', readInt, secret],
    ['a 32-bit integer', readInt, 2_147_483_648],
    ['a 32-bit integer', readInt, -2_147_483_649],
    ['a 32-bit integer', readInt, 9_007_199_254_740_993],
    ['a 32-bit integer', readInt, 1.5],
    ['a 32-bit integer', readInt, '7'],
    ['a 32-bit integer', readInt, true],
    ['a number', readFloat, '27162.378'],
    ['a boolean', readBoolean, 1],
    ['a boolean', readBoolean, 'true'],
    ['a 32-bit integer', readIntAsBoolean, true],
    ['a 32-bit integer', readIntAsBoolean, 2_147_483_648],
    ['an object', readObject(), [secret]],
    ['an object', readObject(), secret],
    ['a list', readList(readText), { secret }],
    ['a list', readList(readText), secret],
    ['a text', readList(readText), [secret, 4711]],
  ])('U19/U22 where %s is expected, another type is refused and not repeated: %#', (expectation, reader, value) => {
    const error = thrownBy(() => read(reader, value));

    expect(error.code).toBe('UPSTREAM_INVALID_RESPONSE');
    expect([error.detail, error.message]).toEqual([`a value is not ${expectation}`, '']);
  });
});
