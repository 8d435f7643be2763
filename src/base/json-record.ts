/** A JSON object as SuperOffice sent it: its members have no known type until a conversion reads them. */
export type JsonRecord = Readonly<Record<string, unknown>>;

/** Whether a JSON value is an object (not an array, not null). */
export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
