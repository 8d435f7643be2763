/**
 * Starts an emulator with a clock that the test sets, and collects the requests to all emulators.
 */
import { startEmulator } from '../../dist/emulator/index.js';
import { clientFor } from './official-client.mjs';

/** A time at which every topic is open. */
export const mondayMorning = Date.parse('2026-06-15T10:00:00Z');

/** All requests of the client to all emulators so far. */
export const requests = [];

/** @param run called with { emulator, clock, tje0, as }: `clock.nowMs` can be set, `as` creates the client of another user */
export async function withChat(run) {
  const clock = { nowMs: mondayMorning, now: () => clock.nowMs };
  const emulator = await startEmulator({ clock, rejectCredentials: [`Basic ${btoa('tje0:wrong')}`] });
  const as = (username, others) => clientFor(emulator, { username, ...others });
  try {
    await run({ emulator, clock, as, tje0: as('tje0', { password: 'Tje0' }) });
  } finally {
    requests.push(...emulator.log.filter(({ headers }) => /^SO-TS-WebApi/.test(headers['user-agent'] ?? '')));
    await emulator.close();
  }
}
