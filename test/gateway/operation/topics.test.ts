/**
 * Chat topics: one by one, as the caller's own list, and as links of sessions; and the number of their calls.
 */
import { describe, expect, it } from '@jest/globals';
import { answering, entitiesOf, failures, references, refusing } from '../../support/conversation-records.js';
import { gatewayOnEmulator } from '../../support/query-gateway.js';

// In the emulator every caller's own topics are 1, 2 and 3; sessions 2, 3, 4 and 5 belong to topics 1, 2, 3 and 4.
const mine = [{ id: '1' }, { id: '2' }, { id: '3' }];

describe('one topic', () => {
  it('is one call with its selection', async () => {
    await using gateway = await gatewayOnEmulator();

    const { data, errors } = await gateway.query('{ chatTopic(id: 1) { id name secondsPrAccept lastAccept } }');

    expect(errors).toBeUndefined();
    expect(data.chatTopic).toEqual({
      id: '1',
      name: 'Support',
      secondsPrAccept: 42,
      lastAccept: '2014-06-20T12:34:56.789Z',
    });
    expect(gateway.emulator.requests).toEqual([
      'GetChatTopicEntity 1 $select=ChatTopicId,LastAccept,Name,SecondsPrAccept',
    ]);
  });

  it('that does not exist is null without an error', async () => {
    await using gateway = await gatewayOnEmulator();

    const { data, errors } = await gateway.query('{ chatTopic(id: 7) { name } }');

    expect({ data, errors }).toEqual({ data: { chatTopic: null }, errors: undefined });
    expect(gateway.emulator.requests).toEqual(['GetChatTopicEntity 7 $select=ChatTopicId,Name']);
  });

  it.each(['0', '-1', '"x"', '"01"', '2147483648'])('of id %s is refused before any call', async (id) => {
    await using gateway = await gatewayOnEmulator();

    const { data, errors } = await gateway.query(`{ chatTopic(id: ${id}) { name } }`);

    expect([data, failures(errors)]).toEqual([{ chatTopic: null }, ['chatTopic: BAD_USER_INPUT']]);
    expect(gateway.emulator.requests).toEqual([]);
  });

  it('is an invalid response when it is another one', async () => {
    await using gateway = await gatewayOnEmulator();
    gateway.emulator.injectFault(answering('GetChatTopicEntity', { ChatTopicId: 2, Name: 'secret-text' }));

    const { data, errors } = await gateway.query('{ chatTopic(id: 1) { name } }');

    expect([data, failures(errors)]).toEqual([{ chatTopic: null }, ['chatTopic: UPSTREAM_INVALID_RESPONSE']]);
    expect(gateway.emulator.requests).toHaveLength(1);
  });

  it('is one call for the union, however often it is selected', async () => {
    await using gateway = await gatewayOnEmulator();

    const { data } = await gateway.query('{ a: chatTopic(id: 1) { name } b: chatTopic(id: "1") { botEnabled } }');

    expect(data).toEqual({ a: { name: 'Support' }, b: { botEnabled: false } });
    expect(gateway.emulator.requests).toEqual(['GetChatTopicEntity 1 $select=BotEnabled,ChatTopicId,Name']);
  });
});

describe('the topic of a session', () => {
  it('costs no call where only its id is selected', async () => {
    await using gateway = await gatewayOnEmulator();

    const { data, errors } = await gateway.query('{ chatSession(id: 2) { topicId topic { __typename id key: id } } }');

    expect(errors).toBeUndefined();
    expect(data.chatSession).toEqual({ topicId: '1', topic: { __typename: 'ChatTopic', id: '1', key: '1' } });
    expect(gateway.emulator.requests).toEqual(['GetChatSessionEntity 2 $select=ChatSessionId,TopicId']);
  });

  it('is one call where more is selected', async () => {
    await using gateway = await gatewayOnEmulator();

    const { data } = await gateway.query('{ chatSession(id: 2) { topic { name } } }');

    expect(data.chatSession).toEqual({ topic: { name: 'Support' } });
    expect(gateway.emulator.requests).toEqual([
      'GetChatSessionEntity 2 $select=ChatSessionId,TopicId',
      'GetChatTopicEntity 1 $select=ChatTopicId,Name',
    ]);
  });

  it.each([8, 9])('is null, and costs no call, where session %i has none', async (id) => {
    await using gateway = await gatewayOnEmulator();

    const { data, errors } = await gateway.query(`{ chatSession(id: ${id}) { topicId topic { name isOpen } } }`);

    expect({ data, errors }).toEqual({ data: { chatSession: { topicId: null, topic: null } }, errors: undefined });
    expect(gateway.emulator.requests).toEqual([`GetChatSessionEntity ${id} $select=ChatSessionId,TopicId`]);
  });

  it('is an error where the caller may not read it, and the session keeps the rest', async () => {
    await using gateway = await gatewayOnEmulator();
    gateway.emulator.injectFault(refusing('GetChatTopicEntity', 403));

    const { data, errors } = await gateway.query('{ chatSession(id: 2) { topicId topic { name } } }');

    expect([data, failures(errors)]).toEqual([
      { chatSession: { topicId: '1', topic: null } },
      ['chatSession.topic: FORBIDDEN'],
    ]);
    expect(gateway.emulator.requests).toHaveLength(2);
  });

  it('is one list for all sessions of a list', async () => {
    await using gateway = await gatewayOnEmulator();

    const { data } = await gateway.query('{ myChatSessions { topicId topic { id badgeHeader } } }');

    const badgeHeader = 'Chat \u{1F4AC}';
    expect(data.myChatSessions).toEqual(
      ['3', '1', '2', '2', '3', '1'].map((id) => ({ topicId: id, topic: { id, badgeHeader } })),
    );
    expect(gateway.emulator.requests).toEqual([
      'ChatSessionsForUser $select=ChatSessionId,TopicId',
      'ChatTopicsForUser $select=BadgeHeader,ChatTopicId',
    ]);
  });
});

