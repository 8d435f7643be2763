/** The entities that SuperOffice gives with a session: snapshots, read from the record that the session came in. */
import { associateFields } from '../entities/associate.js';
import { contactFields } from '../entities/contact.js';
import { personFields } from '../entities/person.js';
import { projectFields } from '../entities/project.js';
import { saleFields } from '../entities/sale.js';
import { ticketFields } from '../entities/ticket.js';
import type {
  ChatAssociateResolvers,
  ChatContactResolvers,
  ChatPersonResolvers,
  ChatProjectResolvers,
  ChatSaleResolvers,
  ChatTicketResolvers,
} from '../generated/resolver-types.js';
import { fieldResolvers } from './field-resolvers.js';

export const ChatAssociate: Required<ChatAssociateResolvers> = fieldResolvers(associateFields);
export const ChatPerson: Required<ChatPersonResolvers> = fieldResolvers(personFields);
export const ChatContact: Required<ChatContactResolvers> = fieldResolvers(contactFields);
export const ChatProject: Required<ChatProjectResolvers> = fieldResolvers(projectFields);
export const ChatSale: Required<ChatSaleResolvers> = fieldResolvers(saleFields);
export const ChatTicket: Required<ChatTicketResolvers> = fieldResolvers(ticketFields);
