/** A column of an archive: how a session's value is computed, and by which operators it can be restricted. */
import type { JsonRecord, JsonValue } from '../json-record.js';
import type { ChatWorld } from '../world/chat-world.js';

/** SuperOffice's restriction types, as its documentation lists them for each column. */
export type ColumnKind = 'int' | 'string' | 'datetime' | 'listAny' | 'associate' | 'ejUser' | 'timeSpan' | 'bool';

/** One session of the world. */
export interface ArchiveRow {
  readonly session: JsonRecord;
  readonly world: ChatWorld;
}

export interface ArchiveColumn {
  readonly kind: ColumnKind;
  /** A number for ids, list items and time spans (seconds); a text for texts and dates. */
  readonly raw: (row: ArchiveRow) => JsonValue;
  /** What a person would read; default: the raw value as text. */
  readonly display?: (row: ArchiveRow) => string;
  readonly isSortable?: false;
}

/** By lower-case name. */
export type Columns = ReadonlyMap<string, ArchiveColumn & { readonly name: string }>;

export const columnsOf = (columns: Readonly<Record<string, ArchiveColumn>>): Columns =>
  new Map(Object.entries(columns).map(([name, column]) => [name.toLowerCase(), { ...column, name }]));

export const noDate = '0001-01-01T00:00:00';

export const numberAt = (record: JsonRecord | null, property: string): number => Number(record?.[property] ?? 0) || 0;

export const textAt = (record: JsonRecord | null, property: string): string => String(record?.[property] ?? '');
