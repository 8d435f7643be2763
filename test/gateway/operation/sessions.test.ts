import { describe, expect, it } from '@jest/globals';
import { gatewayOnEmulator } from '../../support/query-gateway.js';

const badIds = ['0', '-1', '2147483648', '"1e3"', '"x"', '"１"', '"1 "', '"0x1"', '"01"', '""'];

describe('chatSession', () => {
  it('requests exactly the selected properties', async () => {
    await using gateway = await gatewayOnEmulator();

    const { data, errors } = await gateway.query(
      '{ chatSession(id: 192) { id status customerName user { fullName } whenRequested flags } }',
    );

    expect(errors).toBeUndefined();
    expect(data.chatSession).toEqual({
      id: '192',
      status: 'CLOSED',
      customerName: 'Barton Inc and Sons',
      user: { fullName: 'Ana Langosh' },
      whenRequested: '2011-04-19T16:48:28.8939219+02:00',
      flags: ['CUSTOMER_IS_TYPING'],
    });
    expect(gateway.emulator.requests).toEqual([
      'GetChatSessionEntity 192 $select=ChatSessionId,CustomerName,Flags,Status,User/AssociateId,User/FullName,WhenRequested',
    ]);
  });

  it('is null without an error where it does not exist', async () => {
    await using gateway = await gatewayOnEmulator();

    const { data, errors } = await gateway.query('{ chatSession(id: 999999999) { id status } }');

    expect({ data, errors }).toEqual({ data: { chatSession: null }, errors: undefined });
    expect(gateway.emulator.requests).toEqual(['GetChatSessionEntity 999999999 $select=ChatSessionId,Status']);
  });

  it.each(badIds)('refuses the id %s without a call', async (id) => {
    await using gateway = await gatewayOnEmulator();

    const { status, data, errors } = await gateway.query(`{ chatSession(id: ${id}) { status } }`);

    expect(status).toBe(200);
    expect(data).toEqual({ chatSession: null });
    expect(errors?.map(({ path, extensions }) => [path, extensions.code])).toEqual([
      [['chatSession'], 'BAD_USER_INPUT'],
    ]);
    expect(gateway.emulator.requests).toEqual([]);
  });

  it.each([
    ['1.5', 'GRAPHQL_VALIDATION_FAILED'],
    ['true', 'GRAPHQL_VALIDATION_FAILED'],
  ])('refuses the literal %s as an id', async (id, code) => {
    await using gateway = await gatewayOnEmulator();

    const { status, errors } = await gateway.query(`{ chatSession(id: ${id}) { status } }`);

    expect([status, errors?.[0]?.extensions.code]).toEqual([400, code]);
    expect(gateway.emulator.requests).toEqual([]);
  });

  it.each([1.5, true, null, { id: 1 }])('refuses the variable %j with 400', async (id) => {
    await using gateway = await gatewayOnEmulator();

    const { status, errors } = await gateway.query('query ($id: ID!) { chatSession(id: $id) { status } }', { id });

    expect([status, errors?.[0]?.extensions.code]).toEqual([400, 'BAD_USER_INPUT']);
    expect(gateway.emulator.requests).toEqual([]);
  });
});

describe('chatSessions', () => {
  it('returns the order of the ids, with duplicates, and reads each session once', async () => {
    await using gateway = await gatewayOnEmulator();

    const { data } = await gateway.query('{ chatSessions(ids: [5, 6, 5]) { id } }');

    expect(data).toEqual({ chatSessions: [{ id: '5' }, { id: '6' }, { id: '5' }] });
    expect(gateway.emulator.requests).toEqual([
      'GetChatSessionEntity 5 $select=ChatSessionId',
      'GetChatSessionEntity 6 $select=ChatSessionId',
    ]);
  });

  it('has an error at the index of a bad or failing id, null for an unknown one, and all others', async () => {
    await using gateway = await gatewayOnEmulator();
    gateway.emulator.injectFault({ kind: 'status', status: 500, match: { id: '7' } });

    const { status, data, errors } = await gateway.query('{ chatSessions(ids: [5, "x", 7, 999999999, 8]) { id } }');

    expect(status).toBe(200);
    expect(data).toEqual({ chatSessions: [{ id: '5' }, null, null, null, { id: '8' }] });
    expect(errors?.map(({ path, extensions }) => [path, extensions.code])).toEqual([
      [['chatSessions', 1], 'BAD_USER_INPUT'],
      [['chatSessions', 2], 'UPSTREAM_UNAVAILABLE'],
    ]);
    expect(gateway.emulator.requests).toHaveLength(4);
  });

  it('accepts 100 ids and refuses 101 before any call', async () => {
    await using gateway = await gatewayOnEmulator();
    const query = 'query ($ids: [ID!]!) { chatSessions(ids: $ids) { id } }';
    const ids = (count: number) => ({ ids: Array.from({ length: count }, (_, index) => index + 1) });

    const refused = await gateway.query(query, ids(101));
    expect(refused.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect(gateway.emulator.requests).toEqual([]);

    const accepted = await gateway.query(query, ids(100));
    expect(accepted.errors).toBeUndefined();
    expect(gateway.emulator.requests).toHaveLength(100);
  });
});

describe('merging', () => {
  it('makes three calls for ten aliases with different fields on three sessions', async () => {
    await using gateway = await gatewayOnEmulator();
    const fields = ['id', 'status', 'topicId', 'customerName', 'rank', 'person { firstname }', 'person { lastname }'];
    const aliases = Array.from({ length: 10 }, (_, index) => {
      return `a${index}: chatSession(id: ${[3, 4, 8][index % 3]}) { ${fields[index % fields.length]} }`;
    });

    const { data, errors } = await gateway.query(`{ ${aliases.join(' ')} }`);

    expect(errors).toBeUndefined();
    expect(Object.keys(data)).toHaveLength(10);
    expect(gateway.emulator.requests).toEqual([
      'GetChatSessionEntity 3 $select=ChatSessionId,CustomerName,Person/Lastname,Person/PersonId,TopicId',
      'GetChatSessionEntity 4 $select=ChatSessionId,Rank,Status',
      'GetChatSessionEntity 8 $select=ChatSessionId,Person/Firstname,Person/PersonId,Status,TopicId',
    ]);
  });

  it('shares no record between requests, even of the same caller', async () => {
    await using gateway = await gatewayOnEmulator();

    await gateway.query('{ chatSession(id: 5) { id } }');
    await gateway.query('{ chatSession(id: 5) { id } }');

    expect(gateway.emulator.requests).toHaveLength(2);
  });

  it('respects the limit of calls in flight, and returns all', async () => {
    let inFlight = 0;
    let most = 0;
    await using gateway = await gatewayOnEmulator(
      {
        latencyMs: 20,
        onRequest: () => (most = Math.max(most, (inFlight += 1))) && setTimeout(() => (inFlight -= 1), 20),
      },
      { MAX_UPSTREAM_CONCURRENCY: '3' },
    );

    const { data } = await gateway.query('{ chatSessions(ids: [1, 2, 3, 4, 5, 6, 7, 8, 9]) { id } }');

    expect(data.chatSessions).toHaveLength(9);
    expect(most).toBe(3);
  });
});
