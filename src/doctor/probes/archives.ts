/** Probes for SuperOffice's archives: whether they are there, have the same values as the session itself, and which restrictions they take. */
import type { SessionArchive } from '../../catalog/archive/archive-columns.js';
import { chatArchive, dynamicArchive } from '../../catalog/archive/session-archives.js';
import { reads } from '../../catalog/catalog.js';
import { readRows, rowsForm } from '../../superoffice/archive/archive-rows.js';
import { allOf, anyOf, condition, listCondition, type Restriction } from '../../superoffice/archive/restriction.js';
import { recordsIn, type ProbeResponse, type ProbeTarget } from '../probe-client.js';
import { probe, type ProbeRequest, type Status } from '../probe.js';
import { allSources, comparedSession, comparison, rowCount, waitSecondsOf } from './archive-comparison.js';
import { sessionIdOf } from './connection.js';

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

const withSpan = (purpose: string, restrictionFor: (seconds: number) => Restriction): ProbeRequest => {
  const request = (seconds: number) =>
    pageRequest({ purpose, archive: chatArchive }, (id) =>
      allOf([isSession(chatArchive, id), restrictionFor(seconds)]),
    );
  return {
    ...request(0),
    content: (responseTo, target) => {
      const seconds = waitSecondsOf(responseTo(comparedSession));
      return seconds === null ? null : request(seconds).content(responseTo, target);
    },
  };
};

const queueTime = (operator: string, seconds: number): Restriction => condition('timeInQueue', operator, seconds);

/** A second more or less is a matter of rounding. */
const rowBySpan = withSpan('the same row by the time span that it has', (seconds) =>
  allOf([queueTime('gt', seconds - 2), queueTime('lt', seconds + 2)]),
);
const noRowBySpan = withSpan('no row by other time spans', (seconds) =>
  anyOf([queueTime('gt', seconds + 1), queueTime('lt', seconds - 1)]),
);

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

/** The ids of rows. */
const idsIn = ({ value }: ProbeResponse): readonly number[] =>
  readRows(value).map(({ values }) => Number(values[chatArchive.id]));

/** The list has the row itself, and at most the one with the next id: a server that ignores the restriction sends others. */
function hasOnlyTwoIds(row: ProbeResponse, listed: ProbeResponse): boolean {
  const [id = NaN] = idsIn(row);
  const ids = idsIn(listed);
  return ids.includes(id) && ids.every((one) => one === id || one === id + 1);
}

const byIn = probe({
  id: 'archive-in',
  title: 'a list of ids as a restriction',
  setting: 'SESSION_BATCHES',
  requests: [chatRow, rowByIn],
  advice: advices,
  judge: ([row, listed], target) => {
    const isGood = rowCount(row) === 1 && hasOnlyTwoIds(row, listed);
    const isConfirmed = (target.config.archiveAccess?.batchMin ?? null) !== null;
    return confirmed(isGood ? 'accepted' : 'refused', isGood, { name: 'SESSION_BATCHES=archive', isConfirmed });
  },
});

const timeSpans = probe({
  id: 'archive-time-spans',
  title: 'time spans as a restriction',
  setting: 'ARCHIVE_CONFIRMED',
  requests: [comparedSession, chatRow, rowBySpan, noRowBySpan],
  advice: advices,
  judge: ([session, row, found, none], target) => {
    if (rowCount(row) === 1 && waitSecondsOf(session) === null)
      return ['unknown', 'still waits', 'The session still waits: name one that was answered with --session.'];
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
    'none found':
      'There are none, or the archive does not show them: leave ARCHIVE at own-topics unless you know which.',
    unknown: 'The archive or the list of topics did not respond.',
  },
  judge: ([row, own, foreign], { config }) => {
    const count = rowCount(foreign);
    if (rowCount(row) === null || count === null || !Array.isArray(own.value)) return ['unknown', 'unknown'];
    if (count === 0) return ['unknown', 'none found'];
    return [config.archiveAccess?.isOwnTopicsOnly === false ? 'decide' : 'fine', 'shown'];
  },
});

export const archiveProbes = [archive, dynamic, byIn, timeSpans, topics];
