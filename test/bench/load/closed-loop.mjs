/** `atOnce` clients, each of which sends again as soon as it has a response: the gateway is never idle. */
import { setTimeout as delay } from 'node:timers/promises';

const pauseMs = 50;

/** A refused client waits before it sends again. @returns counts of sent requests, responses and refusals */
export async function closedLoop({ send }, { durationMs, atOnce }) {
  const endMs = performance.now() + durationMs;
  const counts = { sent: 0, responses: 0, refused: 0 };
  const client = async () => {
    while (performance.now() < endMs) {
      const isAccepted = (await send(counts.sent++)) !== null;
      counts[isAccepted ? 'responses' : 'refused'] += 1;
      if (!isAccepted) await delay(pauseMs);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, client));
  return counts;
}
