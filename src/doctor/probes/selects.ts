/** Probes for how this server treats `$select` and ids: names, paths and lengths that it may refuse, and what is unselected. */
import { reads } from '../../catalog/catalog.js';
import { isNoRecord, isRecordId, maxRecordId } from '../../superoffice/record-ids.js';
import { notSent, recordIn, valueAt, type ProbeResponse } from '../probe-client.js';
import { probe, type ProbeRequest } from '../probe.js';
import { sessionIdOf, sessionQuery, sessionRequest, wholeSession } from './connection.js';

const unknownNameRequest = sessionRequest('a name in $select that there is not', 'ChatSessionId,NoSuchProperty');

const deepPathRequest = sessionRequest(
  'a path in $select that goes two levels deep (names nothing but a city)',
  'ChatSessionId,Contact/Address/Street/City,Contact/ContactId',
);

const unknownIdRequest: ProbeRequest = {
  purpose: 'a session that there is not',
  operation: reads.chatSession,
  content: () => ({ query: sessionQuery(String(maxRecordId), 'ChatSessionId') }),
};

const callFailed = 'The call failed for another reason.';

/** How a server took a `$select` that it may refuse. */
function selectOutcome(response: ProbeResponse): 'accepted' | 'null' | 'bad-request' | 'error-object' | 'call failed' {
  const { errorCode, status } = response;
  if (errorCode === null) return recordIn(response) === null ? 'null' : 'accepted';
  if (errorCode !== 'UPSTREAM_REJECTED') return 'call failed';
  return status === 200 ? 'error-object' : 'bad-request';
}

/** Not booleans: an unselected false and a sent one look the same. */
const unselectedNames = ['TopicId', 'InitialQueuePos', 'AlertLevel', 'Rank', 'Status', 'WhenRequested', 'WhenFetched'];

function lookOf(value: unknown): 'null' | 'default' | 'absent' | 'sent' {
  if (value === undefined) return 'absent';
  if (value === null) return 'null';
  const isDefault = value === 0 || value === 'Invalid' || /^0001-/.test(String(value));
  return isDefault ? 'default' : 'sent';
}

/** .NET cannot set numbers, booleans, enums and dates to null. */
const unselected = probe({
  id: 'unselected',
  title: 'numbers, enums and dates that $select does not name',
  requests: [wholeSession],
  advice: {
    null: 'They come as null. The gateway reads nothing that it did not request.',
    default: 'They come as 0, false and 0001-01-01. The gateway reads nothing that it did not request.',
    absent: 'They are left out. The gateway reads nothing that it did not request.',
    sent: 'This server does not follow $select: each call brings whole records. Raise MAX_RESPONSE_BYTES if lists fail, and contact SuperOffice.',
    mixed: 'They come in several ways. The gateway reads nothing that it did not request.',
  },
  judge: ([whole]) => {
    const looks = new Set(unselectedNames.map((name) => lookOf(valueAt(whole.value, name))));
    if (looks.has('sent')) return ['decide', 'sent'];
    const [only = 'absent'] = looks;
    return ['fine', looks.size === 1 ? only : 'mixed'];
  },
});

const once =
  'The gateway requests once more without the names that only some versions have, and remembers it until it ends.';

/** The gateway requests names that only some versions have. */
const unknownNames = probe({
  id: 'unknown-names',
  title: '$select with a name that there is not',
  requests: [unknownNameRequest],
  advice: {
    ignore: 'They are ignored: fields of newer servers read as null on older ones.',
    'bad-request': `They are refused by status 400. ${once}`,
    'error-object': `They are refused by an error object. ${once}`,
    null: 'A session that is requested with one reads as not there. Let clients select no field whose description says "older servers".',
    'call failed': callFailed,
  },
  judge: ([response]) => {
    const outcome = selectOutcome(response);
    if (outcome === 'accepted') return ['fine', 'ignore'];
    if (outcome === 'null') return ['decide', outcome];
    return [outcome === 'call failed' ? 'unknown' : 'fine', outcome];
  },
});

const noDeepPath = 'The gateway sends no such path: addresses are requested whole.';

const deepPaths = probe({
  id: 'deep-paths',
  title: '$select=Contact/Address/Street/City',
  requests: [wholeSession, deepPathRequest],
  advice: {
    honour: `They are followed. ${noDeepPath}`,
    ignore: `They are ignored. ${noDeepPath}`,
    'bad-request': `They are refused by status 400. ${noDeepPath}`,
    'error-object': `They are refused by an error object. ${noDeepPath}`,
    null: `The response is null. ${noDeepPath}`,
    'no company': 'The session has no company to look at: name another one with --session.',
    'call failed': callFailed,
  },
  judge: ([whole, response]) => {
    const outcome = selectOutcome(response);
    if (outcome === 'call failed') return ['unknown', outcome];
    if (outcome !== 'accepted') return ['fine', outcome];
    if (!isRecordId(valueAt(whole.value, 'Contact/ContactId'))) return ['unknown', 'no company'];
    const isWhole = typeof valueAt(response.value, 'Contact/Name') === 'string'; // no request named it
    const hasCity = valueAt(response.value, 'Contact/Address/Street/City') !== undefined;
    return ['fine', hasCity && !isWhole ? 'honour' : 'ignore'];
  },
});

/** Longer ago than any two time zones are apart, so that it is over in all of them. */
const quietMs = 30 * 60 * 60 * 1000;

