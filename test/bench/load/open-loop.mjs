/**
 * Requests at a fixed rate, whether or not the ones before are answered. What is waited for is counted from the moment at which a
 * request was due, so that a stalled gateway is not asked less, and thereby spared.
 */
import { setTimeout as delay } from 'node:timers/promises';

/** @returns ms of each request, from due to answered; infinite when it was refused */
export async function openLoop({ ask }, { durationMs, perSecond }) {
  const startMs = performance.now();
  const waits = [];
  const underWay = [];
  const one = async (n, dueMs) => {
    const isAnswered = (await ask(n)) !== null;
    waits.push(isAnswered ? performance.now() - dueMs : Infinity);
  };
  for (let n = 0; n < (durationMs * perSecond) / 1000; n += 1) {
    const dueMs = startMs + (n * 1000) / perSecond;
    const earlyMs = dueMs - performance.now();
    if (earlyMs > 0) await delay(earlyMs);
    underWay.push(one(n, dueMs));
  }
  await Promise.all(underWay);
  return waits;
}
