/** Which failures open the circuit, and which never do: column B of the matrix. */
import { describe, expect, it } from '@jest/globals';
import { certificate } from '../support/certificates.js';
import { runningClock } from '../support/clocks.js';
import { comesTrue } from '../support/eventually.js';
import { authorization, gatewayAt, queryAt, type RunningGateway } from '../support/query-gateway.js';
import { rawAnswer, sessionAnswer, sessionText } from '../support/raw-answers.js';
import {
  end,
  reset,
  scriptedUpstream,
  silence,
  wait,
  write,
  type Script,
  type ScriptedOptions,
  type Step,
} from '../support/scripted-upstream.js';
import { healthy, shortDeadlines } from '../support/upstream-row.js';
import { refusingUrl } from '../support/upstream-servers.js';

/** One attempt for each call, so that the counts are those of the table. */
const tenCalls = {
  ...shortDeadlines,
  BREAKER_FAILURE_PERCENT: '50',
  BREAKER_MIN_CALLS: '10',
  BREAKER_WINDOW_MS: '10000',
  BREAKER_HALF_OPEN_MS: '60000',
  MAX_RESPONSE_BYTES: '2048',
  UPSTREAM_RETRIES: '0',
};

/** For upstreams that respond: on a busy machine a late response must not become a timeout, which counts as an outage. */
const unhurried = {
  ...tenCalls,
  CONNECT_TIMEOUT_MS: '8000',
  ATTEMPT_TIMEOUT_MS: '9000',
  UPSTREAM_TIMEOUT_MS: '19000',
  OPERATION_TIMEOUT_MS: '20000',
};

const idsFrom = (first: number, count: number): number[] => Array.from({ length: count }, (_, index) => first + index);

async function codesFor(gateway: RunningGateway, ids: readonly number[]): Promise<readonly (string | null)[]> {
  const { errors = [] } = await gateway.query(`{ chatSessions(ids: [${ids.join()}]) { status } }`);
  return ids.map((_, index) => errors.find(({ path }) => path?.[1] === index)?.extensions.code ?? null);
}

/** An aborted connection may be counted late. */
async function settled(count: () => number): Promise<number> {
  const seen = count();
  return (await comesTrue(() => count() !== seen, 50)) ? settled(count) : seen;
}

/** Ten calls in a row are not sent: the circuit is open. */
async function expectOpen(gateway: RunningGateway, calls: () => number): Promise<void> {
  const before = await settled(calls);
  const { data, errors = [] } = await gateway.query(
    `{ chatSessions(ids: [${idsFrom(501, 10).join()}]) { id status } }`,
  );
  expect(data.chatSessions).toEqual(Array(10).fill(null));
  const codes = errors.map(({ extensions }) => [extensions.code, Number(extensions['retryAfterSeconds']) > 0]);
  expect(codes).toEqual(Array(10).fill(['UPSTREAM_UNAVAILABLE', true]));
  expect(calls()).toBe(before);
}

const answering = (status: number, body = '', headers: Readonly<Record<string, string | null>> = {}): Script => {
  return () => [write(rawAnswer({ status, body, headers }))];
};

const half = sessionText('1').slice(0, 15);
const closing = { 'Content-Length': null, Connection: 'close' };
const typed = (contentType: string) => ({ 'Content-Type': contentType });
const cut = (death: Step): Script => {
  return () => [write(rawAnswer({ headers: { 'Content-Length': '500' }, body: half })), wait(20), death];
};

