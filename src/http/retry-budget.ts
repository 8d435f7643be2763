/**
 * Limits the retries of the process to a share of its calls, so that retries do not make an outage worse. Calls and retries are counted over
 * the current and the previous window.
 */
import type { Clock } from '../base/clock.js';

export interface RetryBudget {
  /** A call has begun. */
  countCall(): void;
  /** Takes one retry from the budget. @returns false: none is left */
  takeRetry(): boolean;
}

const windowMs = 10_000;

/** Retries that are always allowed, so that a gateway with few calls can retry. */
const minRetries = 3;

/** @param percent retries per hundred calls */
export function retryBudget(percent: number, clock: Pick<Clock, 'monotonicMs'>): RetryBudget {
  let startedMs = clock.monotonicMs();
  let current = { calls: 0, retries: 0 };
  let previous = { calls: 0, retries: 0 };

  function advance(): void {
    const ageMs = clock.monotonicMs() - startedMs;
    if (ageMs < windowMs) return;
    previous = ageMs < 2 * windowMs ? current : { calls: 0, retries: 0 };
    current = { calls: 0, retries: 0 };
    startedMs = clock.monotonicMs();
  }

  return {
    countCall: () => {
      advance();
      current.calls += 1;
    },
    takeRetry: () => {
      advance();
      const allowed = Math.max(minRetries, ((current.calls + previous.calls) * percent) / 100);
      if (current.retries + previous.retries >= allowed) return false;
      current.retries += 1;
      return true;
    },
  };
}
