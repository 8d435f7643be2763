/** U46: MAX_UPSTREAM_CALLS_PER_SECOND, with an upstream that records the time of each call. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { describe, expect, it } from '@jest/globals';
import { comesTrue } from '../support/eventually.js';
import { queryAt, authorization, gatewayAt, type RunningGateway } from '../support/query-gateway.js';
import { rawAnswer, sessionAnswer } from '../support/raw-answers.js';
import { scriptedUpstream, write, type Script } from '../support/scripted-upstream.js';

/** An upstream, its calls with their times, and the most calls that it saw in any second. */
async function countingUpstream(script: Script = ({ id }) => [write(sessionAnswer(id))]) {
  const arrivals: { readonly id: string; readonly atMs: number }[] = [];
  const delays = monitorEventLoopDelay({ resolution: 10 });
  delays.enable();
  const upstream = await scriptedUpstream((request) => {
    arrivals.push({ id: request.id, atMs: performance.now() });
    return script(request);
  });
  return { ...upstream, arrivals, mostInASecond: () => mostInASecond(arrivals, delays.max / 1e6) };
}

/**
 * A call is recorded up to `lateMs` after it was sent, the longest time in which this process did not run: two calls that were sent a
 * second apart can be recorded that much closer together, and a few milliseconds more.
 */
function mostInASecond(arrivals: readonly { readonly atMs: number }[], lateMs: number): number {
  const windowMs = 950 - lateMs;
  const inWindow = (from: number): number =>
    arrivals.filter(({ atMs }) => atMs >= from && atMs < from + windowMs).length;
  return Math.max(0, ...arrivals.map(({ atMs }) => inWindow(atMs)));
}

const ids = (first: number, count: number): string =>
  Array.from({ length: count }, (_, index) => first + index).join(', ');

const list = (first: number, count: number): string => `{ chatSessions(ids: [${ids(first, count)}]) { id } }`;

const metric = async ({ url }: RunningGateway, name: string): Promise<string> =>
  new RegExp(`^superoffice_chat_${name} (.*)$`, 'm').exec(await (await fetch(`${url}/metrics`)).text())?.[1] ?? 'none';

describe('U46 calls in a second', () => {
  it('are no more than the limit, retries included, and all succeed', async () => {
    await using upstream = await countingUpstream(({ id, attempt }) => [
      write(attempt === 1 && Number(id) % 5 === 0 ? rawAnswer({ status: 503 }) : sessionAnswer(id)),
    ]);
    const settings = { MAX_UPSTREAM_CALLS_PER_SECOND: '10', RETRY_BUDGET_PERCENT: '100' };
    await using gateway = await gatewayAt(upstream.url, settings);
    const { data, errors } = await gateway.query(list(1, 25));
    expect(errors).toBeUndefined();
    expect(data.chatSessions.map(({ id }: { readonly id: string }) => Number(id))).toEqual(
      Array.from({ length: 25 }, (_, index) => index + 1),
    );
    expect(upstream.arrivals).toHaveLength(30);
    expect(upstream.mostInASecond()).toBeLessThanOrEqual(10);
    expect(Number(await metric(gateway, 'upstream_peak_calls_per_second'))).toBeLessThanOrEqual(10);
  });

  it('that cannot be sent in time fail by index, at once, and say when to retry', async () => {
    await using upstream = await countingUpstream();
    const settings = {
      MAX_UPSTREAM_CALLS_PER_SECOND: '10',
      UPSTREAM_TIMEOUT_MS: '1500',
      ATTEMPT_TIMEOUT_MS: '1400',
      CONNECT_TIMEOUT_MS: '1000',
    };
    await using gateway = await gatewayAt(upstream.url, settings);
    const { data, errors = [] } = await gateway.query(list(1, 40));
    expect(data.chatSessions.slice(0, 20).every((session: unknown) => session !== null)).toBe(true);
    expect(errors.map(({ path }) => path?.[1])).toEqual(Array.from({ length: 20 }, (_, index) => index + 20));
    expect(new Set(errors.map(({ extensions }) => extensions.code))).toEqual(new Set(['UPSTREAM_CALL_LIMIT']));
    const seconds = errors.map(({ extensions }) => Number(extensions['retryAfterSeconds']));
    expect(seconds.filter((wait) => wait < 2 || wait > 3)).toEqual([]);
    expect(upstream.arrivals).toHaveLength(20);
    expect(await metric(gateway, 'call_refusals_total{reason="rate"}')).toBe('20');
  });

  it("leave room for another caller's query while a long list waits", async () => {
    await using upstream = await countingUpstream();
    await using gateway = await gatewayAt(upstream.url, { MAX_UPSTREAM_CALLS_PER_SECOND: '5' });
    const long = gateway.query(list(1, 25));
    expect(await comesTrue(() => upstream.arrivals.length === 5)).toBe(true);
    const other = { authorization: `Basic ${Buffer.from('other:other').toString('base64')}` };
    const short = await queryAt(gateway.url, { query: '{ chatSession(id: 1000) { id } }' }, other);
    expect(short.data).toEqual({ chatSession: { id: '1000' } });
    expect(upstream.arrivals.findIndex(({ id }) => id === '1000')).toBeLessThan(10); // among the next five
    await long;
  });

  it('are not limited by default: one warning above ten, and the peak in the metrics', async () => {
    await using upstream = await countingUpstream();
    await using gateway = await gatewayAt(upstream.url);
    await gateway.query(list(1, 30), {}, { authorization });
    await gateway.query(list(1, 30), {}, { authorization });
    expect(upstream.arrivals).toHaveLength(60);
    expect(Number(await metric(gateway, 'upstream_peak_calls_per_second'))).toBeGreaterThanOrEqual(30);
    const warnings = gateway
      .log()
      .split('\n')
      .filter((line) => line.includes('"event":"call-rate"'));
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain('MAX_UPSTREAM_CALLS_PER_SECOND');
  });
});
