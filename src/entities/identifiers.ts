/**
 * Ids: SuperOffice numbers them as positive int32 and writes 0 or -1 where there is none.
 */
import { isAbsent, unreadable, type Reader } from './reading.js';

const maxInt32 = 2_147_483_647;
const idPattern = /^[1-9]\d{0,9}$/;

/** Whether a client's id can be the id of a SuperOffice record. Strict: no sign, no space, no exponent, ASCII digits. */
export function isValidId(id: string): boolean {
  return idPattern.test(id) && Number(id) <= maxInt32;
}

/** A reference to another record, or the record's own id: null where SuperOffice has 0, -1 or nothing. */
export const readReference: Reader<string | null> = (value) => {
  if (isAbsent(value) || value === 0 || value === -1) return null;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 1 || value > maxInt32) throw unreadable('an id');
  return String(value);
};

/** The record's own id. It is always there: a record without it is not given out. */
export const readId: Reader<string> = (value, reading, args) => {
  const id = readReference(value, reading, args);
  if (id === null) throw unreadable('the id of a record');
  return id;
};