describe('what opens the circuit', () => {
  it.each<readonly [string, Script, ScriptedOptions?]>([
    ['U4 no response', () => [silence]],
    ['U6 a body that stops', cut(silence)],
    ['U7 a truncated response', cut(end)],
    ['U8 a truncated response, close-delimited', () => [write(rawAnswer({ headers: closing, body: half })), end]],
    ['U11 XML', answering(200, '<ChatSession/>', typed('application/xml'))],
    ['U12 an empty 200', answering(200)],
    ['U29 408', answering(408)],
    ['U33 502', answering(502)],
    ['U33 503', answering(503)],
    ['U33 504', answering(504)],
    ['U35 a reset before the response', () => [reset]],
    ['U36 a reset inside the response', cut(reset)],
    ['U37 untrusted TLS', healthy, { certificate: () => certificate('self-signed') }],
    ['U38 bytes that are not HTTP', () => [write('GARBAGE\r\n\r\n')]],
  ])('%s: after ten, nothing is sent', async (_name, script, options = {}) => {
    await using upstream = await scriptedUpstream(script, options);
    await using gateway = await gatewayAt(upstream.url, tenCalls);
    const codes = await codesFor(gateway, idsFrom(1, 12));
    expect(codes).not.toContain(null);
    await expectOpen(gateway, upstream.connections);
  });

  it.each([
    ['U1 connection refused', null],
    ['U2 an unknown host', 'http://nowhere.invalid'],
  ])('%s: after ten, nothing is sent', async (_name, url) => {
    const settings = { ...tenCalls, ALLOW_INSECURE_UPSTREAM: 'true', LOG_LEVEL: 'debug' };
    await using gateway = await gatewayAt(url ?? (await refusingUrl()), settings);
    await codesFor(gateway, idsFrom(1, 12));
    await expectOpen(gateway, () => gateway.log().split('"event":"upstream"').length);
  });
});

describe('what never opens the circuit', () => {
  it.each<readonly [string, Script]>([
    ['U9 invalid JSON', answering(200, '{"ChatSessionId":1,}')],
    ['U9 invalid JSON that looks truncated, with the right length', answering(200, half)],
    ['U10 an HTML page', answering(200, '<html></html>', typed('text/html'))],
    ['U12 204', answering(204, '', { 'Content-Length': null, 'Content-Type': null })],
    ['U13 null', answering(200, 'null')],
    ['U14 a list', answering(200, '[]')],
    ['U16 another charset', answering(200, half, typed('application/json; charset=utf-16'))],
    ['U17 a body beyond the cap', answering(200, ' '.repeat(5_000))],
    ['U19 a value of the wrong type', ({ id }) => [write(sessionAnswer(id, { Status: 7 }))]],
    ['U24 another session', answering(200, sessionText('999'))],
    ['U25 400', answering(400)],
    ['U26 401', answering(401)],
    ['U27 403', answering(403)],
    ['U28 404', answering(404)],
    ['U31 429', answering(429)],
    ['U32 500', answering(500)],
    ['U34 a redirect', answering(302, '', { Location: '/' })],
  ])('%s: after thirty, calls are still sent', async (_name, script) => {
    await using upstream = await scriptedUpstream(script);
    await using gateway = await gatewayAt(upstream.url, unhurried);
    await codesFor(gateway, idsFrom(1, 30));
    expect(upstream.requests).toHaveLength(30);
    upstream.play(healthy);
    expect(await codesFor(gateway, idsFrom(501, 10))).toEqual(Array(10).fill(null));
    expect(upstream.requests).toHaveLength(40);
  });

  it('U26 one caller without rights: the circuit stays closed for the others', async () => {
    const script: Script = (request) => (request.head.includes('expired') ? answering(401) : healthy)(request);
    await using upstream = await scriptedUpstream(script);
    await using gateway = await gatewayAt(upstream.url, unhurried);
    for (let operation = 0; operation < 30; operation += 1) {
      await gateway.query('{ chatSession(id: 1) { status } }', {}, { authorization: 'Bearer expired' });
    }
    expect(await codesFor(gateway, [501])).toEqual([null]);
  });

  it('U4 clients that disconnect: the circuit stays closed', async () => {
    await using upstream = await scriptedUpstream(() => [silence]);
    await using gateway = await gatewayAt(upstream.url, unhurried);
    const leaving = new AbortController();
    const query = `{ chatSessions(ids: [${idsFrom(1, 30).join()}]) { status } }`;
    const response = fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization },
      body: JSON.stringify({ query }),
      signal: leaving.signal,
    });
    expect(await comesTrue(() => upstream.requests.length === 30)).toBe(true);
    leaving.abort();
    await expect(response).rejects.toThrow();
    expect(await comesTrue(() => upstream.openSockets() === 0)).toBe(true);
    upstream.play(healthy);
    expect(await codesFor(gateway, idsFrom(501, 10))).toEqual(Array(10).fill(null));
    expect(upstream.requests).toHaveLength(40);
  });

  it('U35 dead pooled connections, each fixed by a retry: the circuit stays closed', async () => {
    let round = 0;
    const openedIn = new Map<number, number>();
    await using upstream = await scriptedUpstream(({ id, connection, turn }) => {
      if (turn === 1) openedIn.set(connection, round);
      return openedIn.get(connection) === round ? healthyFor(id) : [reset];
    });
    const settings = { UPSTREAM_RETRIES: '1', RETRY_BUDGET_PERCENT: '100', BREAKER_FAILURE_PERCENT: '20' };
    await using gateway = await gatewayAt(upstream.url, { ...unhurried, ...settings });
    for (round = 1; round <= 3; round += 1) {
      expect(await codesFor(gateway, idsFrom(round * 10, 10))).toEqual(Array(10).fill(null));
    }
    expect(upstream.requestsFor('20')).toHaveLength(2);
    expect(upstream.requests.length).toBeLessThanOrEqual(10 + 20 + 20);
  });
});

