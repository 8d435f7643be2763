/**
 * Lists of carriers that have an identity. SuperOffice also sends items with id 0, -1 or none, such as headings: they are no records,
 * cannot be returned as `id: ID!`, and are left out.
 */
import { isRecord, type JsonRecord } from '../base/json-record.js';
import { CarrierView } from './carrier-view.js';
import { readList } from './conversions.js';
import type { Entity } from './field-table.js';
import { idOf } from './identifiers.js';
import { isAbsent, unreadable, type Reader } from './read-context.js';

/**
 * Whether a record has an id of its own.
 * @throws {UpstreamInvalidResponseError} the value is not an id
 */
export function hasOwnId<Carrier>(record: JsonRecord, { identity }: Entity<Carrier>): boolean {
  return idOf(record[identity]) !== null;
}

/**
 * A list of carriers inside a record. Its views show every property that arrived.
 * @param entity a function, because an entity may contain lists of itself
 */
export function readCarriers<Carrier>(entity: () => Entity<Carrier>): Reader<readonly CarrierView<Carrier>[] | null> {
  return readList((item) => {
    if (isAbsent(item)) return null;
    if (!isRecord(item)) throw unreadable('an object');
    return hasOwnId(item, entity()) ? new CarrierView<Carrier>(item, 'whole') : null;
  });
}
