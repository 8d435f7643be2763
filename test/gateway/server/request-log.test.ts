/** The log lines of requests: one for each operation and for each refused request; repeated lines are sampled. */
import { connect } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { runningClock } from '../../support/clocks.js';
import { comesTrue } from '../../support/eventually.js';
import { authorization, gatewayAt, gatewayOnEmulator, type RunningGateway } from '../../support/query-gateway.js';
import { rawAnswer } from '../../support/raw-answers.js';
import { scriptedUpstream, silence, write } from '../../support/scripted-upstream.js';

type Line = Readonly<Record<string, unknown>>;

const linesOf = (gateway: RunningGateway, event: string): readonly Line[] =>
  gateway
    .log()
    .split('\n')
    .filter((line) => line.includes(`"event":"${event}"`))
    .map((line) => JSON.parse(line) as Line); // our own lines

const levels = (lines: readonly Line[]): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const { level } of lines) counts[String(level)] = (counts[String(level)] ?? 0) + 1;
  return counts;
};

const json = { 'content-type': 'application/json', authorization };

const send = (url: string, init: RequestInit = {}) =>
  fetch(url, { method: 'POST', headers: json, body: '{"query":"{ __typename }"}', ...init });

describe('the line of an operation', () => {
  it('has calls, bytes, status, codes and the client’s address', async () => {
    await using gateway = await gatewayOnEmulator();
    await gateway.query(
      'query Some { a: chatSession(id: 192) { status } b: chatSession(id: 0) { status } c: chatSession(id: -1) { rank } }',
    );
    await gateway.query('{ nothing }');
    const [some, invalid] = linesOf(gateway, 'operation');
    expect(some).toMatchObject({
      operationName: 'Some',
      status: 200,
      outcome: 'partial',
      errors: 2,
      codes: ['BAD_USER_INPUT'],
    });
    expect(some).toMatchObject({ calls: 1, bytes: expect.any(Number), address: '127.0.0.1', level: 30 });
    expect(Number(some?.['bytes'])).toBeGreaterThan(20);
    expect(invalid).toMatchObject({
      status: 400,
      outcome: 'failed',
      codes: ['GRAPHQL_VALIDATION_FAILED'],
      calls: 0,
      bytes: 0,
    });
  });

  it('counts retries as calls', async () => {
    await using upstream = await scriptedUpstream(() => [write(rawAnswer({ status: 503 }))]);
    await using gateway = await gatewayAt(upstream.url);
    await gateway.query('{ chatSession(id: 1) { status } }');
    expect(linesOf(gateway, 'operation')[0]).toMatchObject({ calls: 2, codes: ['UPSTREAM_UNAVAILABLE'] });
    expect(upstream.requests).toHaveLength(2);
  });

  it('is the only one for a list of fifty; each call also has one at debug, and with LOG_CALLS=info', async () => {
    const list = `{ chatSessions(ids: [${Array.from({ length: 50 }, (_, index) => index + 1).join()}]) { id } }`;
    for (const [settings, calls] of [
      [{}, {}],
      [{ LOG_LEVEL: 'debug' }, { 20: 50 }],
      [{ LOG_CALLS: 'info' }, { 30: 50 }],
    ] as const) {
      await using gateway = await gatewayOnEmulator({}, settings);
      await gateway.query(list);
      expect(levels(linesOf(gateway, 'upstream'))).toEqual(calls);
      expect(linesOf(gateway, 'operation')).toMatchObject([{ calls: 50 }]);
    }
  });

  it.each([
    [{}, '203.0.113.7', '127.0.0.1'],
    [{ TRUSTED_PROXIES: '127.0.0.1' }, '203.0.113.7', '203.0.113.7'],
    [{ TRUSTED_PROXIES: '127.0.0.0/8, 10.0.0.0/8' }, '198.51.100.1, 203.0.113.7, 10.1.2.3', '203.0.113.7'],
    [{ TRUSTED_PROXIES: '10.0.0.0/8' }, '203.0.113.7', '127.0.0.1'],
    [{ LOG_CLIENT_ADDRESS: 'false' }, '203.0.113.7', undefined],
  ])('with %j and X-Forwarded-For %s: address %s', async (settings, forwarded, expected) => {
    await using gateway = await gatewayOnEmulator({}, settings);
    await send(`${gateway.url}/graphql`, { headers: { ...json, 'x-forwarded-for': forwarded } });
    await send(`${gateway.url}/nothing`, { headers: { ...json, 'x-forwarded-for': forwarded } });
    expect(linesOf(gateway, 'operation')[0]?.['address']).toBe(expected);
    await comesTrue(() => linesOf(gateway, 'http-error').length > 0);
    expect(linesOf(gateway, 'http-error')[0]?.['address']).toBe(expected);
  });

  it.each(['nonsense', '0.0.0.0/0', '10.0.0.0/33', '10.0.0', 'fd00::/129', '1.2.3.4/8/8'])(
    'TRUSTED_PROXIES=%s is refused',
    async (text) => {
      await expect(gatewayOnEmulator({}, { TRUSTED_PROXIES: text })).rejects.toThrow(
        'TRUSTED_PROXIES: expected addresses and networks',
      );
    },
  );
});

