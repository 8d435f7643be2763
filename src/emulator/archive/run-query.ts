/**
 * Runs a query over the sessions. Sessions of all topics are found, also those in which the caller has no role: archives apply no access
 * by role to chats, as ChatSessionsForUser does.
 */
import { storedTimeMs } from '../clock.js';
import { errorObject } from '../http-response.js';
import type { JsonRecord, JsonValue } from '../json-record.js';
import { RefusedCallError } from '../operations/refused-call-error.js';
import type { OperationCall } from '../operations/operation.js';
import { chatSessionShape } from '../select/shape.js';
import { serializeRecord } from '../serialize-record.js';
import { chatColumns } from './chat-columns.js';
import type { ArchiveRow, ColumnKind, Columns } from './column.js';
import { dynamicColumns } from './dynamic-columns.js';
import { matchOf } from './restriction-match.js';
import { parseRestriction, RestrictionError } from './restriction-parser.js';

export interface ArchiveProvider {
  readonly name: string;
  readonly entity: string;
  readonly columns: Columns;
  readonly identity: string;
  /** Unknown columns are refused; the others return nothing for them. */
  readonly isStrict: boolean;
}

const chat = { columns: chatColumns, identity: 'chatSessionId', isStrict: false };

export const providers: readonly ArchiveProvider[] = [
  { name: 'ChatSession', entity: 'chat', ...chat },
  { name: 'FindChatSession', entity: 'chatsession', ...chat },
  { name: 'SimpleChatSession', entity: 'chatsession', ...chat },
  { name: 'Dynamic', entity: 'chat_session', columns: dynamicColumns, identity: 'chat_session.id', isStrict: true },
];

export interface ArchiveQuery {
  readonly provider: string;
  readonly columns: string;
  readonly restriction: string;
  readonly order: string;
  readonly skip: number;
  readonly top: number;
}

export interface ArchiveResult {
  readonly provider: ArchiveProvider;
  readonly columns: Columns;
  readonly rows: readonly ArchiveRow[];
  /** Whatever the page. */
  readonly count: number;
}

const refused = (message: string): RefusedCallError =>
  new RefusedCallError(errorObject('ArgumentException', message, 400));

function listed(text: string): readonly string[] {
  return text.split(',').flatMap((name) => (name.trim() === '' ? [] : [name.trim()]));
}

/** The columns of a list; unknown ones are left out, or refused. */
function selected({ columns, isStrict }: ArchiveProvider, text: string): Columns {
  const found = listed(text).flatMap((name) => {
    const column = columns.get(name.toLowerCase());
    if (!column && isStrict) throw refused(`There is no column ${name}`);
    return column ? [[column.name, column] as const] : [];
  });
  return new Map(found);
}

/** "No date" comes before all others. */
function sortValue(value: JsonValue, kind: ColumnKind): number | string {
  if (kind === 'datetime') return storedTimeMs(value) ?? -Infinity;
  return typeof value === 'string' ? value.toLowerCase() : Number(value ?? 0);
}

function fractionOf(value: JsonValue): string {
  const [, digits = ''] = /T[\d:]+\.(\d+)/.exec(String(value)) ?? [];
  return digits.padEnd(7, '0');
}

function compare([one, other]: readonly [JsonValue, JsonValue], kind: ColumnKind): number {
  const [first, second] = [sortValue(one, kind), sortValue(other, kind)];
  if (first < second) return -1;
  if (first > second) return 1;
  return fractionOf(one) < fractionOf(other) ? -1 : Number(fractionOf(one) > fractionOf(other));
}

function sorted(rows: readonly ArchiveRow[], { columns }: ArchiveProvider, order: string): readonly ArchiveRow[] {
  const keys = listed(order).map((item) => {
    const [name = '', direction = 'asc'] = item.split(/\s+/);
    const column = columns.get(name.toLowerCase());
    if (!column || column.isSortable === false) throw refused(`The archive cannot be ordered by ${name}`);
    return { raw: column.raw, kind: column.kind, sign: direction.toLowerCase() === 'desc' ? -1 : 1 };
  });
  return [...rows].sort((one, other) => {
    for (const { raw, kind, sign } of keys) {
      const difference = sign * compare([raw(one), raw(other)], kind);
      if (difference !== 0) return difference;
    }
    return 0;
  });
}

/** @throws {RefusedCallError} there is no such provider, or the restriction is not accepted */
export function runQuery(query: ArchiveQuery, { world, caller, options, timeZone }: OperationCall): ArchiveResult {
  const serialized = (session: JsonRecord, zone: string | null): JsonRecord =>
    serializeRecord(session, { shape: chatSessionShape, quirks: options, timeZone: zone });
  const provider = providers.find(({ name }) => name.toLowerCase() === query.provider.toLowerCase());
  if (!provider) throw refused(`There is no archive provider ${query.provider}`);
  const columns = selected(provider, query.columns);
  const matchOptions = { columns: provider.columns, caller, quirks: options };
  try {
    const matches =
      query.restriction.trim() === '' ? () => true : matchOf(parseRestriction(query.restriction), matchOptions);
    const rows = world.sessions
      .all()
      .map((session): ArchiveRow => ({ session: serialized(session, null), world }))
      .filter((row) => matches(row));
    const page = sorted(rows, provider, query.order).slice(query.skip, query.skip + query.top);
    const sent = page.map(({ session }) =>
      serialized(world.sessions.find(Number(session['ChatSessionId'])) ?? session, timeZone),
    );
    return { provider, columns, rows: sent.map((session) => ({ session, world })), count: rows.length };
  } catch (error) {
    if (error instanceof RestrictionError) throw refused(`The restriction is not valid: ${error.message}`);
    throw error;
  }
}
