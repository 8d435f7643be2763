/** Probes for what values mean on this server: the language of texts, the zone of dates, which numbers identify users. */
import { reads } from '../../catalog/catalog.js';
import { offsetMinutesOf } from '../../entities/base-time-zone.js';
import type { JsonRecord } from '../../base/json-record.js';
import { isRecordId } from '../../superoffice/record-ids.js';
import { recordsIn, valueAt, type ProbeResponse } from '../probe-client.js';
import { probe, type ProbeRequest } from '../probe.js';
import { sessionIdOf, sessionRequest, translatedTexts, wholeSession } from './connection.js';

const messages: ProbeRequest = {
  purpose: 'the zone of dates (ids and times of the messages, no text)',
  operation: reads.messages,
  content: (responseTo, target) => ({
    query: '$select=ChatMessageId,ChatSessionId,WhenPosted',
    body: { ChatSessionId: Number(sessionIdOf(responseTo, target)), After: 0 },
  }),
};

const withoutLanguage = sessionRequest(
  'the same texts without a language',
  ['ChatSessionId', ...translatedTexts].sort().join(),
  { 'accept-language': null },
);

const withTimeZone = sessionRequest('what SO-TimeZone does to dates', 'ChatSessionId,WhenIdle', {
  'so-timezone': 'UTC,includeTZOffset',
});

