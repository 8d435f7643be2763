/**
 * The key of an item of a list that is no record, such as a transfer target: the fields that say which one it is. Without one of them,
 * and where one of them is null, its whole content is the key, so that it is never joined with another item that has had its place.
 */
import { listKeys } from '../generated/client-policies.js';

const keyFields: Readonly<Record<string, readonly string[]>> = listKeys;

/** @returns null where the field is null or was not selected; of an object its id, or the reference that Apollo has in its place */
function valueOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value ?? null;
  if ('__ref' in value) return value.__ref;
  return 'id' in value ? value.id : null;
}

/** @returns null where the type has no such fields, or the item does not tell all of them */
export function identityOf(type: string, item: Readonly<Record<string, unknown>>): string | null {
  const fields = Object.hasOwn(keyFields, type) ? keyFields[type] : undefined;
  const values = fields?.map((field) => valueOf(item[field])) ?? [null];
  return values.includes(null) ? null : JSON.stringify(values);
}

/** @returns null for types that have no key: they are known by their place in the record that they lie in */
export function listItemKey(type: string, item: Readonly<Record<string, unknown>>): string | null {
  return Object.hasOwn(keyFields, type) ? (identityOf(type, item) ?? JSON.stringify(item)) : null;
}