describe('the line of a refused request', () => {
  it.each<readonly [number, string, RequestInit, string]>([
    [404, '/nothing?token=secret', {}, 'BAD_REQUEST'],
    [405, '/graphql', { method: 'PUT' }, 'BAD_REQUEST'],
    [406, '/graphql', { headers: { ...json, accept: 'text/html' } }, 'BAD_REQUEST'],
    [413, '/graphql', { body: 'x'.repeat(300_000) }, 'BAD_REQUEST'],
    [415, '/graphql', { headers: { ...json, 'content-encoding': 'zstd' } }, 'BAD_REQUEST'],
    [400, '/graphql', { body: '[]' }, 'BAD_REQUEST'],
  ])('%i: its status, code, method and route, once', async (status, path, init, code) => {
    await using gateway = await gatewayOnEmulator();
    const response = await send(`${gateway.url}${path}`, init);
    expect(response.status).toBe(status);
    expect(await comesTrue(() => linesOf(gateway, 'http-error').length > 0)).toBe(true);
    const lines = linesOf(gateway, 'http-error');
    expect(lines).toMatchObject([{ status, code, level: 30, method: init.method ?? 'POST' }]);
    expect(lines[0]?.['route']).toBe(path === '/graphql' ? path : undefined);
    expect(lines[0]?.['requestId']).toBe(response.headers.get('x-request-id'));
    expect(linesOf(gateway, 'operation')).toEqual([]);
    expect(gateway.log()).not.toContain('secret');
    expect(gateway.emulator.requests).toEqual([]);
  });

  it('503 is a warning', async () => {
    await using upstream = await scriptedUpstream(() => [silence]);
    const one = {
      MAX_OPERATIONS_IN_FLIGHT: '1',
      DRAIN_TIMEOUT_MS: '100',
      ATTEMPT_TIMEOUT_MS: '400',
      CONNECT_TIMEOUT_MS: '300',
      UPSTREAM_TIMEOUT_MS: '500',
      OPERATION_TIMEOUT_MS: '600',
    };
    await using gateway = await gatewayAt(upstream.url, one);
    const first = gateway.query('{ chatSession(id: 1) { id } }');
    expect(await comesTrue(() => upstream.requests.length === 1)).toBe(true);
    expect((await send(`${gateway.url}/graphql`)).status).toBe(503);
    expect(await comesTrue(() => linesOf(gateway, 'http-error').length > 0)).toBe(true);
    expect(linesOf(gateway, 'http-error')).toMatchObject([
      { status: 503, code: 'REQUEST_CONCURRENCY_LIMITED', level: 40 },
    ]);
    await first;
  });

  it('is written for clients that do not wait for the response, with their address', async () => {
    await using gateway = await gatewayOnEmulator({}, { LOG_LEVEL: 'debug' });
    const port = Number(new URL(gateway.url).port);
    for (let clients = 0; clients < 30; clients += 1) {
      const socket = connect(port, '127.0.0.1').on('error', () => undefined);
      socket.write('GET /nothing HTTP/1.1\r\nhost: a\r\n\r\n');
      setTimeout(() => socket.destroy(), clients * 10); // before or after the response
    }
    expect(await comesTrue(() => linesOf(gateway, 'http-error').length > 5)).toBe(true);
    const addresses = linesOf(gateway, 'http-error').map(
      ({ status, address }) => `${String(status)} ${String(address)}`,
    );
    expect(new Set(addresses)).toEqual(new Set(['404 127.0.0.1']));
  });

  it('is written for bytes that are not HTTP, too', async () => {
    await using gateway = await gatewayOnEmulator();
    const socket = connect(Number(new URL(gateway.url).port), '127.0.0.1').end('NO HTTP AT ALL\r\n\r\n');
    socket.resume();
    expect(await comesTrue(() => linesOf(gateway, 'http-error').length > 0)).toBe(true);
    expect(linesOf(gateway, 'http-error')).toMatchObject([
      { status: 400, reason: expect.stringMatching(/^HPE_/), address: '127.0.0.1' },
    ]);
  });
});

