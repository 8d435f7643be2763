/** Reads that requests of one caller share: JOIN_CALLS_IN_FLIGHT and CACHE_SLOW_SECONDS. */
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { runningClock } from '../../support/clocks.js';
import { gatewayOnEmulator, queryAt } from '../../support/query-gateway.js';

const joined = { JOIN_CALLS_IN_FLIGHT: 'true', EXPLAIN: 'true' };
const late = { latencyMs: 150 };

const [a, b] = [{ authorization: 'Bearer a' }, { authorization: 'Bearer b' }];

const session = (fields: string): string => `{ chatSession(id: 192) { ${fields} } }`;

describe('identical reads under way', () => {
  it('of one caller are one call, also for fewer fields; each request has its own response', async () => {
    await using gateway = await gatewayOnEmulator(late, joined);
    const answers = await Promise.all([
      gateway.query(session('id status customerName'), {}, a),
      gateway.query(session('id status customerName'), {}, { ...a, 'x-superoffice-explain': '1' }),
      pause(50).then(() => gateway.query(session('status'), {}, a)),
    ]);
    expect(answers.map(({ data, errors }) => [Object.keys(data.chatSession), errors])).toEqual([
      [['id', 'status', 'customerName'], undefined],
      [['id', 'status', 'customerName'], undefined],
      [['status'], undefined],
    ]);
    expect(gateway.emulator.requests).toEqual(['GetChatSessionEntity 192 $select=ChatSessionId,CustomerName,Status']);
    expect(answers[1]?.extensions?.['superoffice']).toMatchObject({ callsMade: 0, callsSaved: 1 });
  });

  it.each([
    ['of another caller', session('id status'), b],
    ['in another language', session('id status'), { ...a, 'accept-language': 'nb' }],
    ['with another property', session('id status rating'), a],
    ['of another record', '{ chatSession(id: 193) { id status } }', a],
  ])('%s are two calls', async (_what, query, headers) => {
    await using gateway = await gatewayOnEmulator(late, joined);
    await Promise.all([gateway.query(session('id status'), {}, a), gateway.query(query, {}, headers)]);
    expect(gateway.emulator.requests).toHaveLength(2);
  });

  it('are two calls where the setting is off', async () => {
    await using gateway = await gatewayOnEmulator(late);
    await Promise.all([gateway.query(session('id'), {}, a), gateway.query(session('id'), {}, a)]);
    expect(gateway.emulator.requests).toHaveLength(2);
  });

  it('are not kept afterwards', async () => {
    await using gateway = await gatewayOnEmulator({}, joined);
    for (let count = 0; count < 3; count += 1) await gateway.query(session('id'), {}, a);
    expect(gateway.emulator.requests).toHaveLength(3);
  });

  it("do not join one that began before the caller's latest action", async () => {
    await using gateway = await gatewayOnEmulator({}, joined);
    const id = gateway.emulator.customerArrives({ name: 'Ada', text: 'hello' });
    const read = `{ chatSession(id: ${id}) { status } }`;
    gateway.emulator.injectFault({ kind: 'delay', delayMs: 600, match: { operation: 'GetChatSessionEntity' } });
    const before = gateway.query(read, {}, a);
    await pause(50);
    await gateway.query(`mutation { pickUpChatSession(id: ${id}) { userErrors { code } } }`, {}, a);
    const after = await gateway.query(read, {}, a);

    expect(after.data.chatSession.status).not.toBe('IN_QUEUE');
    expect((await before).errors).toBeUndefined();
    expect(gateway.emulator.requests.filter((line) => line.startsWith('GetChatSessionEntity'))).toHaveLength(2);
  });

  it('of a request whose client leaves is made again for the others', async () => {
    await using gateway = await gatewayOnEmulator({ latencyMs: 300 }, joined);
    const leaving = new AbortController();
    const headers = { 'content-type': 'application/json', ...a };
    const body = JSON.stringify({ query: session('id status') });
    const left = fetch(`${gateway.url}/graphql`, { method: 'POST', headers, body, signal: leaving.signal }).catch(
      () => null,
    );
    await pause(100);
    const staying = queryAt(gateway.url, { query: session('id status') }, a);
    await pause(50);
    leaving.abort();
    await left;
    const { data, errors } = await staying;
    expect([data.chatSession.id, errors]).toEqual(['192', undefined]);
    expect(gateway.emulator.requests).toHaveLength(2);
  });

  it.each([403, 500])('share no failure: after %i each makes its own call', async (status) => {
    await using gateway = await gatewayOnEmulator(late, { ...joined, UPSTREAM_RETRIES: '0' });
    gateway.emulator.injectFault({ kind: 'status', status, times: 1 });
    const answers = await Promise.all([1, 2, 3].map(() => gateway.query(session('id'), {}, a)));
    expect(answers.filter(({ errors }) => errors !== undefined)).toHaveLength(1);
    expect(gateway.emulator.requests).toHaveLength(3);
  });
});

