/** Probes for SuperOffice's archives: whether they are there, have the same values as the session itself, and which restrictions they take. */
import { isRecord, type JsonRecord } from '../../base/json-record.js';
import { sessionOf, type RowSource, type SessionArchive } from '../../catalog/archive/archive-columns.js';
import { chatArchive, dynamicArchive } from '../../catalog/archive/session-archives.js';
import { reads } from '../../catalog/catalog.js';
import { newerIn } from '../../contract/versions.js';
import { CarrierView } from '../../entities/carrier-view.js';
import { chatSessionEntity } from '../../entities/chat-session.js';
import type { Embeddable } from '../../entities/field-table.js';
import { GatewayError } from '../../errors/gateway-error.js';
import { readRows, rowsForm } from '../../superoffice/archive/archive-rows.js';
import { allOf, condition, listCondition, type Restriction } from '../../superoffice/archive/restriction.js';
import type { ChatSessionCarrier } from '../../superoffice/carriers.js';
import { recordsIn, type ProbeResponse, type ProbeTarget } from '../probe-client.js';
import { probe, type ProbeRequest, type Status } from '../probe.js';
import { sessionIdOf, sessionRequest } from './connection.js';

/** Of what every version of SuperOffice has: older ones may refuse other names. */
const allSources = ({ columns }: SessionArchive): readonly RowSource[] =>
  Object.entries(columns)
    .filter(([property]) => !newerIn('ChatSessionEntity').includes(property))
    .flatMap(([property, source]): readonly RowSource[] => {
      if (!('parts' in source)) return [{ property, part: null, source }];
      return Object.entries(source.parts).map(([part, one]) => ({ property, part, source: one }));
    });

const pathOf = ({ property, part }: RowSource): string => (part === null ? property : `${property}/${part}`);

const paths = [chatArchive, dynamicArchive].flatMap((archive) => allSources(archive).map(pathOf));

/** Everything that some archive has, of the session itself. */
const comparedSession = sessionRequest('the values that archives have, too', [...new Set(paths)].sort().join());

/** A page of an archive. @param restrictionFor the session's id */
const pageRequest = (
  { purpose, archive }: { readonly purpose: string; readonly archive: SessionArchive },
  restrictionFor: (id: number) => Restriction,
  columns: readonly string[] = [archive.id],
): ProbeRequest => ({
  purpose,
  operation: archive === chatArchive ? reads.sessionRows : reads.dynamicRows,
  content: (responseTo, target) => {
    const id = sessionIdOf(responseTo, target);
    if (id === null) return null;
    const page = { provider: archive.provider, identity: archive.id, columns, order: archive.id, top: 2 };
    return { query: '', form: rowsForm({ ...page, restriction: restrictionFor(Number(id)) }) };
  },
});

const isSession = ({ id: column }: SessionArchive, id: number): Restriction => condition(column, '=', id);

const everyColumn = (archive: SessionArchive): readonly string[] =>
  allSources(archive).map(({ source }) => source.column);

const chatRow = pageRequest(
  { purpose: 'the row of the session in the archive ChatSession', archive: chatArchive },
  (id) => isSession(chatArchive, id),
  everyColumn(chatArchive),
);

const dynamicRow = pageRequest(
  { purpose: 'the row of the session in the archive Dynamic', archive: dynamicArchive },
  (id) => isSession(dynamicArchive, id),
  everyColumn(dynamicArchive),
);

const rowByIn = pageRequest({ purpose: 'the same row by a list of ids', archive: chatArchive }, (id) =>
  listCondition(chatArchive.id, 'in', [id, id + 1]),
);

const withSpan = (purpose: string, operator: string, seconds: number): ProbeRequest =>
  pageRequest({ purpose, archive: chatArchive }, (id) =>
    allOf([isSession(chatArchive, id), condition('timeInQueue', operator, seconds)]),
  );

const rowBySpan = withSpan('the same row by a time span that it has', 'gt', -1);
const noRowBySpan = withSpan('no row by a time span that it has not', 'lt', 0);

