/** Options for undocumented server behaviour: each has its effect, and none changes the effect of another. */
import { describe, expect, it } from '@jest/globals';
import { startEmulator, type EmulatorOptions } from '../../src/emulator/index.js';
import { authorization } from '../support/query-gateway.js';

const unknownSessionId = 999_999_999;

interface Request {
  readonly id?: number;
  readonly select?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Status, Date and JSON of one GetChatSessionEntity with these options. */
async function responseWith(options: EmulatorOptions, { id = 18, select, headers = {} }: Request) {
  await using emulator = await startEmulator(options);
  emulator.putSession({ ChatSessionId: 18, TopicId: 1, Flags: '', WhenIdle: '2026-07-01T12:00:00Z', WhenEnded: null });
  const query = `chatSessionEntityId=${id}${select === undefined ? '' : `&$select=${select}`}`;
  const response = await fetch(`${emulator.url}/api/v1/Agents/Chat/GetChatSessionEntity?${query}`, {
    method: 'POST',
    headers: { authorization, ...headers },
  });
  return { status: response.status, date: response.headers.get('date'), json: JSON.parse(await response.text()) };
}

describe('GetChatSessionEntity of an id without session', () => {
  it.each<readonly [NonNullable<EmulatorOptions['unknownId']>, number, unknown]>([
    ['null', 200, null],
    ['error-object', 200, expect.objectContaining({ Error: true, ErrorType: 'SoNotFoundException' })],
    ['not-found', 404, expect.objectContaining({ Error: true, ErrorType: 'SoNotFoundException' })],
    ['empty-record', 200, expect.objectContaining({ ChatSessionId: 0, User: null })],
    ['rejected', 400, expect.objectContaining({ Error: true, ErrorType: 'ArgumentException' })],
  ])('%s: status %i', async (unknownId, status, json) => {
    expect(await responseWith({ unknownId }, { id: unknownSessionId })).toMatchObject({ status, json });
    expect((await responseWith({ unknownId }, {})).json.ChatSessionId).toBe(18);
  });
});

describe('flags that are not set', () => {
  it.each(['', 'None', '0', 'CustomerIsTyping'] as const)('are sent as "%s"', async (noFlags) => {
    expect((await responseWith({ noFlags }, { select: 'Flags' })).json.Flags).toBe(noFlags);
    expect((await responseWith({ noFlags, unselected: 'default' }, { select: 'TopicId' })).json.Flags).toBe(noFlags);
  });
});

describe('the When fields', () => {
  const requested = { 'SO-TimeZone': 'UTC,includeTZOffset' };

  it.each<readonly [EmulatorOptions, Readonly<Record<string, string>>, string]>([
    [{}, {}, '2026-07-01T12:00:00Z'],
    [{ whenZone: 'UTC' }, {}, '2026-07-01T12:00:00'],
    [{ whenZone: 'Europe/Oslo' }, {}, '2026-07-01T14:00:00'],
    [{ whenZone: 'Europe/Oslo' }, requested, '2026-07-01T14:00:00'],
    [{ whenZone: 'Europe/Oslo', timeZoneHeader: 'label' }, {}, '2026-07-01T14:00:00'],
    [{ whenZone: 'Europe/Oslo', timeZoneHeader: 'label' }, requested, '2026-07-01T14:00:00Z'],
    [{ whenZone: 'Europe/Oslo', timeZoneHeader: 'convert' }, requested, '2026-07-01T12:00:00Z'],
  ])('%j %j: %s', async (options, headers, idle) => {
    const { json } = await responseWith(options, { headers });
    expect([json.WhenIdle, json.WhenEnded]).toEqual([idle, null]);
  });
});

describe('names of one generation', () => {
  const select = 'Ticket/CustFullname,Ticket/PersonFullname';

  it.each<readonly [NonNullable<EmulatorOptions['generation']>, readonly string[]]>([
    ['specification', ['CustFullname']],
    ['current', ['PersonFullname']],
    ['both', ['CustFullname', 'PersonFullname']],
  ])('%s', async (generation, names) => {
    await using emulator = await startEmulator({ generation });
    emulator.putSession({
      ChatSessionId: 18,
      Rating: 3,
      Ticket: { CustFullname: 'A', PersonFullname: 'B', Mood: 'C' } as never, // Mood is in no contract
    });
    const url = `${emulator.url}/api/v1/Agents/Chat/GetChatSessionEntity?chatSessionEntityId=18`;
    const { Ticket } = JSON.parse(await (await fetch(url, { method: 'POST', headers: { authorization } })).text());
    expect(Object.keys(Ticket)).toEqual([...names, 'Mood']);
  });

  it.each([
    ['specification', { ChatSessionId: 18 }],
    ['current', { ChatSessionId: 18, ChatbotIsActive: false, Rating: 0 }],
    ['both', { ChatSessionId: 18 }],
  ] as const)('%s: none of its own is left out', async (generation, session) => {
    await using emulator = await startEmulator({ generation });
    emulator.putSession({ ChatSessionId: 18 });
    const url = `${emulator.url}/api/v1/Agents/Chat/GetChatSessionEntity?chatSessionEntityId=18`;
    expect(await (await fetch(url, { method: 'POST', headers: { authorization } })).json()).toEqual(session);
  });

  it('of another generation are unknown in $select', async () => {
    for (const generation of ['specification', 'current'] as const) {
      expect((await responseWith({ generation, unknownSelect: 'bad-request' }, { select })).status).toBe(400);
      expect((await responseWith({ generation, unknownSelect: 'null' }, { select })).json).toBeNull();
      expect((await responseWith({ generation }, { select: 'TopicId' })).json.TopicId).toBe(1);
    }
    expect((await responseWith({ unknownSelect: 'bad-request' }, { select })).status).toBe(200);
  });
});

describe('languages', () => {
  const text = 'NO:"Kunde";US:"Customer"';
  const headers = { 'Accept-Language': 'en' };

  it.each<readonly [NonNullable<EmulatorOptions['languages']>, string, string]>([
    ['honour', text, 'Customer'],
    ['ignore', text, text],
    ['always', 'Customer', 'Customer'],
  ])('%s', async (languages, without, withHeader) => {
    await using emulator = await startEmulator({ languages });
    emulator.putSession({ ChatSessionId: 18, Contact: { CategoryName: text } });
    const url = `${emulator.url}/api/v1/Agents/Chat/GetChatSessionEntity?chatSessionEntityId=18`;
    const names = [];
    for (const more of [{}, headers]) {
      const response = await fetch(url, {
        method: 'POST',
        headers: { authorization, 'Accept-Language': '*', ...more },
      });
      names.push(JSON.parse(await response.text()).Contact.CategoryName);
    }
    expect(names).toEqual([without, withHeader]);
  });
});

describe('a server', () => {
  it('without $select support sends everything', async () => {
    const { json } = await responseWith({ unselected: 'sent' }, { select: 'Flags' });
    expect(json).toMatchObject({ TopicId: 1, WhenIdle: '2026-07-01T12:00:00Z' });
  });

  it('sends the Date of its own clock', async () => {
    const clock = { now: () => Date.parse('2026-01-31T12:00:00Z') };
    expect((await responseWith({ clock }, {})).date).toBe('Sat, 31 Jan 2026 12:00:00 GMT');
  });
});
