/**
 * Messages and transcripts of a session: the calls to SuperOffice, and what is returned of its responses.
 */
import { describe, expect, it } from '@jest/globals';
import {
  answering,
  entitiesOf,
  failures,
  messageRecords,
  references,
  refusing,
} from '../../support/conversation-records.js';
import { gatewayOnEmulator, type GatewayWithEmulator } from '../../support/query-gateway.js';

/** Session 5 with so many messages: 101, 102, ... */
async function withMessages(count: number): Promise<GatewayWithEmulator> {
  const gateway = await gatewayOnEmulator();
  gateway.emulator.putMessages(5, messageRecords(count));
  return gateway;
}

describe('messages of a session', () => {
  it('are one call in addition to the one for the session, with their selection', async () => {
    await using gateway = await withMessages(2);

    const { data, errors } = await gateway.query('{ chatSession(id: 5) { rank messages { author message } } }');

    expect(errors).toBeUndefined();
    expect(data.chatSession).toEqual({
      rank: 6,
      messages: [
        { author: 'Ann', message: 'text 1' },
        { author: 'Ann', message: 'text 2' },
      ],
    });
    expect(gateway.emulator.requests).toEqual([
      'GetChatSessionEntity 5 $select=ChatSessionId,Rank',
      'GetChatMessages 5 $select=Author,ChatMessageId,ChatSessionId,Message',
    ]);
  });

  it('are one call alone where no other field of the session is selected', async () => {
    await using gateway = await withMessages(1);

    const { data, errors } = await gateway.query('{ chatMessages(sessionId: "5") { id chatSessionId } }');

    expect({ data, errors }).toEqual({
      data: { chatMessages: [{ id: '101', chatSessionId: '5' }] },
      errors: undefined,
    });
    expect(gateway.emulator.requests).toEqual(['GetChatMessages 5 $select=ChatMessageId,ChatSessionId']);
  });

  it('of a federation reference cost one call, and none for the session', async () => {
    await using gateway = await withMessages(1);

    const { data, errors } = await gateway.query(
      entitiesOf('ChatSession', 'id messages { message }'),
      references('ChatSession', 5),
    );

    expect(errors).toBeUndefined();
    expect(data._entities).toEqual([{ id: '5', messages: [{ message: 'text 1' }] }]);
    expect(gateway.emulator.requests).toEqual(['GetChatMessages 5 $select=ChatMessageId,ChatSessionId,Message']);
  });

  it('of several sessions are one call each', async () => {
    await using gateway = await gatewayOnEmulator();

    const { data } = await gateway.query(
      entitiesOf('ChatSession', 'messages { id }'),
      references('ChatSession', 8, 9, 8),
    );

    expect(data._entities).toEqual([
      { messages: [{ id: '8001' }] },
      { messages: [{ id: '9001' }, { id: '9002' }] },
      { messages: [{ id: '8001' }] },
    ]);
    expect(gateway.emulator.requests).toEqual([
      'GetChatMessages 8 $select=ChatMessageId,ChatSessionId',
      'GetChatMessages 9 $select=ChatMessageId,ChatSessionId',
    ]);
  });
});

