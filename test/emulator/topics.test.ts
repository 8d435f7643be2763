/**
 * Topics, opening hours, agents, presence and the list of users (facts.md, sections 1 to 3).
 */
import { describe, expect, it } from '@jest/globals';
import { startEmulator } from '../../src/emulator/index.js';
import type { Emulator, JsonRecord, JsonValue } from '../../src/emulator/index.js';
import { at, readJson } from '../support/emulator-calls.js';
import { call, callList, idsOf, jan, kari, manualClock, send, terje } from './chat-agent-calls.js';

async function topic(emulator: Emulator, id: number | string, more = ''): Promise<JsonValue> {
  return readJson(await send(emulator, 'GetChatTopicEntity', { query: `?chatTopicEntityId=${id}${more}` }));
}

describe('GetChatTopicEntity', () => {
  it('SO-501 has topics 1 to 6 and 694, null for others, and the error object for no id or a malformed one', async () => {
    await using emulator = await startEmulator();

    const ids = await Promise.all(
      [1, 2, 3, 4, 5, 6, 694].map(async (id) => at(await topic(emulator, id), 'ChatTopicId')),
    );

    expect(ids).toEqual([1, 2, 3, 4, 5, 6, 694]);
    expect([await topic(emulator, 7), await topic(emulator, 0)]).toEqual([null, null]);
    expect(await topic(emulator, 'glops')).toMatchObject({
      MessageDetail: expect.stringContaining('chatTopicEntityId'),
    });
    expect(await readJson(await send(emulator, 'GetChatTopicEntity'))).toHaveProperty('MessageDetail');
    expect(emulator.requests).toContain('GetChatTopicEntity 694');
  });

  it('SO-502 has the realistic variations of topics', async () => {
    await using emulator = await startEmulator();
    const [, first, second, third, fourth, fifth, sixth] = await Promise.all(
      [0, 1, 2, 3, 4, 5, 6].map((id) => topic(emulator, id)),
    );

    expect(at(first, 'Name')).toBe('NO:"Kundestøtte";US:"Support"');
    expect(at(first, 'OpeningHours', 'MonStart')).toBe('08:00:00');
    expect(at(first, 'OpeningHours', 'TzLocation', 'TimeZoneDSTRules', '2026', 'TZOffset')).toBe(120);
    expect(second).toMatchObject({ Language: null, AlertTemplate: { FolderId: -1 }, Widget: { Theme: 'Neon' } });
    expect(at(second, 'OpeningHours', 'FriStart')).toBe('0001-01-01T08:00:00');
    expect(third).toMatchObject({ OpeningHours: null, Language: { Id: 0 }, LastAccept: null });
    expect(fourth).toMatchObject({ Widget: null, LastAccept: '0001-01-01T00:00:00' });
    expect(at(fourth, 'OpeningHours', 'TueStop')).toBe('2011-04-19T16:30:00+02:00');
    expect(fifth).toMatchObject({ OpeningHours: { MonStart: '', MonStop: null, TzLocation: null }, BotSettings: null });
    expect(fifth).not.toHaveProperty('WidgetEnableRating');
    expect(sixth).toMatchObject({ Name: '', Widget: null, TableRight: { Mask: 'None' } });
  });

  it('SO-503 honours $select, language and putTopic', async () => {
    await using emulator = await startEmulator({ unselected: 'absent' });
    emulator.putTopic({ ChatTopicId: 77, Name: 'Put' });
    const query = '?chatTopicEntityId=1&$select=Name,Language/Value,Widget/Theme';

    const selected = await readJson(await send(emulator, 'GetChatTopicEntity', { query, language: 'nb' }));

    expect(selected).toEqual({ Name: 'Kundestøtte', Language: { Value: 'Norsk' }, Widget: { Theme: 'Modern' } });
    expect(await topic(emulator, 77)).toEqual({ ChatTopicId: 77, Name: 'Put' });
    expect(() => {
      emulator.putTopic({ Name: 'No id' } as never);
    }).toThrow(TypeError);
  });
});

describe('ChatTopicsForUser', () => {
  it.each(['', 'null', '{}', 'garbage'])(
    'SO-505 returns topics 1 to 3 to any caller, with the body "%s"',
    async (body) => {
      await using emulator = await startEmulator();

      for (const as of [terje, kari, 'Bearer someone']) {
        const topics = await readJson(await send(emulator, 'ChatTopicsForUser', { body, as }));
        expect(idsOf(topics as JsonRecord[], 'ChatTopicId')).toEqual([1, 2, 3]);
      }
      expect(emulator.requests[0]).toBe('ChatTopicsForUser');
    },
  );

  it('SO-506 $select with .NET defaults for the rest of each item', async () => {
    await using emulator = await startEmulator({ unselected: 'default' });

    const topics = await callList(emulator, 'ChatTopicsForUser', null, {
      select: 'ChatTopicId,OpeningHours/MonEnabled',
    });

    expect(topics[0]).toMatchObject({ ChatTopicId: 1, CollectConsent: false, Name: null, SecondsPrAccept: 0 });
    expect(topics[0]?.['OpeningHours']).toMatchObject({ MonEnabled: true, TueEnabled: false, MonStart: null });
    expect(topics[2]?.['OpeningHours']).toBeNull();
  });
});

