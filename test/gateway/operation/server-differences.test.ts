/**
 * Servers of different versions: properties that are newer or older than the specification are requested, and a server that refuses
 * a call because of one of them costs one more call, once.
 */
import { describe, expect, it } from '@jest/globals';
import type { EmulatorOptions } from '../../../src/emulator/index.js';
import { authorization, gatewayOnEmulator } from '../../support/query-gateway.js';

const refusals = ['bad-request', 'error-object'] as const;
const older = { generation: 'specification' } as const;
const current = { generation: 'current' } as const;

const names = '{ chatSession(id: 21) { status ticket { title personFullname } } }';
const select21 = 'GetChatSessionEntity 21 $select=ChatSessionId,Status';

describe.each(refusals)('a server that responds to an unknown name with %s', (unknownSelect) => {
  it('gets one more request with the bare name of the parent, and none with the property again', async () => {
    await using gateway = await gatewayOnEmulator({ ...older, unknownSelect });

    const first = await gateway.query(names);
    const second = await gateway.query(names);

    expect(first.errors).toBeUndefined();
    expect(first.data.chatSession.ticket.personFullname).toEqual(expect.any(String)); // CustFullname
    expect(second.data).toEqual(first.data);
    expect(gateway.emulator.requests).toEqual([
      `${select21},Ticket/CustFullname,Ticket/PersonFullname,Ticket/TicketId,Ticket/Title`,
      `${select21},Ticket`,
      `${select21},Ticket`,
    ]);
    expect(gateway.log()).toContain('"event":"names-refused","paths":["Ticket/PersonFullname","Ticket/CustFullname"]');
  });

  it('gets a request without $select for a top-level property, and no request for it again when it has none', async () => {
    await using gateway = await gatewayOnEmulator({ ...older, unknownSelect });
    const query = '{ chatSession(id: 20) { status rating chatbotIsActive } }';

    const first = await gateway.query(query);
    const second = await gateway.query(query);

    expect(first.errors).toBeUndefined();
    expect(first.data.chatSession).toEqual({ status: 'FINISHED', rating: null, chatbotIsActive: null });
    expect(second.data).toEqual(first.data);
    expect(gateway.emulator.requests).toEqual([
      'GetChatSessionEntity 20 $select=ChatSessionId,ChatbotIsActive,Rating,Status',
      'GetChatSessionEntity 20',
      'GetChatSessionEntity 20 $select=ChatSessionId,Status',
    ]);
  });

  it('is still successful for a property that it has next to one that it lacks', async () => {
    await using gateway = await gatewayOnEmulator({ ...current, unknownSelect });
    const query = '{ chatSession(id: 20) { rating ticket { personFullname } } }';

    const responses = [await gateway.query(query), await gateway.query(query), await gateway.query(query)];

    for (const { data, errors } of responses) {
      expect(errors).toBeUndefined();
      expect(data.chatSession).toEqual({ rating: 2, ticket: { personFullname: expect.any(String) } });
    }
    expect(gateway.emulator.requests).toEqual([
      'GetChatSessionEntity 20 $select=ChatSessionId,Rating,Ticket/CustFullname,Ticket/PersonFullname,Ticket/TicketId',
      'GetChatSessionEntity 20',
      'GetChatSessionEntity 20 $select=ChatSessionId,Rating,Ticket',
      'GetChatSessionEntity 20 $select=ChatSessionId,Rating,Ticket',
    ]);
  });

  it('keeps it even when the record of the trial is older than the property', async () => {
    await using gateway = await gatewayOnEmulator({ ...current, unknownSelect });

    await gateway.query('{ chatSession(id: 19) { rating ticket { personFullname } } }');
    const { data, errors } = await gateway.query('{ chatSession(id: 20) { rating } }');

    expect(errors).toBeUndefined();
    expect(data).toEqual({ chatSession: { rating: 2 } });
  });

  it('is tried once for concurrent callers, and lists use the results of sessions', async () => {
    await using gateway = await gatewayOnEmulator({ ...older, unknownSelect, latencyMs: 20 });
    const ids = [20, 21, 23, 24, 26];
    const query = `{ chatSessions(ids: [${ids.join()}]) { id rating user { customFields { name } } } }`;

    const { errors, data } = await gateway.query(query);
    expect(errors).toBeUndefined();
    expect(data.chatSessions.map(({ id }: { id: string }) => Number(id))).toEqual(ids);
    const successful = gateway.emulator.log.filter(({ status }) => status === 200);
    expect(gateway.emulator.requests.filter((line) => !line.includes('$select'))).toHaveLength(1);
    expect(successful.length).toBeGreaterThanOrEqual(ids.length);
    expect(gateway.emulator.requests).toHaveLength(2 * ids.length);

    gateway.emulator.clearLog();
    const mine = await gateway.query('{ myChatSessions { id rating } }');
    expect(mine.errors).toBeUndefined();
    expect(gateway.emulator.requests).toEqual(['ChatSessionsForUser $select=ChatSessionId']);
  });

  it('is tried by a list, too, even by an empty one', async () => {
    await using gateway = await gatewayOnEmulator({ ...older, unknownSelect });
    gateway.emulator.injectFault({ kind: 'status', status: 400, match: { operation: 'ChatSessionsForUser' } });
    gateway.emulator.injectFault({ kind: 'body', body: '[]', match: { operation: 'ChatSessionsForUser' } });

    expect((await gateway.query('{ myChatSessions { id rating } }')).data.myChatSessions).toEqual([]);
    const { data, errors } = await gateway.query('{ myChatSessions { id rating } }');
    await gateway.query('{ myChatSessions { id rating } }');

    expect(errors).toBeUndefined();
    expect(data.myChatSessions.length).toBeGreaterThan(3);
    expect(gateway.emulator.requests).toEqual([
      'ChatSessionsForUser $select=ChatSessionId,Rating',
      'ChatSessionsForUser',
      'ChatSessionsForUser', // an empty list proves nothing
      'ChatSessionsForUser $select=ChatSessionId',
    ]);
  });
});

