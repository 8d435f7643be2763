/**
 * Dates: from the five spellings of SuperOffice to RFC 3339. The instant never changes and every fraction digit is kept.
 * Source: facts about `SO-TimeZone` and `includeTZOffset`, SuperOffice docs "HTTP headers" and defect #1372.
 */
import { offsetMinutesOf } from './base-time-zone.js';
import { isAbsent, unreadable, type Reader } from './reading.js';

const pattern = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(\.\d{1,7})?(?:(Z)|([+-])(\d\d):?(\d\d))?$/;

/** Years in which SuperOffice says "no date": .NET's smallest one, and 9999 for "forever". */
const noDateYears = new Set(['0000', '0001', '9999']);

const twoDigits = (value: number): string => String(value).padStart(2, '0');

function offsetText(minutes: number): string {
  const size = Math.abs(minutes);
  return minutes === 0 ? 'Z' : `${minutes < 0 ? '-' : '+'}${twoDigits(Math.floor(size / 60))}:${twoDigits(size % 60)}`;
}

/** The wall-clock time read as if it were UTC, or null for a day or an hour that does not exist. */
function wallTimeMs(text: string): number | null {
  const wallMs = Date.parse(`${text}Z`);
  return new Date(wallMs).getUTCDate() === Number(text.slice(8, 10)) ? wallMs : null; // the 31st of June is the 1st of July
}

function dateTimeText(text: string, zoneWithoutOffset: string): string | null {
  const match = pattern.exec(text);
  if (match === null) throw unreadable('a date');
  const [, year = '', , , , , , fraction = '', utc, sign, hours = '', minutes = ''] = match;
  if (noDateYears.has(year)) return null;
  const wallText = text.slice(0, 19);
  const wallMs = wallTimeMs(wallText);
  if (wallMs === null || Number(hours) > 23 || Number(minutes) > 59) throw unreadable('a date');
  if (utc !== undefined) return text;
  const offset =
    sign === undefined ? offsetText(offsetMinutesOf(wallMs, zoneWithoutOffset)) : `${sign}${hours}:${minutes}`;
  return wallText + fraction + offset;
}

function readDateTimeIn(zoneOf: (baseTimeZone: string) => string): Reader<string | null> {
  return (value, { baseTimeZone }) => {
    if (isAbsent(value) || value === '') return null;
    if (typeof value !== 'string') throw unreadable('a date');
    return dateTimeText(value, zoneOf(baseTimeZone));
  };
}

/** RFC 3339 with the offset as received; a date without one gets that of the configured base time zone. */
export const readDateTime = readDateTimeIn((baseTimeZone) => baseTimeZone);

/** For the properties that are documented to be UTC (`Project.Updated`): a date without an offset is taken as UTC. */
export const readUtcDateTime = readDateTimeIn(() => 'UTC');
