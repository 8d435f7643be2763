/**
 * Each mutation is one action upstream, with the caller's selection, and reports when nothing was done.
 */
import { describe, expect, it } from '@jest/globals';
import { gatewayWithSession, kari, pickUp, stateOf } from '../../support/console-sessions.js';
import { gatewayOnEmulator, queryAt, authorization } from '../../support/query-gateway.js';

describe('picking up', () => {
  it('assigns the session to the caller: one call, with the selection in its $select', async () => {
    await using gateway = await gatewayOnEmulator();

    const { data, errors } = await gateway.query(pickUp, { id: '4' });

    expect([data, errors]).toEqual([
      {
        pickUpChatSession: {
          session: { id: '4', status: 'CUSTOMER_LAST', user: { id: '701', fullName: 'Terje Nordmann' } },
          userErrors: [],
        },
      },
      undefined,
    ]);
    expect(gateway.emulator.requests).toEqual([
      'PickUpChatSession 4 $select=ChatSessionId,Status,User/AssociateId,User/FullName',
    ]);
    expect(gateway.emulator.log[0]).toMatchObject({
      bodyText: '{"ChatSessionId":4}',
      headers: { 'content-type': 'application/json', connection: 'close' },
    });
  });

  it('of one session by two clients at once: one gets it, the other gets a userError, and nothing is sent twice', async () => {
    await using gateway = await gatewayOnEmulator();

    const responses = await Promise.all([gateway.query(pickUp, { id: '4' }), gateway.query(pickUp, { id: '4' }, kari)]);

    const payloads = responses.map(({ data }) => data.pickUpChatSession);
    const winner = payloads.find(({ session }) => session !== null);
    const loser = payloads.find(({ session }) => session === null);
    expect(winner).toMatchObject({ userErrors: [], session: { user: { id: expect.stringMatching(/^70[12]$/) } } });
    expect(loser).toEqual({
      session: null,
      userErrors: [{ code: 'NOT_IN_QUEUE', message: expect.stringContaining('no longer waiting') }],
    });
    expect(gateway.emulator.requests).toHaveLength(2);
    expect(await stateOf(gateway)).toMatchObject({ user: { id: winner.session.user.id } });
  });

  it('of the next one takes the session that waits longest, and reports when none waits', async () => {
    await using gateway = await gatewayOnEmulator();
    const next = 'mutation { pickUpNextChatSession { session { id } userErrors { code } } }';

    const responses = [await gateway.query(next), await gateway.query(next), await gateway.query(next)];

    expect(responses.map(({ data }) => data.pickUpNextChatSession)).toEqual([
      { session: { id: '4' }, userErrors: [] },
      { session: { id: '43' }, userErrors: [] },
      { session: null, userErrors: [{ code: 'QUEUE_EMPTY' }] },
    ]);
    expect(gateway.emulator.requests).toEqual(Array(3).fill('PickUpFirstChatSession $select=ChatSessionId'));
  });
});

