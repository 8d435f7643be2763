/**
 * The id of a record that a test puts into the world.
 */
import type { JsonRecord } from '../json-record.js';

/** @throws {TypeError} the property is no whole number */
export function readRecordId(record: JsonRecord, property: string): number {
  const id = record[property];
  if (typeof id === 'number' && Number.isInteger(id)) return id;
  throw new TypeError(`the record needs a whole number as its ${property}`);
}
