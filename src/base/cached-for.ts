/** Values that are costly to make, and may be a little old. */
import type { Clock } from './clock.js';

/**
 * @param make is called when the last value is older than `keptMs`; until it has settled, everybody waits for the same promise
 * @returns the value, made at most once in `keptMs` milliseconds
 */
export function cachedFor<Value>(
  keptMs: number,
  clock: Pick<Clock, 'monotonicMs'>,
  make: () => Promise<Value>,
): () => Promise<Value> {
  let kept: Promise<Value> | null = null;
  let madeAtMs = 0;
  return () => {
    const nowMs = clock.monotonicMs();
    if (kept === null || nowMs - madeAtMs >= keptMs) {
      madeAtMs = nowMs;
      kept = make();
    }
    return kept;
  };
}
