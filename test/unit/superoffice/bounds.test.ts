/** The limits of calls and memory: the call meter, the retry budget, the caches. */
import { describe, expect, it } from '@jest/globals';
import { callsPerMinute } from '../../../src/http/calls-per-minute.js';
import { joinProjections, type Projection } from '../../../src/superoffice/projection.js';
import { retryBudget } from '../../../src/http/retry-budget.js';

function testClock() {
  let nowMs = 0;
  return { monotonicMs: () => nowMs, advance: (ms: number) => void (nowMs += ms) };
}

describe('calls of one principal in a minute', () => {
  it('are counted, and refill evenly', () => {
    const clock = testClock();
    const meter = callsPerMinute(60, clock);
    const taken = Array.from({ length: 60 }, () => meter?.secondsToWait('a'));
    expect(taken.every((wait) => wait === null)).toBe(true);
    expect(meter?.secondsToWait('a')).toBe(1);
    expect(meter?.secondsToWait('b')).toBeNull();
    clock.advance(2_000);
    expect([1, 2, 3].map(() => meter?.secondsToWait('a'))).toEqual([null, null, 1]);
  });

  it('are not limited with 0', () => expect(callsPerMinute(0, testClock())).toBeNull());
});

describe('the retry budget', () => {
  it('is a share of the calls, and at least three', () => {
    const clock = testClock();
    const budget = retryBudget(20, clock);
    const takeAll = (): number => {
      let taken = 0;
      while (budget.takeRetry()) taken += 1;
      return taken;
    };
    expect(takeAll()).toBe(3);
    for (let call = 0; call < 100; call += 1) budget.countCall();
    expect(takeAll()).toBe(17);
    clock.advance(25_000);
    expect(takeAll()).toBe(3);
  });
});

describe('cached values', () => {
  it('of joined projections do not grow with the joins of a client', () => {
    // One document with many variables once filled the memory: every subset of its aliases was kept as long as the document.
    const parts: readonly Projection[] = Array.from(
      { length: 40 },
      (_, index) => new Map([[`P${index}`, 'whole' as const]]),
    );
    const joinedAtRandom = (seed: number): Projection =>
      parts
        .filter((_, index) => (seed * (index + 7)) % 3 === 0 || (seed >> (index % 20)) % 2 === 1)
        .reduce(joinProjections, new Map());
    const kept = new WeakRef(joinedAtRandom(1));
    for (let seed = 2; seed < 3_000; seed += 1) joinedAtRandom(seed);
    const again = joinedAtRandom(1);
    expect(kept.deref()).not.toBe(again);
  });
});
