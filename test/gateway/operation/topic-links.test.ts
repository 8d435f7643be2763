/**
 * The caller's own topics together with links to topics, in one operation: the list is fetched once and used for both.
 */
import { describe, expect, it } from '@jest/globals';
import { entitiesOf, failures, references, refusing } from '../../support/conversation-records.js';
import { gatewayOnEmulator } from '../../support/query-gateway.js';

// In the emulator every caller's own topics are 1, 2 and 3; sessions 2, 3, 4 and 5 belong to topics 1, 2, 3 and 4.
const mine = [{ id: '1' }, { id: '2' }, { id: '3' }];

describe('myChatTopics with links to topics', () => {
  it('contains what the links need, so that they cost nothing', async () => {
    await using gateway = await gatewayOnEmulator();

    const { data, errors } = await gateway.query(`{
      myChatTopics { id }
      chatSession(id: 2) { topic { name } }
    }`);

    expect(errors).toBeUndefined();
    expect(data).toEqual({ myChatTopics: mine, chatSession: { topic: { name: 'Support' } } });
    expect(gateway.emulator.requests.toSorted()).toEqual([
      'ChatTopicsForUser $select=ChatTopicId,Name',
      'GetChatSessionEntity 2 $select=ChatSessionId,TopicId',
    ]);
  });

  const document = `query ($deep: Boolean!, $flat: Boolean!) {
    myChatTopics { ...Key }
    mine: myChatSessions { here: topic { ...Named } }
    chatSessions(ids: [3, 3]) { ... on ChatSession { topic { language { value } lastAccept @skip(if: $flat) } } }
    chatPresence { chatTopics { botEnabled } }
  }
  fragment Key on ChatTopic { key: id }
  fragment Named on ChatTopic { title: name ... @include(if: $deep) { widget { theme } } }`;

  it.each([
    [true, true, 'BotEnabled,ChatTopicId,Language/Id,Language/Value,Name,Widget/Theme'],
    [false, true, 'BotEnabled,ChatTopicId,Language/Id,Language/Value,Name'],
    [false, false, 'BotEnabled,ChatTopicId,Language/Id,Language/Value,LastAccept,Name'],
  ])('includes fragments, aliases and conditions (%p, %p)', async (deep, flat, select) => {
    await using gateway = await gatewayOnEmulator();

    const { data, errors } = await gateway.query(document, { deep, flat });

    expect(errors).toBeUndefined();
    expect(data.myChatTopics).toEqual([{ key: '1' }, { key: '2' }, { key: '3' }]);
    expect(data.mine[0].here).toEqual({ title: 'Faktura & betaling', ...(deep && { widget: { theme: 'MODERN' } }) });
    expect(data.chatPresence[0].chatTopics[1]).toEqual({ botEnabled: true });
    expect(gateway.emulator.requests.toSorted()).toEqual([
      'ChatSessionsForUser $select=ChatSessionId,TopicId',
      `ChatTopicsForUser $select=${select}`,
      'GetChatPresence $select=ChatTopics,UserId',
      'GetChatSessionEntity 3 $select=ChatSessionId,TopicId',
    ]);
  });

  it('is awaited by links that are resolved while it is in flight', async () => {
    await using gateway = await gatewayOnEmulator();
    gateway.emulator.injectFault({ kind: 'delay', delayMs: 150, match: { operation: 'ChatTopicsForUser' } });

    const { data } = await gateway.query(`{
      chatSessions(ids: [2, 3]) { topic { name } }
      myChatTopics { id }
    }`);

    expect(data.chatSessions).toEqual([{ topic: { name: 'Support' } }, { topic: { name: 'Sales' } }]);
    expect(gateway.emulator.requests.toSorted()).toEqual([
      'ChatTopicsForUser $select=ChatTopicId,Name',
      'GetChatSessionEntity 2 $select=ChatSessionId,TopicId',
      'GetChatSessionEntity 3 $select=ChatSessionId,TopicId',
    ]);
  });

  it('requests no more of the list than is selected, where the links need ids only', async () => {
    await using gateway = await gatewayOnEmulator();

    const { data } = await gateway.query('{ myChatTopics { name } chatSession(id: 2) { topic { id } } }');

    expect(data.chatSession).toEqual({ topic: { id: '1' } });
    expect(gateway.emulator.requests.toSorted()).toEqual([
      'ChatTopicsForUser $select=ChatTopicId,Name',
      'GetChatSessionEntity 2 $select=ChatSessionId,TopicId',
    ]);
  });

  it('leaves a link to a topic that is not the caller’s to a separate call', async () => {
    await using gateway = await gatewayOnEmulator();

    const { data } = await gateway.query('{ myChatTopics { id } chatSession(id: 5) { topic { name } } }');

    expect(data).toEqual({ myChatTopics: mine, chatSession: { topic: { name: 'Partnere' } } });
    expect(gateway.emulator.requests.toSorted()).toEqual([
      'ChatTopicsForUser $select=ChatTopicId,Name',
      'GetChatSessionEntity 5 $select=ChatSessionId,TopicId',
      'GetChatTopicEntity 4 $select=ChatTopicId,Name',
    ]);
  });

  it('is refused, and the links are fetched separately, where the caller may not read the list', async () => {
    await using gateway = await gatewayOnEmulator();
    gateway.emulator.injectFault(refusing('ChatTopicsForUser', 403));

    const { data, errors } = await gateway.query('{ myChatTopics { id } chatSession(id: 2) { topic { name } } }');

    expect([data, failures(errors)]).toEqual([
      { myChatTopics: null, chatSession: { topic: { name: 'Support' } } },
      ['myChatTopics: FORBIDDEN'],
    ]);
    expect(gateway.emulator.requests.toSorted()).toEqual([
      'ChatTopicsForUser $select=ChatTopicId,Name',
      'GetChatSessionEntity 2 $select=ChatSessionId,TopicId',
      'GetChatTopicEntity 1 $select=ChatTopicId,Name',
    ]);
  });
});

