/** Calls in a second: no second has more than the limit, and a waiting call has its waiting time. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { systemClock } from '../../src/base/clock.js';
import { callQueue, RateExceededError } from '../../src/http/call-queue.js';
import { CallRate } from '../../src/http/call-rate.js';
import type { Urgency } from '../../src/http/waiting-calls.js';
import { runQueued, sendIn } from '../support/queued-calls.js';

/** A clock that tests move. */
function manualClock() {
  let nowMs = 5_000;
  return { monotonicMs: () => nowMs, moveBy: (ms: number) => void (nowMs += ms) };
}

/** Admits a call and sends it at once. */
const sendOne = (rate: CallRate): void => sendIn(rate.admit());

/** The most calls in any second. */
const mostInASecond = (times: readonly number[]): number =>
  Math.max(0, ...times.map((first) => times.filter((time) => time >= first && time < first + 1_000).length));

describe('the rate of calls', () => {
  it('admits exactly the limit in any second, whenever calls come', () => {
    const gaps = fc.array(fc.integer({ min: 0, max: 700 }), { maxLength: 60 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 7 }), gaps, (limit, waits) => {
        const clock = manualClock();
        const rate = new CallRate(limit, clock);
        const started: number[] = [];
        for (const ms of waits) {
          clock.moveBy(ms);
          const recent = started.filter((time) => time > clock.monotonicMs() - 1_000).length;
          expect(rate.waitMs() === 0).toBe(recent < limit);
          if (rate.waitMs() > 0) continue;
          sendOne(rate);
          started.push(clock.monotonicMs());
        }
        expect(mostInASecond(started)).toBeLessThanOrEqual(limit);
      }),
    );
  });

  it('counts the calls of the last second only, however many there were before', () => {
    const clock = manualClock();
    const rate = new CallRate(1_500, clock);
    for (let second = 0; second < 4; second += 1) {
      for (let call = 0; call < 1_400 - second; call += 1) sendOne(rate);
      expect([rate.waitMs(), rate.peak]).toEqual([0, 1_400]);
      clock.moveBy(1_000);
    }
    for (let call = 0; call < 1_500; call += 1) sendOne(rate);
    expect([rate.waitMs(), rate.peak]).toEqual([1_000, 1_500]);
    const refused = rate.admit();
    clock.moveBy(1_000);
    refused.send();
    refused.settle(false);
    expect(rate.waitMs(1_499)).toBe(0);
  });

  it('returns exactly how long a call waits behind others', () => {
    const gaps = fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 20 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), gaps, fc.nat(12), (limit, waits, ahead) => {
        const clock = manualClock();
        const rate = new CallRate(limit, clock);
        for (const ms of waits) {
          clock.moveBy(ms);
          if (rate.waitMs() === 0) sendOne(rate);
        }
        const waitMs = rate.waitMs(ahead);
        const beganMs = clock.monotonicMs();
        for (let before = 0; before < ahead; before += 1) {
          clock.moveBy(rate.waitMs());
          sendOne(rate);
        }
        clock.moveBy(rate.waitMs());
        expect(clock.monotonicMs() - beganMs).toBe(waitMs);
      }),
    );
  });

  it('is reported as the highest of the last minute', () => {
    const clock = manualClock();
    const rate = new CallRate(0, clock);
    expect(rate.peak).toBe(0);
    for (let call = 0; call < 12; call += 1) sendOne(rate);
    clock.moveBy(30_000);
    sendOne(rate);
    expect(rate.peak).toBe(12);
    clock.moveBy(31_000);
    expect(rate.peak).toBe(1);
    clock.moveBy(600_000);
    expect(rate.peak).toBe(0);
  });
});

