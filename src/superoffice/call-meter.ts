/**
 * How many calls one principal may make in a minute: SuperOffice counts them, and somebody pays.
 */
import type { Clock } from '../observability/clock.js';

export interface CallMeter {
  /** @returns null: the call may be made and is counted; otherwise the seconds until the next one may */
  secondsToWait(principal: string): number | null;
}

interface Bucket {
  readonly calls: number;
  readonly atMs: number;
}

/** Principals that are kept in mind; the one that was silent longest goes first. */
const maxPrincipals = 10_000;

const minuteMs = 60_000;

/** @param maxPerMinute 0: no limit */
export function callMeter(maxPerMinute: number, clock: Pick<Clock, 'monotonicMs'>): CallMeter {
  const buckets = new Map<string, Bucket>();
  const callMs = minuteMs / maxPerMinute;

  function remember(principal: string, bucket: Bucket): void {
    buckets.delete(principal);
    buckets.set(principal, bucket);
    const [oldest] = buckets.keys();
    if (buckets.size > maxPrincipals && oldest !== undefined) buckets.delete(oldest);
  }

  return {
    secondsToWait(principal) {
      if (maxPerMinute === 0) return null;
      const nowMs = clock.monotonicMs();
      const { calls, atMs } = buckets.get(principal) ?? { calls: maxPerMinute, atMs: nowMs };
      const left = Math.min(maxPerMinute, calls + (nowMs - atMs) / callMs);
      if (left < 1) return Math.ceil(((1 - left) * callMs) / 1000);
      remember(principal, { calls: left - 1, atMs: nowMs });
      return null;
    },
  };
}
