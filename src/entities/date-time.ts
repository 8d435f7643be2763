/**
 * Converts dates from SuperOffice's five formats to RFC 3339. The instant never changes, and every fraction digit is kept.
 * Source: facts about `SO-TimeZone` and `includeTZOffset`, SuperOffice docs "HTTP headers" and defect #1372.
 */
import { offsetMinutesOf } from './base-time-zone.js';
import { isAbsent, unreadable, type Reader } from './read-context.js';

const pattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,7})?(?:Z|[+-]\d\d:?\d\d)?$/;

/**
 * SuperOffice writes "no date" as a year that no chat has: 1 (.NET's smallest date), 1753 (SQL Server's), 1760, or 9999 for
 * "forever". Source: samples of SuperOffice's chat agent.
 */
const isNoDate = (text: string): boolean => text.slice(0, 4) < '1800' || text.startsWith('9999');

const twoDigits = (value: number): string => String(value).padStart(2, '0');

function offsetText(minutes: number): string {
  const size = Math.abs(minutes);
  return minutes === 0 ? 'Z' : `${minutes < 0 ? '-' : '+'}${twoDigits(Math.floor(size / 60))}:${twoDigits(size % 60)}`;
}

const daysOfMonths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

function isDay(year: number, month: number, day: number): boolean {
  const days = (daysOfMonths[month - 1] ?? 0) + (month === 2 && isLeapYear(year) ? 1 : 0);
  return day >= 1 && day <= days;
}

/** 24:00 and leap seconds are not accepted. */
const isTime = (hours: number, minutes: number, seconds = 0): boolean => hours < 24 && minutes < 60 && seconds < 60;

const zero = '0'.charCodeAt(0);

/** The number that two digits write. */
const numberAt = (text: string, index: number): number =>
  (text.charCodeAt(index) - zero) * 10 + text.charCodeAt(index + 1) - zero;

function isWallTime(text: string): boolean {
  const isTimeOfDay = isTime(numberAt(text, 11), numberAt(text, 14), numberAt(text, 17));
  return isTimeOfDay && isDay(numberAt(text, 0) * 100 + numberAt(text, 2), numberAt(text, 5), numberAt(text, 8));
}

const wallTimeLength = 'yyyy-mm-ddThh:mm:ss'.length;

const unzonedOffset = (text: string, zone: string): string =>
  offsetText(offsetMinutesOf(Date.parse(`${text.slice(0, wallTimeLength)}Z`), zone));

/** @param sign where the offset begins */
function withPlainOffset(text: string, sign: number): string {
  if (!isTime(numberAt(text, sign + 1), numberAt(text, text.length - 2))) throw unreadable('a date');
  return text.at(-3) === ':' ? text : `${text.slice(0, -2)}:${text.slice(-2)}`;
}

function dateTimeText(text: string, zoneWithoutOffset: string): string | null {
  if (!pattern.test(text)) throw unreadable('a date');
  if (isNoDate(text)) return null;
  if (!isWallTime(text)) throw unreadable('a date');
  if (text.endsWith('Z')) return text;
  const sign = Math.max(text.lastIndexOf('+'), text.lastIndexOf('-'));
  return sign < wallTimeLength ? text + unzonedOffset(text, zoneWithoutOffset) : withPlainOffset(text, sign);
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

/** For properties that are documented as UTC (`Project.Updated`): a date without an offset is UTC. */
export const readUtcDateTime = readDateTimeIn(() => 'UTC');