const rawText = /^([A-Z]{2}:"|\[SR_)/;

const textsIn = ({ value }: ProbeResponse): readonly string[] =>
  translatedTexts
    .map((path) => valueAt(value, path))
    .filter((text): text is string => typeof text === 'string' && text !== '');

const language = probe({
  id: 'language',
  title: 'texts with and without SUPEROFFICE_LANGUAGE',
  setting: 'SUPEROFFICE_LANGUAGE',
  requests: [wholeSession, withoutLanguage],
  advice: {
    honour: 'Texts are translated when a language is requested, and raw without: the gateway always requests one.',
    always: 'No text comes raw, with or without a language.',
    ignore:
      'Texts come raw (NO:"…";US:"…") whatever is requested: see which languages are installed, and set one of them.',
    unknown: 'The session has none of these texts: name one with a company or a request with --session.',
  },
  judge: ([whole, untranslated]) => {
    const [translated, plain] = [textsIn(whole), textsIn(untranslated)];
    if (translated.length === 0 || plain.length === 0) return ['unknown', 'unknown'];
    if (translated.some((text) => rawText.test(text))) return ['decide', 'ignore'];
    return ['fine', plain.some((text) => rawText.test(text)) ? 'honour' : 'always'];
  },
});

interface WrittenDate {
  /** The digits, read as if they were UTC's. */
  readonly wallMs: number;
  /** `Z` or `+01:00`; null: none. */
  readonly offset: string | null;
}

/** Null for no date, in all its spellings. */
function writtenDate(value: unknown): WrittenDate | null {
  const text = typeof value === 'string' ? value : '';
  const [digits, year = '0001'] = /^(\d{4})-\d\d-\d\dT\d\d:\d\d:\d\d/.exec(text) ?? [];
  const wallMs = Date.parse(`${digits}Z`);
  if (year === '0001' || year === '9999' || Number.isNaN(wallMs)) return null;
  return { wallMs, offset: /(Z|[+-]\d\d:?\d\d)$/.exec(text)?.[1] ?? null };
}

const idleDate = ({ value }: ProbeResponse): WrittenDate | null => writtenDate(valueAt(value, 'WhenIdle'));

/** `UTC+02:00` */
function offsetName(minutes: number): string {
  const parts = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `UTC${minutes < 0 ? '-' : '+'}${parts.map((part) => String(part).padStart(2, '0')).join(':')}`;
}

const minuteMs = 60_000;
const toleratedMs = 2 * minuteMs;

/**
 * Minutes that the When fields of sessions are ahead of UTC; null: unknown. WhenIdle is when the last message came, and
 * the time of a message is documented to be UTC: where both are of the same moment, their difference is the zone. All
 * zones are at quarters of an hour.
 */
function whenOffset(whole: ProbeResponse, listed: ProbeResponse): number | null {
  const idle = idleDate(whole);
  const posted = recordsIn(listed).map(({ WhenPosted }) => writtenDate(WhenPosted));
  const times = posted.flatMap((date) => (date && (date.offset ?? 'Z') === 'Z' ? [date.wallMs] : []));
  if (idle === null || idle.offset !== null || times.length === 0) return null;
  const differenceMs = idle.wallMs - Math.max(...times);
  const minutes = Math.round(differenceMs / minuteMs / 15) * 15;
  const isZone = minutes >= -12 * 60 && minutes <= 14 * 60;
  return isZone && Math.abs(differenceMs - minutes * minuteMs) <= toleratedMs ? minutes : null;
}

const whenZone = probe({
  id: 'when-zone',
  title: 'WhenIdle compared with the last message',
  setting: 'SUPEROFFICE_TIME_ZONE',
  requests: [wholeSession, messages],
  advice: {
    'with an offset': 'Dates name their offset: SUPEROFFICE_TIME_ZONE is not needed for them.',
    'no date': 'The session has no date to look at: name another one with --session.',
    'without an offset':
      'Dates name no zone, and no message shows it: compare one with the clock in SuperOffice, or name a chat with messages with --session.',
  },
  judge: ([whole, listed], { config }) => {
    const idle = idleDate(whole);
    if (idle === null) return ['unknown', 'no date'];
    if (idle.offset !== null) return ['fine', 'with an offset'];
    const minutes = whenOffset(whole, listed);
    if (minutes === null) return ['decide', 'without an offset'];
    if (offsetMinutesOf(idle.wallMs, config.baseTimeZone) === minutes)
      return ['fine', offsetName(minutes), 'Dates name no zone, and are in the one of SUPEROFFICE_TIME_ZONE.'];
    const advice =
      'Dates name no zone: set SUPEROFFICE_TIME_ZONE to yours, which had this offset when that chat was last written in.';
    return ['decide', offsetName(minutes), advice];
  },
});

/** SO-TimeZone is known to put its name on dates without converting them (defect 1372). */
const timeZoneHeader = probe({
  id: 'time-zone-header',
  title: 'SO-TimeZone: UTC,includeTZOffset',
  requests: [wholeSession, messages, withTimeZone],
  advice: {
    ignore: 'It changes nothing: callers may leave it out.',
    label: 'It puts a Z on dates without converting them (defect 1372): let callers send no SO-TimeZone.',
    convert: 'It converts dates: callers may send it.',
    'same in UTC': 'Dates are in UTC anyway, and get a Z.',
    unknown: 'There is no date to look at, or the call failed.',
  },
  judge: ([whole, listed, labelled]) => {
    const [plain, zoned] = [idleDate(whole), idleDate(labelled)];
    if (plain === null || zoned === null) return ['unknown', 'unknown'];
    if (plain.wallMs !== zoned.wallMs) return ['fine', 'convert'];
    if (plain.offset === zoned.offset) return ['fine', 'ignore'];
    const offset = whenOffset(whole, listed);
    if (offset === null) return ['unknown', 'unknown'];
    return ['fine', offset === 0 ? 'same in UTC' : 'label'];
  },
});

const targets: ProbeRequest = {
  purpose: 'ids of transfer targets (names are compared, not printed)',
  operation: reads.transferTargets,
  content: () => ({ query: '$select=FullName,Id,Name', body: { Flat: true, OnlyPresent: false } }),
};

const ownTopics: ProbeRequest = {
  purpose: 'a topic whose agents have both numbers',
  operation: reads.myTopics,
  content: () => ({ query: '$select=ChatTopicId' }),
};

const agents: ProbeRequest = {
  purpose: 'both numbers of its agents',
  operation: reads.agents,
  content: (responseTo) => {
    const topic = recordsIn(responseTo(ownTopics)).find(({ ChatTopicId }) => isRecordId(ChatTopicId));
    if (topic === undefined) return null;
    return {
      query: '$select=TopicId,User/AssociateId,User/EjUserId,User/FullName,User/Name,User/UserName',
      body: { ChatTopicId: topic['ChatTopicId'] },
    };
  },
};

const comparable = (name: unknown): string => (typeof name === 'string' ? name.trim().toLowerCase() : '');

function haveOneName(target: JsonRecord, agent: JsonRecord): boolean {
  const listed = [target['Name'], target['FullName']].map(comparable).filter((name) => name !== '');
  const names = ['User/FullName', 'User/Name', 'User/UserName'].map((path) => comparable(valueAt(agent, path)));
  return names.some((name) => listed.includes(name));
}

/** Which of a user's two numbers the list of transfer targets has: the agents of a topic show it, as their records have both. */
export const chatUserIds = probe({
  id: 'chat-user-ids',
  title: 'the ids of transfer targets, compared with both numbers of the agents of a topic',
  requests: [targets, ownTopics, agents],
  advice: {
    'ej-user': 'They are ejUser ids, as documented: ChatTransferTarget.associateId says what a transfer takes.',
    associate: 'They are associate ids: ChatTransferTarget.associateId says the same number.',
    both: 'Some are ejUser ids, others associate ids: ChatTransferTarget.associateId is null where more than one user could be meant.',
    'not known':
      'No target has the number and the name of an agent of the first topic: ChatTransferTarget.associateId may be null for all. Transfer to agents of topics (ChatTopic.agents).',
  },
  judge: ([listed, , ofTopic]) => {
    const pairs = recordsIn(listed).flatMap((target) =>
      recordsIn(ofTopic)
        .filter((agent) => haveOneName(target, agent))
        .map((agent) => [target['Id'], valueAt(agent, 'User/EjUserId'), valueAt(agent, 'User/AssociateId')]),
    );
    const distinct = pairs.filter(([, ejUser, associate]) => ejUser !== associate);
    const hasEjUser = distinct.some(([id, ejUser]) => id === ejUser);
    const hasAssociate = distinct.some(([id, , associate]) => id === associate);
    if (hasEjUser && hasAssociate) return ['decide', 'both'];
    if (hasEjUser) return ['fine', 'ej-user'];
    return hasAssociate ? ['fine', 'associate'] : ['unknown', 'not known'];
  },
});

export const valueRequests = [messages, withoutLanguage, withTimeZone];
export const userRequests = [targets, ownTopics, agents];

export const valueProbes = [language, whenZone, timeZoneHeader];
