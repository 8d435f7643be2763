/** Lists and searches by the archive: which calls they make, and which sessions a caller sees. */
import { describe, expect, it } from '@jest/globals';
import { all, confirmed, guest, newest, rows, topics } from '../../support/archive-calls.js';
import { gatewayOnEmulator } from '../../support/query-gateway.js';

describe('what is requested', () => {
  const query = (selection: string, filter = '{ topicIds: ["1"] }') =>
    `{ findChatSessions(filter: ${filter}, first: 3) { ${selection} } }`;

  it.each([
    ['nodes { id }', 'chatSessionId'],
    ['nodes { __typename }', 'chatSessionId'],
    ['pageInfo { hasNextPage }', 'chatSessionId'],
    ['nodes { id } pageInfo { endCursor }', 'chatSessionId,whenRequested'],
    ['edges { cursor }', 'chatSessionId,whenRequested'],
    ['edges { node { id isOpen } } nodes { lastMessage }', 'chatSessionId,status,lastMessage'],
    ['nodes { person { fullName } contact { name } }', 'chatSessionId,personId,person/fullName,contactId,contact/name'],
  ])('%s: only these columns', async (selection, columns) => {
    await using gateway = await gatewayOnEmulator({}, all);
    const { errors } = await gateway.query(query(selection));
    expect(errors).toBeUndefined();
    expect(gateway.emulator.requests).toEqual([
      rows({ select: columns, filter: topics([1]), order: newest, top: '4' }),
    ]);
  });

  it('equal pages of several fields are one call, for the union of what they select', async () => {
    await using gateway = await gatewayOnEmulator({}, all);
    const { data, errors } = await gateway.query(`{
      a: findChatSessions(filter: { topicIds: ["1"] }, first: 2) { nodes { id status } }
      b: findChatSessions(filter: { topicIds: ["1"] }, first: 2) { nodes { id firstMessage } }
      c: findChatSessions(filter: { topicIds: ["1"] }, first: 3) { nodes { id } }
    }`);
    expect(errors).toBeUndefined();
    expect(Object.keys(data.a.nodes[0])).toEqual(['id', 'status']);
    expect(gateway.emulator.requests).toHaveLength(2);
    expect(gateway.emulator.requests[0]).toContain('$select=chatSessionId,status,firstMessage ');
  });

  it('the archive with names of customers is used where it is confirmed, and only where it is needed', async () => {
    await using gateway = await gatewayOnEmulator({}, all);
    await gateway.query(query('nodes { id customerName status person { id } }'));
    await gateway.query(query('nodes { id status user { id } }'));
    await gateway.query(query('nodes { id customerName user { id } }'));
    await gateway.query(query('nodes { id }', '{ customerEmail: { begins: "customer1" } }'));
    const lines = gateway.emulator.requests;
    expect(lines[0]).toBe(
      rows(
        {
          select: 'chat_session.id,chat_session.name,chat_session.status,chat_session.customer_id',
          filter: topics([1], 'chat_session.topic_id'),
          order: 'chat_session.when_requested desc, chat_session.id desc',
          top: '4',
        },
        'Dynamic',
      ),
    );
    expect(lines[1]).toContain('Archive/ChatSession');
    expect(lines.slice(2, 6).map((line) => line.split(' ')[0])).toEqual([
      'POST',
      'GetChatSessionEntity',
      'GetChatSessionEntity',
      'GetChatSessionEntity',
    ]);
    expect(lines[6]).toContain("$filter=chat_session.email begins 'customer1'");

    await using plain = await gatewayOnEmulator({}, { ARCHIVE: 'all' });
    const { data, errors } = await plain.query(query('nodes { id customerName }'));
    expect(errors).toBeUndefined();
    expect(data.findChatSessions.nodes).toHaveLength(3);
    expect(plain.emulator.requests).toHaveLength(4);
  });

  it('totalCount is a call of its own, only when it is selected, and fails alone', async () => {
    await using gateway = await gatewayOnEmulator({}, confirmed);
    const counted = await gateway.query(query('totalCount'));
    expect(counted.data.findChatSessions).toEqual({ totalCount: 32 });
    expect(gateway.emulator.requests).toEqual([
      'ChatTopicsForUser $select=ChatTopicId',
      `GetArchiveListByColumnsWithHeader2 ProviderName=ChatSession Columns=chatSessionId,chatTopic/chatTopicId Restriction=${topics([1])} PageSize=1`,
    ]);
    gateway.emulator.injectFault({
      kind: 'status',
      status: 403,
      match: { operation: 'GetArchiveListByColumnsWithHeader2' },
    });
    const { data, errors = [] } = await gateway.query(query('totalCount nodes { id }'));
    expect(data.findChatSessions.totalCount).toBeNull();
    expect(data.findChatSessions.nodes).toHaveLength(3);
    expect(errors.map(({ path, extensions }) => [path, extensions.code])).toEqual([
      [['findChatSessions', 'totalCount'], 'FORBIDDEN'],
    ]);
  });

  it('lists of topics, persons and companies are pages, too', async () => {
    await using gateway = await gatewayOnEmulator({}, confirmed);
    const { data, errors } = await gateway.query(`{
      myChatTopics { id chatSessions(first: 2, filter: { status: [CLOSED] }) { nodes { id topicId status } } }
      chatSession(id: 18) { person { id chatSessions(first: 5) { nodes { id person { id } } } } contact { chatSessions { totalCount } } }
    }`);
    expect(errors).toBeUndefined();
    for (const { id, chatSessions } of data.myChatTopics)
      for (const node of chatSessions.nodes) expect(node).toMatchObject({ topicId: id, status: 'CLOSED' });
    const { person, contact } = data.chatSession;
    expect(person.chatSessions.nodes).toEqual([{ id: '18', person: { id: person.id } }]);
    expect(contact.chatSessions.totalCount).toBe(1);
    expect(gateway.emulator.requests.filter((line) => line.startsWith('ChatTopicsForUser'))).toHaveLength(1);
  });
});