describe('repeated lines', () => {
  it('are logged five times in ten seconds, and then with the number of omitted ones', async () => {
    const clock = runningClock();
    await using gateway = await gatewayOnEmulator({}, { LOG_LEVEL: 'debug' }, clock);
    for (let count = 0; count < 12; count += 1) await send(`${gateway.url}/nothing`);
    expect(await comesTrue(() => linesOf(gateway, 'http-error').length === 12)).toBe(true);
    expect(levels(linesOf(gateway, 'http-error'))).toEqual({ 20: 7, 30: 5 });
    clock.moveBy(10_000);
    await send(`${gateway.url}/nothing`);
    await send(`${gateway.url}/graphql`, { method: 'PUT' }); // another cause
    expect(await comesTrue(() => linesOf(gateway, 'http-error').length === 14)).toBe(true);
    expect(
      linesOf(gateway, 'http-error')
        .slice(12)
        .map(({ status, omitted }) => [status, omitted]),
    ).toEqual([
      [404, 7],
      [405, undefined],
    ]);
  });

  it('of a hundred failing references are ten instead of two hundred, and all of them are counted', async () => {
    await using upstream = await scriptedUpstream(() => [write(rawAnswer({ status: 500 }))]);
    await using gateway = await gatewayAt(upstream.url, { BREAKER_MIN_CALLS: '10000', UPSTREAM_RETRIES: '0' });
    const representations = Array.from({ length: 100 }, (_, index) => ({
      __typename: 'ChatSession',
      id: String(index + 1),
    }));
    const query = 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on ChatSession { status } } }';
    const { errors = [] } = await gateway.query(query, { r: representations });
    expect([errors.length, upstream.requests.length]).toEqual([100, 100]);
    expect(levels(linesOf(gateway, 'upstream'))).toEqual({ 40: 5 });
    expect(levels(linesOf(gateway, 'error'))).toEqual({ 40: 5 });
    expect(linesOf(gateway, 'operation')).toMatchObject([{ errors: 100, calls: 100, codes: [expect.any(String)] }]);
  });
});

describe('the levels', () => {
  it('include error for the circuit when it opens', async () => {
    await using upstream = await scriptedUpstream(() => [write(rawAnswer({ status: 503 }))]);
    await using gateway = await gatewayAt(upstream.url, {
      LOG_LEVEL: 'error',
      BREAKER_MIN_CALLS: '5',
      UPSTREAM_RETRIES: '0',
    });
    await gateway.query('{ chatSessions(ids: [1, 2, 3, 4, 5, 6, 7, 8]) { status } }');
    expect(linesOf(gateway, 'circuit')).toMatchObject([{ level: 50, state: 'open' }]);
    expect(gateway.log().trim().split('\n')).toHaveLength(1);
  });
});
