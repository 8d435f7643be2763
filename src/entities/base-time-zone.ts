/**
 * The offset of a named time zone at a wall-clock time, for dates that SuperOffice sends without a zone.
 */
import { LRUCache } from 'lru-cache';

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterFor(timeZone: string): Intl.DateTimeFormat {
  const formatter =
    formatters.get(timeZone) ??
    new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  formatters.set(timeZone, formatter);
  return formatter;
}

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** Minutes that the zone is ahead of UTC at an instant. Intl takes as long for one as the rest of a record takes to read. */
function exactOffsetMinutesAt(instantMs: number, timeZone: string): number {
  const parts = new Map(
    formatterFor(timeZone)
      .formatToParts(instantMs)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  const wallMs = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return Math.round((wallMs - Math.floor(instantMs / 1000) * 1000) / minuteMs);
}

/** By zone and day; NaN: it changes on that day. */
const offsetsOfDays = new LRUCache<string, number>({ max: 2_000 });

function offsetOfDay(day: number, timeZone: string): number {
  const offset = exactOffsetMinutesAt(day * dayMs, timeZone);
  return offset === exactOffsetMinutesAt((day + 1) * dayMs, timeZone) ? offset : Number.NaN;
}

function offsetMinutesAt(instantMs: number, timeZone: string): number {
  const day = Math.floor(instantMs / dayMs);
  const key = `${timeZone} ${day}`;
  const ofDay = offsetsOfDays.get(key) ?? offsetOfDay(day, timeZone);
  offsetsOfDays.set(key, ofDay);
  return Number.isNaN(ofDay) ? exactOffsetMinutesAt(instantMs, timeZone) : ofDay;
}

/**
 * Minutes ahead of UTC at a wall-clock time. In an overlap (clocks set back) the earlier of the two instants counts;
 * in a gap (clocks set forward) the offset before the gap counts.
 * @param wallMs the wall-clock time, read as if it were UTC
 */
export function offsetMinutesOf(wallMs: number, timeZone: string): number {
  const before = offsetMinutesAt(wallMs - dayMs, timeZone);
  const after = offsetMinutesAt(wallMs + dayMs, timeZone);
  if (before === after) return before;
  const isWall = (offset: number): boolean => offsetMinutesAt(wallMs - offset * minuteMs, timeZone) === offset;
  return !isWall(before) && isWall(after) ? after : before;
}

/** The wall-clock time at an instant: `2026-01-31T13:00:00`, to the second. */
export function wallTimeAt(instantMs: number, timeZone: string): string {
  const wall = new Date(instantMs + offsetMinutesAt(instantMs, timeZone) * minuteMs);
  return wall.toISOString().slice(0, 'yyyy-mm-ddThh:mm:ss'.length);
}
