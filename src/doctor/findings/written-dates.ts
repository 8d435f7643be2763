/** Dates as SuperOffice writes them, for the points that are about their zone. */
const pattern = /^(\d{4})-\d\d-\d\dT\d\d:\d\d:\d\d/;
const offsetPattern = /(Z|[+-]\d\d:?\d\d)$/;

export interface WrittenDate {
  /** The digits, read as if they were UTC's. */
  readonly wallMs: number;
  /** `Z` or `+01:00`; null: none. */
  readonly offset: string | null;
}

/** Null for no date, in all its spellings. */
export function writtenDate(value: unknown): WrittenDate | null {
  const text = typeof value === 'string' ? value : '';
  const year = pattern.exec(text)?.[1] ?? '0001';
  if (year === '0001' || year === '9999') return null;
  const wallMs = Date.parse(`${text.slice(0, 19)}Z`);
  return Number.isNaN(wallMs) ? null : { wallMs, offset: offsetPattern.exec(text)?.[1] ?? null };
}

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** `UTC+02:00` */
export function offsetName(minutes: number): string {
  const size = Math.abs(minutes);
  return `UTC${minutes < 0 ? '-' : '+'}${twoDigits(Math.floor(size / 60))}:${twoDigits(size % 60)}`;
}
