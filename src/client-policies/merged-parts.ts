/**
 * Joins what two answers say about an object without a key, such as the rights on a record: fields of both, the newer value
 * where both have one. Apollo would keep the last answer only, and the query that needs the other one would ask again.
 *
 * Lists have the newer answer's items in its order. An item is joined with the earlier one about the same thing (`itemKeys`), not
 * with the one in the same place: else the rights of one field would be shown as another's. An item that was read without the field
 * that tells is joined with none. Only items of types without such a field are joined by place, and only among as many.
 */
import { itemKeys } from '../generated/client-policies.js';
import { identityOf } from './list-item-key.js';

type StoredObject = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is StoredObject => typeof value === 'object' && value !== null;
const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

const keyFieldOf = (type: unknown): string | null | undefined =>
  typeof type === 'string' && Object.hasOwn(itemKeys, type)
    ? itemKeys[type as keyof typeof itemKeys] // asked just before
    : undefined;

/** What an item of a list is about; null when it does not tell. */
function subjectOf(item: unknown): string | null {
  if (!isObject(item)) return null;
  const type = item['__typename'];
  const field = keyFieldOf(type);
  if (field === 'id') return identityOf(String(type), item); // the id of an item that is no record is not unique
  const value = typeof field === 'string' ? item[field] : null;
  if (typeof value === 'string') return value;
  return isObject(value) && typeof value['__ref'] === 'string' ? value['__ref'] : null;
}

/** Without those of which there are several: none of them is the earlier state of another one. */
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
  return incoming.map((item, place) => {
    const subject = subjectOf(item);
    if (newer.get(subject) !== undefined && earlier.get(subject) !== undefined)
      return mergedParts(earlier.get(subject), item);
    const isMatchedByIndex = isSameLength && isObject(item) && keyFieldOf(item['__typename']) === null;
    return isMatchedByIndex || (isList(item) && isSameLength) ? mergedParts(existing[place], item) : item;
  });
}

/** @returns `incoming` where the two are not about one thing: null, a record, a value, or an object of another type */
export function mergedParts(existing: unknown, incoming: unknown): unknown {
  if (isList(existing) && isList(incoming)) return mergedLists(existing, incoming);
  if (!isObject(existing) || !isObject(incoming)) return incoming;
  const type = incoming['__typename'];
  if (keyFieldOf(type) === undefined || existing['__typename'] !== type) return incoming;
  const merged: Record<string, unknown> = { ...existing };
  for (const [field, value] of Object.entries(incoming)) merged[field] = mergedParts(existing[field], value);
  return merged;
}
