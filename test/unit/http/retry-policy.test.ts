/**
 * Whether and when an attempt is repeated, and every spelling of Retry-After.
 */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readRetryAfterSeconds, retryDelayMs } from '../../../src/http/retry-policy.js';

const failed = { attempt: 1, maxRetries: 1, isRepeatable: true, retryAfterSeconds: undefined, remainingMs: 10_000 };

describe('retryDelayMs', () => {
  it.each([
    [0, 0],
    [0.5, 100],
    [1, 200],
  ])('a chance of %d waits %d ms before the second attempt: full jitter', (random, delayMs) => {
    expect(retryDelayMs(failed, random)).toBe(delayMs);
  });

  it.each([
    ['the failure cannot be repeated', { isRepeatable: false }],
    ['it was the last attempt', { attempt: 2 }],
    ['retries are off', { maxRetries: 0 }],
    ['the time is over', { remainingMs: 0 }],
    ['SuperOffice requires more time than is left', { retryAfterSeconds: 10 }],
    ['SuperOffice requires an hour', { retryAfterSeconds: 3600 }],
    ['the jitter alone takes longer than what is left', { remainingMs: 100 }],
  ])('gives up where %s', (_reason, more) => {
    expect(retryDelayMs({ ...failed, ...more }, 0.5)).toBeNull();
  });

  it('waits as long as SuperOffice requires, plus the jitter', () => {
    expect(retryDelayMs({ ...failed, retryAfterSeconds: 2 }, 0)).toBe(2000);
    expect(retryDelayMs({ ...failed, retryAfterSeconds: 2 }, 0.5)).toBe(2100);
    expect(retryDelayMs({ ...failed, retryAfterSeconds: 0 }, 0)).toBe(0);
  });

  it('a wait always ends before the deadline and never before the required time', () => {
    const chance = fc.double({ min: 0, max: 1, noNaN: true });
    const retryAfterSeconds = fc.option(fc.nat(20), { nil: undefined });
    fc.assert(
      fc.property(chance, retryAfterSeconds, fc.nat(12_000), (random, seconds, remainingMs) => {
        const delayMs = retryDelayMs({ ...failed, retryAfterSeconds: seconds, remainingMs }, random);
        if (delayMs === null) return;
        expect(delayMs).toBeLessThan(remainingMs);
        expect(delayMs).toBeGreaterThanOrEqual((seconds ?? 0) * 1000);
      }),
    );
  });
});

describe('Retry-After', () => {
  const nowMs = Date.parse('2026-03-01T12:00:00Z');

  it.each([
    [undefined, undefined],
    ['0', 0],
    ['1', 1],
    ['007', 7],
    ['3600', 3600],
    ['3601', 3600],
    ['99999999999999999999', 3600],
    ['9'.repeat(400), 3600],
    ['Sun, 01 Mar 2026 12:00:30 GMT', 30],
    ['Sunday, 01-Mar-26 12:00:30 GMT', 30],
    ['Sun Mar  1 12:00:30 2026 GMT', 30],
    ['Mon, 02 Mar 2026 12:00:00 GMT', 3600],
    ['Sun, 01 Mar 2026 12:00:00 GMT', 0],
    ['Sun, 01 Mar 2026 11:59:59 GMT', undefined],
    ['Thu, 01 Jan 1970 00:00:00 GMT', undefined],
    ['-5', undefined],
    ['1.5', undefined],
    ['1e3', undefined],
    ['soon', undefined],
    ['NaN', undefined],
    ['Infinity', undefined],
    ['', undefined],
    ['1, 2', undefined],
  ])('%s is %p seconds', (value, seconds) => {
    expect(readRetryAfterSeconds(value, nowMs)).toBe(seconds);
  });

  it('a date between two seconds is rounded up: never too early', () => {
    expect(readRetryAfterSeconds('Sun, 01 Mar 2026 12:00:30 GMT', nowMs + 1)).toBe(30);
    expect(readRetryAfterSeconds('Sun, 01 Mar 2026 12:00:30 GMT', nowMs - 1)).toBe(31);
  });

  it('any text is null, or from 0 to an hour', () => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        const seconds = readRetryAfterSeconds(value, nowMs);
        if (seconds !== undefined) expect(seconds >= 0 && seconds <= 3600).toBe(true);
      }),
    );
  });
});
