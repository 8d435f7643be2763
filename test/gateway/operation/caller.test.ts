/** Who the caller is: the user, which sessions are theirs, and how often SuperOffice is asked. */
import { describe, expect, it } from '@jest/globals';
import { gatewayOnEmulator, authorization } from '../../support/query-gateway.js';
import { asConsole, ownGateway } from '../../support/own-gateway.js';

const as = (name: string) => ({ authorization: `Basic ${Buffer.from(`${name}:x`).toString('base64')}` });
const kari = as('kari@example.com');
const principal = 'GET /Cust/api/v1/User/currentPrincipal'.replace('/Cust', '');

interface Row {
  readonly id: string;
  readonly isMine: boolean;
  readonly isOfferedToMe: boolean;
}

const clockAt = (time: { ms: number }) => ({ now: () => time.ms, monotonicMs: () => time.ms });

describe('myChatUser', () => {
  it('is the user of SuperOffice, in one call', async () => {
    await using gateway = await gatewayOnEmulator();
    const query =
      '{ myChatUser { id ejUserId name userName fullName email personId contactId groupId roleId roleName } }';
    const { data, errors } = await gateway.query(query);
    expect(errors).toBeUndefined();
    expect(data.myChatUser).toEqual({
      id: '701',
      ejUserId: '702',
      name: 'TJE0',
      userName: 'tje0',
      fullName: 'Terje Nordmann',
      email: 'tje0@example.com',
      personId: '1701',
      contactId: '1',
      groupId: '2',
      roleId: '1',
      roleName: 'User level 0',
    });
    expect(gateway.emulator.requests).toEqual([principal]);
    gateway.emulator.clearLog();
    await gateway.query('{ myChatSessions { isMine isOfferedToMe } }');
    expect(gateway.emulator.requests).not.toContain(principal); // it is known by now
    expect((await gateway.query(query, {}, kari)).data.myChatUser).toMatchObject({
      id: '702',
      fullName: 'Kari Ødegård',
    });
  });

  it('fails alone, and says so', async () => {
    await using gateway = await gatewayOnEmulator();
    gateway.emulator.injectFault({ kind: 'status', status: 403, match: { pathEnd: 'currentPrincipal' } });
    const { data, errors = [] } = await gateway.query('{ myChatUser { id } chatSession(id: 18) { id status } }');
    expect(data).toMatchObject({ myChatUser: null, chatSession: { id: '18' } });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
  });
});

describe("the caller's sessions", () => {
  const query = '{ myChatSessions { id isMine isOfferedToMe } }';

  it('are marked, for one call in ten minutes', async () => {
    const time = { ms: 1_000_000 };
    await using gateway = await gatewayOnEmulator({}, {}, clockAt(time));
    await gateway.query('mutation { pickUpChatSession(id: 43) { session { id } } }', {}, kari);
    await gateway.query('mutation { pickUpChatSession(id: 4) { session { id } } }');
    await gateway.query('mutation { transferChatSession(id: 4, toAssociateId: "702") { session { id } } }');
    gateway.emulator.clearLog();
    const marked = async (headers = { authorization }) => {
      const { data, errors } = await gateway.query(query, {}, headers);
      expect(errors).toBeUndefined();
      const ids = (name: 'isMine' | 'isOfferedToMe') =>
        data.myChatSessions.filter((row: Row) => row[name]).map(({ id }: Row) => id);
      return [ids('isMine'), ids('isOfferedToMe')];
    };
    expect(await marked()).toEqual([['4'], []]);
    expect(await marked(kari)).toEqual([['43'], ['4']]);
    expect(await marked()).toEqual([['4'], []]);
    const select = '$select=ChatSessionId,TransferTo/AssociateId,User/AssociateId';
    const list = `ChatSessionsForUser ${select}`;
    expect(gateway.emulator.requests).toEqual([list, principal, list, principal, list]);
    time.ms += 600_001;
    gateway.emulator.clearLog();
    await marked();
    expect(gateway.emulator.requests).toEqual([list, principal]);
  });

  it('are read again after SuperOffice has refused the credentials', async () => {
    await using gateway = await gatewayOnEmulator();
    await gateway.query(query);
    gateway.emulator.injectFault({ kind: 'status', status: 401, match: { operation: 'ChatSessionsForUser' } });
    await gateway.query(query);
    gateway.emulator.clearLog();
    await gateway.query(query);
    expect(gateway.emulator.requests.filter((line) => line === principal)).toHaveLength(1);
  });

  it('are filtered by assignedToMe, which selects no more than the id of the user', async () => {
    await using gateway = await gatewayOnEmulator();
    await gateway.query('mutation { pickUpChatSession(id: 43) { session { id } } }');
    gateway.emulator.clearLog();
    const { data, errors } = await gateway.query(`{
      mine: myChatSessions(assignedToMe: true) { id }
      others: myChatSessions(assignedToMe: false, status: [USER_LAST, CUSTOMER_LAST]) { id }
      everything: myChatSessions { id } }`);
    expect(errors).toBeUndefined();
    expect(data.mine).toEqual([{ id: '43' }]);
    const ids = (list: { id: string }[]) => list.map(({ id }) => id);
    expect(ids(data.everything)).toEqual(expect.arrayContaining([...ids(data.mine), ...ids(data.others)]));
    expect(ids(data.others)).not.toContain('43');
    expect(gateway.emulator.requests.toSorted()).toEqual([
      'ChatSessionsForUser $select=ChatSessionId,Status,User/AssociateId',
      principal,
    ]);
  });

  it('of which none has a user cost no call for the caller', async () => {
    await using gateway = await gatewayOnEmulator();
    const { data } = await gateway.query('{ chatSession(id: 6) { isMine isOfferedToMe } }');
    expect(data.chatSession).toEqual({ isMine: false, isOfferedToMe: false });
    expect(gateway.emulator.requests).toEqual([
      'GetChatSessionEntity 6 $select=ChatSessionId,TransferTo/AssociateId,User/AssociateId',
    ]);
  });
});

