/**
 * The five When* dates of a generated session, in one of eleven variants by id % 11 (table in generated-session.ts).
 * Formats from facts.md, section 8: real stored values, documented samples, and the seven forms of "no date".
 */
import type { JsonRecord } from '../json-record.js';
import { pick } from './pick.js';

type DateFormat = (hour: number, id: number) => string;

/** The day on which summer time starts in Norway. */
const unzoned: DateFormat = (hour) => `2002-03-31T${twoDigits(hour)}:00:00`;
const formatWithZone =
  (zone: string): DateFormat =>
  (hour, id) =>
    `2014-06-${twoDigits(1 + (id % 28))}T${twoDigits(hour)}:07:09${fraction(id % 8)}${zone}`;
const utc = formatWithZone('Z');
const offsetWithoutColon = formatWithZone('+0200');
const offsetWithColon = formatWithZone('+02:00');
const negativeOffset = formatWithZone('-0500');

/** For the other dates of a carrier: in one of the formats, sometimes "no date". */
export function otherDate(id: number, salt: number): string {
  return (id + salt) % 4 === 0 ? pick(noDates, id) : pick(formats, id)(9 + (salt % 9), id);
}

const noDates = ['0001-01-01T00:00:00', '0001-01-01T00:00:00Z', '0001-01-01T01:00:00+01:00'] as const;
const formats = [unzoned, utc, offsetWithoutColon, offsetWithColon, negativeOffset] as const;

export function whenDates(id: number): JsonRecord {
  const shape = id % 11;
  if (shape <= 2)
    return { ...complete(unzoned, id), WhenStarted: pick(noDates, shape), WhenEnded: pick(noDates, shape) };
  if (shape === 3)
    return { ...complete(utc, id), WhenEnded: '9999-12-31T23:59:59', WhenFetched: '1753-01-01T00:00:00' };
  if (shape === 4)
    return { ...complete(unzoned, id), WhenIdle: '2002-10-27T02:30:00', WhenFetched: '2002-03-31T02:30:00' };
  if (shape === 9) return { ...complete(utc, id), WhenStarted: null, WhenEnded: null, WhenFetched: null };
  if (shape === 10) return complete(negativeOffset, id);
  return complete(pick(formats, shape - 4), id);
}

function complete(format: DateFormat, id: number): JsonRecord {
  return {
    WhenRequested: format(18, id),
    WhenStarted: format(19, id),
    WhenEnded: format(21, id),
    WhenIdle: format(20, id),
    WhenFetched: format(22, id),
  };
}

function fraction(digits: number): string {
  return digits === 0 ? '' : `.${'8939219'.slice(0, digits)}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
