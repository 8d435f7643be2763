/**
 * Dates: every spelling of SuperOffice becomes RFC 3339, and the instant never changes.
 */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readDateTime, readUtcDateTime } from '../../../src/entities/date-time.js';
import { UpstreamInvalidResponseError } from '../../../src/errors/upstream-errors.js';
import { readingIn, thrownBy } from '../../support/readings.js';

const inOslo = (value: unknown): string | null => readDateTime(value, readingIn('Europe/Oslo'), {});

describe('dates with a zone', () => {
  it.each([
    ['2011-04-19T16:48:28.8939219+02:00', '2011-04-19T16:48:28.8939219+02:00'],
    ['2011-04-19T16:48:28.8939219+0200', '2011-04-19T16:48:28.8939219+02:00'],
    ['2011-04-19T16:48:28Z', '2011-04-19T16:48:28Z'],
    ['2011-04-19T16:48:28.1Z', '2011-04-19T16:48:28.1Z'],
    ['2011-04-19T16:48:28+00:00', '2011-04-19T16:48:28+00:00'],
    ['2011-04-19T16:48:28-0330', '2011-04-19T16:48:28-03:30'],
    ['2011-04-19T16:48:28+14:00', '2011-04-19T16:48:28+14:00'],
    ['2000-02-29T12:00:00Z', '2000-02-29T12:00:00Z'],
    ['2012-02-29T23:59:59.9999999-11:00', '2012-02-29T23:59:59.9999999-11:00'],
  ])('%s is returned as %s', (value, text) => {
    expect(inOslo(value)).toBe(text);
  });

  it.each(['', '.1', '.12', '.123', '.1234', '.12345', '.123456', '.1234567', '.1000000'])(
    'the fraction "%s" is kept digit by digit',
    (fraction) => {
      expect(inOslo(`2020-06-01T12:00:00${fraction}Z`)).toBe(`2020-06-01T12:00:00${fraction}Z`);
      expect(inOslo(`2020-06-01T12:00:00${fraction}+0530`)).toBe(`2020-06-01T12:00:00${fraction}+05:30`);
      expect(inOslo(`2020-06-01T12:00:00${fraction}`)).toBe(`2020-06-01T12:00:00${fraction}+02:00`);
    },
  );

  const zoned = fc.record({
    wallMs: fc.integer({ min: Date.UTC(1801, 0, 1) / 1000, max: Date.UTC(9998, 11, 31) / 1000 }).map((s) => s * 1000),
    fraction: fc.stringMatching(/^(\.\d{1,7})?$/),
    offsetMinutes: fc.integer({ min: -14 * 60, max: 14 * 60 }),
    colon: fc.constantFrom(':', ''),
    zulu: fc.boolean(),
  });

  it('the instant never changes, whatever the spelling', () => {
    fc.assert(
      fc.property(zoned, ({ wallMs, fraction, offsetMinutes, colon, zulu }) => {
        const size = Math.abs(offsetMinutes);
        const digits = [Math.floor(size / 60), size % 60].map((part) => String(part).padStart(2, '0')).join(colon);
        const zone = zulu ? 'Z' : `${offsetMinutes < 0 ? '-' : '+'}${digits}`;
        const text = inOslo(`${new Date(wallMs).toISOString().slice(0, 19)}${fraction}${zone}`) ?? '';

        const [, wall = '', fractionOut = '', zoneOut = ''] = /^(.{19})(\.\d+)?(Z|[+-]\d\d:\d\d)$/.exec(text) ?? [];
        expect(fractionOut).toBe(fraction);
        expect(Date.parse(wall + zoneOut)).toBe(wallMs - (zulu ? 0 : offsetMinutes * 60_000));
      }),
    );
  });
});

