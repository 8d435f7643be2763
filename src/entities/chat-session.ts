/**
 * How a chat session is selected and read: the main record that this gateway requests from SuperOffice.
 * Schema: schema/chat-session.graphql and session-key.graphql.
 */
import type { ChatSessionCarrier, TableRightCarrier } from '../superoffice/carriers.js';
import { associateEntity } from './associate.js';
import { contactEntity } from './contact.js';
import { readObject } from './conversions.js';
import { readFlags } from './enums.js';
import { readFieldProperties } from './field-properties.js';
import { type Entity, fieldsOf } from './field-table.js';
import { readId, readReference } from './identifiers.js';
import { personEntity } from './person.js';
import { projectEntity } from './project.js';
import { publishedFields } from './published-fields.js';
import { saleEntity } from './sale.js';
import {
  customerNames,
  readCustomerDisplayName,
  readDurationSeconds,
  readIsCustomerGone,
  readIsOpen,
  readIsWaiting,
  readWaitSeconds,
} from './session-progress.js';
import { readStatus } from './session-status.js';
import { ticketEntity } from './ticket.js';

const readSessionFlags = readFlags('ChatSessionFlags', {
  CustomerIsTyping: ['CUSTOMER_IS_TYPING'],
  UserIsTyping: ['USER_IS_TYPING'],
  None: [],
});

const readOwnProperties = readFieldProperties(() => chatSessionEntity.fields);

const { scalar, value, embedded, link, linkBy, computed } = fieldsOf('ChatSessionEntity');

const idOnly: ReadonlySet<string> = new Set(['AssociateId']);

/** The id of a user of the session, to compare with the caller's; null: there is none. */
const userId = (property: 'User' | 'TransferTo') => ({
  part: idOnly,
  ...linkBy([property], (view, readContext) =>
    readReference(view.embed(property)?.read('AssociateId'), readContext, {}),
  ),
});

export const chatSessionFields = {
  ...publishedFields('ChatSessionEntity', ['ChatSessionId']),
  id: scalar('ChatSessionId', readId),
  topic: link('TopicId', readReference),
  user: embedded('User', () => associateEntity),
  person: embedded('Person', () => personEntity),
  customerDisplayName: computed(customerNames, readCustomerDisplayName),
  status: scalar('Status', readStatus),
  flags: scalar('Flags', readSessionFlags),
  contact: embedded('Contact', () => contactEntity),
  project: embedded('Project', () => projectEntity),
  sale: embedded('Sale', () => saleEntity),
  ticket: embedded('Ticket', () => ticketEntity),
  transferTo: embedded('TransferTo', () => associateEntity),
  waitSeconds: computed(['WhenRequested', 'WhenStarted', 'WhenEnded'], readWaitSeconds),
  durationSeconds: computed(['WhenStarted', 'WhenEnded'], readDurationSeconds),
  isWaiting: computed(['Status'], readIsWaiting),
  isOpen: computed(['Status'], readIsOpen),
  isCustomerGone: computed(['WhenFetched'], readIsCustomerGone),
  isMine: userId('User'),
  isOfferedToMe: userId('TransferTo'),
  messages: link('ChatSessionId', readId),
  transcript: link('ChatSessionId', readId),
  tableRight: value('TableRight', readObject<TableRightCarrier>()),
  fieldProperties: value('FieldProperties', readOwnProperties),
};

export const chatSessionEntity: Entity<ChatSessionCarrier> = {
  name: 'ChatSession',
  identity: 'ChatSessionId',
  fields: chatSessionFields,
};
