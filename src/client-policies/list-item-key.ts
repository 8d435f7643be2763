/**
 * The key of an item of a list that is no record, such as a transfer target: the fields that say which one it is. Without one of them
 * its whole content is the key, so that it is never joined with another item that has had its place.
 */
import { listKeys } from '../generated/client-policies.js';

const keyFields: Readonly<Record<string, readonly string[]>> = listKeys;

/** @returns undefined where the field was not selected; of an object its id */
function valueOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return 'id' in value ? value.id : undefined;
}

/** @returns null for types that have no key: they are known by their place in the record that they lie in */
export function listItemKey(type: string, item: Readonly<Record<string, unknown>>): string | null {
  const fields = Object.hasOwn(keyFields, type) ? keyFields[type] : undefined;
  if (fields === undefined) return null;
  const values = fields.map((field) => valueOf(item[field]));
  return JSON.stringify(values.includes(undefined) ? item : values);
}
