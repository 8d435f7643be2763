/**
 * The one file of the emulator that reads the clock, and the spelling of the dates that its world writes.
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

/** What .NET has for a date that is none. */
export const noDate = '0001-01-01T00:00:00';

const storedDate = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d*)?(Z|([+-])(\d\d):?(\d\d))?$/;

/** Milliseconds since 1970 of a stored date, one without zone taken for UTC; null for no date in any spelling. */
export function storedTimeMs(text: unknown): number | null {
  const found = typeof text === 'string' ? storedDate.exec(text) : null;
  if (found === null) return null;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = found.slice(1, 7).map(Number);
  if (year <= 1) return null;
  const offsetMinutes = Number(found[9] ?? 0) * 60 + Number(found[10] ?? 0);
  const utcMs = Date.UTC(year, month - 1, day, hour, minute, second);
  return utcMs - (found[8] === '-' ? -1 : 1) * offsetMinutes * 60_000;
}
