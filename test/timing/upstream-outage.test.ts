/** Part of an operation fails, all calls fail, and SuperOffice recovers: responses, and upstream calls. */
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { comesTrue } from '../support/eventually.js';
import { gatewayAt, type GraphqlResponse, type RunningGateway } from '../support/query-gateway.js';
import { rawAnswer, sessionAnswer } from '../support/raw-answers.js';
import {
  reset,
  scriptedUpstream,
  silence,
  until,
  wait,
  write,
  type Script,
  type Step,
} from '../support/scripted-upstream.js';
import { onlyFor, shortDeadlines } from '../support/upstream-row.js';

const ids = Array.from({ length: 10 }, (_, index) => index + 1);

describe('one of ten sessions fails', () => {
  const faults: readonly (readonly [string, Step, string])[] = [
    ['a reset', reset, 'UPSTREAM_UNAVAILABLE'],
    ['a timeout', silence, 'UPSTREAM_TIMEOUT'],
    ['a 503', write(rawAnswer({ status: 503 })), 'UPSTREAM_UNAVAILABLE'],
    ['nonsense', write(rawAnswer({ body: 'x' })), 'UPSTREAM_INVALID_RESPONSE'],
    ['a 403', write(rawAnswer({ status: 403 })), 'FORBIDDEN'],
  ];

  it.each(faults)('U42 by %s: nine have data, one error at its index', async (_name, fault, code) => {
    await using upstream = await scriptedUpstream(onlyFor('4', () => [fault]));
    await using gateway = await gatewayAt(upstream.url, shortDeadlines);

    const { data, errors = [] } = await gateway.query(`{ chatSessions(ids: [${ids.join()}]) { id } }`);

    expect(data.chatSessions).toEqual(ids.map((id) => (id === 4 ? null : { id: String(id) })));
    expect(errors.map(({ path, extensions }) => [path, extensions.code])).toEqual([[['chatSessions', 3], code]]);
    for (const id of ids.filter((id) => id !== 4)) expect(upstream.requestsFor(String(id))).toHaveLength(1);
    expect((await gateway.query('{ chatSession(id: 11) { id } }')).data).toEqual({ chatSession: { id: '11' } });
  });

  it.each(faults)('U42 by %s, in _entities: nine have data, one error at its index', async (_name, fault, code) => {
    await using upstream = await scriptedUpstream(onlyFor('4', () => [fault]));
    await using gateway = await gatewayAt(upstream.url, shortDeadlines);
    const representations = ids.map((id) => ({ __typename: 'ChatSession', id: String(id) }));
    const document = `query ($representations: [_Any!]!) {
      _entities(representations: $representations) { ... on ChatSession { status } }
    }`;

    const { data, errors = [] } = await gateway.query(document, { representations });

    expect(data._entities).toEqual(ids.map((id) => (id === 4 ? null : { status: 'CLOSED' })));
    expect(errors.map(({ path, extensions }) => [path, extensions.code])).toEqual([[['_entities', 3], code]]);
    for (const id of ids.filter((id) => id !== 4)) expect(upstream.requestsFor(String(id))).toHaveLength(1);
  });
});

const halfOpenMs = 400;

const outageSettings = {
  ...shortDeadlines,
  ATTEMPT_TIMEOUT_MS: '1000',
  BREAKER_MIN_CALLS: '10',
  BREAKER_WINDOW_MS: '1000',
  BREAKER_HALF_OPEN_MS: String(halfOpenMs),
  MAX_UPSTREAM_CONCURRENCY: '4',
};

const down: Script = () => [write(rawAnswer({ status: 503 }))];

const codeOf = ({ errors }: GraphqlResponse): string | null => errors?.[0]?.extensions.code ?? null;

const together = (gateway: RunningGateway, count: number): Promise<GraphqlResponse[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => gateway.query(`{ chatSession(id: ${index + 1}) { id } }`)));

