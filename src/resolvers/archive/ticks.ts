/** Instants in SuperOffice's resolution, 100 ns: milliseconds would merge two rows of one page. */

const ticksPerSecond = 10_000_000n;

/** Ticks since 1970. @param text RFC 3339 with an offset */
export function ticksOf(text: string): bigint {
  const [, digits = ''] = /\.(\d{1,7})/.exec(text) ?? [];
  const seconds = BigInt(Date.parse(text.replace(/\.\d+/, '')) / 1000);
  return seconds * ticksPerSecond + BigInt(digits.padEnd(7, '0'));
}

/** The literal of an archive: a wall-clock time, with a fraction where there is one. @param wallTimeOf writes an instant to the second */
export function literalOf(ticks: bigint, wallTimeOf: (ms: number) => string): string {
  const fraction = ((ticks % ticksPerSecond) + ticksPerSecond) % ticksPerSecond;
  const wall = wallTimeOf(Number((ticks - fraction) / ticksPerSecond) * 1000);
  const digits = fraction.toString().padStart(7, '0').replace(/0+$/, '');
  return digits === '' ? wall : `${wall}.${digits}`;
}
