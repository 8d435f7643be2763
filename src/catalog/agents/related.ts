/**
 * The lists of the agents of the records that sessions embed, by which routers resolve references to these records. SuperOffice does not
 * publish the order of the results, nor what stands for an id that does not exist.
 * @see SuperOffice: POST Agents/Person/GetPersonList, and the same of the other agents
 */
import { associateContract } from '../../contract/generated/associate.js';
import { contactContract } from '../../contract/generated/contact.js';
import { personContract } from '../../contract/generated/person.js';
import { projectContract } from '../../contract/generated/project.js';
import { saleContract } from '../../contract/generated/sale.js';
import { ticketContract } from '../../contract/generated/ticket.js';
import { associateEntity } from '../../entities/associate.js';
import { contactEntity } from '../../entities/contact.js';
import { personEntity } from '../../entities/person.js';
import { projectEntity } from '../../entities/project.js';
import { saleEntity } from '../../entities/sale.js';
import { ticketEntity } from '../../entities/ticket.js';
import { operationsOf } from '../operation.js';

export const reads = {
  person: operationsOf(personContract).batch('GetPersonList', { of: personEntity }),
  contact: operationsOf(contactContract).batch('GetContactList', { of: contactEntity }),
  associate: operationsOf(associateContract).batch('GetAssociateList', { of: associateEntity }),
  project: operationsOf(projectContract).batch('GetProjectList', { of: projectEntity }),
  sale: operationsOf(saleContract).batch('GetSaleList', { of: saleEntity }),
  ticket: operationsOf(ticketContract).batch('GetTickets', { of: ticketEntity, ids: 'TicketIds' }),
};
