/** What operators see: metrics, audit, fingerprints. */
import { describe, expect, it } from '@jest/globals';
import { clockAt } from '../../support/clocks.js';
import { comesTrue } from '../../support/eventually.js';
import { authorization, gatewayAt, gatewayOnEmulator, queryAt } from '../../support/query-gateway.js';
import { scriptedUpstream, silence } from '../../support/scripted-upstream.js';

const lines = (log: string, event: string): readonly Record<string, unknown>[] =>
  log
    .split('\n')
    .filter((line) => line.includes(`"event":"${event}"`))
    .map((line): Record<string, unknown> => JSON.parse(line));

describe('metrics', () => {
  it('count operations, calls, saved calls, and the length of $select', async () => {
    await using gateway = await gatewayOnEmulator();
    await gateway.query('{ a: chatSession(id: 5) { status } b: chatSession(id: 5) { rank } }');
    await gateway.query('{ chatSession(id: 0) { status } }');

    const text = await (await fetch(`${gateway.url}/metrics`)).text();

    expect(text).toContain('superoffice_chat_errors_total{code="BAD_USER_INPUT"} 1');
    expect(text).toMatch(/^superoffice_chat_info\{version="\d+\.\d+\.\d+"\} 1$/m);
    expect(text).toContain('superoffice_chat_operations_total{outcome="ok",client="other"} 1');
    expect(text).toContain('superoffice_chat_operations_total{outcome="partial",client="other"} 1');
    expect(text).toContain(
      'superoffice_chat_upstream_calls_total{operation="GetChatSessionEntity",outcome="ok",client="other"} 1',
    );
    expect(text).toContain('superoffice_chat_upstream_calls_saved_total 1');
    expect(text).toContain('superoffice_chat_select_length_chars_count 1');
    expect(text).toContain('superoffice_chat_upstream_in_flight 0');
    expect(text).toContain('nodejs_eventloop_lag_seconds');
  });

  it('show operations in progress and waiting calls at the time of the scrape, and none afterwards', async () => {
    await using upstream = await scriptedUpstream(() => [silence]);
    const clock = clockAt(0);
    const two = { MAX_UPSTREAM_CONCURRENCY: '2', MAX_UPSTREAM_PER_PRINCIPAL: '2' };
    await using gateway = await gatewayAt(upstream.url, two, clock);
    const leaving = new AbortController();
    const query = '{ chatSessions(ids: [1, 2, 3]) { status } }';
    const headers = { 'content-type': 'application/json', authorization };
    const body = JSON.stringify({ query });
    const response = fetch(`${gateway.url}/graphql`, { method: 'POST', headers, body, signal: leaving.signal });
    const gauges = async (): Promise<readonly string[]> => {
      const text = await (await fetch(`${gateway.url}/metrics`)).text();
      const names = ['operations_in_flight', 'upstream_in_flight', 'upstream_waiting'];
      return names.map((name) => new RegExp(`^superoffice_chat_${name} (\\d+)$`, 'm').exec(text)?.[1] ?? 'none');
    };

    expect(await comesTrue(() => upstream.requests.length === 2)).toBe(true);
    expect(await gauges()).toEqual(['1', '2', '1']);
    leaving.abort();
    await response.catch(() => undefined);
    await comesTrue(() => upstream.openSockets() === 0);

    expect(await gauges()).toEqual(['1', '2', '1']); // gauges are written once per second
    clock.moveBy(1_000);
    expect(await gauges()).toEqual(['0', '0', '0']);
  });

  it.each([
    ['queue', { MAX_UPSTREAM_QUEUE: '0', MAX_UPSTREAM_CONCURRENCY: '1' }, 1],
    ['calls', { MAX_UPSTREAM_CALLS: '1' }, undefined],
    ['minute', { MAX_UPSTREAM_CALLS_PER_MINUTE: '1' }, 60],
  ])('report why calls were not made: %s', async (reason, settings, seconds) => {
    await using gateway = await gatewayOnEmulator({ latencyMs: 20 }, settings);
    const { data, errors = [] } = await gateway.query('{ chatSessions(ids: [1, 2, 3]) { status } }');
    expect(data.chatSessions.filter((session: unknown) => session !== null)).toHaveLength(1);
    expect(errors.map(({ extensions }) => [extensions.code, extensions['retryAfterSeconds']])).toEqual(
      Array(2).fill(['UPSTREAM_CALL_LIMIT', seconds]),
    );
    expect(gateway.emulator.requests).toHaveLength(1);
    const text = await (await fetch(`${gateway.url}/metrics`)).text();
    expect(text).toContain(`superoffice_chat_call_refusals_total{reason="${reason}"} 2`);
  });

  it('can be switched off', async () => {
    await using gateway = await gatewayOnEmulator({}, { METRICS: 'false' });
    expect((await fetch(`${gateway.url}/metrics`)).status).toBe(404);
  });
});

