/** So many clients, each of whom asks again as soon as it is answered: the gateway is never idle. */
import { setTimeout as delay } from 'node:timers/promises';

const pauseMs = 50;

/** Who is refused waits a little before asking again. @returns how many requests were answered, and how many refused */
export async function closedLoop({ ask }, { durationMs, atOnce }) {
  const endMs = performance.now() + durationMs;
  const counts = { asked: 0, answers: 0, refused: 0 };
  const client = async () => {
    while (performance.now() < endMs) {
      const isAnswered = (await ask(counts.asked++)) !== null;
      counts[isAnswered ? 'answers' : 'refused'] += 1;
      if (!isAnswered) await delay(pauseMs);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, client));
  return counts;
}