describe('other actions', () => {
  it('resetting returns a session to the queue', async () => {
    await using gateway = await gatewayWithSession();

    const { data } = await gateway.query(
      'mutation { resetChatSession(id: 4) { session { isWaiting user { id } } userErrors { code } } }',
    );

    expect(data.resetChatSession).toEqual({ session: { isWaiting: true, user: null }, userErrors: [] });
    expect(gateway.emulator.requests).toEqual(['ResetChatSession 4 $select=ChatSessionId,Status,User/AssociateId']);
  });

  it('creating starts a session that waits in the topic; its links are read like any other', async () => {
    await using gateway = await gatewayOnEmulator();

    const { data } = await gateway.query(
      'mutation { createChatSession(topicId: 2) { session { status topicId topic { name } } userErrors { code } } }',
    );

    const { session } = data.createChatSession;
    expect(session).toEqual({ status: 'IN_QUEUE', topicId: '2', topic: { name: 'Sales' } });
    expect(gateway.emulator.requests).toEqual([
      'CreateChatSessionForTopic 2 $select=ChatSessionId,Status,TopicId',
      'GetChatTopicEntity 2 $select=ChatTopicId,Name',
    ]);
  });

  it.each([
    ['resetChatSession(id: 999999999)', 'ResetChatSession'],
    ['pickUpChatSession(id: 999999999)', 'PickUpChatSession'],
    ['createChatSession(topicId: 999999999)', 'CreateChatSessionForTopic'],
    ['closeChatSession(id: 999999999)', 'GetChatSessionEntity'],
    ['transferChatSession(id: 999999999, toAssociateId: 702)', 'TransferChatSession'],
    ['acceptChatSessionTransfer(id: 999999999)', 'GetChatSessionEntity'],
  ])('%s of an unknown record reports it', async (field, operation) => {
    await using gateway = await gatewayOnEmulator();

    const { data, errors } = await gateway.query(`mutation { ${field} { session { id } userErrors { code } } }`);

    const code = operation === 'PickUpChatSession' ? 'NOT_IN_QUEUE' : 'NOT_FOUND';
    expect([Object.values(data), errors]).toEqual([[{ session: null, userErrors: [{ code }] }], undefined]);
    expect(gateway.emulator.log.map((request) => request.operation)).toEqual([operation]);
  });

  it('setting the presence costs one call, and one more to read it', async () => {
    await using gateway = await gatewayOnEmulator();
    const away = 'setMyChatPresence(userId: 702, present: false)';

    const seen = await gateway.query(`mutation { ${away} { presence { displayName present } userErrors { code } } }`);
    const judged = await gateway.query(
      'mutation { setMyChatPresence(userId: 9, present: true) { userErrors { code } } }',
    );
    const before = gateway.emulator.log.length;
    const unseen = await gateway.query(`mutation { ${away} { __typename } }`);
    expect(gateway.emulator.log.length - before).toBe(1);
    const missing = await gateway.query(
      'mutation { setMyChatPresence(userId: 9, present: true) { presence { id } userErrors { code } } }',
    );

    expect(seen.data.setMyChatPresence).toEqual({
      presence: { displayName: 'Terje Nordmann', present: false },
      userErrors: [],
    });
    expect([judged, unseen, missing].map(({ data }) => data.setMyChatPresence)).toEqual([
      { userErrors: [{ code: 'NOT_FOUND' }] },
      { __typename: 'ChatPresencePayload' },
      { presence: null, userErrors: [{ code: 'NOT_FOUND' }] },
    ]);
    expect(gateway.emulator.requests).toEqual([
      'SaveChatPresence',
      'GetChatPresence $select=DisplayName,Present,UserId',
      'SaveChatPresence',
      'GetChatPresence $select=Present,UserId',
      'SaveChatPresence',
      'SaveChatPresence',
      'GetChatPresence $select=Present,UserId',
    ]);
    expect(gateway.emulator.log[0]?.bodyText).toBe('{"ChatPresence":[{"UserId":702,"Present":false}]}');
  });
});

