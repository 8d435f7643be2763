/** Clocks that tests move. Timers go on as ever. */
import { systemClock, type Clock } from '../../src/base/clock.js';

export interface MovableClock extends Clock {
  moveBy(ms: number): void;
}

function movable(now: () => number): MovableClock {
  let offsetMs = 0;
  return {
    now: () => now() + offsetMs,
    monotonicMs: () => systemClock.monotonicMs() + offsetMs,
    moveBy: (ms) => void (offsetMs += ms),
  };
}

/** Its time of day stands where it is put. */
export const clockAt = (startMs: number): MovableClock => movable(() => startMs);

/** Runs on from now. */
export const runningClock = (): MovableClock => movable(() => Date.now());
