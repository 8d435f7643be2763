/** What streams remember of a record, and when a signal can have changed what they show of it. */
import { hash } from 'node:crypto';
import { isRecord, type JsonRecord } from '../base/json-record.js';
import type { Movement } from '../live/stream-event.js';
import type { Part, Projection } from '../superoffice/projection.js';

const shown = (value: unknown, part: Part): unknown =>
  part === 'whole' || !isRecord(value) ? value : [...part].map((name) => value[name]);

/** Of the selected properties only; the record cannot be recovered from it. */
export const recordHash = (record: JsonRecord, projection: Projection): string =>
  hash('sha1', JSON.stringify([...projection].map(([name, part]) => shown(record[name], part))), 'base64');

/** Properties of a session that change with each message. */
const movedByEach = ['LastMessage', 'WhenIdle'] as const;

const movedBySome = [...movedByEach, 'FirstMessage', 'Status'] as const;

/** Whether a new message can change what is selected. @param names of the selected fields */
export const isMovedByMessages = (projection: Projection, names: ReadonlySet<string>): boolean =>
  hasMessages(names) || movedBySome.some((name) => projection.has(name));

/** Whether fields are selected that another call reads, and that a new message changes. */
export const hasMessages = (names: ReadonlySet<string>): boolean => names.has('messages') || names.has('transcript');

/** SuperOffice reported a change that shows in these properties, and they are the same: it was perhaps reported too early. */
export function isExpectedToDiffer({ kinds }: Movement, projection: Projection): boolean {
  if (kinds.has('changed') && projection.has('Status')) return true;
  return kinds.has('message') && movedByEach.some((name) => projection.has(name));
}