describe('setMyChatPresence', () => {
  const set = (args: string) =>
    `mutation { setMyChatPresence(${args}) { presence { id present } userErrors { code } } }`;

  it('needs no id: the gateway knows the caller', async () => {
    await using gateway = await gatewayOnEmulator();
    const { data, errors } = await gateway.query(set('present: false'));
    expect(errors).toBeUndefined();
    expect(data.setMyChatPresence).toEqual({ presence: { id: '702', present: false }, userErrors: [] });
    expect(gateway.emulator.requests).toEqual([
      principal,
      'SaveChatPresence',
      'GetChatPresence $select=Present,UserId',
    ]);
    gateway.emulator.clearLog();
    await gateway.query(set('present: true'));
    expect(gateway.emulator.requests).toHaveLength(2);
  });

  it('does nothing when it is not known who the caller is', async () => {
    await using gateway = await gatewayOnEmulator();
    gateway.emulator.injectFault({ kind: 'status', status: 503, times: 9, match: { pathEnd: 'currentPrincipal' } });
    const { data, errors = [] } = await gateway.query(set('present: false'));
    expect(data.setMyChatPresence).toBeNull();
    expect(errors[0]?.extensions.code).toBe('UPSTREAM_UNAVAILABLE');
    expect(gateway.emulator.requests).not.toContain('SaveChatPresence');
  });
});

describe('the author of a message', () => {
  it.each([
    [{ Type: 'ToUser' }, 'CUSTOMER'],
    [{ Type: 'ToCustomer' }, 'AGENT'],
    [{ Type: 'Special', SpecialType: 'BotMessage' }, 'BOT'],
    [{ Type: 'Special', SpecialType: 'Options' }, 'BOT'],
    [{ Type: 'Special', SpecialType: 'ClickedOption' }, 'CUSTOMER'],
    [{ Type: 'Special', SpecialType: 'TransferedSession' }, 'SYSTEM'],
    [{ Type: 'Special', SpecialType: 'Hologram' }, 'UNRECOGNIZED'],
    [{ Type: 'Invalid' }, 'UNRECOGNIZED'],
  ])('of %j is %s', async (message, expected) => {
    await using gateway = await gatewayOnEmulator();
    gateway.emulator.putMessages(18, [{ ChatMessageId: 1, ChatSessionId: 18, Message: '-', ...message } as never]); // one type is unpublished
    const { data } = await gateway.query('{ chatMessages(sessionId: 18) { authorKind } }');
    expect(data.chatMessages).toEqual([{ authorKind: expected }]);
    expect(gateway.emulator.requests).toEqual([
      'GetChatMessages 18 $select=ChatMessageId,ChatSessionId,SpecialType,Type',
    ]);
  });
});

describe("with the gateway's own credentials", () => {
  it('SuperOffice does not know the caller: null, and no call for it', async () => {
    await using gateway = await ownGateway();
    const query = `{ myChatUser { id } chatSession(id: 18) { isMine } myChatSessions(assignedToMe: true) { id } }`;
    const { data, errors = [] } = await gateway.query(query, {}, asConsole);
    expect(data).toEqual({ myChatUser: null, chatSession: { isMine: null }, myChatSessions: null });
    expect(errors.map(({ path, extensions }) => [path?.[0], extensions.code])).toEqual([
      ['myChatSessions', 'BAD_USER_INPUT'],
    ]);
    const presence = await gateway.query(
      'mutation { setMyChatPresence(present: true) { userErrors { code } } }',
      {},
      asConsole,
    );
    expect(presence.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect(gateway.emulator.requests.filter((line) => line.includes('currentPrincipal'))).toEqual([]);
  });
});
