/**
 * How the list items of a chat topic are selected and read: three types of one shape, told apart by their names in the schema.
 * Schema: schema/chat-topic.graphql.
 */
import type { TableRightCarrier } from '../superoffice/carriers.js';
import type { ListValueCarrier } from '../superoffice/carriers.js';
import { readObject, readText } from './conversions.js';
import { readFieldProperties } from './field-properties.js';
import { fieldsOf, type Entity, type FieldTable } from './field-table.js';
import { readId } from './identifiers.js';

const readOwnProperties = readFieldProperties((): FieldTable<never> => listValueFields);

const { scalar, value } = fieldsOf('CustomerLanguage');

export const listValueFields = {
  id: scalar('Id', readId),
  value: scalar('Value', readText),
  tooltip: scalar('Tooltip', readText),
  tableRight: value('TableRight', readObject<TableRightCarrier>()),
  fieldProperties: value('FieldProperties', readOwnProperties),
};

const listValueEntity = (name: string): Entity<ListValueCarrier> => ({ name, identity: 'Id', fields: listValueFields });

export const customerLanguageEntity = listValueEntity('ChatCustomerLanguage');
export const ticketCategoryEntity = listValueEntity('ChatTicketCategory');
export const ticketPriorityEntity = listValueEntity('ChatTicketPriority');
