/**
 * Reads the id of a record that a test adds.
 */
import type { JsonRecord } from '../json-record.js';

/** @throws {TypeError} the property is no integer */
export function readRecordId(record: JsonRecord, property: string): number {
  const id = record[property];
  if (typeof id === 'number' && Number.isInteger(id)) return id;
  throw new TypeError(`the record's ${property} must be an integer`);
}