const ownTopics: ProbeRequest = {
  purpose: "the ids of the caller's topics",
  operation: reads.myTopics,
  content: () => ({ query: '$select=ChatTopicId' }),
};

const foreignRow: ProbeRequest = {
  ...pageRequest({ purpose: 'a row of a topic that is none of them', archive: chatArchive }, () => allOf([])),
  content: (responseTo) => {
    const ids = recordsIn(responseTo(ownTopics)).map(({ ChatTopicId: id }) => Number(id));
    const restriction = allOf([
      condition(chatArchive.id, 'gt', 0),
      ...ids.map((id) => condition(chatArchive.topicId, 'ne', id)),
    ]);
    const page = { provider: chatArchive.provider, identity: chatArchive.id, columns: [chatArchive.id], top: 1 };
    return { query: '', form: rowsForm({ ...page, order: chatArchive.id, restriction }) };
  },
};

/** In the order in which they are sent. */
export const archiveRequests = [
  comparedSession,
  ...[chatRow, dynamicRow, rowByIn, rowBySpan, noRowBySpan, ownTopics, foreignRow],
];

const rowCount = ({ value }: ProbeResponse): number | null =>
  isRecord(value) && Array.isArray(value['value']) ? value['value'].length : null;

const readContext = {
  baseTimeZone: 'UTC', // dates of both are compared, in whatever zone
  nowMs: 0,
  customerGoneAfterMs: 0,
  reportUnrecognized: () => undefined,
};

/** A value as clients get it; a value that cannot be read is one, too. */
function readValue(read: () => unknown): unknown {
  try {
    return read();
  } catch (error) {
    if (error instanceof GatewayError) return 'unreadable';
    throw error;
  }
}

/** Names of fields with different values in two records, of those whose properties the sources have. */
function differences(
  entity: Embeddable<never>,
  [one, other]: readonly [JsonRecord, JsonRecord],
  sources: readonly RowSource[],
): readonly string[] {
  return Object.entries(entity.fields).flatMap(([field, entry]) => {
    const own = sources.filter(({ property }) => property === entry.needs[0]);
    if (entry.kind === 'embedded') {
      const parts = own.flatMap(({ part, source }) => (part === null ? [] : [{ property: part, part: null, source }]));
      const [first, second] = [one, other].map((record) => record[entry.needs[0]]);
      const both = [first, second].map((part) => (isRecord(part) ? part : {})) as [JsonRecord, JsonRecord]; // two, as mapped
      return differences(entry.entity(), both, parts).map((name) => `${field}.${name}`);
    }
    const isCovered = entry.needs.every((need) =>
      sources.some(({ property, part }) => property === need && part === null),
    );
    if (entry.kind === 'link' || !isCovered) return [];
    const [first, second] = [one, other].map((record) => {
      const view = new CarrierView<ChatSessionCarrier>(record, 'whole');
      return readValue(() => entry.read(view as never, readContext, {})); // of the entity's own carrier
    });
    return JSON.stringify(first) === JSON.stringify(second) ? [] : [field];
  });
}

/** How a row differs from the session itself. */
function comparison(archive: SessionArchive, [session, row]: readonly [ProbeResponse, ProbeResponse]): string {
  const count = rowCount(row);
  if (count === null) return 'not there';
  const [first] = readRows(row.value);
  if (!first || !isRecord(session.value)) return 'no row';
  if (!first.isReadable) return 'not readable';
  const sources = allSources(archive);
  const names = differences(chatSessionEntity, [sessionOf(sources, first), session.value], sources);
  return names.length === 0 ? 'same values' : `differs in ${names.slice(0, 8).join(', ')}`;
}

const advices = {
  'same values': 'Lists and searches have the same values as the sessions themselves.',
  'not there': 'This server has no such archive by POST: lists and searches fail.',
  'no row': 'The archive does not have the session: name another one with --session.',
  'not readable': 'The caller may not read the session: name another one with --session.',
};

const isInUse = ({ config: { archiveAccess } }: ProbeTarget): boolean => archiveAccess !== null;

