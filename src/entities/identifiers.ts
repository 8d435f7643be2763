/**
 * Reads ids. SuperOffice's ids are positive int32 numbers; it writes 0 or -1 where there is none.
 */
import { isNoRecord, isRecordId, maxRecordId } from '../superoffice/record-ids.js';
import { unreadable, type Reader } from './read-context.js';

const idPattern = /^[1-9]\d{0,9}$/;

/** Whether a client's id can be the id of a SuperOffice record. Strict: no sign, no space, no exponent, ASCII digits. */
export function isValidId(id: string): boolean {
  return idPattern.test(id) && Number(id) <= maxRecordId;
}

/**
 * An id as text; null where SuperOffice has 0, -1 or nothing.
 * @throws {UpstreamInvalidResponseError} the value is not an id
 */
export function idOf(value: unknown): string | null {
  if (isNoRecord(value)) return null;
  if (!isRecordId(value)) throw unreadable('an id');
  return String(value);
}

/** A reference to another record, or the record's own id: null where SuperOffice has 0, -1 or nothing. */
export const readReference: Reader<string | null> = idOf;

/** The record's own id. It is never null: a record without an id is not returned. */
export const readId: Reader<string> = (value) => {
  const id = idOf(value);
  if (id === null) throw unreadable('the id of a record');
  return id;
};