describe('the queue at a rate', () => {
  /** A queue whose calls end at once, and the start of each. */
  function paced(maxPerSecond: number) {
    const rate = new CallRate(maxPerSecond, systemClock);
    const queue = callQueue({ maxInFlight: 100, maxPerPrincipal: 100, maxWaiting: 1_000, rate });
    const started: string[] = [];
    const times: number[] = [];
    const call = (principal: string, urgency: Urgency, remainingMs?: number) =>
      runQueued(
        queue,
        { principal, signal: new AbortController().signal, urgency, beginWithinMs: remainingMs },
        async (turn) => {
          sendIn(turn);
          started.push(`${principal} ${urgency}`);
          times.push(systemClock.monotonicMs());
        },
      );
    return { queue, begun: started, times, call };
  }

  it('keeps the limit, and ends with no call waiting', async () => {
    const { queue, times, call } = paced(20);
    await Promise.all(Array.from({ length: 50 }, () => call('one', 'long-list')));
    expect(mostInASecond(times)).toBeLessThanOrEqual(20);
    expect([times.length, queue.waiting, queue.inFlight]).toEqual([50, 0, 0]);
  });

  it('takes actions first, then interactive calls, then long lists; callers take turns', async () => {
    const { begun: started, call } = paced(4);
    const all = Array.from({ length: 4 }, () => call('before', 'interactive'));
    const later: readonly (readonly [string, Urgency])[] = [
      ['a', 'long-list'],
      ['a', 'interactive'],
      ['a', 'interactive'],
      ['a', 'interactive'],
      ['b', 'interactive'],
      ['c', 'action'],
    ];
    all.push(...later.map(([name, urgency]) => call(name, urgency)));
    await Promise.all(all);
    const [long, wait, other, act] = ['a long-list', 'a interactive', 'b interactive', 'c action'];
    expect(started.slice(4)).toEqual([act, wait, other, long, wait, wait]); // the fourth turn ignores urgency
  });

  it('rejects a call that others overtake for too long, at the time when it should have started', async () => {
    const { begun: started, call } = paced(1);
    const all = [call('one', 'interactive')];
    const overtaken = call('one', 'long-list', 1_500).catch((error: unknown) => error);
    all.push(...Array.from({ length: 2 }, () => call('two', 'action')));
    expect(await overtaken).toBeInstanceOf(RateExceededError);
    await Promise.all(all);
    expect(started).not.toContain('one long-list');
  });

  it('does not prefer callers with ever new names', async () => {
    const { begun: started, call } = paced(4);
    const all = Array.from({ length: 4 }, () => call('regular', 'interactive'));
    all.push(call('regular', 'interactive'));
    all.push(...Array.from({ length: 8 }, (_, index) => call(`stranger ${index}`, 'interactive')));
    await Promise.all(all);
    expect(started.indexOf('regular interactive', 4)).toBe(4);
  });

  it('admits a caller with a free slot while others wait for theirs', async () => {
    const rate = new CallRate(50, systemClock);
    const queue = callQueue({ maxInFlight: 10, maxPerPrincipal: 1, maxWaiting: 1, rate });
    const open = () => new AbortController().signal;
    let end = (): void => undefined;
    const first = runQueued(
      queue,
      { principal: 'a', signal: open() },
      () => new Promise<void>((resolve) => (end = resolve)),
    );
    const second = runQueued(queue, { principal: 'a', signal: open() }, async () => undefined);
    await runQueued(queue, { principal: 'b', signal: open() }, async () => undefined);
    end();
    await Promise.all([first, second]);
  });

  it('does not count calls that were not sent', async () => {
    const { queue, begun: started, call } = paced(3);
    const unsent = Array.from({ length: 30 }, () =>
      runQueued(queue, { principal: 'one', signal: new AbortController().signal }, async () => undefined),
    );
    await Promise.all(unsent);
    const refused = runQueued(queue, { principal: 'one', signal: new AbortController().signal }, async (turn) => {
      sendIn(turn, false); // the circuit is open
    });
    await refused;
    const beforeMs = systemClock.monotonicMs();
    await Promise.all(Array.from({ length: 3 }, () => call('one', 'interactive')));
    expect([started.length, systemClock.monotonicMs() - beforeMs < 500]).toEqual([3, true]);
  });

  it('keeps the limit when calls are delayed between their turn and their sending', async () => {
    const { queue, times } = paced(4);
    const held = Array.from({ length: 12 }, () =>
      runQueued(queue, { principal: 'one', signal: new AbortController().signal }, async (turn) => {
        await new Promise((resolve) => setTimeout(resolve, 1_500 - (systemClock.monotonicMs() % 500))); // a login
        sendIn(turn);
        times.push(systemClock.monotonicMs());
      }),
    );
    await Promise.all(held);
    expect(times).toHaveLength(12);
    expect(mostInASecond(times)).toBeLessThanOrEqual(4);
  });

  it('fails at once what cannot start in time, with its waiting time', async () => {
    const { begun: started, call } = paced(2);
    const all = Array.from({ length: 4 }, () => call('one', 'interactive', 10_000)); // two now, two in a second
    const refused = call('one', 'interactive', 1_500).catch((error: unknown) => error);
    const beforeMs = systemClock.monotonicMs();
    const error = await refused;
    expect(error).toBeInstanceOf(RateExceededError);
    expect((error as RateExceededError).waitMs).toBeGreaterThan(1_900);
    expect(systemClock.monotonicMs() - beforeMs).toBeLessThan(500); // at once, two seconds early
    expect(started).toHaveLength(2);
    await Promise.all(all);
  });
});
