/**
 * Sessions created and saved as records, and the request log and faults of operations with parameters in the body.
 */
import { describe, expect, it } from '@jest/globals';
import { startEmulator } from '../../src/emulator/index.js';
import type { JsonRecord } from '../../src/emulator/index.js';
import { fetchSession, readJson } from '../support/emulator-calls.js';
import { call, callList, callRecord, idsOf, kari, manualClock, noticesOf, send } from './chat-agent-calls.js';

const raw = { headers: { Authorization: kari } };

describe('CreateChatSessionForTopic', () => {
  it('SO-701 creates a queued session, with ids from 100001 upward; null for an unknown topic', async () => {
    await using emulator = await startEmulator({ clock: manualClock() });

    const created = await callRecord(emulator, 'CreateChatSessionForTopic', { ChatTopicId: 2 });
    const second = await callRecord(
      emulator,
      'CreateChatSessionForTopic',
      { ChatTopicId: 4 },
      { select: 'ChatSessionId' },
    );

    expect(created).toMatchObject({
      ChatSessionId: 100_001,
      TopicId: 2,
      Status: 'InQueue',
      User: null,
      WhenRequested: '2026-03-02T09:00:00Z',
      WhenStarted: '0001-01-01T00:00:00',
      InitialQueuePos: 3,
      CustomerName: '',
    });
    expect(second['ChatSessionId']).toBe(100_002);
    expect(await fetchSession(emulator, 100_001)).toEqual(created);
    expect(idsOf(await callList(emulator, 'ChatSessionsForUser'))).toContain(100_001);
    expect(await call(emulator, 'CreateChatSessionForTopic', { ChatTopicId: 99 })).toBeNull();
    expect(emulator.requests[0]).toBe('CreateChatSessionForTopic 2');
  });
});

