/**
 * Converts times of day from SuperOffice's formats to HH:MM:SS on a wall clock. Only the time part counts; a date or an offset with it is
 * ignored, so midnight of .NET's smallest day is midnight, where a date would be "no date".
 */
import { isAbsent, unreadable, type Reader } from './read-context.js';

/** As SuperOffice's client writes it: `PT8H30M`. */
const durationPattern = /^PT(?=\d)(?:(\d{1,2})H)?(?:(\d{1,2})M)?(?:(\d{1,2})S)?$/;

/** A date and time; the time of day is between `T` and the offset. */
const dateTimePattern = /^\d{4}-\d\d-\d\dT([\d:.]+)(?:Z|[+-]\d\d:?\d\d)?$/;
const timePattern = /^(\d{1,2}):(\d\d)(?::(\d\d)(?:\.\d{1,7})?)?$/;

export const readLocalTime: Reader<string | null> = (value) => {
  if (isAbsent(value) || value === '') return null;
  if (typeof value !== 'string') throw unreadable('a time of day');
  const match = timePattern.exec(dateTimePattern.exec(value)?.[1] ?? value) ?? durationPattern.exec(value);
  if (match === null) throw unreadable('a time of day');
  const [hours, minutes, seconds] = match.slice(1).map((part = '') => part.padStart(2, '0'));
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) throw unreadable('a time of day');
  return `${hours}:${minutes}:${seconds}`;
};
