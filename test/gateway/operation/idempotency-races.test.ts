/** What could make an action happen twice, or seem done, although it has an idempotency key. */
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { ActionOutcomes } from '../../../src/execution/action-outcomes.js';
import { comesTrue } from '../../support/eventually.js';
import { authorization, gatewayOnEmulator, queryAt, type GatewayWithEmulator } from '../../support/query-gateway.js';

const settings = { ADMIN_MUTATIONS: 'true' };

const times = ({ emulator }: GatewayWithEmulator, name: string): number =>
  emulator.log.filter(({ operation }) => operation === name).length;

const add = (more = ''): string =>
  `mutation { it: addChatMessage(sessionId: 18, message: "Hei", ${more} idempotencyKey: "k") { message { id message } userErrors { code } } }`;

async function textsOf(gateway: GatewayWithEmulator): Promise<readonly string[]> {
  const { data } = await gateway.query('{ chatMessages(sessionId: 18) { message } }');
  return data.chatMessages.map(({ message }: { readonly message: string }) => message);
}

describe('a client that leaves while SuperOffice works', () => {
  it('and repeats at once gets the message that arrived meanwhile', async () => {
    await using gateway = await gatewayOnEmulator({}, settings);
    gateway.emulator.injectFault({ kind: 'hang', match: { operation: 'AddChatMessage' } });
    const leaving = new AbortController();
    const first = fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization },
      body: JSON.stringify({ query: add('lastMessageId: 1,') }),
      signal: leaving.signal,
    }).catch(() => null);
    expect(await comesTrue(() => times(gateway, 'AddChatMessage') === 1)).toBe(true);
    leaving.abort();
    await first;
    const repeat = gateway.query(add('lastMessageId: 1,'));
    await pause(500);
    gateway.emulator.addMessage(18, { Message: 'Hei', Type: 'ToCustomer' }); // SuperOffice has finished what it was sent
    const { data, errors } = await repeat;
    expect(errors).toBeUndefined();
    expect(data.it.message.message).toBe('Hei');
    expect(times(gateway, 'AddChatMessage')).toBe(1);
  });
});

describe('an outcome that stays unknown', () => {
  it('is not forgotten by a repeat that was not sent', async () => {
    await using gateway = await gatewayOnEmulator({}, settings);
    const match = { operation: 'AddChatMessage' };
    gateway.emulator.injectFault({ kind: 'reset', match });
    expect((await gateway.query(add('lastMessageId: 1,'))).errors).toHaveLength(1);
    gateway.emulator.injectFault({ kind: 'status', status: 403, match });
    expect((await gateway.query(add('lastMessageId: 1,'))).errors).toHaveLength(1);
    gateway.emulator.addMessage(18, { Message: 'Hei', Type: 'ToCustomer' }); // the first one arrives late
    expect((await gateway.query(add('lastMessageId: 1,'))).data.it.message.message).toBe('Hei');
    expect((await textsOf(gateway)).filter((text) => text === 'Hei')).toHaveLength(1);
  });

  it('costs one read, which has what is looked at and what is selected', async () => {
    await using gateway = await gatewayOnEmulator({}, settings);
    const query =
      'mutation { it: updateChatSession(id: 43, input: { alertLevel: 7 }, idempotencyKey: "k") { session { status } } }';
    gateway.emulator.injectFault({ kind: 'truncate', match: { pathEnd: 'ChatSession/43' } });
    expect((await gateway.query(query)).errors).toHaveLength(1);
    gateway.emulator.clearLog();
    expect((await gateway.query(query)).data.it.session).toEqual({ status: 'IN_QUEUE' });
    expect(gateway.emulator.requests).toEqual(['GetChatSessionEntity 43 $select=AlertLevel,ChatSessionId,Status']);
  });

  it('of a text with half of a surrogate pair is found as it was stored', async () => {
    await using gateway = await gatewayOnEmulator({}, settings);
    gateway.emulator.injectFault({ kind: 'truncate', match: { operation: 'AddChatMessage' } });
    const query =
      'mutation ($text: String!) { it: addChatMessage(sessionId: 18, message: $text, lastMessageId: 1, idempotencyKey: "k") { message { id } } }';
    const send = () => queryAt(gateway.url, { query, variables: { text: 'cut \ud83d' } }, { authorization });
    expect((await send()).errors).toHaveLength(1);
    expect((await send()).errors).toBeUndefined();
    expect(times(gateway, 'AddChatMessage')).toBe(1);
  });

  it('of a user who was in the topic before, with other roles, is not taken for done', async () => {
    await using gateway = await gatewayOnEmulator({}, settings);
    const query =
      'mutation { it: addChatTopicAgent(topicId: 1, associateId: 702, roles: { canManage: false }, idempotencyKey: "k") { agents { canManage } } }';
    gateway.emulator.injectFault({ kind: 'reset', match: { operation: 'AddChatTopicUserAgent' } });
    expect((await gateway.query(query)).errors).toHaveLength(1);
    expect((await gateway.query(query)).data.it.agents).toEqual([{ canManage: false }]);
    expect(times(gateway, 'AddChatTopicUserAgent')).toBe(2);
  });
});

