/** Times in SuperOffice's resolution, 100 ns: milliseconds would merge two rows of one page. */
import { wallTimeAt } from '../../entities/base-time-zone.js';

const ticksPerSecond = 10_000_000n;

const zone = /(?:Z|[+-]\d\d:?\d\d)$/;

/** A text without a zone is read as if it were UTC. */
function ticksIn(text: string): bigint {
  const [, digits = ''] = /\.(\d{1,7})/.exec(text) ?? [];
  const whole = text.replace(/\.\d+/, '').replace(/([+-]\d\d)(\d\d)$/, '$1:$2');
  const seconds = BigInt(Date.parse(zone.test(whole) ? whole : `${whole}Z`) / 1000);
  return seconds * ticksPerSecond + BigInt(digits.padEnd(7, '0'));
}

/** Ticks since 1970. @param text RFC 3339 with an offset */
export const ticksOf = (text: string): bigint => ticksIn(text);

/**
 * The wall-clock time of a date as SuperOffice compares it: a date without a zone is one already, and is not converted, so that no hour is
 * lost or doubled when clocks change.
 */
export function wallTicksOf(text: string, timeZone: string): bigint {
  const ticks = ticksIn(text);
  if (!zone.test(text)) return ticks;
  const fraction = fractionOf(ticks);
  const wall = wallTimeAt(Number((ticks - fraction) / ticksPerSecond) * 1000, timeZone);
  return ticksIn(wall) + fraction;
}

const fractionOf = (ticks: bigint): bigint => ((ticks % ticksPerSecond) + ticksPerSecond) % ticksPerSecond;

/** The literal of an archive. @param ticks of a wall-clock time */
export function literalOf(ticks: bigint): string {
  const fraction = fractionOf(ticks);
  const wall = new Date(Number((ticks - fraction) / ticksPerSecond) * 1000).toISOString().slice(0, 19);
  const digits = fraction.toString().padStart(7, '0').replace(/0+$/, '');
  return digits === '' ? wall : `${wall}.${digits}`;
}

/** The wall-clock times that have a year of four digits. */
const [firstTicks, lastTicks] = [ticksIn('0001-01-01T00:00:00'), ticksIn('9999-12-31T23:59:59')];

export const isWallTime = (ticks: bigint): boolean => ticks >= firstTicks && ticks <= lastTicks;
