/**
 * The key of a list item that is no record, such as a transfer target: the fields that identify it. If one of them is missing or null,
 * the item's entire content is the key, so that it is never merged with another item that had the same index.
 */
import { listKeys } from '../generated/client-policies.js';

const keyFields: Readonly<Record<string, readonly string[]>> = listKeys;

/** @returns null where the field is null or was not selected; for an object its id, or the reference that Apollo stores for it */
function valueOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value ?? null;
  if ('__ref' in value) return value.__ref;
  return 'id' in value ? value.id : null;
}

/** @returns null where the type has no such fields, or the item lacks one of them */
export function keyValuesOf(type: string, item: Readonly<Record<string, unknown>>): string | null {
  const fields = Object.hasOwn(keyFields, type) ? keyFields[type] : undefined;
  const values = fields?.map((field) => valueOf(item[field])) ?? [null];
  return values.includes(null) ? null : JSON.stringify(values);
}

/** @returns null for types that have no key: they are identified by their index in the record that contains them */
export function listItemKey(type: string, item: Readonly<Record<string, unknown>>): string | null {
  return Object.hasOwn(keyFields, type) ? (keyValuesOf(type, item) ?? JSON.stringify(item)) : null;
}
