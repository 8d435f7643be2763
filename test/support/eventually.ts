/** Waiting for what the kernel or the other side does, without guessing how long that takes. */
import { setTimeout as pause } from 'node:timers/promises';

const stepMs = 5;

/** @returns whether the condition came true; the time is counted in looks, so a machine that stands still takes none away */
export async function comesTrue(condition: () => boolean, withinMs = 2_000): Promise<boolean> {
  for (let look = 0; look * stepMs <= withinMs; look += 1) {
    if (condition()) return true;
    await pause(stepMs);
  }
  return condition();
}
