/**
 * Converts text, numbers and booleans from SuperOffice's JSON to GraphQL values.
 * Dates are in date-time.ts, ids in identifiers.ts, enums and flags in enums.ts, rights in access.ts.
 */
import { isRecord } from '../base/json-record.js';
import { CarrierView } from './carrier-view.js';
import { isAbsent, unreadable, type Reader } from './read-context.js';

/** A text that a person wrote: an empty one stays empty. */
export const readWrittenText: Reader<string | null> = (value) => {
  if (isAbsent(value)) return null;
  if (typeof value !== 'string') throw unreadable('a text');
  return value;
};

/** A name, an address or another property: SuperOffice writes an empty text or null where there is none; both become null. */
export const readText: Reader<string | null> = (value, readContext, args) => {
  const text = readWrittenText(value, readContext, args);
  return text === null || text.trim() === '' ? null : text;
};

const isInt32 = (value: unknown): value is number => typeof value === 'number' && (value | 0) === value;

export const readInt: Reader<number | null> = (value) => {
  if (isAbsent(value)) return null;
  if (!isInt32(value)) throw unreadable('a 32-bit integer');
  return value;
};

export const readFloat: Reader<number | null> = (value) => {
  if (isAbsent(value)) return null;
  if (typeof value !== 'number') throw unreadable('a number');
  return value;
};

export const readBoolean: Reader<boolean | null> = (value) => {
  if (isAbsent(value)) return null;
  if (typeof value !== 'boolean') throw unreadable('a boolean');
  return value;
};

/** For integers that are booleans (`Person.Retired`): every value but zero is true. */
export const readIntAsBoolean: Reader<boolean | null> = (value) => {
  if (isAbsent(value)) return null;
  if (!isInt32(value)) throw unreadable('a 32-bit integer');
  return value !== 0;
};

/** A value object, e.g. an address. Its view shows every property that arrived; an empty one is an object of nulls. */
export function readObject<Carrier>(): Reader<CarrierView<Carrier> | null> {
  return (value) => {
    if (isAbsent(value)) return null;
    if (!isRecord(value)) throw unreadable('an object');
    return new CarrierView<Carrier>(value, 'whole');
  };
}

/** A list, each item read by `readItem`; items that read as null are left out. */
export function readList<Item>(readItem: Reader<Item | null>): Reader<readonly Item[] | null> {
  return (value, readContext, args) => {
    if (isAbsent(value)) return null;
    if (!Array.isArray(value)) throw unreadable('a list');
    return value.map((item: unknown) => readItem(item, readContext, args)).filter((item) => item !== null);
  };
}
