/**
 * The archives of chat sessions. `ChatSession` is SuperOffice's own list: it lacks the customer's name and address, and has them only as texts of
 * the person. `Dynamic` reads the table itself, and lacks the user: the table has another number for them.
 * @see SuperOffice: archive providers ChatSession and Dynamic; table chat_session
 */
import {
  number,
  same,
  status,
  type FilterColumn,
  type SessionArchive,
  type SessionColumns,
} from './archive-columns.js';

const int = (column: string): FilterColumn => ({ column, kind: 'int' });
const list = (column: string): FilterColumn => ({ column, kind: 'list' });
const datetime = (column: string): FilterColumn => ({ column, kind: 'datetime' });
const text = (column: string): FilterColumn => ({ column, kind: 'text' });

const chatColumns: SessionColumns = {
  ChatSessionId: number('chatSessionId'),
  TopicId: number('chatTopic/chatTopicId'),
  Status: status('status'),
  FirstMessage: same('firstMessage'),
  LastMessage: same('lastMessage'),
  WhenRequested: same('whenRequested'),
  WhenStarted: same('whenStarted'),
  WhenEnded: same('whenEnded'),
  InitialQueuePos: number('queueLength'),
  Rating: number('rating'),
  User: {
    parts: {
      AssociateId: number('associateId'),
      FullName: same('associate/fullName'),
      UserName: same('associate/userName'),
      PersonId: number('associate/personId'),
      EjUserId: number('associate/ejUserId'),
    },
  },
  Person: {
    parts: {
      PersonId: number('personId'),
      Firstname: same('person/firstName'),
      MiddleName: same('person/middleName'),
      Lastname: same('person/lastName'),
      FullName: same('person/fullName'),
      Title: same('person/title'),
    },
  },
  Contact: {
    parts: {
      ContactId: number('contactId'),
      Name: same('contact/name'),
      Department: same('contact/department'),
    },
  },
};

export const chatArchive: SessionArchive = {
  provider: 'ChatSession',
  id: 'chatSessionId',
  topicId: 'chatTopic/chatTopicId',
  whenRequested: 'whenRequested',
  columns: chatColumns,
  filters: {
    ids: int('chatSessionId'),
    status: list('status'),
    topicIds: int('chatTopic/chatTopicId'),
    agentIds: { column: 'associateId', kind: 'associate' },
    personIds: list('personId'),
    contactIds: list('contactId'),
    whenRequested: datetime('whenRequested'),
    whenStarted: datetime('whenStarted'),
    whenEnded: datetime('whenEnded'),
    rating: int('rating'),
    waitSeconds: { column: 'timeInQueue', kind: 'timeSpan' },
    durationSeconds: { column: 'duration', kind: 'timeSpan' },
    firstMessage: text('firstMessage'),
    lastMessage: text('lastMessage'),
  },
};

const of = (column: string): string => `chat_session.${column}`;

const dynamicColumns: SessionColumns = {
  ChatSessionId: number(of('id')),
  TopicId: number(of('topic_id')),
  Status: status(of('status')),
  CustomerAlias: same(of('customer_alias')),
  CustomerHost: same(of('customer_host')),
  CustomerName: same(of('name')),
  CustomerEmail: same(of('email')),
  CustomerPhone: same(of('phone')),
  CustomerCompanyName: same(of('company_name')),
  CustomerConsented: same(of('consented')),
  FirstMessage: same(of('first_message')),
  LastMessage: same(of('last_message')),
  WhenRequested: same(of('when_requested')),
  WhenStarted: same(of('when_started')),
  WhenEnded: same(of('when_ended')),
  WhenIdle: same(of('idle')),
  WhenFetched: same(of('customer_fetch')),
  InitialQueuePos: number(of('initial_queue_pos')),
  AlertLevel: number(of('alert_level')),
  Rank: number(of('rank')),
  ChatbotIsActive: same(of('chatbot_isactive')),
  Rating: number(of('rating')),
  Person: { parts: { PersonId: number(of('customer_id')) } },
  Contact: { parts: { ContactId: number(of('contact_id')) } },
  Project: { parts: { ProjectId: number(of('project_id')) } },
  Sale: { parts: { SaleId: number(of('sale_id')) } },
  Ticket: { parts: { TicketId: number(of('ticket_id')) } },
};

export const dynamicArchive: SessionArchive = {
  provider: 'Dynamic',
  id: of('id'),
  topicId: of('topic_id'),
  whenRequested: of('when_requested'),
  columns: dynamicColumns,
  filters: {
    ids: int(of('id')),
    status: int(of('status')),
    topicIds: int(of('topic_id')),
    personIds: int(of('customer_id')),
    contactIds: int(of('contact_id')),
    whenRequested: datetime(of('when_requested')),
    whenStarted: datetime(of('when_started')),
    whenEnded: datetime(of('when_ended')),
    rating: int(of('rating')),
    firstMessage: text(of('first_message')),
    lastMessage: text(of('last_message')),
    customerName: text(of('name')),
    customerEmail: text(of('email')),
    customerPhone: text(of('phone')),
    customerCompanyName: text(of('company_name')),
  },
};
