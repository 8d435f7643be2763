/**
 * Whether a topic is open. Only the time part of a text counts, as documented. The topic's time zone is ignored: hours are
 * UTC, so that tests do not depend on summer time.
 */
import { isRecord } from '../json-record.js';
import type { JsonRecord, JsonValue } from '../json-record.js';

const dayNames = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;
const minutesOfDay = 24 * 60;

/** Always open when hours are disabled or missing. */
export function isOpenAt(topic: JsonRecord, timeMs: number): boolean {
  const hours = topic['OpeningHours'];
  if (topic['OpeningHoursEnabled'] !== true || !isRecord(hours)) return true;
  const time = new Date(timeMs);
  const day = dayNames[time.getUTCDay()] ?? 'Sun';
  const minute = time.getUTCHours() * 60 + time.getUTCMinutes();
  if (hours[`${day}Enabled`] !== true || !isWithin(minute, hours[`${day}Start`], hours[`${day}Stop`])) return false;
  const lunch = [minuteOf(hours['LunchStart']), minuteOf(hours['LunchStop'])];
  const isLunchKnown = hours['UseLunchHours'] === true && !lunch.includes(null);
  return !isLunchKnown || !isWithin(minute, hours['LunchStart'], hours['LunchStop']);
}

/** A missing start is the start of the day; a missing stop, or midnight, is its end. */
function isWithin(minute: number, start: JsonValue | undefined, stop: JsonValue | undefined): boolean {
  return minute >= (minuteOf(start) ?? 0) && minute < (minuteOf(stop) || minutesOfDay);
}

/** Reads `08:00`, `08:00:00` or a date with a time; null for other texts. */
function minuteOf(text: JsonValue | undefined): number | null {
  const found = typeof text === 'string' ? /(?:^|T)(\d\d):(\d\d)/.exec(text) : null;
  return found === null ? null : Number(found[1]) * 60 + Number(found[2]);
}
