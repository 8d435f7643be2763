/**
 * The only file of the emulator that reads the clock, and the parsing and formatting of stored dates.
 */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };

/** UTC with `Z`, to the second: `2026-01-31T12:00:00Z`. */
export function isoSeconds(timeMs: number): string {
  return new Date(timeMs).toISOString().replace(/\.\d{3}Z$/, 'Z');
}

const storedDate = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d*)?(Z|([+-])(\d\d):?(\d\d))?$/;

/** Milliseconds since 1970; a date without a zone is UTC. Null for any form of "no date" (year 0 or 1). */
export function storedTimeMs(text: unknown): number | null {
  const found = typeof text === 'string' ? storedDate.exec(text) : null;
  if (found === null) return null;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = found.slice(1, 7).map(Number);
  if (year <= 1) return null;
  const offsetMinutes = Number(found[9] ?? 0) * 60 + Number(found[10] ?? 0);
  const utcMs = Date.UTC(year, month - 1, day, hour, minute, second);
  return utcMs - (found[8] === '-' ? -1 : 1) * offsetMinutes * 60_000;
}
