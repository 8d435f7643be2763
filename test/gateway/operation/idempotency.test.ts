/** Actions with an `idempotencyKey` are done once; a repeat reads what it selects. */
import { describe, expect, it } from '@jest/globals';
import { runningClock } from '../../support/clocks.js';
import { kari } from '../../support/console-sessions.js';
import { comesTrue } from '../../support/eventually.js';
import { authorization, gatewayOnEmulator, type GatewayWithEmulator } from '../../support/query-gateway.js';

const settings = { ADMIN_MUTATIONS: 'true' };

const start = (): Promise<GatewayWithEmulator> => gatewayOnEmulator({}, settings);

const operationsOf = ({ emulator }: GatewayWithEmulator): readonly (string | null)[] =>
  emulator.log.map(({ operation, path }) => operation ?? path.split('/').at(-1) ?? null);

const times = (gateway: GatewayWithEmulator, operation: string): number =>
  operationsOf(gateway).filter((each) => each === operation).length;

/** Field, what it selects, and the operation that acts. The caller has session 18 after `prepared`. */
type Row = readonly [field: string, operation: string, selection?: string];

const session = '{ session { id status customerName } userErrors { code } }';

const rows: readonly Row[] = [
  ['pickUpChatSession(id: 4, KEY)', 'PickUpChatSession'],
  ['pickUpNextChatSession(KEY)', 'PickUpFirstChatSession'],
  ['transferChatSession(id: 43, toAssociateId: 702, KEY)', 'TransferChatSession'],
  ['resetChatSession(id: 43, KEY)', 'ResetChatSession'],
  [
    'addChatMessage(sessionId: 43, message: "Hei", KEY)',
    'AddChatMessage',
    '{ message { id message } userErrors { code } }',
  ],
  ['createChatSession(topicId: 1, KEY)', 'CreateChatSessionForTopic'],
  ['createChatSession(topicId: 1, input: { customerName: "Ada" }, KEY)', 'SaveChatSessionEntity'],
  ['updateChatSession(id: 43, input: { customerName: "Ada" }, KEY)', 'ChatSession'],
  ['closeChatSession(id: 43, KEY)', 'ChatSession'],
  ['setMyChatPresence(present: true, KEY)', 'SaveChatPresence', '{ presence { present } userErrors { code } }'],
  ['deleteChatSession(id: 44, KEY)', 'DeleteChatSessionEntity', '{ deletedId userErrors { code } }'],
  ['createChatTopic(name: "New", KEY)', 'SaveChatTopicEntity', '{ topic { id name } userErrors { code } }'],
  ['updateChatTopic(id: 2, name: "Two", KEY)', 'SaveChatTopicEntity', '{ topic { id name } userErrors { code } }'],
  ['deleteChatTopic(id: 3, KEY)', 'DeleteChatTopicEntity', '{ deletedId userErrors { code } }'],
  [
    'addChatTopicAgent(topicId: 4, associateId: 702, KEY)',
    'AddChatTopicUserAgent',
    '{ agents { user { userName } canRespond } userErrors { code } }',
  ],
  [
    'updateChatTopicAgents(topicId: 1, agents: { userName: "kari@example.com", roles: { canListen: false } }, KEY)',
    'UpdateChatTopicUserAgent',
    '{ agents { user { userName } canListen } userErrors { code } }',
  ],
  [
    'removeChatTopicAgent(topicId: 1, userName: "kari@example.com", KEY)',
    'DeleteChatTopicUserAgent',
    '{ agents { canListen } userErrors { code } }',
  ],
];

const mutation = (field: string, selection = session, key = 'key-1'): string =>
  `mutation { it: ${field.replace('KEY', `idempotencyKey: "${key}"`)} ${selection} }`;

/** The caller has session 43. */
async function prepared(): Promise<GatewayWithEmulator> {
  const gateway = await start();
  await gateway.query('mutation { pickUpChatSession(id: 43) { __typename } }');
  gateway.emulator.clearLog();
  return gateway;
}

