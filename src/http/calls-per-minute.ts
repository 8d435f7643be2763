/** Limits the calls per minute of one principal (a token bucket): SuperOffice meters calls. */
import { LRUCache } from 'lru-cache';
import type { Clock } from '../base/clock.js';

export interface CallsPerMinute {
  /** @returns null: the call is allowed and counted; otherwise the seconds until the next one is allowed */
  secondsToWait(principal: string): number | null;
}

interface Bucket {
  readonly calls: number;
  readonly atMs: number;
}

/** Principals with a bucket; the least recently used one is evicted. */
const maxPrincipals = 10_000;

const minuteMs = 60_000;

/** @returns null: 0 calls a minute mean that there is no limit */
export function callsPerMinute(maxPerMinute: number, clock: Pick<Clock, 'monotonicMs'>): CallsPerMinute | null {
  if (maxPerMinute === 0) return null;
  const buckets = new LRUCache<string, Bucket>({ max: maxPrincipals });
  const callMs = minuteMs / maxPerMinute;

  return {
    secondsToWait(principal) {
      const nowMs = clock.monotonicMs();
      const { calls, atMs } = buckets.get(principal) ?? { calls: maxPerMinute, atMs: nowMs };
      const left = Math.min(maxPerMinute, calls + (nowMs - atMs) / callMs);
      if (left < 1) return Math.ceil(((1 - left) * callMs) / 1000);
      buckets.set(principal, { calls: left - 1, atMs: nowMs });
      return null;
    },
  };
}
