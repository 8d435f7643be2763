/**
 * JSON as a type; the emulator's records use SuperOffice's property names.
 */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonRecord;

export interface JsonRecord {
  readonly [name: string]: JsonValue;
}

export function isRecord(value: JsonValue | undefined): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/** The id of a record. @throws {TypeError} the property is no integer */
export function readRecordId(record: JsonRecord, property: string): number {
  const id = record[property];
  if (typeof id === 'number' && Number.isInteger(id)) return id;
  throw new TypeError(`the record's ${property} must be an integer`);
}