describe('after and last', () => {
  it('`after` is sent, and only later messages are returned', async () => {
    await using gateway = await withMessages(3);

    const { data } = await gateway.query('{ chatMessages(sessionId: 5, after: "101") { id } }');

    expect(data.chatMessages).toEqual([{ id: '102' }, { id: '103' }]);
    expect(gateway.emulator.requests).toEqual(['GetChatMessages 5 after=101 $select=ChatMessageId,ChatSessionId']);
  });

  it('`after` holds even where SuperOffice sends more than was requested', async () => {
    await using gateway = await gatewayOnEmulator();
    gateway.emulator.injectFault(answering('GetChatMessages', messageRecords(3)));

    const { data } = await gateway.query('{ chatMessages(sessionId: 5, after: 102) { id } }');

    expect(data.chatMessages).toEqual([{ id: '103' }]);
    expect(gateway.emulator.requests).toEqual(['GetChatMessages 5 after=102 $select=ChatMessageId,ChatSessionId']);
  });

  it.each([
    [1, ['103']],
    [2, ['102', '103']],
    [3, ['101', '102', '103']],
    [2_147_483_647, ['101', '102', '103']],
    [null, ['101', '102', '103']],
  ])('`last: %p` returns the latest ones, and is not sent', async (last, expected) => {
    await using gateway = await withMessages(3);

    const { data } = await gateway.query(
      'query ($last: Int) { chatMessages(sessionId: 5, after: null, last: $last) { id } }',
      {
        last,
      },
    );

    expect(data.chatMessages).toEqual(expected.map((id) => ({ id })));
    expect(gateway.emulator.log.map(({ bodyText }) => JSON.parse(bodyText))).toEqual([{ ChatSessionId: 5, After: 0 }]);
    expect(gateway.emulator.requests).toEqual(['GetChatMessages 5 $select=ChatMessageId,ChatSessionId']);
  });

  it('`last` counts among the messages after `after`', async () => {
    await using gateway = await withMessages(4);

    const { data } = await gateway.query(`{ chatSession(id: 5) {
      some: messages(after: 101, last: 2) { id }
      few: messages(after: 103, last: 2) { id }
      none: messages(after: 104, last: 2) { id }
    } }`);

    expect(data.chatSession).toEqual({ some: [{ id: '103' }, { id: '104' }], few: [{ id: '104' }], none: [] });
    expect(gateway.emulator.requests.slice(1)).toEqual([
      'GetChatMessages 5 after=101 $select=ChatMessageId,ChatSessionId',
    ]);
  });

  const badArguments = [
    'sessionId: 5, last: 0',
    'sessionId: 5, last: -1',
    'sessionId: 5, after: "0"',
    'sessionId: 5, after: 0',
    'sessionId: 5, after: "x"',
    'sessionId: 5, after: ""',
    'sessionId: 5, after: "-1"',
    'sessionId: 5, after: 2147483648',
    'sessionId: 0',
    'sessionId: "x"',
    'sessionId: "05"',
    'sessionId: 2147483648',
  ];

  it.each(badArguments)('refuses %s without a call', async (args) => {
    await using gateway = await gatewayOnEmulator();

    const { status, data, errors } = await gateway.query(`{ chatMessages(${args}) { id } }`);

    expect([status, data, failures(errors)]).toEqual([200, { chatMessages: null }, ['chatMessages: BAD_USER_INPUT']]);
    expect(gateway.emulator.requests).toEqual([]);
  });

  it.each(['last: 0', 'last: -1', 'after: "0"', 'after: "x"'])(
    'refuses %s of a session, and returns the rest of it',
    async (args) => {
      await using gateway = await gatewayOnEmulator();

      const { data, errors } = await gateway.query(`{ chatSession(id: 5) { rank messages(${args}) { id } } }`);

      expect([data, failures(errors)]).toEqual([
        { chatSession: { rank: 6, messages: null } },
        ['chatSession.messages: BAD_USER_INPUT'],
      ]);
      expect(gateway.emulator.requests).toEqual(['GetChatSessionEntity 5 $select=ChatSessionId,Rank']);
    },
  );
});