describe('SaveChatSessionEntity', () => {
  it('SO-710 saving a whole record with one change changes only that', async () => {
    await using emulator = await startEmulator();
    const whole = await fetchSession(emulator, 58, raw);

    const saved = await callRecord(emulator, 'SaveChatSessionEntity', { ...whole, CustomerName: 'Changed' });

    expect(saved).toEqual({ ...whole, CustomerName: 'Changed' });
    expect(await fetchSession(emulator, 58, raw)).toEqual(saved);
    expect(emulator.requests).toContain('SaveChatSessionEntity 58');
  });

  it('SO-711 saving a projected record blanks everything that it does not contain', async () => {
    await using emulator = await startEmulator();
    const projected = await fetchSession(emulator, 58, { ...raw, select: 'ChatSessionId,TopicId,Status' });

    await call(emulator, 'SaveChatSessionEntity', projected);
    const session = await fetchSession(emulator, 58, raw);

    expect(session).toMatchObject({
      ChatSessionId: 58,
      TopicId: 1,
      Status: 'UserLast',
      User: null,
      Person: null,
      CustomerName: '',
      CustomerConsented: false,
      FirstMessage: '',
      WhenRequested: '0001-01-01T00:00:00',
      Rank: 0,
    });
  });

  it('SO-712 ignores $select and unknown names, and reads names case-insensitively', async () => {
    await using emulator = await startEmulator();
    const body = JSON.stringify({
      chatSessionId: 58,
      STATUS: 'UserLast',
      user: { associateId: 702 },
      mood: 'cheerful',
    });

    const response = await send(emulator, 'SaveChatSessionEntity', { body, query: '?$select=Status' });
    const saved = (await readJson(response)) as JsonRecord;

    expect(saved).toMatchObject({
      ChatSessionId: 58,
      Status: 'UserLast',
      User: { AssociateId: 702 },
      CustomerName: '',
    });
    expect(saved).not.toHaveProperty('mood');
    expect(emulator.requests).toEqual(['SaveChatSessionEntity 58 $select=Status']);
  });

  it('SO-713 Finished ends the session and notifies the customer once', async () => {
    await using emulator = await startEmulator({ clock: manualClock() });
    const whole = await fetchSession(emulator, 18, raw);
    const finished = { ...whole, Status: 'Finished', WhenEnded: null };

    expect(await call(emulator, 'SaveChatSessionEntity', finished, { as: kari })).toMatchObject({
      Status: 'Finished',
      WhenEnded: '2026-03-02T09:00:00Z',
    });
    await call(emulator, 'SaveChatSessionEntity', finished, { as: kari });

    expect(await noticesOf(emulator, 18)).toEqual(['ClosedByUser']);
    expect(idsOf(await callList(emulator, 'ChatSessionsForUser'))).not.toContain(18);
  });

  it('SO-714 id 0 creates; an unknown id is null; the sample is saved like any other session', async () => {
    await using emulator = await startEmulator();
    const sample = await fetchSession(emulator, 192, raw);

    const created = await callRecord(emulator, 'SaveChatSessionEntity', { ...sample, ChatSessionId: 0 });

    const { Status, CustomerName, Rank, WhenIdle, Flags } = sample;
    expect(created).toMatchObject({ ChatSessionId: 100_001, Status, CustomerName, Rank, WhenIdle, Flags });
    expect(created).toMatchObject({ TableRight: null, User: { AssociateId: 600 } }); // clients cannot set rights
    expect(await fetchSession(emulator, 100_001, raw)).toEqual(created);
    expect(await call(emulator, 'SaveChatSessionEntity', { ChatSessionId: 9999 })).toBeNull();
    expect(await call(emulator, 'SaveChatSessionEntity', { ...sample, Rank: 1 })).toMatchObject({ ...sample, Rank: 1 });
    expect(await readJson(await send(emulator, 'GetChatSessionEntity'))).toMatchObject({ ...sample, Rank: 1 });
  });

  it.each([
    '',
    'null',
    '[]',
    '{"ChatSessionId":"18"}',
    '{"ChatSessionId":1.5}',
    '{"ChatSessionId":18,"Status":"FINISHED"}',
    '{"ChatSessionId":18,"Status":7}',
    '{"ChatSessionId":18,"User":"kari"}',
    '{"ChatSessionId":18,"CustomerName":5}',
  ])('SO-715 a body of wrong types is refused and nothing is saved: %s', async (body) => {
    await using emulator = await startEmulator();
    const before = await fetchSession(emulator, 18, raw);

    expect(await readJson(await send(emulator, 'SaveChatSessionEntity', { body }))).toHaveProperty('MessageDetail');
    expect(await fetchSession(emulator, 18, raw)).toEqual(before);
  });
});

describe('faults and the request log', () => {
  it('SO-720 the id in a body is logged and matched; a request with a status fault changes nothing', async () => {
    await using emulator = await startEmulator();
    emulator.injectFault({ kind: 'status', status: 503, match: { operation: 'PickUpChatSession', id: '43' } });

    const statuses = [];
    for (const id of [4, 43, 43]) {
      statuses.push(
        (await send(emulator, 'PickUpChatSession', { body: JSON.stringify({ chatsessionid: id }) })).status,
      );
    }

    expect(statuses).toEqual([200, 503, 200]);
    expect(emulator.log.map(({ id, status }) => [id, status])).toEqual([
      ['4', 200],
      ['43', 503],
      ['43', 200],
    ]);
    expect(await noticesOf(emulator, 43)).toEqual(['Welcome']);
  });

  it('SO-721 a change with a truncated response takes effect', async () => {
    await using emulator = await startEmulator();
    emulator.injectFault({ kind: 'truncate', match: { id: '4' } });

    const response = await send(emulator, 'PickUpChatSession', { body: '{"ChatSessionId":4}', as: kari });
    await expect(response.text()).rejects.toThrow();

    expect(await fetchSession(emulator, 4)).toMatchObject({ User: { AssociateId: 702 } });
  });

  it('SO-722 two emulators share no data', async () => {
    await using emulator = await startEmulator();
    await using other = await startEmulator();
    await call(emulator, 'PickUpChatSession', { ChatSessionId: 4 });

    expect(await fetchSession(other, 4)).toMatchObject({ Status: 'InQueue' });
    expect(idsOf(await callList(other, 'GetChatMessages', { ChatSessionId: 4 }), 'ChatMessageId')).toHaveLength(4);
  });
});
