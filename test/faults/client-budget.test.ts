/** Amplification: what one operation, one caller and one process may cost SuperOffice (the other half of C9 and C19). */
import { describe, expect, it } from '@jest/globals';
import { calm, facingQuery, isWell, json } from '../support/facing-clients.js';
import { sendPlain, sendQuery } from '../support/plain-http.js';
import { gatewayOnEmulator, type GatewayWithEmulator } from '../support/query-gateway.js';
import { comesTrue } from '../support/eventually.js';

const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, n) => from + n);
const codesByPath = (errors: Awaited<ReturnType<typeof facingQuery>>['errors']) =>
  errors?.map(({ path, extensions }) => [path?.join('.'), extensions.code]);

describe('the budget of an operation', () => {
  it('C9 calls beyond MAX_UPSTREAM_CALLS are not sent; those within it are', async () => {
    const settings = { MAX_UPSTREAM_CALLS: '3' };
    const faced = await facingQuery('{ chatSessions(ids: [1, 2, 3, 4, 5]) { id } }', {}, { settings });
    expect(faced.status).toBe(200);
    expect(faced.data.chatSessions).toEqual([{ id: '1' }, { id: '2' }, { id: '3' }, null, null]);
    expect(codesByPath(faced.errors)).toEqual([
      ['chatSessions.3', 'UPSTREAM_CALL_LIMIT'],
      ['chatSessions.4', 'UPSTREAM_CALL_LIMIT'],
    ]);
    expect([faced.calls.length, faced.isWell]).toEqual([3, true]);
  });

  it('C9 a hundred calls by default, over all fields and aliases', async () => {
    const query = `{ a: chatSessions(ids: [${range(1, 60).join()}]) { id } b: chatSessions(ids: [${range(61, 120).join()}]) { id } }`;
    const { data, errors = [], calls } = await facingQuery(query);
    expect(calls.length).toBe(100);
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(range(1, 20).map(() => 'UPSTREAM_CALL_LIMIT'));
    expect([...data.a, ...data.b].filter((item: unknown) => item !== null)).toHaveLength(100);
  });

  it('C9 one id under many aliases is one call, and counts once', async () => {
    const settings = { MAX_UPSTREAM_CALLS: '2' };
    const query =
      '{ a: chatSession(id: 1) { id } b: chatSession(id: 1) { status } c: chatSessions(ids: [1, 2, 2]) { id } }';
    const { codes, calls } = await facingQuery(query, {}, { settings });
    expect([codes, calls.length]).toEqual([[], 2]);
  });

  it('C9 invalid ids do not count', async () => {
    const settings = { MAX_UPSTREAM_CALLS: '1' };
    const { data, codes } = await facingQuery('{ chatSessions(ids: [0, -1, "x", 5]) { id } }', {}, { settings });
    expect([data.chatSessions[3], new Set(codes)]).toEqual([{ id: '5' }, new Set(['BAD_USER_INPUT'])]);
  });

  it('C19 references have the same budget', async () => {
    const query = `query ($all: [_Any!]!) { _entities(representations: $all) { ... on ChatSession { status } } }`;
    const all = range(1, 5).map((id) => ({ __typename: 'ChatSession', id: String(id) }));
    const { data, errors, calls } = await facingQuery(query, { all }, { settings: { MAX_UPSTREAM_CALLS: '4' } });
    expect([data._entities[4], codesByPath(errors), calls.length]).toEqual([
      null,
      [['_entities.4', 'UPSTREAM_CALL_LIMIT']],
      4,
    ]);
  });
});

