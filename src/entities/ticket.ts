/**
 * How the request (SuperOffice: ticket) of a chat session is selected and read.
 * Schema: schema/chat-ticket.graphql.
 */
import { publishedTypes } from '../contract/generated/types.js';
import type { TableRightCarrier, TicketCarrier } from '../superoffice/carriers.js';
import { readObject } from './conversions.js';
import { readEnum } from './enums.js';
import { readFieldProperties } from './field-properties.js';
import { type Entity, fieldsOf } from './field-table.js';
import { readId, readReference } from './identifiers.js';
import { publishedFields } from './published-fields.js';

const readSecurityLevel = readEnum('TicketSecurityLevel', publishedTypes.Ticket.Slevel);

const readBaseStatus = readEnum('TicketBaseStatus', publishedTypes.Ticket.BaseStatus);

const readOrigin = readEnum('TicketOrigin', publishedTypes.Ticket.Origin);

const readReadStatus = readEnum('TicketReadStatus', publishedTypes.Ticket.ReadStatus);

const readOwnProperties = readFieldProperties(() => ticketEntity.fields);

const { scalar, value } = fieldsOf('Ticket');

export const ticketFields = {
  ...publishedFields('Ticket', ['TicketId', 'CreatedBy', 'OwnedBy', 'Category', 'Priority', 'TicketStatus']),
  id: scalar('TicketId', readId),
  createdBy: scalar('CreatedBy', readReference),
  ownedBy: scalar('OwnedBy', readReference),
  category: scalar('Category', readReference),
  slevel: scalar('Slevel', readSecurityLevel),
  priority: scalar('Priority', readReference),
  baseStatus: scalar('BaseStatus', readBaseStatus),
  ticketStatus: scalar('TicketStatus', readReference),
  origin: scalar('Origin', readOrigin),
  readStatus: scalar('ReadStatus', readReadStatus),
  tableRight: value('TableRight', readObject<TableRightCarrier>()),
  fieldProperties: value('FieldProperties', readOwnProperties),
};

export const ticketEntity: Entity<TicketCarrier> = { name: 'ChatTicket', identity: 'TicketId', fields: ticketFields };