/** @returns once the circuit is open */
async function outage(gateway: RunningGateway, calls: () => number): Promise<void> {
  for (let wave = 0; wave < 10; wave += 1) {
    const before = calls();
    await together(gateway, 6);
    if (calls() === before) return;
  }
  throw new Error('the circuit did not open');
}

describe('all calls fail, then SuperOffice recovers', () => {
  it.each<readonly [string, Script]>([
    ['by 503', down],
    ['by resets', () => [reset]],
  ])('U43 %s: the circuit opens, and a hundred operations fail at once without a call', async (_name, script) => {
    await using upstream = await scriptedUpstream(script);
    await using gateway = await gatewayAt(upstream.url, { ...outageSettings, BREAKER_HALF_OPEN_MS: '60000' });
    await outage(gateway, () => upstream.requests.length);
    const before = upstream.requests.length;
    const durationsMs: number[] = [];
    for (let operation = 0; operation < 100; operation += 1) {
      const startedMs = performance.now();
      expect(codeOf(await gateway.query('{ chatSession(id: 1) { id } }'))).toBe('UPSTREAM_UNAVAILABLE');
      durationsMs.push(performance.now() - startedMs);
    }
    expect(upstream.requests).toHaveLength(before);
    const median = durationsMs.sort((first, second) => first - second)[50];
    expect(median).toBeLessThan(50);
  });

  it('U43 still down at half-open: one probe, other operations fail without a call', async () => {
    await using upstream = await scriptedUpstream(down);
    await using gateway = await gatewayAt(upstream.url, outageSettings);
    await outage(gateway, () => upstream.requests.length);
    for (let round = 0; round < 2; round += 1) {
      upstream.play(() => [wait(50), write(rawAnswer({ status: 503 }))]);
      await pause(halfOpenMs + 50);
      const before = upstream.requests.length;
      const responses = await together(gateway, 20);
      expect(responses.map(codeOf)).toEqual(Array(20).fill('UPSTREAM_UNAVAILABLE'));
      expect(upstream.requests.length - before).toBe(1);
    }
  });

  it('U43 recovered: served within the half-open window, never more at once than the concurrency limit', async () => {
    await using upstream = await scriptedUpstream(down);
    await using gateway = await gatewayAt(upstream.url, outageSettings);
    await outage(gateway, () => upstream.requests.length);
    await pause(halfOpenMs + 50);
    const before = upstream.requests.length;
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    upstream.play(({ id }) => [until(released), wait(20), write(sessionAnswer(id))]);

    const first = together(gateway, 30);
    expect(await comesTrue(() => upstream.requests.length > before)).toBe(true);
    await pause(100);
    expect(upstream.requests.length - before).toBe(1); // the probe alone
    release();
    const codes = (await first).map(codeOf);
    expect(codes).toContain(null);
    expect(codes.filter((code) => code !== null && code !== 'UPSTREAM_UNAVAILABLE')).toEqual([]);

    expect((await together(gateway, 30)).map(codeOf)).toEqual(Array(30).fill(null));
    expect(upstream.mostInFlight()).toBeLessThanOrEqual(4);
    expect(upstream.requests.length - before).toBeLessThanOrEqual(60);
  });

  it('U43 a probe without a response: the next window has its own probe', async () => {
    await using upstream = await scriptedUpstream(down);
    await using gateway = await gatewayAt(upstream.url, { ...outageSettings, ATTEMPT_TIMEOUT_MS: '300' });
    await outage(gateway, () => upstream.requests.length);
    upstream.play(() => [silence]);
    await pause(halfOpenMs + 50);
    const before = upstream.requests.length;
    await together(gateway, 5);
    expect(upstream.requests.length - before).toBe(1);
    upstream.play(({ id }) => [write(sessionAnswer(id))]);
    await pause(halfOpenMs + 50);
    expect((await together(gateway, 1)).map(codeOf)).toEqual([null]);
    expect((await together(gateway, 10)).map(codeOf)).toEqual(Array(10).fill(null));
  });
});
