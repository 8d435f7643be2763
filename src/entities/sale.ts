/**
 * How the sale of a chat session is selected and read.
 * Schema: schema/chat-sale.graphql.
 */
import { chatContract } from '../contract/generated/chat.js';
import type { TableRightCarrier } from '../superoffice/carriers.js';
import type { SaleCarrier } from '../superoffice/carriers.js';
import { readFloat, readInt, readObject, readText } from './conversions.js';
import { readDateTime } from './date-time.js';
import { readEnum } from './enums.js';
import { readFieldProperties } from './field-properties.js';
import { fieldsOf, type Entity } from './field-table.js';
import { readId, readReference } from './identifiers.js';

const { types } = chatContract;

const readStatus = readEnum('SaleStatus', types.Sale.Status);

const readCompletion = readEnum('ActivityStatus', types.Sale.Completed);

const readOwnProperties = readFieldProperties(() => saleEntity.fields);

const { scalar, value } = fieldsOf('Sale');

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