describe('the budget of a caller', () => {
  const settings = { MAX_UPSTREAM_CALLS_PER_MINUTE: '3' };
  const send = (gateway: GatewayWithEmulator, authorization = 'Bearer a') =>
    gateway.query('{ chatSessions(ids: [1, 2]) { id } }', {}, { authorization });

  it('C9 is off by default', async () => {
    await using gateway = await gatewayOnEmulator({}, calm);
    for (let round = 0; round < 10; round += 1) expect((await send(gateway)).errors).toBeUndefined();
    expect(gateway.emulator.requests).toHaveLength(20);
  });

  it('C9 calls beyond it are not sent, say when to retry, and leave the quota of others alone', async () => {
    await using gateway = await gatewayOnEmulator({}, { ...calm, ...settings });
    expect((await send(gateway)).errors).toBeUndefined();

    const { status, data, errors = [] } = await send(gateway);

    expect([status, data.chatSessions]).toEqual([200, [{ id: '1' }, null]]);
    expect(codesByPath(errors)).toEqual([['chatSessions.1', 'UPSTREAM_CALL_LIMIT']]);
    const seconds = Number(errors[0]?.extensions['retryAfterSeconds']);
    expect(seconds).toBeGreaterThanOrEqual(1);
    expect(seconds).toBeLessThanOrEqual(60);
    expect(gateway.emulator.requests).toHaveLength(3);

    expect((await send(gateway, 'Bearer b')).errors).toBeUndefined();
    expect(gateway.emulator.requests).toHaveLength(5);
  });
});

describe('the budget of a caller with any headers', () => {
  it.each([
    [{ 'accept-language': 'nb' }],
    [{ 'so-language': 'de' }],
    [{ 'so-timezone': 'UTC' }],
    [{ 'so-culture': 'en-GB' }],
    [{ authorization: 'bearer   a' }],
  ])('C9 is the same with %j', async (other) => {
    await using gateway = await gatewayOnEmulator({}, { ...calm, MAX_UPSTREAM_CALLS_PER_MINUTE: '1' });
    const send = (headers: Readonly<Record<string, string>>) =>
      gateway.query('{ chatSession(id: 1) { id } }', {}, { authorization: 'Bearer a', ...headers });

    expect((await send({})).errors).toBeUndefined();
    const { errors } = await send(other);

    expect(codesByPath(errors)).toEqual([['chatSession', 'UPSTREAM_CALL_LIMIT']]);
    expect(gateway.emulator.requests).toHaveLength(1);
  });
});

describe('the limit of the process', () => {
  it('C9 operations beyond MAX_OPERATIONS_IN_FLIGHT get 503 with Retry-After, until others end', async () => {
    await using gateway = await gatewayOnEmulator({}, { ...calm, MAX_OPERATIONS_IN_FLIGHT: '2' });
    gateway.emulator.injectFault({ kind: 'hang', match: { id: '7' }, times: 2 });
    const leaving = new AbortController();
    const hanging = [1, 2].map(() =>
      sendQuery(gateway.url, { query: '{ chatSession(id: 7) { id } }' }, json, leaving.signal),
    );
    expect(await comesTrue(() => gateway.emulator.requests.length === 2)).toBe(true);

    const refused = await sendQuery(gateway.url, { query: '{ chatSession(id: 5) { id } }' }, json);
    const encoded = await sendPlain(`${gateway.url}/%67raphql`, { body: '{"query":"{ __typename }"}', headers: json });
    const wrongMethod = await fetch(`${gateway.url}/graphql`, { method: 'PUT' });
    const live = await fetch(`${gateway.url}/live`);

    expect([refused?.status, JSON.parse(refused?.text ?? '').errors[0].extensions.code]).toEqual([
      503,
      'REQUEST_CONCURRENCY_LIMITED',
    ]);
    expect(Number(refused?.headers['retry-after'])).toBeGreaterThan(0);
    expect(encoded?.status).toBe(503); // the same path, spelt otherwise
    expect(wrongMethod.status).toBe(503);
    expect(live.status).toBe(200);
    expect(gateway.emulator.requests).toHaveLength(2);

    leaving.abort();
    await Promise.all(hanging);
    let well = false;
    for (let look = 0; look < 50 && !well; look += 1) well = await isWell(gateway);
    expect(well).toBe(true);
  });
});
