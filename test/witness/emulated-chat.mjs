/**
 * An emulator for one test, at a time that the test holds in its hands, and what all of them together were asked.
 */
import { startEmulator } from '../../dist/emulator/index.js';
import { signedIn } from './official-client.mjs';

/** A Monday, at an hour at which every topic is open. */
export const mondayMorning = Date.parse('2026-06-15T10:00:00Z');

/** Every request to every emulator so far. */
export const arrived = [];

/** @param run is given { emulator, clock, tje0, as }: `clock.nowMs` can be set, `as` signs others in */
export async function withChat(run) {
  const clock = { nowMs: mondayMorning, now: () => clock.nowMs };
  const emulator = await startEmulator({ clock, rejectCredentials: [`Basic ${btoa('tje0:wrong')}`] });
  const as = (username, others) => signedIn(emulator, { username, ...others });
  try {
    await run({ emulator, clock, as, tje0: as('tje0', { password: 'Tje0' }) });
  } finally {
    arrived.push(...emulator.log);
    await emulator.close();
  }
}
