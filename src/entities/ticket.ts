/**
 * How the request (SuperOffice: ticket) of a chat session is selected and read.
 * Schema: schema/chat-ticket.graphql.
 */
import { chatContract } from '../contract/generated/chat.js';
import type { TableRightCarrier } from '../superoffice/carriers.js';
import type { TicketCarrier } from '../superoffice/carriers.js';
import { readBoolean, readInt, readObject, readText } from './conversions.js';
import { readDateTime } from './date-time.js';
import { readEnum } from './enums.js';
import { readFieldProperties } from './field-properties.js';
import { fieldsOf, type Entity } from './field-table.js';
import { readId, readReference } from './identifiers.js';

const { types } = chatContract;

const readSecurityLevel = readEnum('TicketSecurityLevel', types.Ticket.Slevel);

const readBaseStatus = readEnum('TicketBaseStatus', types.Ticket.BaseStatus);

const readOrigin = readEnum('TicketOrigin', types.Ticket.Origin);

const readReadStatus = readEnum('TicketReadStatus', types.Ticket.ReadStatus);

const readOwnProperties = readFieldProperties(() => ticketEntity.fields);

const { scalar, value } = fieldsOf('Ticket');

export const ticketFields = {
  id: scalar('TicketId', readId),
  title: scalar('Title', readText),
  createdAt: scalar('CreatedAt', readDateTime),
  lastChanged: scalar('LastChanged', readDateTime),
  readByOwner: scalar('ReadByOwner', readDateTime),
  readByCustomer: scalar('ReadByCustomer', readDateTime),
  firstReadByUser: scalar('FirstReadByUser', readDateTime),
  activate: scalar('Activate', readDateTime),
  closedAt: scalar('ClosedAt', readDateTime),
  repliedAt: scalar('RepliedAt', readDateTime),
  alertTimeout: scalar('AlertTimeout', readDateTime),
  deadline: scalar('Deadline', readDateTime),
  createdBy: scalar('CreatedBy', readReference),
  createdByName: scalar('CreatedByName', readText),
  author: scalar('Author', readText),
  ownedBy: scalar('OwnedBy', readReference),
  ownedByName: scalar('OwnedByName', readText),
  category: scalar('Category', readReference),
  categoryName: scalar('CategoryName', readText),
  categoryFullname: scalar('CategoryFullname', readText),
  slevel: scalar('Slevel', readSecurityLevel),
  priority: scalar('Priority', readReference),
  priorityName: scalar('PriorityName', readText),
  baseStatus: scalar('BaseStatus', readBaseStatus),
  ticketStatus: scalar('TicketStatus', readReference),
  ticketStatusDisplayValue: scalar('TicketStatusDisplayValue', readText),
  origin: scalar('Origin', readOrigin),
  custId: scalar('CustId', readReference),
  personFirstname: scalar('PersonFirstname', readText),
  personMiddleName: scalar('PersonMiddleName', readText),
  personLastname: scalar('PersonLastname', readText),
  personFullname: scalar('PersonFullname', readText),
  alertLevel: scalar('AlertLevel', readInt),
  connectId: scalar('ConnectId', readReference),
  readStatus: scalar('ReadStatus', readReadStatus),
  timeToReply: scalar('TimeToReply', readInt),
  realTimeToReply: scalar('RealTimeToReply', readInt),
  timeToClose: scalar('TimeToClose', readInt),
  realTimeToClose: scalar('RealTimeToClose', readInt),
  timeSpentInternally: scalar('TimeSpentInternally', readInt),
  timeSpentExternally: scalar('TimeSpentExternally', readInt),
  timeSpentQueue: scalar('TimeSpentQueue', readInt),
  realTimeSpentInternally: scalar('RealTimeSpentInternally', readInt),
  realTimeSpentExternally: scalar('RealTimeSpentExternally', readInt),
  realTimeSpentQueue: scalar('RealTimeSpentQueue', readInt),
  timeSpent: scalar('TimeSpent', readInt),
  hasAttachment: scalar('HasAttachment', readBoolean),
  numReplies: scalar('NumReplies', readInt),
  numMessages: scalar('NumMessages', readInt),
  fromAddress: scalar('FromAddress', readText),
  contactId: scalar('ContactId', readReference),
  contactName: scalar('ContactName', readText),
  ownedByAssociateId: scalar('OwnedByAssociateId', readReference),
  language: scalar('Language', readText),
  sentiment: scalar('Sentiment', readInt),
  sentimentConfidence: scalar('SentimentConfidence', readInt),
  saleId: scalar('SaleId', readReference),
  projectId: scalar('ProjectId', readReference),
  saleHeading: scalar('SaleHeading', readText),
  projectName: scalar('ProjectName', readText),
  formSubmissionId: scalar('FormSubmissionId', readReference),
  ticketTypeId: scalar('TicketTypeId', readReference),
  ticketTypeName: scalar('TicketTypeName', readText),
  tableRight: value('TableRight', readObject<TableRightCarrier>()),
  fieldProperties: value('FieldProperties', readOwnProperties),
};

export const ticketEntity: Entity<TicketCarrier> = { name: 'ChatTicket', identity: 'TicketId', fields: ticketFields };
