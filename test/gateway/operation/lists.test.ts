/**
 * Lists: the caller's sessions, presence, transfer targets; and the budget of an operation.
 */
import { describe, expect, it } from '@jest/globals';
import type { JsonRecord } from '../../../src/emulator/index.js';
import { answering, failures, refusing, withIds } from '../../support/conversation-records.js';
import { gatewayOnEmulator } from '../../support/query-gateway.js';

// In the emulator these are open in the caller's topics: 4 and 43 wait, in 18 and 44 the customer wrote last, in 19 and 58 the agent.
const allIds = ['4', '18', '19', '43', '44', '58'];

describe('myChatSessions', () => {
  it('is one call with the selection', async () => {
    await using gateway = await gatewayOnEmulator();

    const { data, errors } = await gateway.query('{ myChatSessions { id customerName person { lastname } } }');

    expect(errors).toBeUndefined();
    expect(data.myChatSessions.map(({ id }: { id: string }) => id)).toEqual(allIds);
    expect(gateway.emulator.requests).toEqual([
      'ChatSessionsForUser $select=ChatSessionId,CustomerName,Person/Lastname,Person/PersonId',
    ]);
  });

  it.each([
    ['[IN_QUEUE]', ['4', '43']],
    ['[CUSTOMER_LAST, IN_QUEUE]', ['4', '18', '43', '44']],
    ['USER_LAST', ['19', '58']],
    ['[CLOSED, UNRECOGNIZED]', []],
  ])('of status %s are selected by their status, which is read for this', async (status, expected) => {
    await using gateway = await gatewayOnEmulator();

    const { data, errors } = await gateway.query(`{ myChatSessions(status: ${status}) { id } }`);

    expect({ data, errors }).toEqual({ data: { myChatSessions: withIds(expected) }, errors: undefined });
    expect(gateway.emulator.requests).toEqual(['ChatSessionsForUser $select=ChatSessionId,Status']);
  });

  it('of an empty list of statuses are none, without a call', async () => {
    await using gateway = await gatewayOnEmulator();

    const { data } = await gateway.query('{ myChatSessions(status: []) { id } }');

    expect(data.myChatSessions).toEqual([]);
    expect(gateway.emulator.requests).toEqual([]);
  });

  it('whose status cannot be read match no filter, and the others are returned', async () => {
    await using gateway = await gatewayOnEmulator();
    gateway.emulator.putSession({ ChatSessionId: 4, TopicId: 1, Status: 'InQueue', WhenRequested: 7 as never }); // no text
    gateway.emulator.injectFault({
      kind: 'body',
      body: '[{"ChatSessionId":4,"Status":7},{"ChatSessionId":43,"Status":"InQueue"}]',
    });

    const { data, errors } = await gateway.query('{ myChatSessions(status: [IN_QUEUE]) { id } }');

    expect([data.myChatSessions, errors]).toEqual([[{ id: '43' }], undefined]);
  });

  it.each([{}, { status: null }])('without a status filter (%j) are all, and no status is read', async (variables) => {
    await using gateway = await gatewayOnEmulator();

    const { data } = await gateway.query(
      'query ($status: [ChatSessionStatus!]) { myChatSessions(status: $status) { id } }',
      variables,
    );

    expect(data).toEqual({ myChatSessions: withIds(allIds) });
    expect(gateway.emulator.requests).toEqual(['ChatSessionsForUser $select=ChatSessionId']);
  });

  it('several fields with their own filters and selections are one call', async () => {
    await using gateway = await gatewayOnEmulator();

    const { data } = await gateway.query(`{
      waiting: myChatSessions(status: IN_QUEUE) { id }
      active: myChatSessions(status: [USER_LAST, CUSTOMER_LAST]) { rank }
      all: myChatSessions { status }
    }`);

    expect(data).toEqual({
      waiting: withIds(['4', '43']),
      active: [3, 4, 5, 3].map((rank) => ({ rank })),
      all: ['IN_QUEUE', 'CUSTOMER_LAST', 'USER_LAST', 'IN_QUEUE', 'CUSTOMER_LAST', 'USER_LAST'].map((status) => ({
        status,
      })),
    });
    expect(gateway.emulator.requests).toEqual(['ChatSessionsForUser $select=ChatSessionId,Rank,Status']);
  });

  it('links of its sessions do not read the sessions again', async () => {
    await using gateway = await gatewayOnEmulator();

    const { data, errors } = await gateway.query(
      '{ myChatSessions(status: IN_QUEUE) { id topic { id } messages(last: 1) { id } transcript } }',
    );

    expect(errors).toBeUndefined();
    expect(data.myChatSessions).toMatchObject([
      { id: '4', topic: { id: '3' }, messages: [{ id: '4004' }], transcript: expect.any(String) },
      { id: '43', topic: { id: '2' }, messages: [{ id: '43001' }], transcript: expect.any(String) },
    ]);
    expect(gateway.emulator.requests[0]).toBe('ChatSessionsForUser $select=ChatSessionId,Status,TopicId');
    expect(gateway.emulator.requests.slice(1).toSorted()).toEqual([
      'GetChatMessages 4 $select=ChatMessageId,ChatSessionId',
      'GetChatMessages 43 $select=ChatMessageId,ChatSessionId',
      'GetChatTranscript 4',
      'GetChatTranscript 43',
    ]);
  });

  it('a session that is also requested by its id is a separate call: neither waits for the other', async () => {
    await using gateway = await gatewayOnEmulator();

    const { data } = await gateway.query('{ myChatSessions { id } chatSession(id: 4) { id } }');

    expect(data).toEqual({ myChatSessions: withIds(allIds), chatSession: { id: '4' } });
    expect(gateway.emulator.requests.toSorted()).toEqual([
      'ChatSessionsForUser $select=ChatSessionId',
      'GetChatSessionEntity 4 $select=ChatSessionId',
    ]);
  });
});