describe('the audit log', () => {
  const query =
    '{ chatSession(id: 192) { status customerEmail person { firstname } user { fullName } } chatSessions(ids: [5]) { rank } }';

  it('reports who read which sessions and which personal fields, never their values', async () => {
    await using gateway = await gatewayOnEmulator({}, { AUDIT_LOG: 'stdout' });
    const headers = { authorization, 'apollographql-client-name': 'console', 'apollographql-client-version': '1.2' };
    const { data } = await gateway.query(query, {}, headers);

    const [line, ...others] = lines(gateway.log(), 'audit');
    expect(others).toEqual([]);
    expect(line).toMatchObject({
      client: 'console',
      clientVersion: '1.2',
      sessions: ['192', '5'],
      personalFields: ['customerEmail', 'person.firstname'],
      principal: expect.stringMatching(/^[\w-]{12}$/),
      requestId: expect.any(String),
      document: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(gateway.log()).not.toContain(data.chatSession.customerEmail);
  });

  it.each(['warn', 'silent'])('is written at LOG_LEVEL=%s, too', async (LOG_LEVEL) => {
    await using gateway = await gatewayOnEmulator({}, { AUDIT_LOG: 'stdout', LOG_LEVEL });
    await gateway.query(query);
    expect(
      gateway
        .log()
        .split('\n')
        .filter((line) => line !== ''),
    ).toHaveLength(1);
    expect(lines(gateway.log(), 'audit')).toHaveLength(1);
  });

  it('names the caller: the user of Basic credentials, otherwise a fingerprint that no language changes', async () => {
    await using gateway = await gatewayOnEmulator({}, { AUDIT_LOG: 'stdout' });
    const token = 'Bearer 7T:abc.def';
    for (const headers of [
      { authorization },
      { authorization: token },
      { authorization: token, 'so-language': 'nb-NO' },
    ])
      await gateway.query(query, {}, headers);

    const callers = lines(gateway.log(), 'audit').map(({ caller }) => caller);
    expect(callers[0]).toEqual({ by: 'user', name: 'tje0' });
    expect(callers[1]).toEqual({ by: 'credentials', name: expect.stringMatching(/^[\w-]{12}$/) });
    expect(callers[2]).toEqual(callers[1]);
    expect(gateway.log()).not.toContain('TjUw'); // the password
    expect(gateway.log()).not.toContain('abc.def');
  });

  it.each([
    [
      '{ myChatSessions(status: [IN_QUEUE]) { customerName messages(last: 1) { author } } }',
      { sessions: ['4', '43'], personalFields: ['ChatMessage.author', 'customerName'] },
    ],
    ['{ chatMessages(sessionId: 5) { id message } }', { sessions: ['5'], personalFields: ['ChatMessage.message'] }],
    [
      '{ chatSession(id: 5) { transcript } }',
      { sessions: ['5'], personalFields: ['ChatMessage.author', 'ChatMessage.message'] },
    ],
    [
      '{ findChatSessions(filter: { ids: [18, 43, 9999] }) { nodes { lastMessage } } }',
      { sessions: ['18', '43'], personalFields: ['lastMessage'] },
    ],
    [
      '{ findChatSessions(filter: { topicIds: [1], firstMessage: { begins: "nothing begins so" } }) { nodes { status } } }',
      { sessions: [], personalFields: ['firstMessage'] },
    ],
    ['{ chatTopic(id: 1) { name } }', { sessions: [], personalFields: [] }],
    ['{ myChatTopics { alertRecipient } }', { sessions: [], personalFields: ['ChatTopic.alertRecipient'] }],
    ['{ chatPresence { displayName } }', { sessions: [], personalFields: ['ChatPresence.displayName'] }],
    [
      'mutation { pickUpNextChatSession { session { customerName } } }',
      {
        sessions: ['4'],
        personalFields: ['customerName'],
        actions: [{ action: 'pickUpNextChatSession', session: '4' }],
      },
    ],
    [
      'mutation { pickUpChatSession(id: 4) { session { customerEmail } } }',
      {
        sessions: ['4'],
        personalFields: ['customerEmail'],
        actions: [{ action: 'pickUpChatSession', session: '4' }],
      },
    ],
    [
      'mutation { addChatMessage(sessionId: 4, message: "Hei") { userErrors { code } } }',
      { sessions: ['4'], personalFields: [], actions: [{ action: 'addChatMessage', session: '4' }] },
    ],
    [
      'mutation { updateChatSession(id: 43, input: { customerPhone: "1", personId: null }, expected: { customerEmail: "x" }) { userErrors { code } } }',
      {
        sessions: ['43'],
        personalFields: expect.arrayContaining(['customerEmail', 'customerPhone']),
        actions: [{ action: 'updateChatSession', session: '43' }],
      },
    ],
  ])('records what was read and done: %s', async (operation, expected) => {
    await using gateway = await gatewayOnEmulator({}, { AUDIT_LOG: 'stdout' });

    await gateway.query(operation);

    expect(lines(gateway.log(), 'audit')).toMatchObject([expected]);
  });

  it.each([
    ['pickUpChatSession(id: 4) { session { id } }', 'PickUpChatSession', '4'],
    ['pickUpNextChatSession { session { id } }', 'PickUpFirstChatSession', null],
    ['addChatMessage(sessionId: 4, message: "Hei") { message { id } }', 'AddChatMessage', '4'],
    ['updateChatSession(id: 4, input: { alertLevel: 1 }) { session { id } }', 'ChatSession', '4'],
    ['setMyChatPresence(userId: 702, present: true) { userErrors { code } }', 'SaveChatPresence', null],
  ])('records an action whose outcome is unknown, too: %s', async (field, operation, session) => {
    await using gateway = await gatewayOnEmulator({}, { AUDIT_LOG: 'stdout' });
    gateway.emulator.injectFault({ kind: 'truncate', match: { operation } });
    gateway.emulator.injectFault({ kind: 'reset', match: { operation } }); // SaveChatPresence has no body to cut

    await gateway.query(`mutation { ${field} }`);

    expect(lines(gateway.log(), 'audit')).toMatchObject([{ actions: [{ action: field.split(/\W/)[0], session }] }]);
    expect(gateway.emulator.requests).toHaveLength(1);
  });

  it('is off by default', async () => {
    await using gateway = await gatewayOnEmulator();
    await gateway.query(query);
    expect(lines(gateway.log(), 'audit')).toEqual([]);
  });

  it('names callers alike on replicas that share PRINCIPAL_KEY', async () => {
    const fingerprint = async (settings: Record<string, string>, caller: string): Promise<unknown> => {
      await using gateway = await gatewayOnEmulator({}, settings);
      await gateway.query(query, {}, { authorization: caller });
      return lines(gateway.log(), 'operation')[0]?.['principal'];
    };
    const shared = { PRINCIPAL_KEY: 'the-same-on-all-replicas' };
    // Another port is another tenant, so the same fingerprint needs the same address: only the difference can be tested here.
    expect(await fingerprint(shared, 'Bearer one')).not.toBe(await fingerprint(shared, 'Bearer two'));
  });
});

describe('errors that share a cause', () => {
  it('share a causeId; errors of another cause have another one or none', async () => {
    await using gateway = await gatewayOnEmulator();
    gateway.emulator.injectFault({ kind: 'status', status: 500, match: { id: '7' } });
    gateway.emulator.injectFault({ kind: 'status', status: 403, match: { id: '8' } });
    const { errors = [] } = await gateway.query(
      '{ a: chatSession(id: 7) { id } b: chatSession(id: 7) { rank } c: chatSession(id: 8) { id } }',
    );

    const causes = errors.map(({ path, extensions }) => [path?.[0], extensions.code, extensions['causeId']]);
    const shared = errors[0]?.extensions['causeId'];
    expect(shared).toEqual(expect.any(String));
    expect(causes).toEqual([
      ['a', 'UPSTREAM_UNAVAILABLE', shared],
      ['b', 'UPSTREAM_UNAVAILABLE', shared],
      ['c', 'FORBIDDEN', undefined],
    ]);
  });
});

describe('settings that change responses', () => {
  it('SUPEROFFICE_TIME_ZONE adds the offset to dates without a zone', async () => {
    const read = async (zone: string): Promise<string> => {
      await using gateway = await gatewayOnEmulator({}, { SUPEROFFICE_TIME_ZONE: zone });
      return (await gateway.query('{ chatSession(id: 4) { whenRequested } }')).data.chatSession.whenRequested;
    };
    expect(await read('UTC')).toBe('2002-03-31T18:00:00Z');
    expect(await read('Europe/Oslo')).toBe('2002-03-31T18:00:00+02:00');
  });

  it('EXPOSE_SESSION_KEY adds sessionKey to the schema; otherwise it cannot be selected', async () => {
    const query = '{ chatSession(id: 192) { sessionKey } }';
    await using closed = await gatewayOnEmulator();
    expect((await closed.query(query)).status).toBe(400);
    await using open = await gatewayOnEmulator({}, { EXPOSE_SESSION_KEY: 'true' });
    expect((await open.query(query)).data).toEqual({ chatSession: { sessionKey: 'fugit' } });
  });

  it('SUPEROFFICE_LANGUAGE is requested when a caller accepts any language, which is the default of fetch', async () => {
    await using gateway = await gatewayOnEmulator({}, { SUPEROFFICE_LANGUAGE: 'nb' });
    await queryAt(gateway.url, { query: '{ chatSession(id: 5) { id } }' }, { authorization, 'accept-language': '*' });
    expect(gateway.emulator.log[0]?.headers['accept-language']).toBe('nb');
  });

  it('OPERATION_TIMEOUT_MS ends calls that wait in the queue', async () => {
    const deadlines = {
      CONNECT_TIMEOUT_MS: '1800',
      ATTEMPT_TIMEOUT_MS: '1900',
      UPSTREAM_TIMEOUT_MS: '2000',
      OPERATION_TIMEOUT_MS: '2001',
    };
    await using gateway = await gatewayOnEmulator({ latencyMs: 700 }, { ...deadlines, MAX_UPSTREAM_CONCURRENCY: '1' });
    const { data, errors } = await gateway.query('{ chatSessions(ids: [1, 2, 3, 4, 5, 6]) { id } }');
    expect(data.chatSessions[0]).toEqual({ id: '1' });
    expect(data.chatSessions[5]).toBeNull();
    expect(errors?.at(-1)?.extensions.code).toBe('UPSTREAM_TIMEOUT');
    expect(gateway.emulator.requests.length).toBeLessThan(6);
  });
});
