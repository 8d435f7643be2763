/**
 * The columns of the providers ChatSession, FindChatSession and SimpleChatSession: those of the session, and some of its topic, agent,
 * customer and company. There is none for the customer's name, e-mail address or key, nor for tickets, sales and projects.
 */
import { storedTimeMs } from '../clock.js';
import { isRecord } from '../json-record.js';
import type { JsonRecord, JsonValue } from '../json-record.js';
import { columnsOf, noDate, numberAt, textAt, type ArchiveColumn, type ArchiveRow } from './column.js';

/** By number. */
export const statusNames = [
  ...['Invalid', 'PreChatForm', 'Faq', 'OfflineForm', 'InQueue', 'CustomerLast', 'UserLast', 'Finished', 'Deleted'],
  ...['Closed', 'RequestPosted', 'ClosedFromQueue', 'ClosedByRobot'],
];

const statusTexts = [
  ...['', 'Pre chat form', 'FAQ', 'Offline form', 'Waiting', 'Waiting for agent', 'Waiting for customer', 'Finished'],
  ...['Deleted', 'Closed', 'Request posted', 'Closed in queue', 'Closed by robot'],
];

export const statusNumber = ({ session }: ArchiveRow): number => statusNames.indexOf(String(session['Status']));

const embedded = ({ session }: ArchiveRow, property: string): JsonRecord | null => {
  const value: JsonValue | undefined = session[property];
  return isRecord(value) ? value : null;
};

const topicOf = ({ session, world }: ArchiveRow): JsonRecord | null => world.topics.find(Number(session['TopicId']));

export const intColumn = (raw: (row: ArchiveRow) => JsonValue): ArchiveColumn => ({ kind: 'int', raw });
export const textColumn = (property: string): ArchiveColumn => ({
  kind: 'string',
  raw: ({ session }) => textAt(session, property),
});
export const dateColumn = (property: string): ArchiveColumn => ({
  kind: 'datetime',
  raw: ({ session }) => session[property] ?? noDate,
});

const topicText = (property: string): ArchiveColumn => ({
  kind: 'string',
  raw: (row) => textAt(topicOf(row), property),
});

const partText = (part: string, property: string): ArchiveColumn => ({
  kind: 'string',
  raw: (row) =>
    numberAt(embedded(row, part), `${part === 'User' ? 'Associate' : part}Id`) > 0
      ? textAt(embedded(row, part), property)
      : '',
});

const partNumber = (part: string, property: string): ArchiveColumn =>
  intColumn((row) => numberAt(embedded(row, part), property));

const seconds = (from: number | null, to: number | null): number | null =>
  from === null || to === null ? null : Math.max(0, Math.floor((to - from) / 1000));

/** Until an agent took the session, until it ended without one, or until now. */
function secondsInQueue({ session, world }: ArchiveRow): number | null {
  const ended = storedTimeMs(session['WhenStarted']) ?? storedTimeMs(session['WhenEnded']) ?? world.nowMs();
  return seconds(storedTimeMs(session['WhenRequested']), ended);
}

const secondsOfTalk = ({ session, world }: ArchiveRow): number | null =>
  seconds(storedTimeMs(session['WhenStarted']), storedTimeMs(session['WhenEnded']) ?? world.nowMs());

export const chatColumns = columnsOf({
  getAllRows: { kind: 'bool', raw: () => true },
  getNoRows: { kind: 'bool', raw: () => false },
  chatSessionId: intColumn(({ session }) => numberAt(session, 'ChatSessionId')),
  firstMessage: textColumn('FirstMessage'),
  lastMessage: textColumn('LastMessage'),
  whenRequested: dateColumn('WhenRequested'),
  whenStarted: dateColumn('WhenStarted'),
  whenEnded: dateColumn('WhenEnded'),
  duration: { kind: 'timeSpan', raw: secondsOfTalk, isSortable: false },
  timeInQueue: { kind: 'timeSpan', raw: secondsInQueue },
  queueLength: intColumn(({ session }) => numberAt(session, 'InitialQueuePos')),
  rating: intColumn(({ session }) => session['Rating'] ?? null),
  agent: {
    kind: 'ejUser',
    raw: (row) => numberAt(embedded(row, 'User'), 'EjUserId'),
    display: (row) => textAt(embedded(row, 'User'), 'FullName'),
  },
  status: { kind: 'listAny', raw: statusNumber, display: (row) => statusTexts[statusNumber(row)] ?? '' },
  associateId: {
    kind: 'associate',
    raw: (row) => numberAt(embedded(row, 'User'), 'AssociateId'),
    display: (row) => textAt(embedded(row, 'User'), 'Name'),
  },
  contactId: {
    kind: 'listAny',
    raw: (row) => String(numberAt(embedded(row, 'Contact'), 'ContactId')), // a list item's id is a text
    display: (row) => textAt(embedded(row, 'Contact'), 'Name'),
  },
  personId: {
    kind: 'listAny',
    raw: (row) => String(numberAt(embedded(row, 'Person'), 'PersonId')),
    display: (row) => textAt(embedded(row, 'Person'), 'FullName'),
  },
  'chatTopic/chatTopicId': intColumn(({ session }) => numberAt(session, 'TopicId')),
  'chatTopic/name': topicText('Name'),
  'chatTopic/description': topicText('Description'),
  'chatTopic/badgeHeader': topicText('BadgeHeader'),
  'associate/fullName': partText('User', 'FullName'),
  'associate/userName': partText('User', 'UserName'),
  'associate/personId': partNumber('User', 'PersonId'),
  'associate/ejUserId': partNumber('User', 'EjUserId'),
  'person/firstName': partText('Person', 'Firstname'),
  'person/middleName': partText('Person', 'MiddleName'),
  'person/lastName': partText('Person', 'Lastname'),
  'person/fullName': partText('Person', 'FullName'),
  'person/title': partText('Person', 'Title'),
  'contact/name': partText('Contact', 'Name'),
  'contact/department': partText('Contact', 'Department'),
  'contact/orgNr': partText('Contact', 'OrgNr'),
});