describe('a repeat with the same key', () => {
  it.each(rows)('of %s does nothing again, and reads the same', async (field, operation, ...[selection]) => {
    await using gateway = await prepared();
    const first = await gateway.query(mutation(field, selection));
    const second = await gateway.query(mutation(field, selection));
    expect([first.errors, second.errors]).toEqual([undefined, undefined]);
    expect(second.data.it).toEqual(first.data.it);
    expect(first.data.it.userErrors).toEqual([]);
    expect(times(gateway, operation)).toBe(1);
    expect(times(gateway, 'currentPrincipal')).toBe(1);
  });

  it.each(rows)('of %s after a lost response is done at most once', async (field, operation, ...[selection]) => {
    await using gateway = await prepared();
    const match = operation === 'ChatSession' ? { pathEnd: 'ChatSession/43' } : { operation };
    gateway.emulator.injectFault({ kind: 'truncate', match }); // it is done
    const first = await gateway.query(mutation(field, selection));
    expect(first.errors?.map(({ extensions }) => extensions.code)).toEqual(['UPSTREAM_OUTCOME_UNKNOWN']);
    const second = await gateway.query(mutation(field, selection));
    const isUnseen = /^(?:create|pickUpNext)/.test(field);
    expect(second.errors?.map(({ extensions }) => extensions.code)).toEqual(
      isUnseen ? ['UPSTREAM_OUTCOME_UNKNOWN'] : undefined,
    );
    if (!isUnseen) expect(second.data.it.userErrors).toEqual([]);
    const isHarmless = /^(?:setMyChatPresence|updateChatTopic)/.test(field);
    expect(times(gateway, operation)).toBe(isHarmless ? 2 : 1);
  });

  it.each(rows.filter(([field]) => !/^(?:create|pickUpNext|reset)/.test(field)))(
    'of %s that never arrived is done then',
    async (field, operation, ...[selection]) => {
      await using gateway = await prepared();
      const match = operation === 'ChatSession' ? { pathEnd: 'ChatSession/43' } : { operation };
      gateway.emulator.injectFault({ kind: 'reset', match }); // it is not done
      const first = await gateway.query(mutation(field, selection));
      expect(first.errors?.map(({ extensions }) => extensions.code)).toEqual(['UPSTREAM_OUTCOME_UNKNOWN']);
      const second = await gateway.query(mutation(field, selection));
      expect(second.errors).toBeUndefined();
      expect(second.data.it.userErrors).toEqual([]);
      expect(times(gateway, operation)).toBe(2);
      expect((await gateway.query(mutation(field, selection))).data.it).toEqual(second.data.it);
      expect(times(gateway, operation)).toBe(2);
    },
  );

  it('has the reason why nothing was done again', async () => {
    await using gateway = await prepared();
    for (let repeat = 0; repeat < 2; repeat += 1) {
      const { data } = await gateway.query(mutation('pickUpChatSession(id: 43, KEY)'));
      expect(data.it).toEqual({ session: null, userErrors: [{ code: 'NOT_IN_QUEUE' }] });
    }
    expect(times(gateway, 'PickUpChatSession')).toBe(1);
  });

  it('may select something else, with the rights of the caller', async () => {
    await using gateway = await prepared();
    await gateway.query(mutation('addChatMessage(sessionId: 43, message: "Hei", KEY)', '{ message { id } }'));
    gateway.emulator.clearLog();
    const more = await gateway.query(
      mutation('addChatMessage(sessionId: 43, message: "Hei", KEY)', '{ message { message author } }'),
    );
    expect(more.data.it.message).toEqual({ message: 'Hei', author: 'Terje Nordmann' });
    expect(operationsOf(gateway)).toEqual(['GetChatMessages']);
  });

  it('is another action for another caller, and the same one for a renewed token', async () => {
    await using gateway = await prepared();
    const document = mutation('addChatMessage(sessionId: 18, message: "Hei", KEY)', '{ message { id } }');
    const renewed = { authorization: 'Bearer tje0' }; // the same user of the emulator
    const ids = [];
    for (const headers of [{ authorization }, kari, renewed, kari]) {
      const { data } = await gateway.query(document, {}, headers);
      ids.push(data.it.message.id);
    }
    expect(ids[2]).toBe(ids[0]);
    expect(ids[3]).toBe(ids[1]);
    expect(ids[1]).not.toBe(ids[0]);
    expect(times(gateway, 'AddChatMessage')).toBe(2);
  });

  it('is done again after ten minutes', async () => {
    const clock = runningClock();
    await using gateway = await gatewayOnEmulator({}, settings, clock);
    const document = mutation('addChatMessage(sessionId: 18, message: "Hei", KEY)', '{ message { id } }');
    await gateway.query(document);
    clock.moveBy(599_000);
    await gateway.query(document);
    expect(times(gateway, 'AddChatMessage')).toBe(1);
    clock.moveBy(2_000);
    await gateway.query(document);
    expect(times(gateway, 'AddChatMessage')).toBe(2);
  });

  it('of an action that SuperOffice refused, or that was not sent, is an action', async () => {
    await using gateway = await prepared();
    const document = mutation('addChatMessage(sessionId: 43, message: "Hei", KEY)', '{ message { id } }');
    gateway.emulator.injectFault({ kind: 'status', status: 403, match: { operation: 'AddChatMessage' } });
    expect((await gateway.query(document)).errors?.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
    gateway.emulator.injectFault({ kind: 'status', status: 403, match: { operation: 'GetChatMessages' } });
    expect((await gateway.query(document)).errors?.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
    expect((await gateway.query(document)).errors).toBeUndefined();
    expect(times(gateway, 'AddChatMessage')).toBe(2);
  });
});

describe('repeats at the same time', () => {
  it('wait for the first, and read the same', async () => {
    await using gateway = await prepared();
    gateway.emulator.injectFault({ kind: 'delay', delayMs: 200, match: { operation: 'AddChatMessage' } });
    const document = mutation(
      'addChatMessage(sessionId: 43, message: "Hei", lastMessageId: 1, KEY)',
      '{ message { id message } }',
    );
    const responses = await Promise.all(Array.from({ length: 8 }, () => gateway.query(document)));
    expect(new Set(responses.map(({ data }) => JSON.stringify(data)))).toHaveProperty('size', 1);
    expect(times(gateway, 'AddChatMessage')).toBe(1);
  });

  it('act one after the other when the first did nothing', async () => {
    await using gateway = await prepared();
    gateway.emulator.injectFault({ kind: 'status', status: 403, delayMs: 100, match: { operation: 'AddChatMessage' } });
    const document = mutation(
      'addChatMessage(sessionId: 43, message: "Hei", lastMessageId: 1, KEY)',
      '{ message { id } }',
    );
    const responses = await Promise.all(Array.from({ length: 4 }, () => gateway.query(document)));
    expect(responses.filter(({ errors }) => errors !== undefined)).toHaveLength(1);
    expect(times(gateway, 'AddChatMessage')).toBe(2);
  });

  it('are refused when the first takes too long', async () => {
    await using gateway = await gatewayOnEmulator({}, { UPSTREAM_TIMEOUT_MS: '16000', ATTEMPT_TIMEOUT_MS: '15000' });
    gateway.emulator.injectFault({ kind: 'delay', delayMs: 11_000, match: { operation: 'AddChatMessage' } });
    const document = mutation(
      'addChatMessage(sessionId: 18, message: "Hei", lastMessageId: 1, KEY)',
      '{ message { id } }',
    );
    const first = gateway.query(document);
    await comesTrue(() => times(gateway, 'AddChatMessage') === 1);
    const { errors = [] } = await gateway.query(document);
    expect(errors.map(({ extensions }) => [extensions.code, extensions['retryAfterSeconds']])).toEqual([
      ['IDEMPOTENCY_CONCURRENT_REQUEST', 1],
    ]);
    expect((await first).errors).toBeUndefined();
    expect(times(gateway, 'AddChatMessage')).toBe(1);
  });
});

describe('a message', () => {
  const document = (text: string, more = ''): string =>
    mutation(`addChatMessage(sessionId: 43, message: "${text}", ${more} KEY)`, '{ message { id } }');

  it('with the id of the newest known one costs no other call', async () => {
    await using gateway = await prepared();
    await gateway.query('{ myChatSessions { isMine } }');
    gateway.emulator.clearLog();
    await gateway.query(document('Hei', 'lastMessageId: 1,'));
    expect(operationsOf(gateway)).toEqual(['AddChatMessage']);
  });

  it('that was said before is sent again: only messages after the last known one count', async () => {
    await using gateway = await prepared();
    const said = 'mutation { addChatMessage(sessionId: 43, message: "ok") { message { id } } }';
    for (const isKnown of [false, true]) {
      const newest = (await gateway.query(said)).data.addChatMessage.message.id;
      gateway.emulator.clearLog();
      gateway.emulator.injectFault({ kind: 'reset', match: { operation: 'AddChatMessage' } });
      const more = isKnown ? `lastMessageId: ${newest},` : '';
      const send = `mutation { it: addChatMessage(sessionId: 43, message: "ok", ${more} idempotencyKey: "${newest}") { message { id } } }`;
      expect((await gateway.query(send)).errors).toHaveLength(1);
      expect(Number((await gateway.query(send)).data.it.message.id)).toBeGreaterThan(Number(newest));
      expect(times(gateway, 'AddChatMessage')).toBe(2);
    }
  });
});

describe('a key', () => {
  it.each([
    ['other arguments', 'addChatMessage(sessionId: 43, message: "Hallo", KEY)', '{ message { id } }'],
    ['another action', 'resetChatSession(id: 43, KEY)', '{ session { id } }'],
  ])('that is used with %s is refused; another key works', async (_what, field, selection) => {
    await using gateway = await prepared();
    await gateway.query(mutation('addChatMessage(sessionId: 43, message: "Hei", KEY)', '{ message { id } }'));
    gateway.emulator.clearLog();
    const { errors = [] } = await gateway.query(mutation(field, selection));
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['IDEMPOTENCY_KEY_PARAMETER_MISMATCH']);
    expect(gateway.emulator.requests).toEqual([]);
    expect((await gateway.query(mutation(field, selection, 'key-2'))).errors).toBeUndefined();
  });

  it.each(['', 'a b', 'ø', 'a\\n', 'x'.repeat(256)])('%j is refused without a call', async (key) => {
    await using gateway = await prepared();
    const { errors = [] } = await gateway.query(mutation('pickUpChatSession(id: 4, KEY)', session, key));
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
    expect(gateway.emulator.requests).toEqual([]);
  });

  it('works where the caller has no account that SuperOffice names, and in two fields of one operation', async () => {
    await using gateway = await prepared();
    gateway.emulator.injectFault({
      kind: 'status',
      status: 403,
      match: { pathEnd: 'currentPrincipal' },
      times: Infinity,
    });
    const field = 'addChatMessage(sessionId: 43, message: "Hei", idempotencyKey: "k") { message { id } }';
    const { data, errors } = await gateway.query(`mutation { a: ${field} b: ${field} }`);
    expect(errors).toBeUndefined();
    expect(data.b).toEqual(data.a);
    expect(times(gateway, 'AddChatMessage')).toBe(1);
  });
});