describe('merging', () => {
  it('two fields with different `after` and selection are one call: from the smaller, for the union', async () => {
    await using gateway = await withMessages(3);

    const { data } = await gateway.query(`{ chatSession(id: 5) {
      late: messages(after: 102) { message }
      early: messages(after: 101) { id author }
    } }`);

    expect(data.chatSession).toEqual({
      late: [{ message: 'text 3' }],
      early: [
        { id: '102', author: 'Ann' },
        { id: '103', author: 'Ann' },
      ],
    });
    expect(gateway.emulator.requests).toEqual([
      'GetChatSessionEntity 5 $select=ChatSessionId',
      'GetChatMessages 5 after=101 $select=Author,ChatMessageId,ChatSessionId,Message',
    ]);
  });

  it('chatMessages and a federation reference of one operation are one call', async () => {
    await using gateway = await withMessages(2);

    const { data } = await gateway.query(
      `query ($ids: [_Any!]!) {
        chatMessages(sessionId: 5, after: 101) { message }
        _entities(representations: $ids) { ... on ChatSession { messages(last: 1) { author } } }
      }`,
      references('ChatSession', 5),
    );

    expect(data).toEqual({ chatMessages: [{ message: 'text 2' }], _entities: [{ messages: [{ author: 'Ann' }] }] });
    expect(gateway.emulator.requests).toEqual(['GetChatMessages 5 $select=Author,ChatMessageId,ChatSessionId,Message']);
  });

  it('a field resolved after the session costs no call where its messages are loaded', async () => {
    await using gateway = await withMessages(2);

    const { data } = await gateway.query(`{
      chatMessages(sessionId: 5) { message author }
      chatSession(id: 5) { messages(after: 101) { author } }
    }`);

    expect(data.chatSession).toEqual({ messages: [{ author: 'Ann' }] });
    expect(gateway.emulator.requests.toSorted()).toEqual([
      'GetChatMessages 5 $select=Author,ChatMessageId,ChatSessionId,Message',
      'GetChatSessionEntity 5 $select=ChatSessionId',
    ]);
  });

  it('a field resolved after the session is fetched together with the loaded messages, where it goes further back', async () => {
    await using gateway = await withMessages(2);

    const { data } = await gateway.query(`{
      chatMessages(sessionId: 5, after: 101) { message author }
      chatSession(id: 5) { messages { author } }
    }`);

    expect(data).toEqual({
      chatMessages: [{ message: 'text 2', author: 'Ann' }],
      chatSession: { messages: [{ author: 'Ann' }, { author: 'Ann' }] },
    });
    expect(gateway.emulator.requests.filter((line) => line.startsWith('GetChatMessages'))).toEqual([
      'GetChatMessages 5 after=101 $select=Author,ChatMessageId,ChatSessionId,Message',
      'GetChatMessages 5 $select=Author,ChatMessageId,ChatSessionId,Message',
    ]);
  });
});

describe('a caller without rights', () => {
  it.each([
    [401, 'UNAUTHENTICATED'],
    [403, 'FORBIDDEN'],
  ])('to read messages (%i) gets an error there, and the rest of the session', async (status, code) => {
    await using gateway = await gatewayOnEmulator();
    gateway.emulator.injectFault(refusing('GetChatMessages', status));

    const { data, errors } = await gateway.query('{ chatSession(id: 5) { id rank messages { id } } }');

    expect([data, failures(errors)]).toEqual([
      { chatSession: { id: '5', rank: 6, messages: null } },
      [`chatSession.messages: ${code}`],
    ]);
    expect(gateway.emulator.requests).toEqual([
      'GetChatSessionEntity 5 $select=ChatSessionId,Rank',
      'GetChatMessages 5 $select=ChatMessageId,ChatSessionId',
    ]);
  });

  it('for one session gets the messages of another one', async () => {
    await using gateway = await gatewayOnEmulator();
    const match = { operation: 'GetChatMessages', id: '8' };
    gateway.emulator.injectFault({ kind: 'status', status: 403, match });

    const { data, errors } = await gateway.query(
      entitiesOf('ChatSession', 'messages { id }'),
      references('ChatSession', 8, 15),
    );

    expect([data._entities, failures(errors)]).toEqual([
      [{ messages: null }, { messages: [{ id: '15001' }] }],
      ['_entities.0.messages: FORBIDDEN'],
    ]);
    expect(gateway.emulator.requests).toHaveLength(2);
  });
});
