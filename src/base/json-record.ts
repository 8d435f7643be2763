/** A JSON object as SuperOffice sent it: nothing about its members is known before a conversion has read them. */
export type JsonRecord = Readonly<Record<string, unknown>>;

/** Whether a JSON value is an object (and no list, and not null). */
export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
