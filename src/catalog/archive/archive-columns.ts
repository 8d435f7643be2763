/**
 * Which column of an archive provides a property of a session, and how its raw value becomes what the entity has. A property without a column
 * is read by id: because the archive lacks it, or has another value for it, such as a text in a person's language.
 */
import { publishedTypes } from '../../contract/generated/types.js';
import type { ArchiveRow } from '../../superoffice/archive/archive-rows.js';
import type { Part, Projection } from '../../superoffice/projection.js';
import { isRecord, type JsonRecord } from '../../base/json-record.js';

export interface ColumnSource {
  readonly column: string;
  /** @returns the value as GetChatSessionEntity sends it */
  read(raw: unknown): unknown;
}

/** Texts, dates and booleans are the same in both. */
export const same = (column: string): ColumnSource => ({ column, read: (raw) => raw });

const wholeNumber = /^-?\d{1,10}$/;

/** The items of lists have texts as ids. */
const numberOf = (raw: unknown): unknown => (typeof raw === 'string' && wholeNumber.test(raw) ? Number(raw) : raw);

export const number = (column: string): ColumnSource => ({ column, read: numberOf });

const statusNames: readonly string[] = publishedTypes.ChatSessionEntity.Status.oneOf;

/** The status by its number; a number that is not published stays one, and is an unknown name. */
export const status = (column: string): ColumnSource => ({
  column,
  read: (raw) => {
    const value = numberOf(raw);
    return typeof value === 'number' ? (statusNames[value] ?? String(value)) : value;
  },
});

export const statusNumber = (name: string): number => statusNames.indexOf(name);

/** Property of a session → its column, or the columns of an embedded record. */
export type SessionColumns = Readonly<Record<string, ColumnSource | EmbeddedColumns>>;

interface EmbeddedColumns {
  readonly parts: Readonly<Record<string, ColumnSource>>;
}

/** How a column can be restricted, by SuperOffice's restriction types. */
export type ColumnKind = 'int' | 'list' | 'associate' | 'datetime' | 'text' | 'timeSpan';

export interface FilterColumn {
  readonly column: string;
  readonly kind: ColumnKind;
}

/** A provider of sessions. */
export interface SessionArchive {
  /** e.g. `ChatSession` */
  readonly provider: string;
  readonly id: string;
  readonly topicId: string;
  readonly whenRequested: string;
  readonly columns: SessionColumns;
  /** By name of the filter's field. A field without a column cannot be filtered by this provider. */
  readonly filters: Readonly<Record<string, FilterColumn>>;
}

/** What a row has of a session. */
export interface RowSource {
  readonly property: string;
  /** Of an embedded record; null: the property itself. */
  readonly part: string | null;
  readonly source: ColumnSource;
}

type Sources = readonly RowSource[] | null;

const sourcesByProjection = new WeakMap<SessionArchive, WeakMap<Projection, Sources>>();

function partSources(property: string, { parts }: EmbeddedColumns, names: Part): Sources {
  if (names === 'whole') return null;
  const sources = [...names].map((part) => {
    const source = parts[part];
    return source && { property, part, source };
  });
  return sources.every((source) => source !== undefined) ? sources : null;
}

function newSources({ columns }: SessionArchive, projection: Projection): Sources {
  const found: RowSource[] = [];
  for (const [property, part] of projection) {
    const source = Object.hasOwn(columns, property) ? columns[property] : undefined;
    if (!source) return null;
    const sources = 'parts' in source ? partSources(property, source, part) : [{ property, part: null, source }];
    if (sources === null) return null;
    found.push(...sources);
  }
  return found;
}

/** @returns null: the provider lacks a column for some property */
export function sourcesFor(archive: SessionArchive, projection: Projection): Sources {
  const known = sourcesByProjection.get(archive) ?? new WeakMap<Projection, Sources>();
  sourcesByProjection.set(archive, known);
  const sources = known.get(projection) ?? newSources(archive, projection);
  known.set(projection, sources);
  return sources;
}

const types: Readonly<Record<string, unknown>> = publishedTypes.ChatSessionEntity;

/** Whether dates are among the properties: pages are requested without the caller's time zone, because positions are compared with them. */
export const hasDates = (projection: Projection): boolean =>
  [...projection.keys()].some((property) => types[property] === 'date');

/** The session as GetChatSessionEntity sends it, with the properties of the sources. */
export function sessionOf(sources: readonly RowSource[], { values }: ArchiveRow): JsonRecord {
  const session: Record<string, unknown> = {};
  for (const { property, part, source } of sources) {
    const value = source.read(values[source.column]);
    if (part === null) session[property] = value;
    else {
      const embedded = session[property];
      session[property] = { ...(isRecord(embedded) && embedded), [part]: value };
    }
  }
  return session;
}