const slow = '{ chatTopic(id: 2) { name agents { user { fullName } } } transferTargets { name } myChatTopics { id } }';
const slowCalls = ['GetChatTopicEntity', 'GetChatTopicUserAgentList', 'GetUserAgentList', 'ChatTopicsForUser'];

describe('lists that seldom change', () => {
  const kept = { CACHE_SLOW_SECONDS: '30', ADMIN_MUTATIONS: 'true' };

  it('are kept for the caller that has read them, for the time', async () => {
    const clock = runningClock();
    await using gateway = await gatewayOnEmulator({}, kept, clock);
    const first = await gateway.query(slow, {}, a);
    const { length } = gateway.emulator.requests;
    const second = await gateway.query(slow, {}, a);
    expect(second.data).toEqual(first.data);
    expect(gateway.emulator.requests).toHaveLength(length);

    await gateway.query(slow, {}, b);
    expect(gateway.emulator.requests).toHaveLength(2 * length);
    clock.moveBy(31_000);
    await gateway.query(slow, {}, a);
    expect(gateway.emulator.requests).toHaveLength(3 * length);
    expect(
      slowCalls.every(
        (name) => gateway.emulator.requests.some((line) => line.startsWith(name)) || name === 'GetChatTopicEntity',
      ),
    ).toBe(true);
  });

  it('are read again for a property that was not read', async () => {
    await using gateway = await gatewayOnEmulator({}, kept);
    await gateway.query('{ myChatTopics { id } }', {}, a);
    const { data } = await gateway.query('{ myChatTopics { id name } }', {}, a);
    expect(data.myChatTopics[0].name).not.toBe('');
    expect(gateway.emulator.requests).toHaveLength(2);
  });

  it.each([
    '{ chatSession(id: 192) { id } }',
    '{ chatPresence { id } }',
    '{ transferTargets(onlyPresent: true) { name } }',
    '{ myChatSessions { id } }',
    '{ chatMessages(sessionId: 192) { id } }',
  ])('%s is never kept', async (query) => {
    await using gateway = await gatewayOnEmulator({}, { ...kept, ...joined });
    for (let count = 0; count < 2; count += 1) expect((await gateway.query(query, {}, a)).errors).toBeUndefined();
    expect(gateway.emulator.requests).toHaveLength(2);
  });

  it('are read again after an action on topics, by whoever', async () => {
    await using gateway = await gatewayOnEmulator({}, kept);
    const topic = '{ chatTopic(id: 2) { name } }';
    await gateway.query(topic, {}, a);
    const change = 'mutation { updateChatTopic(id: 2, name: "another") { userErrors { code } } }';
    expect((await gateway.query(change, {}, b)).errors).toBeUndefined();
    expect((await gateway.query(topic, {}, a)).data.chatTopic.name).toBe('another');
  });

  it('are dropped when SuperOffice refuses the credentials', async () => {
    await using gateway = await gatewayOnEmulator({}, kept);
    const topic = '{ chatTopic(id: 2) { name } }';
    await gateway.query(topic, {}, a);
    gateway.emulator.injectFault({ kind: 'status', status: 401, times: 2 });
    await gateway.query(session('id'), {}, a);
    const { errors } = await gateway.query(topic, {}, a);
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED']);
  });
});