/** Whether the chat is over, or its last message is old. */
const isQuiet = ({ value, atMs }: ProbeResponse): boolean =>
  ['WhenEnded', 'WhenIdle'].some((name) => {
    const timeMs = Date.parse(String(valueAt(value, name)).slice(0, 19) + 'Z');
    return timeMs > 0 && atMs - timeMs > quietMs;
  });

/** SuperOffice has a name for 0, `CustomerIsTyping`. */
const noFlags = probe({
  id: 'no-flags',
  title: 'Flags of a chat in which no participant types',
  requests: [wholeSession],
  advice: {
    empty: 'They are an empty text: ChatSession.flags reads as null.',
    null: 'They are null: ChatSession.flags reads as null.',
    None: 'They have a name of their own: ChatSession.flags reads as an empty list.',
    '0': 'They are the number 0: ChatSession.flags reads as an empty list.',
    CustomerIsTyping: 'No flag and CUSTOMER_IS_TYPING are the same here: let clients show nothing for it.',
    unknown: 'A participant may be typing: name a chat that is over with --session.',
  },
  judge: ([whole]) => {
    const flags = valueAt(whole.value, 'Flags') ?? null;
    if (flags === '') return ['fine', 'empty'];
    if (flags === null) return ['fine', 'null'];
    if (flags === 'None') return ['fine', 'None'];
    if (flags === 0 || flags === '0') return ['fine', '0'];
    const isZero = flags === 'CustomerIsTyping' && isQuiet(whole);
    return isZero ? ['decide', 'CustomerIsTyping'] : ['unknown', 'unknown'];
  },
});

/** Characters of the query string in addition to those of `$select`, for the longest id. */
const otherChars = sessionQuery(String(maxRecordId), '').length;

/**
 * A binary search in a short list of lengths, so that it takes three requests. Servers' own limits are powers of two.
 * @returns the longest that is accepted (0: none), the shortest that is refused (null: none), and the next to try (null:
 *   the search is over)
 */
function lengthSearch(selectMaxLength: number, responses: readonly ProbeResponse[]) {
  const lengths = [...new Set([512, 1024, 2048, 4096, 8192, otherChars + selectMaxLength])].sort((a, b) => a - b);
  let [low, high] = [0, lengths.length]; // all below `low` are accepted, all from `high` on are refused
  const middle = (): number => Math.floor((low + high) / 2);
  for (const response of responses.filter((each) => each !== notSent)) {
    if (isRecordId(valueAt(response.value, 'ChatSessionId'))) low = middle() + 1;
    else high = middle();
  }
  const next = low < high ? (lengths[middle()] ?? null) : null;
  return { accepted: lengths[low - 1] ?? 0, refused: lengths[high] ?? null, next };
}

const lengthRequest = (): ProbeRequest => ({
  purpose: 'how long a query may be',
  operation: reads.chatSession,
  content: (responseTo, target) => {
    const id = sessionIdOf(responseTo, target);
    const { next } = lengthSearch(target.config.superoffice.selectMaxLength, lengthRequests.map(responseTo));
    if (id === null || next === null) return null;
    return { query: `${sessionQuery(id, 'ChatSessionId')}&padding=`.padEnd(next, 'Ticket/Title,') };
  },
});

const lengthRequests = [lengthRequest(), lengthRequest(), lengthRequest()];

const queryLength = probe({
  id: 'query-length',
  title: 'queries of up to 8192 characters',
  setting: 'SELECT_MAX_LENGTH',
  requests: lengthRequests,
  advice: {},
  judge: (responses, { config }) => {
    const { selectMaxLength } = config.superoffice;
    const { accepted, refused } = lengthSearch(selectMaxLength, responses);
    const text = refused === null ? `${accepted} accepted` : `${accepted} accepted, ${refused} refused`;
    const fitting = accepted - otherChars;
    if (fitting >= selectMaxLength) return ['fine', text, `SELECT_MAX_LENGTH=${selectMaxLength} fits.`];
    if (fitting > 0) return ['decide', text, `Set SELECT_MAX_LENGTH=${fitting}, or longer selections fail.`];
    return ['decide', text, 'Not even short queries are taken: something in front of SuperOffice refuses them.'];
  },
});

const unknownId = probe({
  id: 'unknown-id',
  title: 'the session of the greatest id',
  requests: [unknownIdRequest],
  advice: {
    null: 'The response is null, and so is the field.',
    'error-object': 'The response is an error object that says "not found": the field is null.',
    'not-found': 'The response has status 404: the field is null.',
    'empty-record': 'The response is a record without an id: the field is null.',
    rejected: 'The call is refused: clients get UPSTREAM_REJECTED where others give null, and must take it for that.',
    'another record':
      'Another record is returned: the gateway refuses it as UPSTREAM_INVALID_RESPONSE. Contact SuperOffice.',
    'call failed': callFailed,
  },
  judge: ([response]) => {
    if (response.errorCode === 'UPSTREAM_REJECTED') return ['decide', 'rejected'];
    if (response.errorCode !== null) return ['unknown', 'call failed'];
    if (response.isNotFound) return ['fine', response.status === 200 ? 'error-object' : 'not-found'];
    if (recordIn(response) === null) return ['fine', 'null'];
    return isNoRecord(valueAt(response.value, 'ChatSessionId'))
      ? ['fine', 'empty-record']
      : ['decide', 'another record'];
  },
});

export const selectRequests = [unknownNameRequest, deepPathRequest, unknownIdRequest, ...lengthRequests];

export const selectProbes = [unselected, unknownNames, deepPaths, noFlags, queryLength, unknownId];
