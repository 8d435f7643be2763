/**
 * Checks that a response belongs to its request: a mix-up between SuperOffice and the gateway must never show another customer's chat. A
 * response that does not match is UPSTREAM_INVALID_RESPONSE, and its connection is closed.
 */
import { isRecord, type JsonRecord } from '../base/json-record.js';
import type { AllowedValues } from './archive/archive-rows.js';
import { isReadableRow } from './archive/readable-row.js';
import { isNoRecord, isRecordId, maxRecordId } from './record-ids.js';

/** The records that a response may contain, e.g. those whose `ChatSessionId` is 192. */
export interface Subject {
  readonly property: string;
  readonly id: number;
}

export interface ExpectedRecord {
  readonly kind: 'record';
  /** null: the server chooses, e.g. a new record. */
  readonly subject: Subject | null;
  /** The property with the record's own id; 0 or null in it means: no record. */
  readonly identity: string;
  /** After an action, only a null response means that nothing was done; a record without an id is a mismatch. */
  readonly isAction: boolean;
}

export interface ExpectedList {
  readonly kind: 'list';
  /** null: the operation is about the caller's own records. */
  readonly subject: Subject | null;
  /** null: the records have no id. */
  readonly identity: string | null;
  /** The ids that were requested, where SuperOffice may send null for those that do not exist; null: no ids were. */
  readonly ids: ReadonlySet<unknown> | null;
}

/** Rows of an archive in `FULL` mode. */
export interface ExpectedRows {
  readonly kind: 'rows';
  /** The column with the id of a record. */
  readonly identity: string;
  /** Each row has a value for each. */
  readonly columns: readonly string[];
  /** Values that rows may have in some columns. */
  readonly allowed: readonly AllowedValues[];
  /** Most rows. */
  readonly top: number;
}

/** The number of rows, with the first of them. */
export interface ExpectedCount {
  readonly kind: 'count';
  readonly allowed: readonly AllowedValues[];
}

export type ExpectedResponse =
  | ExpectedRecord
  | ExpectedList
  | ExpectedRows
  | ExpectedCount
  | { readonly kind: 'string' | 'boolean' | 'nothing' | 'template' };

const isAbout = (record: JsonRecord, subject: Subject | null): boolean =>
  subject === null || record[subject.property] === subject.id;

function recordMismatch(json: unknown, { subject, identity, isAction }: ExpectedRecord): string | null {
  if (json === null) return null;
  if (!isRecord(json)) return 'the response is not an object';
  const id = json[identity];
  if (isAction && !isRecordId(id)) return 'the response has no readable id';
  if (id === 0 || id === null) return null; // no such record
  return isAbout(json, subject) ? null : 'the response is about another record';
}

function itemMismatch(item: unknown, { subject, identity, ids }: ExpectedList): string | null {
  if (item === null && ids !== null) return null;
  if (!isRecord(item)) return 'an item is not an object';
  if (!isAbout(item, subject)) return 'an item is about another record';
  if (identity === null || isNoRecord(item[identity])) return null;
  if (!isRecordId(item[identity])) return 'an item has no readable id';
  return ids === null || ids.has(item[identity]) ? null : 'an item was not requested';
}

function listMismatch(json: unknown, expected: ExpectedList): string | null {
  if (json === null) return null;
  if (!Array.isArray(json)) return 'the response is not a list';
  for (const item of json) {
    const mismatch = itemMismatch(item, expected);
    if (mismatch !== null) return mismatch;
  }
  return null;
}

/** Ids are numbers or, in lists, digits; nothing else is converted. */
function numberOf(value: unknown): number {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && /^\d{1,10}$/.test(value) ? Number(value) : Number.NaN;
}

function rowMismatch(row: unknown, { identity, columns, allowed }: ExpectedRows): string | null {
  const cells = isRecord(row) ? row['Column'] : null;
  if (!isRecord(cells)) return 'a row has no columns';
  for (const column of columns) if (!isRecord(cells[column])) return `a row lacks the column ${column}`;
  const isBlank = (value: unknown): boolean => !isReadableRow(row) && (isNoRecord(value) || value === '');
  const rawValue = (column: string): unknown => (cells[column] as JsonRecord)['RawValue']; // it is one of the columns
  const id = rawValue(identity);
  if (!isRecordId(id) && !isBlank(id)) return 'a row has no readable id';
  for (const { column, values } of allowed) {
    const value = rawValue(column);
    if (!values.has(numberOf(value)) && !isBlank(value)) return `a row was not requested: its ${column} is another one`;
  }
  return null;
}

function rowsMismatch(json: unknown, expected: ExpectedRows): string | null {
  if (!isRecord(json) || !Array.isArray(json['value'])) return 'the response has no rows';
  if (json['value'].length > expected.top) return 'the response has more rows than were requested';
  for (const row of json['value']) {
    const mismatch = rowMismatch(row, expected);
    if (mismatch !== null) return mismatch;
  }
  return null;
}

/** The number that the Archive agent writes as `[I:12]`. */
const encodedNumber = (cell: unknown): number =>
  Number(/^\[I:(-?\d+)\]$/.exec(isRecord(cell) ? String(cell['DisplayValue']) : '')?.[1] ?? Number.NaN);

/** The first row shows whether the restriction was followed. */
function countMismatch(json: unknown, { allowed }: ExpectedCount): string | null {
  const count = isRecord(json) ? json['RowCount'] : null;
  if (typeof count !== 'number' || !Number.isInteger(count) || count < 0 || count > maxRecordId)
    return 'the response has no number of rows';
  const rows: unknown = isRecord(json) ? json['Rows'] : null;
  const [first = null]: readonly unknown[] = Array.isArray(rows) ? rows : [];
  if (count > 0 && first === null) return 'the response has a number of rows, but none of them';
  const cells = isRecord(first) && isRecord(first['ColumnData']) ? first['ColumnData'] : {};
  const isFollowed =
    first === null ||
    !isReadableRow(first) ||
    allowed.every(({ column, values }) => values.has(encodedNumber(cells[column])));
  return isFollowed ? null : 'the counted rows were not requested';
}

/** @returns why well-formed JSON cannot be the response of the operation; null: it can */
export function mismatchOf(json: unknown, expected: ExpectedResponse): string | null {
  switch (expected.kind) {
    case 'record':
      return recordMismatch(json, expected);
    case 'list':
      return listMismatch(json, expected);
    case 'rows':
      return rowsMismatch(json, expected);
    case 'count':
      return countMismatch(json, expected);
    case 'template':
      return isRecord(json) ? null : 'the response is not an object';
    case 'nothing':
      return json === null ? null : 'the response is not empty';
    case 'string':
    case 'boolean':
      return json === null || typeof json === expected.kind ? null : `the response is not a ${expected.kind}`;
  }
}