describe('rights', () => {
  const query =
    '{ findChatSessions(filter: { ids: ["18", "43", "44", "21", "9999"] }, orderBy: { field: ID }) { nodes { id topicId } } }';

  it("only sessions of the caller's topics are found, whatever the filter says", async () => {
    await using gateway = await gatewayOnEmulator({}, confirmed);
    const own = await gateway.query(query);
    expect(own.data.findChatSessions.nodes.map(({ id }: { id: string }) => id)).toEqual(['18', '43', '44']);
    const ofGuest = await gateway.query(query, {}, guest);
    expect(ofGuest.data.findChatSessions.nodes).toEqual([{ id: '18', topicId: '1' }]);
    gateway.emulator.clearLog();
    const foreign =
      '{ findChatSessions(filter: { topicIds: ["4", "2"] }) { nodes { id } totalCount pageInfo { hasNextPage } } }';
    const { data } = await gateway.query(foreign, {}, guest);
    expect(data.findChatSessions).toEqual({ nodes: [], totalCount: 0, pageInfo: { hasNextPage: false } });
    expect(gateway.emulator.requests).toEqual(['ChatTopicsForUser $select=ChatTopicId']);
    gateway.emulator.setTopics(704, []);
    expect((await gateway.query(query, {}, guest)).data.findChatSessions.nodes).toEqual([]);
  });

  it('an `or` does not lead out of them', async () => {
    await using gateway = await gatewayOnEmulator({}, confirmed);
    const filter =
      '{ or: [{ topicIds: ["1"] }, { topicIds: ["4"] }, { ids: ["5", "43"] }], and: [{ topicIds: ["1", "4", "2"] }] }';
    const { data } = await gateway.query(
      `{ findChatSessions(filter: ${filter}, first: 200) { nodes { topicId } } }`,
      {},
      guest,
    );
    const found = data.findChatSessions.nodes.map(({ topicId }: { topicId: string }) => topicId);
    expect(new Set(found)).toEqual(new Set(['1']));
  });

  it('a row of another topic fails the page: a server that ignores the restriction shows nothing', async () => {
    await using gateway = await gatewayOnEmulator({}, confirmed);
    const cell = (RawValue: unknown) => ({ RawValue, DisplayValue: '' });
    const row = (id: number, topic: number) => ({
      PrimaryKey: id,
      Column: { chatSessionId: cell(id), 'chatTopic/chatTopicId': cell(topic) },
    });
    gateway.emulator.injectFault({
      kind: 'body',
      body: JSON.stringify({ value: [row(18, 1), row(21, 4)] }),
      match: { pathEnd: 'Archive/ChatSession' },
    });
    const { data, errors = [] } = await gateway.query(query);
    expect(data.findChatSessions).toBeNull();
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['UPSTREAM_INVALID_RESPONSE']);
  });

  it('a row that the caller may not read is read by its id, with the same values as everywhere', async () => {
    await using gateway = await gatewayOnEmulator({}, confirmed);
    const selection = 'id status firstMessage person { id }';
    const found = await gateway.query(`{ findChatSessions(filter: { ids: ["19", "18"] }) { nodes { ${selection} } } }`);
    expect(gateway.emulator.requests.map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      'ChatTopicsForUser $select=ChatTopicId',
      'POST /api/v1/Archive/ChatSession',
      'GetChatSessionEntity 19',
    ]);
    const { data } = await gateway.query(`{ chatSessions(ids: ["18", "19"]) { ${selection} } }`);
    const byId = (nodes: { id: string }[]) => nodes.toSorted((one, other) => Number(one.id) - Number(other.id));
    expect(byId(found.data.findChatSessions.nodes)).toEqual(data.chatSessions);
  });

  it('ARCHIVE=off leaves all of it out of the schema', async () => {
    await using gateway = await gatewayOnEmulator({}, { ARCHIVE: 'off' });
    const { status, errors = [] } = await gateway.query(query);
    expect(status).toBe(400);
    expect(errors[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    expect((await gateway.query('{ chatSession(id: 13) { person { id } topic { name } } }')).errors).toBeUndefined();
  });
});