describe('IsWithinOpeningHours', () => {
  it.each([
    ['2026-03-02T07:59:59Z', [false, false, true, false, true]], // a Monday
    ['2026-03-02T08:00:00Z', [true, true, true, false, true]],
    ['2026-03-02T11:45:00Z', [false, true, true, true, true]], // lunch of topic 1
    ['2026-03-02T16:29:59Z', [false, true, true, true, true]],
    ['2026-03-02T20:00:00Z', [false, false, true, false, true]],
    ['2026-03-01T12:00:00Z', [false, false, true, false, true]], // a Sunday
  ])('SO-510 reads the time part of the hours as UTC: at %s topics 1 to 5 are open: %j', async (time, expected) => {
    await using emulator = await startEmulator({ clock: manualClock(time) });

    const open = await Promise.all(
      [1, 2, 3, 4, 5].map((id) => call(emulator, 'IsWithinOpeningHours', { ChatTopicId: id }, { select: 'Nothing' })),
    );

    expect(open).toEqual(expected);
    expect(await call(emulator, 'IsWithinOpeningHours', { ChatTopicId: 7 })).toBe(false);
    expect(await call(emulator, 'IsWithinOpeningHours', {})).toHaveProperty('MessageDetail');
    expect(emulator.requests).toContain('IsWithinOpeningHours 5 $select=Nothing');
  });
});

describe('GetChatTopicUserAgentList', () => {
  it('SO-520 has the caller and colleagues in topics 1 to 3, others in 4, 5 and 694, and null for an unknown topic', async () => {
    await using emulator = await startEmulator();
    const users = async (id: number, as = terje): Promise<unknown> =>
      (await callList(emulator, 'GetChatTopicUserAgentList', { ChatTopicId: id }, { as })).map((agent) =>
        at(agent, 'User', 'AssociateId'),
      );

    expect(await users(1)).toEqual([701, 702, 703, 704, 705]);
    expect(await users(1, kari)).toEqual([701, 702, 703, 704, 705]);
    expect(await users(4)).toEqual([601, 605, 606]);
    expect(await users(5)).toEqual([603, undefined]);
    expect([await users(6), await users(694)]).toEqual([[], [600]]);
    expect(await call(emulator, 'GetChatTopicUserAgentList', { ChatTopicId: 7 })).toBeNull();
  });

  it('SO-521 $select applies to each item', async () => {
    await using emulator = await startEmulator({ unselected: 'absent' });

    const body = { chatTopicID: 2 };
    const agents = await callList(emulator, 'GetChatTopicUserAgentList', body, { select: 'CanRespond,User/FullName' });

    expect(agents[1]).toEqual({ User: { FullName: 'Kari Ødegård' }, CanRespond: true });
    expect(emulator.requests).toEqual(['GetChatTopicUserAgentList 2 $select=CanRespond,User/FullName']);
  });
});

describe('presence', () => {
  it('SO-530 facts 1: "only UserId and Present are used while saving", and the response is 204', async () => {
    await using emulator = await startEmulator();
    const body = JSON.stringify({
      chatPresence: [
        { userId: 702, present: false, DisplayName: 'Other', OngoingChats: 9 }, // the ejUser id of associate 701
        { UserId: 742, Present: true },
        { UserId: 4_000, Present: true },
      ],
    });

    const saved = await send(emulator, 'SaveChatPresence', { body });
    const presence = await callList(emulator, 'GetChatPresence');

    expect([saved.status, await saved.text()]).toEqual([204, '']);
    expect(presence.map(({ UserId, Present }) => [UserId, Present])).toEqual([
      [702, false],
      [703, true],
      [704, false],
      [705, true],
      [701, false],
      [742, true],
    ]);
    expect(presence[0]).toMatchObject({ DisplayName: 'Terje Nordmann', OngoingChats: 0, ChatTopics: [1, 2, 3] });
  });

  it('SO-531 ongoing chats are the active sessions of an agent, with those that are offered to another agent', async () => {
    await using emulator = await startEmulator();
    for (const id of [4, 43]) await call(emulator, 'PickUpChatSession', { ChatSessionId: id }, { as: kari });
    await call(emulator, 'TransferChatSession', { ChatSessionId: 4, ToAssociate: '703' }, { as: kari });

    const presence = await callList(emulator, 'GetChatPresence', {}, { as: jan, select: 'UserId,OngoingChats' });

    expect(presence.map(({ UserId, OngoingChats }) => [UserId, OngoingChats])).toEqual([
      [702, 0],
      [703, 2],
      [704, 0],
      [705, 0],
      [701, 0],
    ]);
    expect(presence[0]?.['ChatTopics']).toBeNull();
  });

  it.each(['', 'null', '{}', '{"ChatPresence":{}}', '{"ChatPresence":[{"UserId":"702","Present":true}]}'])(
    'SO-532 a body without a valid list is refused, and no presence changes: %s',
    async (body) => {
      await using emulator = await startEmulator();

      expect(await readJson(await send(emulator, 'SaveChatPresence', { body }))).toHaveProperty('MessageDetail');
      expect((await callList(emulator, 'GetChatPresence'))[0]).toMatchObject({ UserId: 702, Present: true });
    },
  );
});