describe('chatPresence', () => {
  it('is one call with the selection', async () => {
    await using gateway = await gatewayOnEmulator();

    const { data, errors } = await gateway.query(
      '{ chatPresence { id displayName } again: chatPresence { present ongoingChats } }',
    );

    expect(errors).toBeUndefined();
    expect(data.chatPresence[0]).toEqual({ id: '702', displayName: 'Terje Nordmann' });
    expect(data.again.map(({ present }: { present: boolean }) => present)).toEqual([true, true, false, true, false]);
    expect(gateway.emulator.requests).toEqual(['GetChatPresence $select=DisplayName,OngoingChats,Present,UserId']);
  });

  it('a topic that the caller may not read is null at its index, and the others are returned', async () => {
    await using gateway = await gatewayOnEmulator();
    gateway.emulator.injectFault(answering('GetChatPresence', [{ UserId: 701, ChatTopics: [1, 4, 0, -1, 7] }]));
    gateway.emulator.injectFault({ ...refusing('GetChatTopicEntity', 403), match: { id: '4' } });

    const { data, errors } = await gateway.query('{ chatPresence { chatTopics { name } } }');

    expect([data.chatPresence, failures(errors)]).toEqual([
      [{ chatTopics: [{ name: 'Support' }, null, null] }],
      ['chatPresence.0.chatTopics.1: FORBIDDEN'],
    ]);
    expect(gateway.emulator.requests.toSorted()).toEqual([
      'ChatTopicsForUser $select=ChatTopicId,Name',
      'GetChatPresence $select=ChatTopics,UserId',
      'GetChatTopicEntity 4 $select=ChatTopicId,Name',
      'GetChatTopicEntity 7 $select=ChatTopicId,Name',
    ]);
  });
});

