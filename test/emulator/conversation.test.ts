/**
 * GetChatMessages, GetChatTranscript and AddChatMessage (facts.md, sections 1 to 3).
 */
import { describe, expect, it } from '@jest/globals';
import { startEmulator } from '../../src/emulator/index.js';
import { fetchSession } from '../support/emulator-calls.js';
import { call, callList, callRecord, idsOf, kari, manualClock, send } from './chat-agent-calls.js';

describe('GetChatMessages', () => {
  it('SO-401 lists the id % 7 messages of a generated session, oldest first, the same on every emulator', async () => {
    await using emulator = await startEmulator();
    await using other = await startEmulator();

    const messages = await callList(emulator, 'GetChatMessages', { ChatSessionId: 6, After: 0 });

    expect(idsOf(messages, 'ChatMessageId')).toEqual([6001, 6002, 6003, 6004, 6005, 6006]);
    expect(idsOf(messages, 'Type')).toEqual(['ToUser', 'ToCustomer', 'Special', 'ToUser', 'ToCustomer', 'Special']);
    expect(messages[0]).toEqual({
      ChatMessageId: 6001,
      ChatSessionId: 6,
      Type: 'ToUser',
      Message: 'Takk!',
      Author: 'Søren Ærø',
      ReadByCustomer: 1,
      SpecialType: 'None',
      SpecialParam: null,
      WhenPosted: '2014-06-07T18:01:09Z',
    });
    expect(await callList(other, 'GetChatMessages', { chatsessionid: 6 })).toEqual(messages);
    expect(emulator.requests).toEqual(['GetChatMessages 6']);
  });

  it('SO-402 has every kind of message', async () => {
    await using emulator = await startEmulator();
    const ids = Array.from({ length: 60 }, (_, index) => index + 1);

    const lists = await Promise.all(ids.map((id) => callList(emulator, 'GetChatMessages', { ChatSessionId: id })));
    const all = lists.flat();

    expect(new Set(idsOf(all, 'ChatMessageId')).size).toBe(all.length);
    expect(new Set(idsOf(all, 'SpecialType'))).toEqual(
      new Set([
        'None',
        'Welcome',
        'Options',
        'ClickedOption',
        'BotMessage',
        'TransferedSession',
        'Url',
        'Error',
        'Hologram',
      ]),
    );
    expect(idsOf(all, 'Message')).toEqual(
      expect.arrayContaining(['', '<b>hi</b> & bye', expect.stringContaining('\n')]),
    );
    expect(idsOf(all, 'SpecialParam')).toEqual(
      expect.arrayContaining([null, '', '["Invoice","Delivery","Noe annet"]', '[]']),
    );
    expect(new Set(idsOf(all, 'ReadByCustomer'))).toEqual(new Set([0, 1]));
    expect(idsOf(all, 'WhenPosted').filter((when) => !String(when).endsWith('Z')).length).toBeGreaterThan(5);
    expect(idsOf(all, 'Author')).toContain(null);
  });

  it('SO-403 SPEC of the REST twin: "return messages after this message id"', async () => {
    await using emulator = await startEmulator();

    const messages = await callList(emulator, 'GetChatMessages', { ChatSessionId: 6, After: 6004 });

    expect(idsOf(messages, 'ChatMessageId')).toEqual([6005, 6006]);
    expect(await call(emulator, 'GetChatMessages', { ChatSessionId: 6, After: 6006 }, { select: 'Author' })).toEqual(
      [],
    );
    expect(emulator.requests).toEqual(['GetChatMessages 6 after=6004', 'GetChatMessages 6 after=6006 $select=Author']);
  });

  it.each([
    ['null' as const, { ChatMessageId: 2001, ReadByCustomer: null, WhenPosted: null, Type: null, Author: null }],
    [
      'default' as const,
      { ChatMessageId: 2001, ReadByCustomer: 0, WhenPosted: '0001-01-01T00:00:00', Type: 'Invalid' },
    ],
    ['absent' as const, { ChatMessageId: 2001 }],
  ])('SO-404 $select applies to each item; unselected as %s', async (unselected, expected) => {
    await using emulator = await startEmulator({ unselected });

    const messages = await callList(emulator, 'GetChatMessages', { ChatSessionId: 2 }, { select: 'ChatMessageId' });

    expect(messages).toHaveLength(2);
    expect(messages[0]).toMatchObject(expected);
    expect(Object.keys(messages[0] ?? {})).toHaveLength(unselected === 'absent' ? 1 : 9);
  });

  it('SO-405 returns null for an unknown session, an empty list without messages, and messages that were put', async () => {
    await using emulator = await startEmulator();
    emulator.putMessages(5, [{ ChatMessageId: 900_001, Message: 'put', Mood: 'odd' }] as never); // Mood is in no contract

    expect(await call(emulator, 'GetChatMessages', { ChatSessionId: 9999 })).toBeNull();
    expect(await call(emulator, 'GetChatMessages', { ChatSessionId: 7 })).toEqual([]);
    expect(await call(emulator, 'GetChatMessages', { ChatSessionId: 5 })).toEqual([
      { ChatMessageId: 900_001, Message: 'put', Mood: 'odd' },
    ]);
    expect(() => {
      emulator.putMessages(5, [{ Message: 'no id' }] as never);
    }).toThrow(TypeError);
  });
});

