/**
 * The script's customers: they arrive, wait, write, reply and leave, the same for the same seed and clock.
 */
import { describe, expect, it } from '@jest/globals';
import { startEmulator } from '../../src/emulator/index.js';
import type { Emulator, JsonRecord, JsonValue } from '../../src/emulator/index.js';
import { fetchSession } from '../support/emulator-calls.js';
import { call, callList, callRecord, idsOf, kari, manualClock, noticesOf } from './chat-agent-calls.js';
import type { ManualClock } from './chat-agent-calls.js';

function startWithScript(clock: ManualClock, seed = 1): Promise<Emulator> {
  return startEmulator({ clock, script: { seed } });
}

/** The open sessions of the script's customers. */
async function scripted(emulator: Emulator): Promise<readonly JsonRecord[]> {
  const sessions = await callList(emulator, 'ChatSessionsForUser', null, { as: kari });
  return sessions.filter(({ ChatSessionId }) => Number(ChatSessionId) > 1000 && Number(ChatSessionId) < 100_000);
}

async function messagesIn(emulator: Emulator, id: number): Promise<JsonValue[][]> {
  const messages = await callList(emulator, 'GetChatMessages', { ChatSessionId: id });
  return messages.map(({ Type, SpecialType, Message }) => [Type ?? null, SpecialType ?? null, Message ?? null]);
}

describe('simulated customers', () => {
  it('SO-801 do not exist without a script', async () => {
    const clock = manualClock();
    await using emulator = await startEmulator({ clock });
    clock.pass(86_400);

    expect(await scripted(emulator)).toEqual([]);
  });

  it('SO-802 wait already when the emulator starts, each with a first message, in topics 1 to 3', async () => {
    await using emulator = await startWithScript(manualClock());

    const sessions = await scripted(emulator);

    expect(idsOf(sessions).slice(0, 3)).toEqual([1001, 1002, 1003]);
    expect(sessions.length).toBeLessThan(8);
    for (const session of sessions) {
      expect(session).toMatchObject({
        Status: 'InQueue',
        CustomerName: expect.stringMatching(/\S/),
        FirstMessage: expect.stringMatching(/\S/),
        WhenRequested: expect.stringMatching(/^2026-03-02T08:5\d:\d\dZ$/),
      });
      expect((await messagesIn(emulator, Number(session['ChatSessionId'])))[0]).toEqual([
        'ToUser',
        'None',
        session['FirstMessage'],
      ]);
    }
  });

  it('SO-803 refresh WhenFetched every few seconds', async () => {
    const clock = manualClock();
    await using emulator = await startWithScript(clock);

    for (let round = 0; round < 5; round += 1) {
      clock.pass(10);
      const { WhenFetched } = await fetchSession(emulator, 1001);
      expect(clock.now() - Date.parse(String(WhenFetched))).toBeLessThan(8000);
    }
  });

  it('SO-804 read and reply to messages of an agent, and are shown as typing meanwhile', async () => {
    const clock = manualClock();
    await using emulator = await startWithScript(clock);
    await call(emulator, 'PickUpChatSession', { ChatSessionId: 1001 }, { as: kari });
    await call(emulator, 'AddChatMessage', { ChatSessionId: 1001, Message: { Message: 'Hei!' } }, { as: kari });
    const flags = new Set();
    for (let second = 0; second < 30; second += 1) {
      clock.pass(1);
      flags.add((await fetchSession(emulator, 1001))['Flags']);
    }

    const messages = await callList(emulator, 'GetChatMessages', { ChatSessionId: 1001 });

    expect(idsOf(messages.slice(-3), 'SpecialType')).toEqual(['Welcome', 'None', 'None']);
    expect(messages.at(-2)).toMatchObject({ Type: 'ToCustomer', Message: 'Hei!', ReadByCustomer: 1 });
    expect(messages.at(-1)).toMatchObject({ Type: 'ToUser', Author: expect.stringMatching(/\S/) });
    expect(flags).toEqual(new Set(['CustomerIsTyping', '']));
    expect(await fetchSession(emulator, 1001)).toMatchObject({ Status: 'CustomerLast' });
  });

  it('SO-805 thank and leave in the end; then the session is closed as idle', async () => {
    const clock = manualClock();
    await using emulator = await startWithScript(clock);
    await call(emulator, 'PickUpChatSession', { ChatSessionId: 1001 }, { as: kari });
    for (let round = 0; round < 6; round += 1) {
      await call(emulator, 'AddChatMessage', { ChatSessionId: 1001, Message: { Message: 'Yes?' } }, { as: kari });
      clock.pass(30);
    }
    clock.pass(200);

    expect(await fetchSession(emulator, 1001)).toMatchObject({
      Status: 'Closed',
      WhenEnded: expect.stringMatching(/^2026/),
    });
    expect((await noticesOf(emulator, 1001)).at(-1)).toBe('ClosedByIdle');
    expect(idsOf(await scripted(emulator))).not.toContain(1001);
  });

  it('SO-806 leave when no agent picks them up', async () => {
    const clock = manualClock();
    await using emulator = await startWithScript(clock);
    clock.pass(800);
    await scripted(emulator);
    clock.pass(200);

    expect(await fetchSession(emulator, 1001)).toMatchObject({ Status: 'ClosedFromQueue' });
    expect(await messagesIn(emulator, 1001)).toContainEqual(['Special', 'ClosedByIdle', '']);
  });

  it('SO-807 do not change a session that an agent has finished', async () => {
    const clock = manualClock();
    await using emulator = await startWithScript(clock);
    const picked = await callRecord(emulator, 'PickUpChatSession', { ChatSessionId: 1001 }, { as: kari });
    await call(emulator, 'SaveChatSessionEntity', { ...picked, Status: 'Finished' }, { as: kari });
    clock.pass(300);

    expect((await messagesIn(emulator, 1001)).at(-1)?.[1]).toBe('ClosedByUser');
    expect(await fetchSession(emulator, 1001)).toMatchObject({ Status: 'Finished' });
  });
});

