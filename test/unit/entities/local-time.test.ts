/**
 * Times of day: every spelling of SuperOffice becomes HH:MM:SS, and midnight is an ordinary time.
 */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readLocalTime } from '../../../src/entities/local-time.js';
import { UpstreamInvalidResponseError } from '../../../src/errors/upstream-errors.js';
import { readingIn, thrownBy } from '../../support/readings.js';

const read = (value: unknown): string | null => readLocalTime(value, readingIn('Europe/Oslo'), {});

describe('a time of day', () => {
  it.each([
    ['08:00:00', '08:00:00'],
    ['8:00', '08:00:00'],
    ['08:30', '08:30:00'],
    ['8:00:05', '08:00:05'],
    ['23:59:59.9999999', '23:59:59'],
    ['0001-01-01T08:00:00', '08:00:00'],
    ['0001-01-01T08:00:00Z', '08:00:00'],
    ['2011-04-19T16:30:00+02:00', '16:30:00'],
    ['2011-04-19T16:30:00.8939219-0330', '16:30:00'],
    ['9999-12-31T17:00:00', '17:00:00'],
    ['PT8H', '08:00:00'],
    ['PT16H30M', '16:30:00'],
    ['PT0S', '00:00:00'],
  ])('%s is returned as %s: date, offset and fraction have no effect', (value, text) => {
    expect(read(value)).toBe(text);
  });

  it.each(['0001-01-01T00:00:00', '0001-01-01T00:00:00Z', '1760-01-01T00:00:00', '00:00:00', '0:00'])(
    '%s is midnight, although its date means no date',
    (value) => {
      expect(read(value)).toBe('00:00:00');
    },
  );

  const twoDigits = (part: number): string => String(part).padStart(2, '0');

  it('is the same in every spelling, and independent of the zone', () => {
    const part = fc.integer({ min: 0, max: 59 });
    const before = fc.constantFrom('', '0001-01-01T', '2011-04-19T');
    const zone = fc.constantFrom('', 'Z', '+02:00', '-1100');
    fc.assert(
      fc.property(fc.tuple(fc.integer({ min: 0, max: 23 }), part, part), before, zone, (time, date, offset) => {
        const text = time.map(twoDigits).join(':');
        expect(read(`${date}${text}${date === '' ? '' : offset}`)).toBe(text);
      }),
    );
  });
});

describe('no time of day', () => {
  it.each([null, undefined, ''])('%p reads as null', (value) => {
    expect(read(value)).toBeNull();
  });
});

describe('invalid times of day', () => {
  it.each([
    '24:00:00',
    '08:60:00',
    '08:00:60',
    '8',
    '8:0',
    '08:00:0',
    '008:00',
    '08.00',
    '0800',
    '08:00 PM',
    '08:00:00.',
    '08:00:00.12345678',
    '08:00:00Z',
    '1.08:00:00',
    '-08:00:00',
    ' 08:00:00',
    '08:00:00\n',
    '2011-04-19',
    '2011-04-19T',
    '2011-04-19 16:30:00',
    '2011-04-19T16:30:00+2:00',
    'T08:00:00',
    'secret-text',
    8,
    800,
    true,
    {},
    ['08:00:00'],
  ])('%p is refused, and not repeated', (value) => {
    const error = thrownBy(() => read(value));

    expect(error).toBeInstanceOf(UpstreamInvalidResponseError);
    expect([error.detail, error.message]).toEqual(['a value is not a time of day', '']);
  });
});