describe('chatTopic with myChatTopics', () => {
  it('uses the list', async () => {
    await using gateway = await gatewayOnEmulator();

    const { data } = await gateway.query('{ chatTopic(id: 1) { name } myChatTopics { id } }');

    expect(data).toEqual({ chatTopic: { name: 'Support' }, myChatTopics: mine });
    expect(gateway.emulator.requests).toEqual(['ChatTopicsForUser $select=ChatTopicId,Name']);
  });

  it('of a topic that is not in it is one more call', async () => {
    await using gateway = await gatewayOnEmulator();

    const { data } = await gateway.query('{ chatTopic(id: 4) { name } myChatTopics { id } }');

    expect(data).toEqual({ chatTopic: { name: 'Partnere' }, myChatTopics: mine });
    expect(gateway.emulator.requests).toEqual([
      'ChatTopicsForUser $select=ChatTopicId,Name',
      'GetChatTopicEntity 4 $select=ChatTopicId,Name',
    ]);
  });

  it('includes federation references', async () => {
    await using gateway = await gatewayOnEmulator();
    const query = entitiesOf('ChatTopic', 'name').replace(/ }$/, ' myChatTopics { botEnabled } }');

    const { data } = await gateway.query(query, references('ChatTopic', 2));

    expect(data._entities).toEqual([{ name: 'Sales' }]);
    expect(data.myChatTopics).toHaveLength(3);
    expect(gateway.emulator.requests).toEqual(['ChatTopicsForUser $select=BotEnabled,ChatTopicId,Name']);
  });
});

describe('topics of users', () => {
  it('cost no call where only their ids are selected', async () => {
    await using gateway = await gatewayOnEmulator();

    const { data } = await gateway.query('{ chatPresence { id chatTopics { id } } }');

    expect(data.chatPresence[0]).toEqual({ id: '702', chatTopics: mine });
    expect(gateway.emulator.requests).toEqual(['GetChatPresence $select=ChatTopics,UserId']);
  });

  it('are one list for all users where more is selected', async () => {
    await using gateway = await gatewayOnEmulator();

    const { data } = await gateway.query('{ chatPresence { chatTopics { name } } }');

    const names = [{ name: 'Support' }, { name: 'Sales' }, { name: 'Faktura & betaling' }];
    const ofGuest = { chatTopics: names.slice(0, 1) }; // 704 has a role in topic 1 only
    expect(data.chatPresence).toEqual(
      Array.from({ length: 5 }, (_, index) => (index === 3 ? ofGuest : { chatTopics: names })),
    );
    expect(gateway.emulator.requests).toEqual([
      'GetChatPresence $select=ChatTopics,UserId',
      'ChatTopicsForUser $select=ChatTopicId,Name',
    ]);
  });
});

describe('topics anywhere in an operation', () => {
  const list = 'ChatTopicsForUser $select=ChatTopicId,Name';

  it.each([
    ['{ myChatTopics { id } chatTopic(id: 1) { name } }'],
    ['{ chatTopic(id: 1) { name } myChatTopics { id } }'],
    ['{ myChatTopics { id } a: chatTopic(id: 1) { name } b: chatTopic(id: 2) { name } }'],
  ])('are read from the list that is fetched anyway: %s', async (query) => {
    await using gateway = await gatewayOnEmulator();

    const { errors } = await gateway.query(query);

    expect(errors).toBeUndefined();
    expect(gateway.emulator.requests).toEqual([list]);
  });

  it('are read from it for references to sessions, too', async () => {
    await using gateway = await gatewayOnEmulator();
    const query = `query ($all: [_Any!]!) {
      myChatTopics { id }
      _entities(representations: $all) { ... on ChatSession { topic { name } } }
    }`;

    const { data } = await gateway.query(query, { all: [{ __typename: 'ChatSession', id: '2' }] });

    expect(data._entities).toEqual([{ topic: { name: 'Support' } }]);
    expect([...gateway.emulator.requests].sort()).toEqual([
      list,
      'GetChatSessionEntity 2 $select=ChatSessionId,TopicId',
    ]);
  });

  it('of sessions that arrive one after the other are one call', async () => {
    await using gateway = await gatewayOnEmulator();
    for (const [index, id] of ['2', '3', '4', '10', '11', '12'].entries())
      gateway.emulator.injectFault({ kind: 'delay', delayMs: 15 * index, match: { id } });

    const { data } = await gateway.query('{ chatSessions(ids: [2, 3, 4, 10, 11, 12]) { topic { name } } }');

    expect(data.chatSessions).toHaveLength(6);
    const ofTopics = gateway.emulator.requests.filter((line) => !line.startsWith('GetChatSessionEntity'));
    expect(ofTopics).toEqual([list]);
  });

  it('are not read from it for references, which may be of another type', async () => {
    await using gateway = await gatewayOnEmulator();
    const query = `query ($references: [_Any!]!) {
      myChatTopics { name }
      _entities(representations: $references) { ... on ChatSession { status } ... on ChatTopic { description } }
    }`;

    await gateway.query(query, { references: [{ __typename: 'ChatSession', id: '2' }] });

    expect(gateway.emulator.requests.toSorted()).toEqual([
      'ChatTopicsForUser $select=ChatTopicId,Name',
      'GetChatSessionEntity 2 $select=ChatSessionId,Status',
    ]);
  });
});
