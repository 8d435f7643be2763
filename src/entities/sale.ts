/**
 * How the sale of a chat session is selected and read.
 * Schema: schema/chat-sale.graphql.
 */
import { publishedTypes } from '../contract/generated/types.js';
import type { SaleCarrier, TableRightCarrier } from '../superoffice/carriers.js';
import { readObject } from './conversions.js';
import { readEnum } from './enums.js';
import { readFieldProperties } from './field-properties.js';
import { type Entity, fieldsOf } from './field-table.js';
import { readId } from './identifiers.js';
import { publishedFields } from './published-fields.js';

const readStatus = readEnum('SaleStatus', publishedTypes.Sale.Status);

const readCompletion = readEnum('ActivityStatus', publishedTypes.Sale.Completed);

const readOwnProperties = readFieldProperties(() => saleEntity.fields);

const { scalar, value } = fieldsOf('Sale');

export const saleFields = {
  ...publishedFields('Sale', ['SaleId']),
  id: scalar('SaleId', readId),
  status: scalar('Status', readStatus),
  completed: scalar('Completed', readCompletion),
  tableRight: value('TableRight', readObject<TableRightCarrier>()),
  fieldProperties: value('FieldProperties', readOwnProperties),
};

export const saleEntity: Entity<SaleCarrier> = { name: 'ChatSale', identity: 'SaleId', fields: saleFields };