describe('writing', () => {
  const write = `mutation ($id: ID!, $message: String!) {
    addChatMessage(sessionId: $id, message: $message) { message { id message author type } userErrors { code } }
  }`;

  it('sends the text unchanged and returns the stored message', async () => {
    await using gateway = await gatewayWithSession();
    const message = 'Hei "du" \u{1F44D}\n<b>1 & 2</b>';

    const { data } = await gateway.query(write, { id: '4', message });

    expect(data.addChatMessage).toEqual({
      message: { id: expect.any(String), message, author: 'Terje Nordmann', type: 'TO_CUSTOMER' },
      userErrors: [],
    });
    expect(gateway.emulator.requests).toEqual([
      'AddChatMessage 4 $select=Author,ChatMessageId,ChatSessionId,Message,Type',
    ]);
    expect(JSON.parse(gateway.emulator.log[0]?.bodyText ?? '')).toEqual({
      ChatSessionId: 4,
      Message: { Message: message, Type: 'ToCustomer' },
    });
    expect(gateway.log()).not.toContain('1 & 2');
  });

  it('an empty message is refused before any call; one to an unknown session reports it', async () => {
    await using gateway = await gatewayOnEmulator();

    const empty = await gateway.query(write, { id: '4', message: ' \n' });
    expect(empty.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect(gateway.emulator.requests).toEqual([]);

    const missing = await gateway.query(write, { id: '999999999', message: 'Hei' });
    expect(missing.data.addChatMessage).toEqual({ message: null, userErrors: [{ code: 'NOT_FOUND' }] });
  });
});

describe('an action whose session is read again', () => {
  it('by the next field, without being named, shows what was added to it', async () => {
    await using gateway = await gatewayOnEmulator();

    const { data } = await gateway.query(`mutation {
      a: resetChatSession(id: 4) { session { messages { id } } }
      b: pickUpNextChatSession { session { id messages { id specialType } } }
    }`);

    expect(data.b.session.id).toBe('4');
    expect(data.b.session.messages).toHaveLength(data.a.session.messages.length + 1);
    expect(data.b.session.messages.at(-1)).toMatchObject({ specialType: 'WELCOME' });
  });

  it('that is done but cannot be read afterwards is not reported as undone', async () => {
    await using gateway = await gatewayOnEmulator();
    gateway.emulator.injectFault({ kind: 'status', status: 403, match: { operation: 'GetChatPresence' } });

    const { data, errors } = await gateway.query(
      'mutation { setMyChatPresence(userId: 702, present: false) { presence { id } userErrors { code } } }',
    );

    expect(data.setMyChatPresence).toEqual({ presence: null, userErrors: [] });
    expect(errors?.map(({ path }) => path)).toEqual([['setMyChatPresence', 'presence']]);
    expect(gateway.emulator.requests).toHaveLength(2);
  });

  it('reports where only the reason is selected, which is unknown then', async () => {
    await using gateway = await gatewayOnEmulator();
    gateway.emulator.injectFault({ kind: 'status', status: 403, match: { operation: 'GetChatPresence' } });

    const { data, errors } = await gateway.query(
      'mutation { setMyChatPresence(userId: 702, present: false) { userErrors { code } } }',
    );

    expect(data.setMyChatPresence).toBeNull();
    expect(errors?.map(({ path }) => path)).toEqual([['setMyChatPresence', 'userErrors']]);
    expect(gateway.emulator.requests).toHaveLength(2);
  });

  it('nor is one whose response is unreadable', async () => {
    await using gateway = await gatewayOnEmulator();
    const body = '[{"UserId":702,"Present":"yes"}]';
    gateway.emulator.injectFault({ kind: 'body', body, match: { operation: 'GetChatPresence' } });

    const { data, errors } = await gateway.query(
      'mutation { setMyChatPresence(userId: 702, present: false) { presence { id } userErrors { code } } }',
    );

    expect(data.setMyChatPresence).toEqual({ presence: null, userErrors: [] });
    expect(errors?.map(({ path }) => path)).toEqual([['setMyChatPresence', 'presence']]);
    expect(gateway.emulator.requests).toHaveLength(2);
  });
});

describe('switched off', () => {
  it('mutations are not in the schema, and none is executed', async () => {
    await using gateway = await gatewayOnEmulator({}, { MUTATIONS: 'false' });

    const { status, errors } = await queryAt(gateway.url, { query: pickUp, variables: { id: '4' } }, { authorization });
    const schema = await gateway.query('{ chatSession(id: 4) { status } }');

    expect([status, errors?.[0]?.extensions.code]).toEqual([
      400,
      expect.stringMatching(/^(BAD_USER_INPUT|GRAPHQL_VALIDATION_FAILED)$/),
    ]);
    expect(schema.data.chatSession).toEqual({ status: 'IN_QUEUE' });
    expect(gateway.emulator.requests).toHaveLength(1);
  });
});
