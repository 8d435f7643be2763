/**
 * The five When* dates of a generated session, in one of eleven spellings by id % 11 (table in generated-session.ts).
 * Shapes from facts.md, section 8: real stored values, documented samples, and the seven ways to say "no date".
 */
import type { JsonRecord } from '../json-record.js';
import { pick } from './pick.js';

interface WhenDates {
  readonly requested: string | null;
  readonly started: string | null;
  readonly ended: string | null;
  readonly idle: string | null;
  readonly fetched: string | null;
}

/** A stored date at this hour, 2002-03-31, the day on which Norway goes over to summer time. */
type DateFormat = (hour: number, id: number) => string;

const unzoned: DateFormat = (hour) => `2002-03-31T${twoDigits(hour)}:00:00`;
const formatWithZone =
  (zone: string): DateFormat =>
  (hour, id) =>
    `2014-06-${twoDigits(1 + (id % 28))}T${twoDigits(hour)}:07:09${fraction(id % 8)}${zone}`;
const utc = formatWithZone('Z');
const offsetWithoutColon = formatWithZone('+0200');
const offsetWithColon = formatWithZone('+02:00');
const negativeOffset = formatWithZone('-0500');

export function whenDates(id: number): JsonRecord {
  const { requested, started, ended, idle, fetched } = datesOf(id);
  return {
    WhenRequested: requested,
    WhenStarted: started,
    WhenEnded: ended,
    WhenIdle: idle,
    WhenFetched: fetched,
  };
}

/** Any other date of a carrier: spelled as the session's own are, sometimes "no date". */
export function otherDate(id: number, salt: number): string {
  return (id + salt) % 4 === 0 ? pick(noDates, id) : pick(formats, id)(9 + (salt % 9), id);
}

const noDates = ['0001-01-01T00:00:00', '0001-01-01T00:00:00Z', '0001-01-01T01:00:00+01:00'] as const;
const formats = [unzoned, utc, offsetWithoutColon, offsetWithColon, negativeOffset] as const;

function datesOf(id: number): WhenDates {
  const shape = id % 11;
  if (shape <= 2) return unfinished(pick(noDates, shape), id);
  if (shape === 3) return { ...complete(utc, id), ended: '9999-12-31T23:59:59', fetched: '1753-01-01T00:00:00' };
  if (shape === 4) return { ...complete(unzoned, id), idle: '2002-10-27T02:30:00', fetched: '2002-03-31T02:30:00' };
  if (shape === 9) return { ...complete(utc, id), started: null, ended: null, fetched: null };
  if (shape === 10) return complete(negativeOffset, id);
  return complete(pick(formats, shape - 4), id);
}

function unfinished(noDate: string, id: number): WhenDates {
  return { ...complete(unzoned, id), started: noDate, ended: noDate };
}

function complete(spelling: DateFormat, id: number): WhenDates {
  return {
    requested: spelling(18, id),
    started: spelling(19, id),
    ended: spelling(21, id),
    idle: spelling(20, id),
    fetched: spelling(22, id),
  };
}

function fraction(digits: number): string {
  return digits === 0 ? '' : `.${'8939219'.slice(0, digits)}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