describe('equal repeats', () => {
  it('are equal in any order of arguments, with variables or literals, and null is as good as nothing', async () => {
    await using gateway = await gatewayOnEmulator({}, settings);
    const bodies = [
      {
        query:
          'mutation ($m: String!, $s: ID!, $l: ID) { it: addChatMessage(message: $m, sessionId: $s, lastMessageId: $l, idempotencyKey: "k") { message { id } } }',
        variables: { m: 'Hei', s: '18', l: null },
      },
      {
        query:
          'mutation ($m: String!, $s: ID!, $l: ID) { it: addChatMessage(message: $m, sessionId: $s, lastMessageId: $l, idempotencyKey: "k") { message { id } } }',
        variables: { m: 'Hei', s: '18', l: '300001' },
      },
      {
        query: 'mutation { it: addChatMessage(idempotencyKey: "k", sessionId: 18, message: "Hei") { message { id } } }',
      },
    ];
    const ids = [];
    for (const body of bodies) ids.push((await queryAt(gateway.url, body, { authorization })).data.it.message.id);
    expect(new Set(ids).size).toBe(1);
    expect(times(gateway, 'AddChatMessage')).toBe(1);
  });

  it('get the reason, although the first did not select it', async () => {
    await using gateway = await gatewayOnEmulator({}, settings);
    const rows = [
      ['acceptChatSessionTransfer(id: 4, idempotencyKey: "a")', '__typename', 'NO_TRANSFER_PENDING'],
      ['rejectChatSessionTransfer(id: 4, idempotencyKey: "b")', '__typename', 'NO_TRANSFER_PENDING'],
      ['deleteChatSession(id: 9999, idempotencyKey: "c")', 'deletedId', 'NOT_FOUND'],
      ['removeChatTopicAgent(topicId: 1, userName: "none", idempotencyKey: "d")', 'agents { topicId }', 'NOT_FOUND'],
    ];
    for (const [field, selection, code] of rows) {
      expect((await gateway.query(`mutation { it: ${field} { ${selection} } }`)).errors).toBeUndefined();
      const { data } = await gateway.query(`mutation { it: ${field} { userErrors { code } } }`);
      expect([field, data.it.userErrors]).toEqual([field, [{ code }]]);
    }
  });

  it('of a transfer that reached another user do not offer it again, and name no person', async () => {
    await using gateway = await gatewayOnEmulator({}, settings);
    await gateway.query(
      'mutation { pickUpChatSession(id: 4) { __typename } transferChatSession(id: 4, toAssociateId: 702) { __typename } }',
    );
    const kari = { authorization: 'Bearer kari' };
    const query =
      'mutation { it: transferChatSession(id: 4, toAssociateId: 703, idempotencyKey: "k") { session { id } } }';
    const codes = [];
    for (let repeat = 0; repeat < 2; repeat += 1) {
      const { errors = [] } = await gateway.query(query, {}, kari);
      codes.push(...errors.map(({ extensions }) => [extensions.code, extensions['reachedAssociateId']]));
    }
    expect(codes).toEqual([0, 1].map(() => ['TRANSFER_REACHED_ANOTHER_USER', '702']));
    expect(times(gateway, 'TransferChatSession')).toBe(2); // the first of the two, and the one before
  });

  it('read the record again, whatever an earlier field of the operation has read', async () => {
    await using gateway = await gatewayOnEmulator({}, settings);
    await gateway.query(
      'mutation { pickUpChatSession(id: 43) { __typename } closeChatSession(id: 43, idempotencyKey: "k") { __typename } }',
    );
    const { data } = await gateway.query(`mutation {
      a: updateChatSession(id: 43, input: { alertLevel: 1 }) { session { status alertLevel } }
      b: closeChatSession(id: 43, idempotencyKey: "k") { session { status alertLevel } userErrors { code } } }`);
    expect(data.b).toEqual({ session: { status: 'FINISHED', alertLevel: 1 }, userErrors: [] });
  });
});

describe('kept outcomes', () => {
  const done = { kind: 'done', outcome: { id: '1', code: null } } as const;

  it('of a caller with very many keys displace their own oldest ones only', () => {
    const outcomes = new ActionOutcomes({ now: () => 0, monotonicMs: () => 0 });
    void outcomes.set('other', { caller: 'other', fingerprint: '', state: done });
    for (let key = 0; key < 60_000; key += 1)
      void outcomes.set(`key ${key}`, { caller: 'busy', fingerprint: '', state: done });
    expect(outcomes.get('other')?.state).toBe(done);
    expect(outcomes.get('key 57999')).toBeUndefined();
    expect(outcomes.get('key 58000')?.state).toBe(done);
  });
});