describe('GetChatTranscript', () => {
  it('SO-410 is one text, plain or HTML; names and messages are escaped in HTML', async () => {
    await using emulator = await startEmulator();
    const WhenPosted = '2026-01-01T10:00:00Z';
    emulator.putMessages(5, [{ ChatMessageId: 1, Author: 'A & B', Message: '<b>hi</b>\nbye', WhenPosted }]);

    const plain = await call(emulator, 'GetChatTranscript', { ChatSessionId: 5, Html: false });
    const html = await call(emulator, 'GetChatTranscript', { ChatSessionId: 5, Html: true }, { select: 'Whatever' });

    expect(plain).toBe('[2026-01-01T10:00:00Z] A & B: <b>hi</b>\nbye\r\n');
    expect(html).toContain('<b>A &amp; B</b>: &lt;b&gt;hi&lt;/b&gt;<br>bye');
    expect(await call(emulator, 'GetChatTranscript', { ChatSessionId: 9999 })).toBeNull();
    expect(emulator.requests).toEqual([
      'GetChatTranscript 5',
      'GetChatTranscript 5 html $select=Whatever',
      'GetChatTranscript 9999',
    ]);
  });
});

describe('AddChatMessage', () => {
  it('SO-420 stores a message of an agent under their name, and sets the status to UserLast', async () => {
    await using emulator = await startEmulator({ clock: manualClock('2026-03-02T09:00:00.789Z') });
    await call(emulator, 'PickUpChatSession', { ChatSessionId: 4 }, { as: kari });

    const added = await callRecord(
      emulator,
      'AddChatMessage',
      { ChatSessionId: 4, Message: { message: 'Hei & <hallo> 日本語', ChatMessageId: 12, WhenPosted: '1999-01-01' } },
      { as: kari },
    );

    expect(added).toMatchObject({
      ChatSessionId: 4,
      Type: 'ToCustomer',
      Message: 'Hei & <hallo> 日本語',
      Author: 'Kari Ødegård',
      ReadByCustomer: 0,
      SpecialType: 'None',
      WhenPosted: '2026-03-02T09:00:00Z',
    });
    expect(added['ChatMessageId']).toBeGreaterThan(300_000);
    expect((await callList(emulator, 'GetChatMessages', { ChatSessionId: 4 })).at(-1)).toEqual(added);
    expect(await fetchSession(emulator, 4)).toMatchObject({
      Status: 'UserLast',
      LastMessage: 'Hei & <hallo> 日本語',
      WhenIdle: '2026-03-02T09:00:00Z',
    });
    expect(emulator.requests).toContain('AddChatMessage 4');
  });

  it('SO-421 a message ToUser sets CustomerLast; ids are unique over sessions and ascend', async () => {
    await using emulator = await startEmulator();
    const add = (id: number, more: object = {}) =>
      callRecord(emulator, 'AddChatMessage', { ChatSessionId: id, Message: { Message: 'x', ...more } });

    const ids = idsOf(
      [await add(58), await add(18, { Type: 'ToUser', Author: 'Eve' }), await add(58)],
      'ChatMessageId',
    );

    expect(ids).toEqual([300_001, 300_002, 300_003]);
    expect(await fetchSession(emulator, 58)).toMatchObject({ Status: 'UserLast' });
    expect(await fetchSession(emulator, 18)).toMatchObject({ Status: 'CustomerLast', LastMessage: 'x' });
  });

  it('SO-422 a queued session stays queued; an ended one accepts no messages', async () => {
    await using emulator = await startEmulator();
    const write = (id: number) =>
      call(emulator, 'AddChatMessage', { ChatSessionId: id, Message: { Message: 'x', Type: 'ToUser' } });
    const before = await callList(emulator, 'GetChatMessages', { ChatSessionId: 9 });

    await write(43);

    expect(await fetchSession(emulator, 43)).toMatchObject({ Status: 'InQueue', LastMessage: 'x' });
    expect(await write(9)).toMatchObject({ Error: true, ErrorType: 'SoInvalidOperationException' });
    expect(await callList(emulator, 'GetChatMessages', { ChatSessionId: 9 })).toEqual(before);
  });

  it("SO-427 a message to a colleague's session is a SoSentryException", async () => {
    await using emulator = await startEmulator();
    await call(emulator, 'PickUpChatSession', { ChatSessionId: 4 }, { as: kari });

    const body = { ChatSessionId: 4, Message: { Message: 'x' } };

    expect(await call(emulator, 'AddChatMessage', body)).toMatchObject({ ErrorType: 'SoSentryException' });
    expect(await call(emulator, 'AddChatMessage', body, { as: kari })).toMatchObject({ Message: 'x' });
  });

  it('SO-423 $select limits the response, not what is stored', async () => {
    await using emulator = await startEmulator({ unselected: 'absent' });
    const body = { ChatSessionId: 18, Message: { Message: 'kept' } };

    expect(await call(emulator, 'AddChatMessage', body, { select: 'ChatMessageId' })).toEqual({
      ChatMessageId: 300_001,
    });
    expect(await fetchSession(emulator, 18)).toMatchObject({ LastMessage: 'kept' });
  });

  it('SO-424 a refused $select changes nothing', async () => {
    await using emulator = await startEmulator({ unknownSelect: 'error-object' });
    const body = { ChatSessionId: 18, Message: { Message: 'lost' } };

    expect(await call(emulator, 'AddChatMessage', body, { select: 'Shoes' })).toMatchObject({ Error: true });
    expect(await callList(emulator, 'GetChatMessages', { ChatSessionId: 18, After: 300_000 })).toEqual([]);
  });

  it.each([
    '',
    'null',
    '[]',
    '{',
    '"text"',
    '{}',
    '{"ChatSessionId":"18","Message":{}}',
    '{"ChatSessionId":1.5,"Message":{}}',
    '{"ChatSessionId":18}',
    '{"ChatSessionId":18,"Message":"text"}',
    '{"ChatSessionId":18,"Message":{"Message":5}}',
    '{"ChatSessionId":18,"Message":{"Type":"ToNobody"}}',
  ])(
    'SO-425 a body that cannot be read is 200 with {Message, MessageDetail}, and nothing is stored: %s',
    async (body) => {
      await using emulator = await startEmulator();

      const response = await send(emulator, 'AddChatMessage', { body });

      expect(response.status).toBe(200);
      expect(await response.json()).toEqual({ Message: 'The request is invalid.', MessageDetail: expect.any(String) });
      expect(await callList(emulator, 'GetChatMessages', { ChatSessionId: 18, After: 300_000 })).toEqual([]);
    },
  );

  it('SO-426 an unknown session is null, and bodies with unusual names or great depth do not stop the emulator', async () => {
    await using emulator = await startEmulator();
    const deep = `{"ChatSessionId":18,"Message":{"Message":${'['.repeat(5000)}${']'.repeat(5000)}}}`;
    const odd = '{"ChatSessionId":18,"__proto__":{"a":1},"Message":{"Message":"m","__proto__":null,"constructor":1}}';

    expect(await call(emulator, 'AddChatMessage', { ChatSessionId: 9999, Message: {} })).toBeNull();
    expect(await (await send(emulator, 'AddChatMessage', { body: deep })).json()).toHaveProperty('MessageDetail');
    expect((await send(emulator, 'AddChatMessage', { body: odd })).status).toBe(200);
    expect(await fetchSession(emulator, 18)).toMatchObject({ LastMessage: 'm' });
  });
});
