/** 429 and Retry-After in every form, and the retry budget of the process. */
import { describe, expect, it } from '@jest/globals';
import { gatewayAt } from '../support/query-gateway.js';
import { rawAnswer, sessionAnswer } from '../support/raw-answers.js';
import { scriptedUpstream, write, type Script } from '../support/scripted-upstream.js';
import { allSurvived, rowResult } from '../support/upstream-row.js';

const throttling = (retryAfter: string | null, status = 429) => [
  write(rawAnswer({ status, headers: { 'Retry-After': retryAfter } })),
];

const httpDate = (inSeconds: number): string => new Date(Date.now() + inSeconds * 1000).toUTCString();

/** A date is computed when its test begins: on a busy machine that may be long after the file was loaded. */
const written = (retryAfter: string | (() => string)): string =>
  typeof retryAfter === 'string' ? retryAfter : retryAfter();

const limited = { faulty: null, codes: ['faulty: UPSTREAM_RATE_LIMITED'] };

describe('429 whose wait fits the deadline', () => {
  it.each([
    ['no Retry-After', null],
    ['0', '0'],
    ['a negative number', '-5'],
    ['a date that has passed', httpDate(-3600)],
    ['the Unix epoch', 'Thu, 01 Jan 1970 00:00:00 GMT'],
    ['garbage', 'soon'],
    ['garbage with a number in it', 'later 9999'],
    ['a fraction', '1.5'],
    ['a number in exponents', '1e9'],
    ['a number with a sign', '+600'],
    ['two values', '600, 1200'],
    ['blanks', '   '],
    ['digits that are not ASCII', Buffer.from('٣٠٠').toString('latin1')],
  ])('U31 %s: one retry; persistent: UPSTREAM_RATE_LIMITED', async (_name, retryAfter) => {
    const result = await rowResult(() => throttling(retryAfter));
    expect(result).toMatchObject({ ...limited, calls: 2 });
    expect(result.errors[0]?.extensions['retryAfterSeconds'] ?? 0).toBe(0);
    expect(result.survivors).toEqual(allSurvived);
  });

  it.each<readonly [string, string | (() => string), number]>([
    ['seconds', '1', 1_000],
    ['a date', () => httpDate(2), 1], // whole seconds, less the time until the request
  ])('U31 %s: waits, retries, succeeds', async (_name, retryAfter, waitMs) => {
    const startedMs = performance.now();
    const header = written(retryAfter);
    const script: Script = ({ id, attempt }) => (attempt === 1 ? throttling(header) : [write(sessionAnswer(id))]);
    const result = await rowResult(script);
    expect(result).toMatchObject({ faulty: { status: 'CLOSED' }, codes: [], calls: 2 });
    expect(performance.now() - startedMs).toBeGreaterThanOrEqual(waitMs - 5);
    expect(result.survivors).toEqual(allSurvived);
  });
});

describe('429 whose wait does not fit the deadline', () => {
  it.each<readonly [string, string | (() => string), number]>([
    ['seconds', '60', 60],
    ['leading zeros', '0060', 60],
    ['more than an hour', '86400', 3600],
    ['huge', '99999999999999999999999999', 3600],
    ['a date', () => httpDate(120), 119],
    ['a date in the year 9999', 'Fri, 31 Dec 9999 23:59:59 GMT', 3600],
  ])('U31 %s: UPSTREAM_RATE_LIMITED after one call, with the wait, clamped', async (_name, retryAfter, seconds) => {
    const header = written(retryAfter);
    const result = await rowResult(() => throttling(header));
    expect(result).toMatchObject({ ...limited, calls: 1 });
    const retryAfterSeconds = Number(result.errors[0]?.extensions['retryAfterSeconds']);
    expect(retryAfterSeconds).toBeLessThanOrEqual(seconds + 1);
    expect(retryAfterSeconds).toBeGreaterThan(seconds - 20);
    expect(result.survivors).toEqual(allSurvived);
  });

  it('U33 503 has the wait as well', async () => {
    const result = await rowResult(() => throttling('60', 503));
    expect(result).toMatchObject({ faulty: null, codes: ['faulty: UPSTREAM_UNAVAILABLE'], calls: 1 });
    expect(result.errors[0]?.extensions['retryAfterSeconds']).toBe(60);
  });
});

describe('the retry budget', () => {
  /** The circuit breaker would save more calls than the budget does. */
  const withoutBreaker = { BREAKER_MIN_CALLS: '10000' };

  async function callsOfFailingOperations(operations: number, settings: Readonly<Record<string, string>>) {
    await using upstream = await scriptedUpstream(() => throttling('0', 503));
    await using gateway = await gatewayAt(upstream.url, { ...withoutBreaker, ...settings });
    for (let first = 0; first < operations; first += 10) {
      const wave = Array.from({ length: Math.min(10, operations - first) }, (_, index) => first + index + 1);
      const responses = await Promise.all(wave.map((id) => gateway.query(`{ chatSession(id: ${id}) { status } }`)));
      const codes = responses.map(({ errors }) => errors?.[0]?.extensions.code);
      expect(codes).toEqual(wave.map(() => 'UPSTREAM_UNAVAILABLE'));
    }
    return upstream.requests.length;
  }

  it('U33 100 failing operations make at most 20 % more calls, and three', async () => {
    const calls = await callsOfFailingOperations(100, { RETRY_BUDGET_PERCENT: '20' });
    expect(calls).toBeLessThanOrEqual(100 * 1.2 + 3);
    expect(calls).toBeGreaterThanOrEqual(100 + 3);
  });

  it('U33 an idle gateway has three retries', async () => {
    await expect(callsOfFailingOperations(3, { RETRY_BUDGET_PERCENT: '20' })).resolves.toBe(6);
    await expect(callsOfFailingOperations(10, { RETRY_BUDGET_PERCENT: '0' })).resolves.toBe(13);
  });
});