describe('a server that ignores unknown names', () => {
  it.each<EmulatorOptions>([older, current, {}])('%j costs nothing', async (readings) => {
    await using gateway = await gatewayOnEmulator(readings);

    const { errors } = await gateway.query(names);
    await gateway.query('{ chatSession(id: 20) { rating } }');

    expect(errors).toBeUndefined();
    expect(gateway.emulator.requests).toHaveLength(2);
  });
});

describe('a refusal that is not about names', () => {
  const refused = { kind: 'status', status: 400, times: Infinity, match: { id: '21' } } as const;

  it('is returned after one more call; and then immediately, for some time', async () => {
    await using gateway = await gatewayOnEmulator();
    gateway.emulator.injectFault(refused);

    const first = await gateway.query(names);
    const second = await gateway.query(names);

    for (const { errors, data } of [first, second]) {
      expect(data.chatSession).toBeNull();
      expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['UPSTREAM_REJECTED']);
    }
    expect(gateway.emulator.requests).toHaveLength(3);
    const other = await gateway.query('{ chatSession(id: 20) { ticket { personFullname } } }');
    expect(other.errors).toBeUndefined();
    expect(gateway.emulator.requests[3]).toMatch(/Ticket\/PersonFullname/); // no name was recorded
  });

  it('of a call without such a property is one call', async () => {
    await using gateway = await gatewayOnEmulator();
    gateway.emulator.injectFault(refused);

    const { errors } = await gateway.query('{ chatSession(id: 21) { status ticket { title } } }');

    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['UPSTREAM_REJECTED']);
    expect(gateway.emulator.requests).toHaveLength(1);
  });

  it.each([401, 403, 500])('does not include status %i', async (status) => {
    await using gateway = await gatewayOnEmulator({}, { UPSTREAM_RETRIES: '0' });
    gateway.emulator.injectFault({ kind: 'status', status });

    await gateway.query(names);

    expect(gateway.emulator.requests).toHaveLength(1);
  });
});

describe('an action', () => {
  const action = 'mutation { pickUpChatSession(id: 43) { session { id rating } userErrors { code } } }';

  it('is never sent twice because of names; once they are known to fail, it is sent without them', async () => {
    await using gateway = await gatewayOnEmulator({ ...older, unknownSelect: 'bad-request' });

    const early = await gateway.query(action);
    expect(early.errors?.[0]?.extensions.code).toBe('UPSTREAM_REJECTED');
    expect(gateway.emulator.requests).toEqual(['PickUpChatSession 43 $select=ChatSessionId,Rating']);

    await gateway.query('{ chatSession(id: 20) { rating } }');
    const late = await gateway.query(action);
    expect(late.errors).toBeUndefined();
    expect(late.data.pickUpChatSession).toEqual({ session: { id: '43', rating: null }, userErrors: [] });
    expect(gateway.emulator.requests.at(-1)).toBe('PickUpChatSession 43 $select=ChatSessionId');
  });
});

describe('the recorded names', () => {
  it('belong to one server: another gateway starts without them', async () => {
    for (const unknownSelect of ['bad-request', 'ignore'] as const) {
      await using gateway = await gatewayOnEmulator({ ...older, unknownSelect });
      await gateway.query(names, {}, { authorization });
      expect(gateway.emulator.requests[0]).toMatch(/Ticket\/PersonFullname/);
      expect(gateway.emulator.requests).toHaveLength(unknownSelect === 'ignore' ? 1 : 2);
    }
  });
});
