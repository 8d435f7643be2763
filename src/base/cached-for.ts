/** Caches a value that is costly to create and may be slightly out of date. */
import type { Clock } from './clock.js';

/**
 * @param create is called when the last value is older than `maxAgeMs`; until it settles, all callers share its promise
 * @returns the value, created at most once in `maxAgeMs` milliseconds
 */
export function cachedFor<Value>(
  maxAgeMs: number,
  clock: Pick<Clock, 'monotonicMs'>,
  create: () => Promise<Value>,
): () => Promise<Value> {
  let cached: Promise<Value> | null = null;
  let createdAtMs = 0;
  return () => {
    const nowMs = clock.monotonicMs();
    if (cached === null || nowMs - createdAtMs >= maxAgeMs) {
      createdAtMs = nowMs;
      cached = create();
    }
    return cached;
  };
}