function judged(text: string, problem: boolean, advice: string): readonly [Status, string, string] {
  if (text === 'no row' || text === 'not readable') return ['unknown', text, advices[text]];
  return [problem ? 'decide' : 'fine', text, advice];
}

const archive = probe({
  id: 'archive',
  title: 'a row of the archive ChatSession, compared with the session itself',
  setting: 'ARCHIVE',
  requests: [comparedSession, chatRow],
  advice: advices,
  judge: ([session, row], target) => {
    const text = comparison(chatArchive, [session, row]);
    const isSame = text === 'same values';
    const fallback = 'Lists would show other values than the sessions themselves: set ARCHIVE=off, and report it.';
    const advice = text === 'not there' ? `${advices[text]} Set ARCHIVE=off.` : isSame && advices[text];
    return judged(text, !isSame && isInUse(target), advice || fallback);
  },
});

/** What the operator may confirm. */
interface Confirmation {
  readonly name: string;
  readonly isConfirmed: boolean;
}

const confirmed = (text: string, isGood: boolean, { name, isConfirmed }: Confirmation) =>
  judged(text, !isGood && isConfirmed, isGood ? `${name} may be set.` : `Leave ${name} unset.`);

const dynamic = probe({
  id: 'archive-dynamic',
  title: 'a row of the archive Dynamic, compared with the session itself',
  setting: 'ARCHIVE_CONFIRMED',
  requests: [comparedSession, dynamicRow],
  advice: advices,
  judge: ([session, row], target) => {
    const text = comparison(dynamicArchive, [session, row]);
    const isConfirmed = target.config.archiveAccess?.hasDynamic === true;
    return confirmed(text, text === 'same values', { name: 'dynamic in ARCHIVE_CONFIRMED', isConfirmed });
  },
});

const byIn = probe({
  id: 'archive-in',
  title: 'a list of ids as a restriction',
  setting: 'SESSION_BATCHES',
  requests: [chatRow, rowByIn],
  advice: advices,
  judge: ([row, listed], target) => {
    const isGood = rowCount(row) === 1 && (rowCount(listed) ?? 0) > 0;
    const isConfirmed = (target.config.archiveAccess?.batchMin ?? null) !== null;
    return confirmed(isGood ? 'accepted' : 'refused', isGood, { name: 'SESSION_BATCHES=archive', isConfirmed });
  },
});

const timeSpans = probe({
  id: 'archive-time-spans',
  title: 'time spans as a restriction',
  setting: 'ARCHIVE_CONFIRMED',
  requests: [chatRow, rowBySpan, noRowBySpan],
  advice: advices,
  judge: ([row, found, none], target) => {
    const isGood = rowCount(row) === 1 && rowCount(found) === 1 && rowCount(none) === 0;
    const isConfirmed = target.config.archiveAccess?.hasTimeSpans === true;
    const name = 'time-spans in ARCHIVE_CONFIRMED';
    return confirmed(isGood ? 'compared' : 'refused', isGood, { name, isConfirmed });
  },
});

const topics = probe({
  id: 'archive-topics',
  title: "rows of other topics than the caller's",
  setting: 'ARCHIVE',
  requests: [chatRow, ownTopics, foreignRow],
  advice: {
    shown: 'The archive shows chats of topics in which the caller has no role: leave ARCHIVE at own-topics.',
    'not shown': 'The archive shows none: ARCHIVE=all finds the same sessions as own-topics, for one call less.',
    unknown: 'The archive or the list of topics did not respond.',
  },
  judge: ([row, own, foreign], { config }) => {
    const count = rowCount(foreign);
    if (rowCount(row) === null || count === null || !Array.isArray(own.value)) return ['unknown', 'unknown'];
    if (count === 0) return ['fine', 'not shown'];
    return [config.archiveAccess?.isOwnTopicsOnly === false ? 'decide' : 'fine', 'shown'];
  },
});

export const archiveProbes = [archive, dynamic, byIn, timeSpans, topics];
