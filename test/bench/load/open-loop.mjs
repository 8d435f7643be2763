/**
 * Requests at a fixed rate, whether or not earlier ones have responses. Latency counts from the time at which a request was due, so
 * that a stalled gateway does not get fewer requests.
 */
import { setTimeout as delay } from 'node:timers/promises';

/** @returns ms of each request, from its due time to its response; infinite when it was refused */
export async function openLoop({ send }, { durationMs, perSecond }) {
  const startMs = performance.now();
  const waits = [];
  const pending = [];
  const one = async (n, dueMs) => {
    const isAccepted = (await send(n)) !== null;
    waits.push(isAccepted ? performance.now() - dueMs : Infinity);
  };
  for (let n = 0; n < (durationMs * perSecond) / 1000; n += 1) {
    const dueMs = startMs + (n * 1000) / perSecond;
    const earlyMs = dueMs - performance.now();
    if (earlyMs > 0) await delay(earlyMs);
    pending.push(one(n, dueMs));
  }
  await Promise.all(pending);
  return waits;
}
