/** The sessions of an emulator by the route of single records, and a plain filter over them: what a search has to find. */
import type { Emulator, JsonRecord } from '../../src/emulator/index.js';
import { authorization } from './query-gateway.js';

export interface FoundSession {
  readonly id: number;
  readonly record: JsonRecord;
}

async function recordOf(url: string, id: number): Promise<JsonRecord | null> {
  const response = await fetch(`${url}/api/v1/Agents/Chat/GetChatSessionEntity?chatSessionEntityId=${id}`, {
    method: 'POST',
    headers: { authorization, 'content-length': '0' },
  });
  return (await response.json()) as JsonRecord | null; // the emulator's own record
}

/** The records of these ids, as GetChatSessionEntity sends them. */
export async function sessionsOf(emulator: Emulator, ids: readonly number[]): Promise<readonly FoundSession[]> {
  const records: FoundSession[] = [];
  for (const id of ids) {
    const record = await recordOf(emulator.url, id);
    if (record) records.push({ id, record });
  }
  emulator.clearLog();
  return records;
}

const ticksPerMs = 10_000;

/** Milliseconds and ticks behind them; a date without a zone is UTC. null: SuperOffice's "no date" */
export function instantOf(value: unknown): readonly [ms: number, ticks: number] | null {
  if (typeof value !== 'string' || value < '1800' || value.startsWith('9999')) return null;
  const [, digits = ''] = /\.(\d+)/.exec(value) ?? [];
  const plain = value.replace(/\.\d+/, '').replace(/([+-]\d\d):?(\d\d)$/, '$1:$2');
  const ms = Date.parse(/(Z|[+-]\d\d:\d\d)$/.test(plain) ? plain : `${plain}Z`);
  return [ms, Number(digits.padEnd(7, '0')) / ticksPerMs];
}

/** One number that orders instants exactly enough: milliseconds with a fraction. */
export const timeOf = (value: unknown): number | null => {
  const instant = instantOf(value);
  return instant && instant[0] + instant[1];
};

const embeddedId = (record: JsonRecord, property: string, identity: string): number => {
  const embedded = record[property] as JsonRecord | null;
  return Number(embedded?.[identity] ?? 0);
};

const statusNames: Readonly<Record<string, string>> = {
  IN_QUEUE: 'InQueue',
  CUSTOMER_LAST: 'CustomerLast',
  USER_LAST: 'UserLast',
  FINISHED: 'Finished',
  CLOSED: 'Closed',
  CLOSED_FROM_QUEUE: 'ClosedFromQueue',
  FAQ: 'Faq',
};

const seconds = (from: number | null, to: number | null): number | null =>
  from === null || to === null
    ? null
    : Math.max(0, Math.floor((Math.floor(to / 1000) * 1000 - Math.floor(from / 1000) * 1000) / 1000));

interface Range {
  readonly from?: number | string;
  readonly to?: number | string;
}

function inRange(value: number | null, { from, to }: Range): boolean {
  if (from === undefined && to === undefined) return true;
  return value !== null && (from === undefined || value >= Number(from)) && (to === undefined || value <= Number(to));
}

function inTime(value: unknown, { from, to }: Range): boolean {
  if (from === undefined && to === undefined) return true;
  const time = timeOf(value);
  const [first, last] = [timeOf(from), timeOf(to)];
  return time !== null && (first === null || time >= first) && (last === null || time < last);
}

type TextFilter = Readonly<Record<'is' | 'begins' | 'contains', string | undefined>>;

function isText(value: unknown, { is, begins, contains }: TextFilter): boolean {
  const text = String(value ?? '').toLowerCase();
  return (
    (is === undefined || text === is.toLowerCase()) &&
    (begins === undefined || text.startsWith(begins.toLowerCase())) &&
    (contains === undefined || text.includes(contains.toLowerCase()))
  );
}

// Filters are what the tests generate.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type AnyFilter = Readonly<Record<string, any>>;

/** Written without the gateway's or the emulator's code. @param nowMs for sessions that still wait */
export function matches(record: JsonRecord, filter: AnyFilter, nowMs: number): boolean {
  const has = (values: readonly string[], id: number): boolean => id > 0 && values.map(Number).includes(id);
  const times = ['WhenRequested', 'WhenStarted', 'WhenEnded'].map((name) => timeOf(record[name]));
  const [requested = null, started = null, ended = null] = times;
  const conditions: Readonly<Record<string, (value: AnyFilter[string]) => boolean>> = {
    ids: (ids) => has(ids, Number(record['ChatSessionId'])),
    status: (names: readonly string[]) => names.some((name) => statusNames[name] === record['Status']),
    topicIds: (ids) => has(ids, Number(record['TopicId'])),
    agentIds: (ids) => has(ids, embeddedId(record, 'User', 'AssociateId')),
    personIds: (ids) => has(ids, embeddedId(record, 'Person', 'PersonId')),
    contactIds: (ids) => has(ids, embeddedId(record, 'Contact', 'ContactId')),
    whenRequested: (range) => inTime(record['WhenRequested'], range),
    whenStarted: (range) => inTime(record['WhenStarted'], range),
    whenEnded: (range) => inTime(record['WhenEnded'], range),
    rating: (range) => inRange((record['Rating'] ?? null) as number | null, range),
    waitSeconds: (range) => inRange(seconds(requested, started ?? ended ?? nowMs), range),
    durationSeconds: (range) => inRange(seconds(started, ended ?? nowMs), range),
    firstMessage: (text) => isText(record['FirstMessage'], text),
    lastMessage: (text) => isText(record['LastMessage'], text),
    customerName: (text) => isText(record['CustomerName'], text),
    customerEmail: (text) => isText(record['CustomerEmail'], text),
    and: (parts: readonly AnyFilter[]) => parts.every((part) => matches(record, part, nowMs)),
    or: (parts: readonly AnyFilter[]) => parts.some((part) => matches(record, part, nowMs)),
  };
  return Object.entries(filter).every(([field, value]) => conditions[field]?.(value) === true);
}

/** Newest first, or as said; sessions of the same time by id. */
export function ordered(
  sessions: readonly FoundSession[],
  order: { readonly field: string; readonly direction: string },
) {
  const sign = order.direction === 'DESC' ? -1 : 1;
  return [...sessions].sort((one, other) => {
    const byTime = (timeOf(one.record['WhenRequested']) ?? 0) - (timeOf(other.record['WhenRequested']) ?? 0);
    return sign * (order.field === 'ID' || byTime === 0 ? one.id - other.id : byTime);
  });
}