describe('two or more topics', () => {
  it('are the list of the caller’s own', async () => {
    await using gateway = await gatewayOnEmulator();

    const { data } = await gateway.query('{ a: chatTopic(id: 1) { name } b: chatTopic(id: 3) { botEnabled } }');

    expect(data).toEqual({ a: { name: 'Support' }, b: { botEnabled: false } });
    expect(gateway.emulator.requests).toEqual(['ChatTopicsForUser $select=BotEnabled,ChatTopicId,Name']);
  });

  it('that are not all in it are fetched one by one, each with its own selection', async () => {
    await using gateway = await gatewayOnEmulator();

    const { data, errors } = await gateway.query(`{
      a: chatTopic(id: 1) { name }
      d: chatTopic(id: 4) { botEnabled }
      e: chatTopic(id: 5) { secondsPrAccept }
      x: chatTopic(id: 7) { name }
    }`);

    expect(errors).toBeUndefined();
    expect(data).toEqual({ a: { name: 'Support' }, d: { botEnabled: false }, e: { secondsPrAccept: 42 }, x: null });
    const [list, ...single] = gateway.emulator.requests;
    expect(list).toBe('ChatTopicsForUser $select=BotEnabled,ChatTopicId,Name,SecondsPrAccept');
    expect(single.toSorted()).toEqual([
      'GetChatTopicEntity 4 $select=BotEnabled,ChatTopicId',
      'GetChatTopicEntity 5 $select=ChatTopicId,SecondsPrAccept',
      'GetChatTopicEntity 7 $select=ChatTopicId,Name',
    ]);
  });

  it('of federation references cost nothing for the key, and one list for more', async () => {
    await using gateway = await gatewayOnEmulator();

    const keys = await gateway.query(entitiesOf('ChatTopic', 'id'), references('ChatTopic', 1, 2, 4));
    expect(keys.data._entities).toEqual([{ id: '1' }, { id: '2' }, { id: '4' }]);
    expect(gateway.emulator.requests).toEqual([]);

    const names = await gateway.query(entitiesOf('ChatTopic', 'name'), references('ChatTopic', 1, 3, 1));
    expect(names.data._entities).toEqual([{ name: 'Support' }, { name: 'Faktura & betaling' }, { name: 'Support' }]);
    expect(gateway.emulator.requests).toEqual(['ChatTopicsForUser $select=ChatTopicId,Name']);
  });

  it('one federation reference is one call', async () => {
    await using gateway = await gatewayOnEmulator();

    const { data } = await gateway.query(entitiesOf('ChatTopic', 'name'), references('ChatTopic', 2));

    expect(data._entities).toEqual([{ name: 'Sales' }]);
    expect(gateway.emulator.requests).toEqual(['GetChatTopicEntity 2 $select=ChatTopicId,Name']);
  });

  it.each([
    ['403', { kind: 'status', status: 403, match: { operation: 'ChatTopicsForUser' } } as const],
    ['400', { kind: 'status', status: 400, match: { operation: 'ChatTopicsForUser' } } as const],
    ['a sentry', answering('ChatTopicsForUser', { Error: true, ErrorType: 'SoSentryException' })],
    ['null', answering('ChatTopicsForUser', null)],
    ['an empty list', answering('ChatTopicsForUser', [])],
    ['items without an id', answering('ChatTopicsForUser', [{ ChatTopicId: 0 }, { ChatTopicId: -1 }, {}])],
  ])('are fetched one by one where the response to the list is %s', async (_what, fault) => {
    await using gateway = await gatewayOnEmulator();
    gateway.emulator.injectFault(fault);

    const { data, errors } = await gateway.query('{ a: chatTopic(id: 1) { name } b: chatTopic(id: 2) { name } }');

    expect({ data, errors }).toEqual({ data: { a: { name: 'Support' }, b: { name: 'Sales' } }, errors: undefined });
    expect(gateway.emulator.requests).toEqual([
      'ChatTopicsForUser $select=ChatTopicId,Name',
      'GetChatTopicEntity 1 $select=ChatTopicId,Name',
      'GetChatTopicEntity 2 $select=ChatTopicId,Name',
    ]);
  });

  it.each([
    ['401', { kind: 'status', status: 401, match: { operation: 'ChatTopicsForUser' } } as const, 'UNAUTHENTICATED'],
    [
      '500',
      { kind: 'status', status: 500, match: { operation: 'ChatTopicsForUser' } } as const,
      'UPSTREAM_UNAVAILABLE',
    ],
  ])('fail where the list fails with %s', async (_what, fault, code) => {
    await using gateway = await gatewayOnEmulator();
    gateway.emulator.injectFault(fault);

    const { data, errors } = await gateway.query('{ a: chatTopic(id: 1) { name } b: chatTopic(id: 2) { name } }');

    expect([data, failures(errors)]).toEqual([{ a: null, b: null }, [`a: ${code}`, `b: ${code}`]]);
    expect(gateway.emulator.requests).toEqual(['ChatTopicsForUser $select=ChatTopicId,Name']);
  });
});

