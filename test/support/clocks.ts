/** Clocks that tests move. Timers are real. */
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

/** Its time of day is fixed until it is moved. */
export const clockAt = (startMs: number): MovableClock => movable(() => startMs);

/** Runs from now. */
export const runningClock = (): MovableClock => movable(() => Date.now());
