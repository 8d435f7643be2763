/**
 * How the list items of a chat topic are selected and read: three types of the same shape that differ in their schema names.
 * Schema: schema/chat-topic.graphql.
 */
import type { ListValueCarrier, TableRightCarrier } from '../superoffice/carriers.js';
import { readObject } from './conversions.js';
import { readFieldProperties } from './field-properties.js';
import { type Entity, fieldsOf, type FieldTable } from './field-table.js';
import { readId } from './identifiers.js';
import { publishedFields } from './published-fields.js';

const readOwnProperties = readFieldProperties((): FieldTable<never> => listValueFields);

const { scalar, value } = fieldsOf('CustomerLanguage');

export const listValueFields = {
  ...publishedFields('CustomerLanguage', ['Id']),
  id: scalar('Id', readId),
  tableRight: value('TableRight', readObject<TableRightCarrier>()),
  fieldProperties: value('FieldProperties', readOwnProperties),
};

const listValueEntity = (name: string): Entity<ListValueCarrier> => ({ name, identity: 'Id', fields: listValueFields });

export const customerLanguageEntity = listValueEntity('ChatCustomerLanguage');
export const ticketCategoryEntity = listValueEntity('ChatTicketCategory');
export const ticketPriorityEntity = listValueEntity('ChatTicketPriority');
