/**
 * Lists of carriers that have an identity. SuperOffice sends items of id 0, -1 or none too, such as headings: they are nobody's
 * record, cannot be given out as `id: ID!`, and are left out.
 */
import { isRecord, type JsonRecord } from '../base/json-record.js';
import { CarrierView } from './carrier-view.js';
import { readList } from './conversions.js';
import type { Entity } from './field-table.js';
import { idOf } from './identifiers.js';
import { isAbsent, unreadable, type Reader } from './read-context.js';

/**
 * Whether a record has an id of its own.
 * @throws {UpstreamInvalidResponseError} there is something else than an id
 */
export function isGivenOut<Carrier>(record: JsonRecord, { identity }: Entity<Carrier>): boolean {
  return idOf(record[identity]) !== null;
}

/**
 * A list of carriers inside a record: everything that arrived is visible.
 * @param entity a function, because carriers may lie in lists of their own kind
 */
export function readCarriers<Carrier>(entity: () => Entity<Carrier>): Reader<readonly CarrierView<Carrier>[] | null> {
  return readList((item) => {
    if (isAbsent(item)) return null;
    if (!isRecord(item)) throw unreadable('an object');
    return isGivenOut(item, entity()) ? new CarrierView<Carrier>(item, 'whole') : null;
  });
}