const healthyFor = (id: string): readonly Step[] => [write(sessionAnswer(id))];

describe('the probe of a half-open circuit', () => {
  it('U4 whose client disconnects opens the circuit again, and the next one closes it', async () => {
    const clock = runningClock();
    await using upstream = await scriptedUpstream(answering(503));
    await using gateway = await gatewayAt(upstream.url, unhurried, clock);
    await codesFor(gateway, idsFrom(1, 12));
    await expectOpen(gateway, () => upstream.requests.length);

    clock.moveBy(60_000);
    upstream.play(() => [silence]);
    const leaving = new AbortController();
    const probe = fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization },
      body: JSON.stringify({ query: '{ chatSession(id: 77) { status } }' }),
      signal: leaving.signal,
    });
    expect(await comesTrue(() => upstream.requestsFor('77').length === 1)).toBe(true);
    const sockets = upstream.openSockets();
    leaving.abort();
    await expect(probe).rejects.toThrow();
    expect(await comesTrue(() => upstream.openSockets() < sockets)).toBe(true);
    await expectOpen(gateway, () => upstream.requests.length);

    clock.moveBy(60_000);
    upstream.play(healthy);
    expect(await codesFor(gateway, [601])).toEqual([null]);
    expect(await codesFor(gateway, idsFrom(602, 3))).toEqual([null, null, null]);
  });
});

describe('the threshold', () => {
  it('U33 fewer calls than BREAKER_MIN_CALLS, or fewer failures than the percentage, change nothing', async () => {
    await using upstream = await scriptedUpstream(answering(503));
    await using gateway = await gatewayAt(upstream.url, unhurried);
    await codesFor(gateway, idsFrom(1, 8));
    upstream.play(healthy);
    expect(await codesFor(gateway, idsFrom(101, 20))).toEqual(Array(20).fill(null));
    upstream.play(({ id }) => (Number(id) % 3 === 0 ? [write(rawAnswer({ status: 503 }))] : healthyFor(id)));
    await codesFor(gateway, idsFrom(201, 30));
    expect(upstream.requests).toHaveLength(58);
    expect(await codesFor(gateway, [502])).toEqual([null]);
  });

  it('U44 a wall clock that is set back does not keep the circuit open longer', async () => {
    const steps = { wallMs: 0, monotonicMs: 0 };
    const clock = {
      now: () => Date.now() + steps.wallMs,
      monotonicMs: () => performance.now() + steps.monotonicMs,
    };
    await using upstream = await scriptedUpstream(answering(503));
    await using gateway = await gatewayAt(upstream.url, unhurried, clock);
    await codesFor(gateway, idsFrom(1, 12));
    upstream.play(healthy);
    steps.wallMs = -3_600_000;
    await expectOpen(gateway, () => upstream.requests.length);
    steps.monotonicMs = 60_000; // BREAKER_HALF_OPEN_MS
    expect(await codesFor(gateway, [501])).toEqual([null]);
    expect(await codesFor(gateway, idsFrom(502, 10))).toEqual(Array(10).fill(null));
  });

  it('U43 the circuit is open for every caller, and does not affect health checks', async () => {
    await using upstream = await scriptedUpstream(answering(503));
    await using gateway = await gatewayAt(upstream.url, unhurried);
    await codesFor(gateway, idsFrom(1, 12));
    const before = upstream.requests.length;
    const body = { query: '{ chatSession(id: 1) { status } }' };
    const { errors } = await queryAt(gateway.url, body, { authorization: 'Bearer another-caller' });
    expect(errors?.[0]?.extensions.code).toBe('UPSTREAM_UNAVAILABLE');
    expect(upstream.requests).toHaveLength(before);
    expect((await fetch(`${gateway.url}/ready`)).status).toBe(200);
  });
});
