/**
 * The calls that the doctor makes, each with what it is made for: the list that is told beforehand is made of the same calls.
 * All of them read; what they ask for by `$select` holds no address or message of anybody, and no name but those of agents, which
 * are compared and not printed.
 */
import { reads } from '../catalog/catalog.js';
import type { Operation } from '../catalog/operation.js';
import { maxRecordId } from '../superoffice/record-ids.js';

export interface Question {
  readonly purpose: string;
  readonly method?: 'GET';
  /** Below the base URL, with the query as sent; empty: the page of the API itself, above it. */
  readonly path: string;
  /** JSON; left out: none. */
  readonly body?: string;
  /** Added to, or with null taken from, the headers of every call; names in lower case. */
  readonly headers?: Readonly<Record<string, string | null>>;
}

/** Texts that SuperOffice keeps in several languages, as far as every version has them; none is about a person. */
export const translatedTexts = [
  ...['Contact/BusinessName', 'Contact/CategoryName', 'Contact/CountryName', 'Project/Status', 'Project/Type'],
  ...['Sale/SaleTypeName', 'Ticket/CategoryName', 'Ticket/TicketStatusDisplayValue'],
] as const;

const pathOf = ({ agent, name }: Operation, query: string): string => `Agents/${agent}/${name}?${query}`;

const ofSession = (id: string, select: string): string =>
  pathOf(reads.chatSession, `${reads.chatSession.id?.name}=${id}&$select=${select}`);

export const aboutVersion: Question = {
  purpose: 'reachability, version and clock (without credentials)',
  method: 'GET',
  path: '',
  headers: { authorization: null, 'so-apptoken': null },
};

export const aboutMySessions: Question = {
  purpose: 'credentials, and a session to look at',
  path: pathOf(reads.mySessions, '$select=ChatSessionId,Contact/ContactId'),
};

export const aboutSession = (id: string): Question => ({
  purpose: 'credentials, unselected properties, flags, dates, texts in SUPEROFFICE_LANGUAGE',
  path: ofSession(
    id,
    ['ChatSessionId', 'Contact/ContactId', 'Flags', ...translatedTexts, 'WhenEnded', 'WhenIdle'].sort().join(),
  ),
});

export const aboutLanguage = (id: string): Question => ({
  purpose: 'the same texts without a language',
  path: ofSession(id, ['ChatSessionId', ...translatedTexts].sort().join()),
  headers: { 'accept-language': null },
});

export const aboutTimeZone = (id: string): Question => ({
  purpose: 'what SO-TimeZone does to dates',
  path: ofSession(id, 'ChatSessionId,WhenIdle'),
  headers: { 'so-timezone': 'UTC,includeTZOffset' },
});

export const aboutMessages = (id: string): Question => ({
  purpose: 'the zone of dates (ids and times of the messages, no text)',
  path: pathOf(reads.messages, '$select=ChatMessageId,ChatSessionId,WhenPosted'),
  body: JSON.stringify({ ChatSessionId: Number(id), After: 0 }),
});

export const aboutUnknownNames = (id: string): Question => ({
  purpose: 'a name in $select that there is not',
  path: ofSession(id, 'ChatSessionId,NoSuchProperty'),
});

export const aboutDeepPaths = (id: string): Question => ({
  purpose: 'a path in $select that goes two levels deep (names nothing but a city)',
  path: ofSession(id, 'ChatSessionId,Contact/Address/Street/City,Contact/ContactId'),
});

export const aboutUnknownId: Question = {
  purpose: 'a session that there is not',
  path: ofSession(String(maxRecordId), 'ChatSessionId'),
};

export const aboutTargets: Question = {
  purpose: 'ids of transfer targets (names are compared, not printed)',
  path: pathOf(reads.transferTargets, '$select=FullName,Id,Name'),
  body: JSON.stringify({ Flat: true, OnlyPresent: false }),
};

export const aboutMyTopics: Question = {
  purpose: 'a topic whose agents have both numbers',
  path: pathOf(reads.myTopics, '$select=ChatTopicId'),
};

export const aboutAgents = (topicId: string): Question => ({
  purpose: 'both numbers of its agents',
  path: pathOf(reads.agents, '$select=TopicId,User/AssociateId,User/EjUserId,User/FullName,User/Name,User/UserName'),
  body: JSON.stringify({ ChatTopicId: Number(topicId) }),
});

/** @param queryChars of the whole query string, which is filled up by a parameter that nobody reads */
export function aboutLength(id: string, queryChars: number): Question {
  const path = `${ofSession(id, 'ChatSessionId')}&padding=`;
  const padding = 'Ticket/Title,'.repeat(Math.ceil(queryChars / 13));
  return { purpose: 'how long a query may be', path: (path + padding).slice(0, path.indexOf('?') + 1 + queryChars) };
}
