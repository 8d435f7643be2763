/**
 * How a chat session is selected and read: the root of what this gateway asks SuperOffice for.
 * Schema: schema/chat-session.graphql and session-key.graphql.
 */
import type { TableRightCarrier } from '../superoffice/carriers.js';
import type { ChatSessionCarrier } from '../superoffice/carriers.js';
import { associateEntity } from './associate.js';
import { contactEntity } from './contact.js';
import { readBoolean, readInt, readObject, readText } from './conversions.js';
import { readDateTime } from './date-time.js';
import { readFlags } from './enums.js';
import { readFieldProperties } from './field-properties.js';
import { fieldsOf, type Entity } from './field-table.js';
import { readId, readReference } from './identifiers.js';
import { personEntity } from './person.js';
import { projectEntity } from './project.js';
import { saleEntity } from './sale.js';
import { readStatus } from './session-status.js';
import {
  customerNames,
  readCustomerDisplayName,
  readDurationSeconds,
  readIsCustomerGone,
  readIsOpen,
  readIsWaiting,
  readWaitSeconds,
} from './session-progress.js';
import { ticketEntity } from './ticket.js';

const readSessionFlags = readFlags('ChatSessionFlags', {
  CustomerIsTyping: ['CUSTOMER_IS_TYPING'],
  UserIsTyping: ['USER_IS_TYPING'],
  None: [],
});

const readOwnProperties = readFieldProperties(() => chatSessionEntity.fields);

const { scalar, value, embedded, link, computed } = fieldsOf('ChatSessionEntity');

export const chatSessionFields = {
  id: scalar('ChatSessionId', readId),
  topicId: scalar('TopicId', readReference),
  topic: link('TopicId', readReference),
  user: embedded('User', () => associateEntity),
  person: embedded('Person', () => personEntity),
  customerAlias: scalar('CustomerAlias', readText),
  customerHost: scalar('CustomerHost', readText),
  customerName: scalar('CustomerName', readText),
  customerEmail: scalar('CustomerEmail', readText),
  customerPhone: scalar('CustomerPhone', readText),
  customerConsented: scalar('CustomerConsented', readBoolean),
  customerCompanyName: scalar('CustomerCompanyName', readText),
  customerDisplayName: computed(customerNames, readCustomerDisplayName),
  status: scalar('Status', readStatus),
  firstMessage: scalar('FirstMessage', readText),
  lastMessage: scalar('LastMessage', readText),
  whenRequested: scalar('WhenRequested', readDateTime),
  whenStarted: scalar('WhenStarted', readDateTime),
  whenEnded: scalar('WhenEnded', readDateTime),
  whenIdle: scalar('WhenIdle', readDateTime),
  whenFetched: scalar('WhenFetched', readDateTime),
  initialQueuePos: scalar('InitialQueuePos', readInt),
  alertLevel: scalar('AlertLevel', readInt),
  rank: scalar('Rank', readInt),
  flags: scalar('Flags', readSessionFlags),
  contact: embedded('Contact', () => contactEntity),
  project: embedded('Project', () => projectEntity),
  sale: embedded('Sale', () => saleEntity),
  ticket: embedded('Ticket', () => ticketEntity),
  transferTo: embedded('TransferTo', () => associateEntity),
  chatbotIsActive: scalar('ChatbotIsActive', readBoolean),
  rating: scalar('Rating', readInt),
  waitSeconds: computed(['WhenRequested', 'WhenStarted', 'WhenEnded'], readWaitSeconds),
  durationSeconds: computed(['WhenStarted', 'WhenEnded'], readDurationSeconds),
  isWaiting: computed(['Status'], readIsWaiting),
  isOpen: computed(['Status'], readIsOpen),
  isCustomerGone: computed(['WhenFetched'], readIsCustomerGone),
  messages: link('ChatSessionId', readId),
  transcript: link('ChatSessionId', readId),
  tableRight: value('TableRight', readObject<TableRightCarrier>()),
  fieldProperties: value('FieldProperties', readOwnProperties),
  sessionKey: scalar('SessionKey', readText),
};

export const chatSessionEntity: Entity<ChatSessionCarrier> = {
  name: 'ChatSession',
  identity: 'ChatSessionId',
  fields: chatSessionFields,
};
