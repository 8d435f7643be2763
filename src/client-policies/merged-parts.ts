/**
 * Merges an object without a key, such as the rights on a record, from two responses: it has the fields of both, with the newer value
 * where both have one. Apollo would keep the last response only, and the query that needs the other one would be sent again.
 *
 * A list has the items of the newer response in their order. An item is merged with the earlier item that describes the same thing
 * (`itemKeys`), not with the one at the same index: otherwise the rights of one field would be shown for another. An item without its key
 * field is not merged. Only items of types without a key field are merged by index, and only if both lists have the same length.
 */
import { itemKeys } from '../generated/client-policies.js';
import { keyValuesOf } from './list-item-key.js';

type StoredObject = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is StoredObject => typeof value === 'object' && value !== null;
const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

const keyFieldOf = (type: unknown): string | null | undefined =>
  typeof type === 'string' && Object.hasOwn(itemKeys, type)
    ? itemKeys[type as keyof typeof itemKeys] // checked in the line above
    : undefined;

/** What a list item describes; null when it lacks the key field. */
function subjectOf(item: unknown): string | null {
  if (!isObject(item)) return null;
  const type = item['__typename'];
  const field = keyFieldOf(type);
  if (field === 'id') return keyValuesOf(String(type), item); // the id of an item that is no record is not unique
  const value = typeof field === 'string' ? item[field] : null;
  if (typeof value === 'string') return value;
  return isObject(value) && typeof value['__ref'] === 'string' ? value['__ref'] : null;
}

/** The items by subject. Several items with the same subject are left out: none is the earlier state of another one. */
function bySubjectIn(items: readonly unknown[]): ReadonlyMap<string | null, unknown> {
  const found = new Map<string | null, unknown>();
  for (const item of items) {
    const subject = subjectOf(item);
    found.set(subject, found.has(subject) ? undefined : item);
  }
  found.delete(null);
  return found;
}

function mergedLists(existing: readonly unknown[], incoming: readonly unknown[]): readonly unknown[] {
  const [earlier, newer] = [bySubjectIn(existing), bySubjectIn(incoming)];
  const isSameLength = existing.length === incoming.length;
  return incoming.map((item, index) => {
    const subject = subjectOf(item);
    if (newer.get(subject) !== undefined && earlier.get(subject) !== undefined)
      return mergedParts(earlier.get(subject), item);
    const isMatchedByIndex = isSameLength && isObject(item) && keyFieldOf(item['__typename']) === null;
    return isMatchedByIndex || (isList(item) && isSameLength) ? mergedParts(existing[index], item) : item;
  });
}

/** @returns `incoming` where the two cannot be merged: one is null, a record, a value, or an object of another type */
export function mergedParts(existing: unknown, incoming: unknown): unknown {
  if (isList(existing) && isList(incoming)) return mergedLists(existing, incoming);
  if (!isObject(existing) || !isObject(incoming)) return incoming;
  const type = incoming['__typename'];
  if (keyFieldOf(type) === undefined || existing['__typename'] !== type) return incoming;
  const merged: Record<string, unknown> = { ...existing };
  for (const [field, value] of Object.entries(incoming)) merged[field] = mergedParts(existing[field], value);
  return merged;
}
