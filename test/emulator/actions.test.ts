/**
 * Assignment of sessions (facts.md, section 1: "returns NULL if session was not in queue", "nothing happens", …). Each test
 * checks the response and the data afterwards.
 */
import { describe, expect, it } from '@jest/globals';
import { startEmulator, type EmulatorOptions } from '../../src/emulator/index.js';
import type { Emulator } from '../../src/emulator/index.js';
import { at, fetchSession, readJson } from '../support/emulator-calls.js';
import { call, callList, callRecord, idsOf, jan, kari, manualClock, noticesOf, send } from './chat-agent-calls.js';

const ofSession = (id: number) => ({ ChatSessionId: id });

/** The properties of a session that show its assignment. */
async function assignmentOf(emulator: Emulator, id: number): Promise<unknown> {
  const session = await fetchSession(emulator, id);
  return [
    session['Status'],
    at(session, 'User', 'AssociateId') ?? null,
    at(session, 'TransferTo', 'AssociateId') ?? null,
  ];
}

async function emulatorWithAssignedSession(options: EmulatorOptions = {}): Promise<Emulator> {
  const emulator = await startEmulator({ clock: manualClock(), ...options });
  await call(emulator, 'PickUpChatSession', ofSession(4), { as: kari });
  return emulator;
}

describe('ChatSessionsForUser', () => {
  it('SO-601 lists the open sessions of topics 1 to 3 among generated ids 1 to 60', async () => {
    await using emulator = await startEmulator();

    const sessions = await callList(emulator, 'ChatSessionsForUser');

    expect(sessions.map(({ ChatSessionId, TopicId, Status }) => [ChatSessionId, TopicId, Status])).toEqual([
      [4, 3, 'InQueue'],
      [18, 1, 'CustomerLast'],
      [19, 2, 'UserLast'],
      [43, 2, 'InQueue'],
      [44, 3, 'CustomerLast'],
      [58, 1, 'UserLast'],
    ]);
    expect(sessions[0]).toEqual(await fetchSession(emulator, 4, { headers: { Authorization: kari } }));
  });

  it('SO-602 includes sessions that become open by a put, a creation or a change, and no others', async () => {
    await using emulator = await startEmulator();
    emulator.putSession({ ChatSessionId: 7000, TopicId: 1, Status: 'InQueue' });
    emulator.putSession({ ChatSessionId: 7001, TopicId: 4, Status: 'InQueue' });
    emulator.putSession({ ChatSessionId: 18, TopicId: 1, Status: 'Finished' });
    await call(emulator, 'ResetChatSession', ofSession(122)); // of topic 1, above 60

    const sessions = await callList(emulator, 'ChatSessionsForUser', null, { select: 'ChatSessionId' });

    expect(idsOf(sessions)).toEqual([4, 19, 43, 44, 58, 122, 7000]);
  });

  it.each([
    [
      'null' as const,
      { ChatSessionId: 4, Status: null, WhenEnded: null, User: { FullName: expect.any(String), Rank: null } },
    ],
    ['default' as const, { ChatSessionId: 4, Status: 'Invalid', WhenEnded: '0001-01-01T00:00:00', User: { Rank: 0 } }],
    ['absent' as const, { ChatSessionId: 4, User: { FullName: expect.any(String) } }],
  ])('SO-603 $select applies to each session; unselected as %s', async (unselected, expected) => {
    await using emulator = await startEmulator({ unselected });

    const [first] = await callList(emulator, 'ChatSessionsForUser', null, { select: 'ChatSessionId,User/FullName' });

    expect(first).toMatchObject(expected);
    expect(Object.keys(first ?? {}).length === 2).toBe(unselected === 'absent');
    expect(emulator.requests).toEqual(['ChatSessionsForUser $select=ChatSessionId,User/FullName']);
  });
});