describe('GetUserAgentList', () => {
  it('SO-540 lists users, or two headings with users; OnlyPresent leaves out absent users', async () => {
    await using emulator = await startEmulator();
    const list = (Flat: boolean, OnlyPresent: boolean) => callList(emulator, 'GetUserAgentList', { Flat, OnlyPresent });

    const groups = await list(false, false);

    expect(idsOf(await list(true, false), 'Id')).toEqual([702, 703, 704, 705, 701]);
    expect(idsOf(await list(true, true), 'Id')).toEqual([702, 703, 705]);
    expect(idsOf(groups, 'Name')).toEqual(['NO:"Kundestøtte";US:"Support"', 'NO:"Salg";US:"Sales"']);
    expect(groups.map(({ ChildItems }) => idsOf(ChildItems as JsonRecord[], 'Id'))).toEqual([
      [703, 705],
      [702, 704, 701],
    ]);
    expect(at(await call(emulator, 'GetUserAgentList', { Flat: 'yes' }), 'MessageDetail')).toContain('Flat');
    expect(emulator.requests).toEqual([
      'GetUserAgentList',
      'GetUserAgentList flat',
      'GetUserAgentList flat present',
      'GetUserAgentList',
    ]);
  });

  it('SO-542 the ids of a user differ, and each is also the id of another user in another list', async () => {
    for (const chatUserIds of ['ej-user', 'associate'] as const) {
      await using emulator = await startEmulator({ chatUserIds });
      const agents = await callList(emulator, 'GetChatTopicUserAgentList', { ChatTopicId: 1 }, { as: 'Bearer other' });
      const users = agents.map(({ User }) => User as JsonRecord);
      const listed = await callList(emulator, 'GetUserAgentList', { Flat: true }, { as: 'Bearer other' });
      const presences = await callList(emulator, 'GetChatPresence', {}, { as: 'Bearer other' });

      const own = chatUserIds === 'ej-user' ? 'EjUserId' : 'AssociateId';
      expect(listed.map(({ Id, Name }) => [Id, Name])).toEqual(users.map((user) => [user[own], user['FullName']]));
      expect(presences.map(({ UserId }) => UserId)).toEqual(users.map(({ EjUserId }) => EjUserId));
      expect(users).toHaveLength(6);
      for (const { AssociateId, EjUserId } of users) expect(AssociateId).not.toBe(EjUserId);
      const [associates, ejUsers] = [idsOf(users, 'AssociateId'), idsOf(users, 'EjUserId')];
      expect(associates.slice(0, 5).every((id) => ejUsers.includes(id))).toBe(true);
    }
  });

  it('SO-541 $select applies inside the headings', async () => {
    await using emulator = await startEmulator({ unselected: 'absent' });

    const groups = await callList(emulator, 'GetUserAgentList', {}, { select: 'Id,ChildItems/Name' });

    expect(groups[0]).toEqual({ Id: 1, ChildItems: [{ Name: 'Kari Ødegård' }, { Name: '李 小龙' }] });
  });
});

describe('the caller', () => {
  it('SO-550 depends on the credentials only: the same on every emulator, another for others', async () => {
    await using emulator = await startEmulator();
    await using other = await startEmulator();
    const own = async (on: Emulator, as: string): Promise<unknown> => {
      const users = await callList(on, 'GetUserAgentList', { Flat: true }, { as });
      return users.find(({ Id }) => Number(Id) > 705) ?? null; // all callers see 701 to 705
    };

    const basic = (text: string): string => `Basic ${Buffer.from(text).toString('base64')}`;
    const asEve = await own(emulator, basic('eve:secret'));

    expect(await own(other, basic('eve:another secret'))).toEqual(asEve);
    expect(await own(other, 'Bearer eve')).toEqual(asEve);
    expect(await own(emulator, 'SOTicket adam')).not.toEqual(asEve);
    expect(asEve).toMatchObject({ Id: expect.any(Number) });
    expect([await own(emulator, terje), await own(emulator, basic('kari:x'))]).toEqual([null, null]);
  });
});
