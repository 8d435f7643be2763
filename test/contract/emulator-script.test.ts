/**
 * The customers of the script: they come, wait, write, answer, leave, and do the same again for the same seed and clock.
 */
import { describe, expect, it } from '@jest/globals';
import { startEmulator } from '../../src/emulator/index.js';
import type { Emulator, JsonRecord, JsonValue } from '../../src/emulator/index.js';
import { fetchSession } from '../support/emulator-calls.js';
import { call, callList, callRecord, idsOf, kari, manualClock, noticesOf } from './chat-agent-calls.js';
import type { ManualClock } from './chat-agent-calls.js';

function playing(clock: ManualClock, seed = 1): Promise<Emulator> {
  return startEmulator({ clock, script: { seed } });
}

/** The open sessions that customers of the script have begun. */
async function scripted(emulator: Emulator): Promise<readonly JsonRecord[]> {
  const sessions = await callList(emulator, 'ChatSessionsForUser', null, { as: kari });
  return sessions.filter(({ ChatSessionId }) => Number(ChatSessionId) > 1000 && Number(ChatSessionId) < 100_000);
}

async function saidIn(emulator: Emulator, id: number): Promise<JsonValue[][]> {
  const messages = await callList(emulator, 'GetChatMessages', { ChatSessionId: id });
  return messages.map(({ Type, SpecialType, Message }) => [Type ?? null, SpecialType ?? null, Message ?? null]);
}

describe('customers who come by themselves', () => {
  it('SO-801 are none without a script, however long one waits', async () => {
    const clock = manualClock();
    await using emulator = await startEmulator({ clock });
    clock.pass(86_400);

    expect(await scripted(emulator)).toEqual([]);
  });

  it('SO-802 wait already when the emulator starts, each with a first message, in topics 1 to 3', async () => {
    await using emulator = await playing(manualClock());

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
      expect((await saidIn(emulator, Number(session['ChatSessionId'])))[0]).toEqual([
        'ToUser',
        'None',
        session['FirstMessage'],
      ]);
    }
  });

  it('SO-803 refresh WhenFetched every few seconds', async () => {
    const clock = manualClock();
    await using emulator = await playing(clock);

    for (let turn = 0; turn < 5; turn += 1) {
      clock.pass(10);
      const { WhenFetched } = await fetchSession(emulator, 1001);
      expect(clock.now() - Date.parse(String(WhenFetched))).toBeLessThan(8000);
    }
  });

  it('SO-804 answer after the agent has written, and read what he wrote; typing shows in between', async () => {
    const clock = manualClock();
    await using emulator = await playing(clock);
    await call(emulator, 'PickUpChatSession', { ChatSessionId: 1001 }, { as: kari });
    await call(emulator, 'AddChatMessage', { ChatSessionId: 1001, Message: { Message: 'Hei!' } }, { as: kari });
    const flags = new Set();
    for (let second = 0; second < 30; second += 1) {
      clock.pass(1);
      flags.add((await fetchSession(emulator, 1001))['Flags']);
    }

    const said = await callList(emulator, 'GetChatMessages', { ChatSessionId: 1001 });

    expect(idsOf(said.slice(-3), 'SpecialType')).toEqual(['Welcome', 'None', 'None']);
    expect(said.at(-2)).toMatchObject({ Type: 'ToCustomer', Message: 'Hei!', ReadByCustomer: 1 });
    expect(said.at(-1)).toMatchObject({ Type: 'ToUser', Author: expect.stringMatching(/\S/) });
    expect(flags).toEqual(new Set(['CustomerIsTyping', '']));
    expect(await fetchSession(emulator, 1001)).toMatchObject({ Status: 'CustomerLast' });
  });

  it('SO-805 say thanks in the end and leave; then the session is closed as idle', async () => {
    const clock = manualClock();
    await using emulator = await playing(clock);
    await call(emulator, 'PickUpChatSession', { ChatSessionId: 1001 }, { as: kari });
    for (let turn = 0; turn < 6; turn += 1) {
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

  it('SO-806 give up when nobody picks them up', async () => {
    const clock = manualClock();
    await using emulator = await playing(clock);
    clock.pass(800);
    await scripted(emulator);
    clock.pass(200);

    expect(await fetchSession(emulator, 1001)).toMatchObject({ Status: 'ClosedFromQueue' });
    expect(await saidIn(emulator, 1001)).toContainEqual(['Special', 'ClosedByIdle', '']);
  });

  it('SO-807 stay away from a session that an agent has finished', async () => {
    const clock = manualClock();
    await using emulator = await playing(clock);
    const picked = await callRecord(emulator, 'PickUpChatSession', { ChatSessionId: 1001 }, { as: kari });
    await call(emulator, 'SaveChatSessionEntity', { ...picked, Status: 'Finished' }, { as: kari });
    clock.pass(300);

    expect((await saidIn(emulator, 1001)).at(-1)?.[1]).toBe('ClosedByUser');
    expect(await fetchSession(emulator, 1001)).toMatchObject({ Status: 'Finished' });
  });
});

describe('the script as a whole', () => {
  /** A shift of an agent who picks up what comes, writes in all that he has, and reads it again. */
  async function shift(seed: number): Promise<unknown[]> {
    const clock = manualClock();
    await using emulator = await playing(clock, seed);
    const seen: unknown[] = [];
    for (let turn = 0; turn < 12; turn += 1) {
      clock.pass(17 + turn);
      seen.push(await call(emulator, 'PickUpFirstChatSession', null, { as: kari }));
      for (const { ChatSessionId = null, Status } of await scripted(emulator)) {
        if (Status !== 'CustomerLast') continue;
        seen.push(
          await call(emulator, 'AddChatMessage', { ChatSessionId, Message: { Message: `${turn}` } }, { as: kari }),
        );
        seen.push(await call(emulator, 'GetChatMessages', { ChatSessionId }));
      }
      seen.push(await scripted(emulator));
    }
    return seen;
  }

  it('SO-810 the same seed, clock and requests give the same answers; another seed gives others', async () => {
    const first = await shift(7);

    expect(await shift(7)).toEqual(first);
    expect(await shift(8)).not.toEqual(first);
    expect(JSON.stringify(first)).toContain('"ToUser"');
  });

  it('SO-811 how often somebody asks makes no difference to what happens meanwhile', async () => {
    const [oftenClock, onceClock] = [manualClock(), manualClock()];
    await using often = await playing(oftenClock);
    await using once = await playing(onceClock);
    for (let turn = 0; turn < 60; turn += 1) {
      oftenClock.pass(10);
      await scripted(often);
    }
    onceClock.pass(600);

    expect(await scripted(once)).toEqual(await scripted(often));
  });

  it('SO-812 never more than 12 are there at once, and those that ended long ago are forgotten', async () => {
    const clock = manualClock();
    await using emulator = await playing(clock);
    let most = 0;
    for (let turn = 0; turn < 60; turn += 1) {
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

  it('SO-813 a gap of years is no work: all have gone, and others wait', async () => {
    const clock = manualClock();
    await using emulator = await playing(clock);
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

  it('SO-814 a clock that goes back stops the world until it is there again', async () => {
    const clock = manualClock();
    await using emulator = await playing(clock);
    const before = await scripted(emulator);
    clock.pass(-3600);

    expect(await scripted(emulator)).toEqual(before);
  });
});
