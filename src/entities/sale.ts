/**
 * How the sale of a chat session is selected and read.
 * Schema: schema/chat-sale.graphql.
 */
import type { TableRightCarrier } from '../superoffice/carriers/access.js';
import type { SaleCarrier } from '../superoffice/carriers/sale.js';
import { readFloat, readInt, readObject, readText } from './conversions.js';
import { readDateTime } from './date-time.js';
import { readEnum } from './enums.js';
import { readFieldProperties } from './field-properties.js';
import { fieldsOf, type Entity } from './field-table.js';
import { readId, readReference } from './identifiers.js';

const readStatus = readEnum('SaleStatus', {
  Unknown: 'UNKNOWN',
  Open: 'OPEN',
  Sold: 'SOLD',
  Lost: 'LOST',
  Stalled: 'STALLED',
  SaintAll: 'SAINT_ALL',
});

const readCompletion = readEnum('ActivityStatus', {
  Unknown: 'UNKNOWN',
  NotStarted: 'NOT_STARTED',
  Started: 'STARTED',
  Completed: 'COMPLETED',
});

const readOwnProperties = readFieldProperties(() => saleEntity.fields);

const { scalar, value } = fieldsOf<SaleCarrier>();

export const saleFields = {
  id: scalar('SaleId', readId),
  contactName: scalar('ContactName', readText),
  saleDate: scalar('SaleDate', readDateTime),
  probability: scalar('Probability', readInt),
  title: scalar('Title', readText),
  amount: scalar('Amount', readFloat),
  currency: scalar('Currency', readText),
  projectName: scalar('ProjectName', readText),
  associateFullName: scalar('AssociateFullName', readText),
  description: scalar('Description', readText),
  status: scalar('Status', readStatus),
  weightedAmount: scalar('WeightedAmount', readFloat),
  projectId: scalar('ProjectId', readReference),
  earningPercent: scalar('EarningPercent', readFloat),
  earning: scalar('Earning', readFloat),
  contactId: scalar('ContactId', readReference),
  associateId: scalar('AssociateId', readReference),
  personId: scalar('PersonId', readReference),
  saleTypeId: scalar('SaleTypeId', readReference),
  saleTypeName: scalar('SaleTypeName', readText),
  personFullName: scalar('PersonFullName', readText),
  completed: scalar('Completed', readCompletion),
  activeErpLinks: scalar('ActiveErpLinks', readInt),
  nextDueDate: scalar('NextDueDate', readDateTime),
  number: scalar('Number', readText),
  tableRight: value('TableRight', readObject<TableRightCarrier>()),
  fieldProperties: value('FieldProperties', readOwnProperties),
};

export const saleEntity: Entity<SaleCarrier> = { name: 'ChatSale', identity: 'SaleId', fields: saleFields };