describe('PickUpChatSession', () => {
  it('SO-610 assigns a waiting session to the caller and sends the welcome', async () => {
    await using emulator = await startEmulator({ clock: manualClock() });

    const session = await callRecord(emulator, 'PickUpChatSession', ofSession(4), { as: kari });

    expect(session).toMatchObject({ Status: 'CustomerLast', WhenStarted: '2026-03-02T09:00:00Z', Rank: 1 });
    expect(session['User']).toMatchObject({ AssociateId: 702, FullName: 'Kari Ødegård', UserName: 'kari@example.com' });
    expect(await assignmentOf(emulator, 4)).toEqual(['CustomerLast', 702, null]);
    expect(await noticesOf(emulator, 4)).toEqual(['Welcome']);
    expect(emulator.requests[0]).toBe('PickUpChatSession 4');
  });

  it('SO-611 "returns NULL if session was not in queue", and does not change it', async () => {
    await using emulator = await startEmulator();
    const before = await fetchSession(emulator, 18);

    expect(await call(emulator, 'PickUpChatSession', ofSession(18))).toBeNull();
    expect(await call(emulator, 'PickUpChatSession', ofSession(9999))).toBeNull();
    expect(await fetchSession(emulator, 18)).toEqual(before);
    expect(await noticesOf(emulator, 18)).toEqual([]);
  });

  it('SO-612 only one of several concurrent callers gets the session, the others get null', async () => {
    await using emulator = await startEmulator();

    const responses = await Promise.all(
      [kari, jan, 'Bearer third'].map((as) => call(emulator, 'PickUpChatSession', ofSession(4), { as })),
    );

    const [winner] = responses.filter((response) => response !== null);
    expect(responses.filter((response) => response === null)).toHaveLength(2);
    expect((await fetchSession(emulator, 4))['User']).toEqual(at(winner, 'User'));
    expect(await noticesOf(emulator, 4)).toEqual(['Welcome']);
  });

  it('SO-613 PickUpFirst returns the oldest queued session, then the next, then null', async () => {
    await using emulator = await startEmulator({ unselected: 'absent' });
    emulator.putSession({
      ChatSessionId: 7000,
      TopicId: 1,
      Status: 'InQueue',
      WhenRequested: '2026-03-02T08:00:00+02:00',
    });
    emulator.putSession({ ChatSessionId: 7001, TopicId: 1, Status: 'InQueue', WhenRequested: '2026-03-02T06:30:00Z' });
    emulator.putSession({ ChatSessionId: 7002, TopicId: 1, Status: 'InQueue', WhenRequested: '0001-01-01T00:00:00' });

    const taken = [];
    for (let round = 0; round < 6; round += 1) {
      taken.push(
        at(await call(emulator, 'PickUpFirstChatSession', null, { select: 'ChatSessionId' }), 'ChatSessionId'),
      );
    }

    expect(taken).toEqual([4, 43, 7000, 7001, 7002, undefined]);
    expect(emulator.requests[0]).toBe('PickUpFirstChatSession $select=ChatSessionId');
    expect((await fetchSession(emulator, 7002))['Rank']).toBe(5);
  });
});