describe('two or more topics with an invalid list', () => {
  it.each([{}, [null], [{ ChatTopicId: 'x' }]])('are read one by one: %j', async (json) => {
    await using gateway = await gatewayOnEmulator();
    gateway.emulator.injectFault(answering('ChatTopicsForUser', json));

    const { data, errors } = await gateway.query('{ a: chatTopic(id: 1) { name } b: chatTopic(id: 2) { name } }');

    expect([data, errors]).toEqual([{ a: { name: 'Support' }, b: { name: 'Sales' } }, undefined]);
    expect(gateway.emulator.requests).toHaveLength(3);
  });
});

describe('a topic that is requested before those of sessions are known', () => {
  it('is read from the list, with what the sessions require of their topics', async () => {
    await using gateway = await gatewayOnEmulator();

    const { data, errors } = await gateway.query(
      '{ chatTopic(id: 1) { name } myChatSessions { topic { botEnabled badgeHeader } } }',
    );

    expect([data.chatTopic, data.myChatSessions.length, errors]).toEqual([{ name: 'Support' }, 6, undefined]);
    expect(gateway.emulator.requests).toEqual([
      'ChatSessionsForUser $select=ChatSessionId,TopicId',
      'ChatTopicsForUser $select=BadgeHeader,BotEnabled,ChatTopicId,Name',
    ]);
  });

  it.each(['{ topicId }', '{ topicId topic { id isOpen } }', '{ topic @skip(if: true) { name } topicId }'])(
    'is a separate call where the session requires none: %s',
    async (other) => {
      await using gateway = await gatewayOnEmulator();
      gateway.emulator.injectFault({
        kind: 'delay',
        delayMs: 60,
        match: { operation: 'GetChatSessionEntity', id: '2' },
      });

      await gateway.query(`{ a: chatSession(id: 5) { topic { name } } b: chatSession(id: 2) ${other} }`);

      const topics = gateway.emulator.requests.filter((line) => /Topic/.test(line.split(' ')[0] ?? ''));
      expect(topics).toEqual(['GetChatTopicEntity 4 $select=ChatTopicId,Name']);
    },
  );
});

describe('myChatTopics', () => {
  it('is one call with its selection', async () => {
    await using gateway = await gatewayOnEmulator();

    const { data, errors } = await gateway.query('{ myChatTopics { id } again: myChatTopics { botEnabled } }');

    expect(errors).toBeUndefined();
    expect(data).toEqual({ myChatTopics: mine, again: [false, true, false].map((botEnabled) => ({ botEnabled })) });
    expect(gateway.emulator.requests).toEqual(['ChatTopicsForUser $select=BotEnabled,ChatTopicId']);
  });

  it.each([
    ['null', null, null],
    ['an empty list', [], []],
  ])('with the response %s is the same, without an error', async (_what, json, expected) => {
    await using gateway = await gatewayOnEmulator();
    gateway.emulator.injectFault(answering('ChatTopicsForUser', json));

    const { data, errors } = await gateway.query('{ myChatTopics { name } }');

    expect({ data, errors }).toEqual({ data: { myChatTopics: expected }, errors: undefined });
    expect(gateway.emulator.requests).toHaveLength(1);
  });
});