describe('the script as a whole', () => {
  /** An agent who picks up each new session, writes to all of their sessions, and reads them again. */
  async function shift(seed: number): Promise<unknown[]> {
    const clock = manualClock();
    await using emulator = await startWithScript(clock, seed);
    const seen: unknown[] = [];
    for (let round = 0; round < 12; round += 1) {
      clock.pass(17 + round);
      seen.push(await call(emulator, 'PickUpFirstChatSession', null, { as: kari }));
      for (const { ChatSessionId = null, Status } of await scripted(emulator)) {
        if (Status !== 'CustomerLast') continue;
        seen.push(
          await call(emulator, 'AddChatMessage', { ChatSessionId, Message: { Message: `${round}` } }, { as: kari }),
        );
        seen.push(await call(emulator, 'GetChatMessages', { ChatSessionId }));
      }
      seen.push(await scripted(emulator));
    }
    return seen;
  }

  it('SO-810 the same seed, clock and requests give the same responses, another seed gives others', async () => {
    const first = await shift(7);

    expect(await shift(7)).toEqual(first);
    expect(await shift(8)).not.toEqual(first);
    expect(JSON.stringify(first)).toContain('"ToUser"');
  });

  it('SO-811 the number of requests does not change what happens', async () => {
    const [oftenClock, onceClock] = [manualClock(), manualClock()];
    await using often = await startWithScript(oftenClock);
    await using once = await startWithScript(onceClock);
    for (let round = 0; round < 60; round += 1) {
      oftenClock.pass(10);
      await scripted(often);
    }
    onceClock.pass(600);

    expect(await scripted(once)).toEqual(await scripted(often));
  });

  it('SO-812 has at most 12 customers at once, and drops sessions that ended long ago', async () => {
    const clock = manualClock();
    await using emulator = await startWithScript(clock);
    let most = 0;
    for (let round = 0; round < 60; round += 1) {
      clock.pass(300);
      most = Math.max(most, (await scripted(emulator)).length);
    }

    const last = Math.max(...idsOf(await scripted(emulator)).map(Number));

    expect(most).toBeGreaterThan(5);
    expect(most).toBeLessThanOrEqual(12);
    expect(last).toBeGreaterThan(1060);
    expect(await call(emulator, 'GetChatMessages', { ChatSessionId: 1001 })).toBeNull();
    expect(await call(emulator, 'GetChatMessages', { ChatSessionId: last })).not.toBeNull();
  });

  it('SO-813 after a gap of years it restarts without simulating it: all have left, and others wait', async () => {
    const clock = manualClock();
    await using emulator = await startWithScript(clock);
    clock.pass(5 * 365 * 86_400);

    const startedMs = performance.now();
    const sessions = await scripted(emulator);

    expect(performance.now() - startedMs).toBeLessThan(1000);
    expect(sessions.length).toBeGreaterThan(2);
    for (const { WhenRequested } of sessions) {
      expect(clock.now() - Date.parse(String(WhenRequested))).toBeLessThanOrEqual(121_000);
    }
    expect(await fetchSession(emulator, 1001)).toMatchObject({ Status: 'ClosedFromQueue' });
  });

  it('SO-814 a clock that is set back stops it until the clock has caught up', async () => {
    const clock = manualClock();
    await using emulator = await startWithScript(clock);
    const before = await scripted(emulator);
    clock.pass(-3600);

    expect(await scripted(emulator)).toEqual(before);
  });
});