describe('transferTargets', () => {
  it('are users by default, one call with the selection', async () => {
    await using gateway = await gatewayOnEmulator();

    const { data, errors } = await gateway.query('{ transferTargets { id name type extraInfo } }');

    expect(errors).toBeUndefined();
    expect(data.transferTargets).toHaveLength(5);
    expect(data.transferTargets[1]).toEqual({ id: '703', name: 'Kari Ødegård', type: 'associate', extraInfo: 'KARI' });
    expect(gateway.emulator.requests).toEqual(['GetUserAgentList flat $select=ExtraInfo,Id,Name,Type']);
  });

  it('are one call for each kind of list; fields of the same kind are merged', async () => {
    await using gateway = await gatewayOnEmulator();

    const { data } = await gateway.query(`{
      users: transferTargets { id }
      same: transferTargets(flat: true, onlyPresent: false) { rank }
      groups: transferTargets(flat: false) { name childItems { id name } }
      present: transferTargets(onlyPresent: true) { id }
      presentGroups: transferTargets(flat: false, onlyPresent: true) { childItems { id } }
    }`);

    expect(data.users).toEqual(withIds(['702', '703', '704', '705', '701']));
    expect(data.same).toEqual([2, 3, 4, 5, 1].map((rank) => ({ rank })));
    expect(data.groups[0]).toEqual({
      name: 'Support',
      childItems: [
        { id: '703', name: 'Kari Ødegård' },
        { id: '705', name: '李 小龙' },
      ],
    });
    expect(data.present).toEqual(withIds(['702', '703', '705']));
    expect(data.presentGroups).toEqual([{ childItems: withIds(['703', '705']) }, { childItems: withIds(['702']) }]);
    expect(gateway.emulator.requests.toSorted()).toEqual([
      'GetUserAgentList $select=ChildItems,Id,Name',
      'GetUserAgentList flat $select=Id,Rank',
      'GetUserAgentList flat present $select=Id',
      'GetUserAgentList present $select=ChildItems,Id',
    ]);
  });

  it('leave out items without an id, at each level', async () => {
    await using gateway = await gatewayOnEmulator();
    const heading = { Id: 0, Name: 'heading' };
    const item = { Id: 1, Name: 'group', ChildItems: [heading, { Id: -1 }, null, { Id: 701, Name: 'Terje' }] };
    gateway.emulator.injectFault(answering('GetUserAgentList', [heading, item, { Id: -1 }, { Id: null }, {}]));

    const { data, errors } = await gateway.query('{ transferTargets(flat: false) { name childItems { name } } }');

    expect(errors).toBeUndefined();
    expect(data.transferTargets).toEqual([{ name: 'group', childItems: [{ name: 'Terje' }] }]);
    expect(gateway.emulator.requests).toHaveLength(1);
  });
});

const lists: readonly (readonly [query: string, operation: string, good: JsonRecord, bad: JsonRecord])[] = [
  ['myChatSessions { id customerName }', 'ChatSessionsForUser', { ChatSessionId: 4 }, { CustomerName: 7 }],
  ['chatPresence { id displayName }', 'GetChatPresence', { UserId: 4 }, { DisplayName: 7 }],
  ['transferTargets { id name }', 'GetUserAgentList', { Id: 4 }, { Name: 7 }],
  ['myChatTopics { id name }', 'ChatTopicsForUser', { ChatTopicId: 4 }, { Name: 7 }],
];

describe.each(lists)('the list %s', (query, operation, good, bad) => {
  const [, name = '', text = ''] = /^(\w+) { id (\w+) }$/.exec(query) ?? [];

  it.each([null, []])('returns %j as it is, without an error', async (json) => {
    await using gateway = await gatewayOnEmulator();
    gateway.emulator.injectFault(answering(operation, json));

    const { data, errors } = await gateway.query(`{ ${query} }`);

    expect({ data, errors }).toEqual({ data: { [name]: json }, errors: undefined });
    expect(gateway.emulator.requests).toHaveLength(1);
  });

  it('with a value of the wrong kind in one item fails in that field alone', async () => {
    await using gateway = await gatewayOnEmulator();
    gateway.emulator.injectFault(answering(operation, [good, { ...good, ...bad }]));

    const { data, errors } = await gateway.query(`{ ${query} }`);

    const item = { id: '4', [text]: null };
    expect([data, failures(errors)]).toEqual([
      { [name]: [item, item] },
      [`${name}.1.${text}: UPSTREAM_INVALID_RESPONSE`],
    ]);
    expect(gateway.emulator.requests).toHaveLength(1);
  });

  it.each([{}, 'text', 7, [null], ['text'], [[]]])('with the response %j is an invalid response', async (json) => {
    await using gateway = await gatewayOnEmulator();
    gateway.emulator.injectFault(answering(operation, json));

    const { data, errors } = await gateway.query(`{ ${query} }`);

    expect([data, failures(errors)]).toEqual([{ [name]: null }, [`${name}: UPSTREAM_INVALID_RESPONSE`]]);
    expect(gateway.emulator.requests).toHaveLength(1);
  });

  it.each([
    [401, 'UNAUTHENTICATED'],
    [403, 'FORBIDDEN'],
    [500, 'UPSTREAM_UNAVAILABLE'],
  ])('with status %i is %s', async (status, code) => {
    await using gateway = await gatewayOnEmulator();
    gateway.emulator.injectFault(refusing(operation, status));

    const { data, errors } = await gateway.query(`{ ${query} __typename }`);

    expect([data, failures(errors)]).toEqual([{ [name]: null, __typename: 'Query' }, [`${name}: ${code}`]]);
    expect(gateway.emulator.requests).toHaveLength(1);
  });
});
