/** Waits for the kernel or the other side, without a fixed delay. */
import { setTimeout as pause } from 'node:timers/promises';

const stepMs = 5;

/** @returns whether the condition became true; it counts checks rather than time, so a stalled machine does not use them up */
export async function comesTrue(condition: () => boolean, withinMs = 2_000): Promise<boolean> {
  for (let check = 0; check * stepMs <= withinMs; check += 1) {
    if (condition()) return true;
    await pause(stepMs);
  }
  return condition();
}