describe('dates without a zone', () => {
  it.each([
    ['winter', '2020-01-15T12:00:00', '2020-01-15T12:00:00+01:00'],
    ['summer', '2020-07-15T12:00:00.5', '2020-07-15T12:00:00.5+02:00'],
    ['the last second before the gap', '2020-03-29T01:59:59', '2020-03-29T01:59:59+01:00'],
    ['inside the gap: the offset before it', '2020-03-29T02:30:00', '2020-03-29T02:30:00+01:00'],
    ['the first second after the gap', '2020-03-29T03:00:00', '2020-03-29T03:00:00+02:00'],
    ['the last second before the overlap', '2020-10-25T01:59:59', '2020-10-25T01:59:59+02:00'],
    ['inside the overlap: the earlier instant', '2020-10-25T02:30:00', '2020-10-25T02:30:00+02:00'],
    ['the first second after the overlap', '2020-10-25T03:00:00', '2020-10-25T03:00:00+01:00'],
  ])('get the offset of the base zone: %s', (_situation, value, text) => {
    expect(inOslo(value)).toBe(text);
  });

  it('get Z in UTC', () => {
    expect(readDateTime('2020-07-15T12:00:00', readingIn('UTC'), {})).toBe('2020-07-15T12:00:00Z');
  });

  it('are UTC where the documentation defines it, whatever the base zone', () => {
    const read = (value: string): string | null => readUtcDateTime(value, readingIn('Europe/Oslo'), {});

    expect(read('2020-07-15T12:00:00')).toBe('2020-07-15T12:00:00Z');
    expect(read('2020-07-15T12:00:00+02:00')).toBe('2020-07-15T12:00:00+02:00');
  });

  const zones = ['Europe/Oslo', 'America/New_York', 'America/St_Johns', 'Asia/Kathmandu', 'Australia/Lord_Howe'];
  const instant = fc
    .integer({ min: Date.UTC(1970, 0, 1) / 1000, max: Date.UTC(2037, 11, 31) / 1000 })
    .map((seconds) => seconds * 1000);

  it('mean the instant at which a clock in the base zone showed them, the earlier one where there were two', () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones, 'Pacific/Apia'), instant, (timeZone, instantMs) => {
        const wallIn = (ms: number): string =>
          new Date(ms).toLocaleString('sv-SE', { timeZone, hourCycle: 'h23' }).replace(' ', 'T');
        const text = readDateTime(wallIn(instantMs), readingIn(timeZone), {}) ?? '';

        expect(wallIn(Date.parse(text))).toBe(wallIn(instantMs));
        expect(Date.parse(text)).toBeLessThanOrEqual(instantMs);
        expect(instantMs - Date.parse(text)).toBeLessThanOrEqual(60 * 60_000);
      }),
    );
  });
});

describe('no date', () => {
  it.each([
    null,
    undefined,
    '',
    '0001-01-01T00:00:00',
    '0001-01-01T00:00:00Z',
    '0001-01-01T00:00:00+01:00',
    '1753-01-01T00:00:00',
    '1753-01-01T00:00:00Z',
    '1760-01-01T01:00:00+01:00',
    '1799-12-31T23:59:59',
    '9999-12-31T23:59:59.9999999',
    '9999-12-31T00:00:00Z',
  ])('%p reads as null', (value) => {
    expect(inOslo(value)).toBeNull();
    expect(readUtcDateTime(value, readingIn('Europe/Oslo'), {})).toBeNull();
  });

  it.each(['1800-01-01T00:00:00Z', '9998-12-31T23:59:59Z'])('%s is a date nevertheless', (value) => {
    expect(inOslo(value)).toBe(value);
  });
});

describe('invalid dates', () => {
  it.each([
    '2021-02-29T12:00:00Z',
    '2100-02-29T12:00:00Z',
    '1900-02-29T12:00:00+01:00',
    '2020-04-31T12:00:00',
    '2020-13-01T12:00:00Z',
    '2020-00-10T12:00:00Z',
    '2020-01-00T12:00:00Z',
    '2020-01-01T24:00:00Z',
    '2020-01-01T12:60:00Z',
    '2020-01-01T12:00:60Z',
    '2020-01-01T12:00:00+24:00',
    '2020-01-01T12:00:00+01:60',
    '2020-01-01T12:00:00.12345678Z',
    '2020-01-01T12:00:00.Z',
    '2020-01-01T12:00Z',
    '2020-01-01 12:00:00',
    '2020-01-01',
    '12020-01-01T12:00:00Z',
    ' 2020-01-01T12:00:00Z',
    '2020-01-01T12:00:00Z\n',
    'secret-text',
    1_577_880_000_000,
    true,
    {},
    [],
  ])('%p is refused, and not repeated', (value) => {
    const error = thrownBy(() => inOslo(value));

    expect(error).toBeInstanceOf(UpstreamInvalidResponseError);
    expect([error.detail, error.message]).toEqual(['a value is not a date', '']);
  });
});