describe('transfers', () => {
  it.each(['703', 'jan@example.com', 'JAN'])('SO-620 an offer to "%s" is pending', async (to) => {
    await using emulator = await emulatorWithAssignedSession();

    const body = { ChatSessionId: 4, ToAssociate: to };
    const session = await callRecord(emulator, 'TransferChatSession', body, { as: kari });

    expect(session['TransferTo']).toMatchObject({ AssociateId: 703, FullName: 'Jan van Dijk' });
    expect(await assignmentOf(emulator, 4)).toEqual(['CustomerLast', 702, 703]);
    expect(emulator.requests).toContain('TransferChatSession 4');
  });

  it('SO-621 an accepted session belongs to the other agent', async () => {
    await using emulator = await emulatorWithAssignedSession();
    await call(emulator, 'TransferChatSession', { ChatSessionId: 4, ToAssociate: '703' }, { as: kari });

    const session = await callRecord(emulator, 'AcceptChatSessionTransfer', ofSession(4), { as: jan });

    expect(session).toMatchObject({ User: { AssociateId: 703 }, TransferTo: null });
    expect(await assignmentOf(emulator, 4)).toEqual(['CustomerLast', 703, null]);
    expect(await noticesOf(emulator, 4)).toEqual(['Welcome', 'TransferedSession']);
  });

  it('SO-622 a rejected session stays with the first agent', async () => {
    await using emulator = await emulatorWithAssignedSession();
    await call(emulator, 'TransferChatSession', { ChatSessionId: 4, ToAssociate: '703' }, { as: kari });

    expect(await call(emulator, 'RejectChatSessionTransfer', ofSession(4), { as: jan })).toMatchObject({
      TransferTo: null,
    });
    expect(await assignmentOf(emulator, 4)).toEqual(['CustomerLast', 702, null]);
    expect(await noticesOf(emulator, 4)).toEqual(['Welcome', 'TransferRejected']);
  });

  it('SO-623 "if the session does not belong to the user, nothing happens"; the same when it is not offered to the caller', async () => {
    await using emulator = await emulatorWithAssignedSession();
    const before = await fetchSession(emulator, 4, { headers: { Authorization: kari } });

    const responses = [
      await call(emulator, 'TransferChatSession', { ChatSessionId: 4, ToAssociate: '704' }, { as: jan }),
      await call(emulator, 'AcceptChatSessionTransfer', ofSession(4), { as: jan }),
      await call(emulator, 'RejectChatSessionTransfer', ofSession(4), { as: jan }),
    ];

    expect(responses).toEqual([before, before, before]);
    expect(await noticesOf(emulator, 4)).toEqual(['Welcome']);
  });

  it.each(['unknown', '42', '901', ''])('SO-624 an offer to user "%s" is an error with 200', async (to) => {
    await using emulator = await emulatorWithAssignedSession();
    const body = JSON.stringify({ ChatSessionId: 4, ToAssociate: to });

    const response = await send(emulator, 'TransferChatSession', { body, as: kari });

    expect(response.status).toBe(200);
    expect(await readJson(response)).toMatchObject({ Error: true, ErrorType: 'SoInvalidArgumentException' });
    expect(await assignmentOf(emulator, 4)).toEqual(['CustomerLast', 702, null]);
  });

  it('SO-625 an offer can be made to any caller, by the associate id of their credentials', async () => {
    await using emulator = await emulatorWithAssignedSession({ chatUserIds: 'associate' });
    const users = await callList(emulator, 'GetUserAgentList', { Flat: true }, { as: 'Bearer newcomer' });
    const newcomer = users.find(({ Id }) => Number(Id) > 705);

    const body = { ChatSessionId: 4, ToAssociate: String(newcomer?.['Id']) };
    const offered = await callRecord(emulator, 'TransferChatSession', body, { as: kari });
    await call(emulator, 'AcceptChatSessionTransfer', ofSession(4), { as: 'Bearer newcomer' });

    expect(offered['TransferTo']).toMatchObject({ FullName: newcomer?.['Name'] });
    expect(await assignmentOf(emulator, 4)).toEqual(['CustomerLast', newcomer?.['Id'], null]);
  });

  it('SO-629 an ejUser id is read as an associate id, so the offer reaches another agent without an error', async () => {
    await using emulator = await emulatorWithAssignedSession();
    const users = await callList(emulator, 'GetUserAgentList', { Flat: true }, { as: kari });
    const target = users.find(({ Name }) => Name === 'Jan van Dijk');

    const body = { ChatSessionId: 4, ToAssociate: String(target?.['Id']) };
    const offered = await callRecord(emulator, 'TransferChatSession', body, { as: kari });

    expect(offered['TransferTo']).toMatchObject({ AssociateId: 704, FullName: '李 小龙' });
  });

  it('SO-630 an agent without a role in a topic cannot list or pick up its sessions, and sees them without the customer', async () => {
    await using emulator = await startEmulator();
    const lxl = 'Bearer lxl'; // topic 1 only
    const listed = await callList(emulator, 'ChatSessionsForUser', {}, { as: lxl });

    expect(listed.map(({ TopicId }) => TopicId)).toEqual([1, 1]);
    expect(idsOf(await callList(emulator, 'ChatTopicsForUser', {}, { as: lxl }), 'ChatTopicId')).toEqual([1]);
    expect(await fetchSession(emulator, 4, { headers: { authorization: lxl } })).toMatchObject({
      TopicId: 3,
      Person: null,
      Contact: null,
    });
    expect(await fetchSession(emulator, 4)).toMatchObject({ Person: { PersonId: expect.any(Number) } });
    expect(await call(emulator, 'PickUpChatSession', ofSession(4), { as: lxl })).toMatchObject({
      ErrorType: 'SoSentryException',
    });
    expect(await call(emulator, 'PickUpFirstChatSession', {}, { as: lxl })).toBeNull();
    expect(await assignmentOf(emulator, 4)).toEqual(['InQueue', 604, null]);
  });

  it("SO-631 a colleague's session cannot be saved", async () => {
    await using emulator = await emulatorWithAssignedSession();
    const whole = await fetchSession(emulator, 4);
    const save = (as: string) => call(emulator, 'SaveChatSessionEntity', { ...whole, Status: 'Finished' }, { as });

    expect(await save(jan)).toMatchObject({ ErrorType: 'SoSentryException' });
    expect(await assignmentOf(emulator, 4)).toEqual(['CustomerLast', 702, null]);
    expect(await save(kari)).toMatchObject({ Status: 'Finished' });
  });

  it('SO-626 Reset returns a session to the queue, without user and offer', async () => {
    await using emulator = await emulatorWithAssignedSession();
    await call(emulator, 'TransferChatSession', { ChatSessionId: 4, ToAssociate: '703' }, { as: kari });

    expect(await call(emulator, 'ResetChatSession', ofSession(4))).toMatchObject({ Status: 'InQueue', User: null });
    expect(await assignmentOf(emulator, 4)).toEqual(['InQueue', null, null]);
    expect(await call(emulator, 'PickUpChatSession', ofSession(4), { as: jan })).toMatchObject({
      User: { AssociateId: 703 },
    });
  });

  it.each([
    'PickUpChatSession',
    'TransferChatSession',
    'AcceptChatSessionTransfer',
    'RejectChatSessionTransfer',
    'ResetChatSession',
  ])('SO-627 %s: null for an unknown session, the error object for a body without an id', async (operation) => {
    await using emulator = await startEmulator();

    expect(await call(emulator, operation, { ChatSessionId: 9999, ToAssociate: '702' })).toBeNull();
    for (const body of ['', 'null', '{}', '[1]', '{"ChatSessionId":"4"}', '{"ChatSessionId":4294967296}', '{"Chat']) {
      const response = await readJson(await send(emulator, operation, { body }));
      expect(response).toEqual({ Message: 'The request is invalid.', MessageDetail: expect.any(String) });
    }
    expect(await assignmentOf(emulator, 4)).toEqual(['InQueue', 604, null]);
  });
});
