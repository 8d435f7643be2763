/**
 * How a list item that a chat can be transferred to is selected and read. Its child items have the same shape and all their properties.
 * Schema: schema/chat-transfer-target.graphql.
 */
import type { ListItemCarrier, TableRightCarrier } from '../superoffice/carriers.js';
import { readCarriers } from './carrier-list.js';
import { readListedUser } from './chat-users.js';
import { readObject } from './conversions.js';
import { readFieldProperties } from './field-properties.js';
import { type Entity, fieldsOf } from './field-table.js';
import { readId } from './identifiers.js';
import { publishedFields } from './published-fields.js';

const readOwnProperties = readFieldProperties(() => transferTargetEntity.fields);

const { scalar, value, linkBy } = fieldsOf('MDOListItem');

const user = linkBy(['Id', 'Name', 'FullName'], readListedUser);

export const transferTargetFields = {
  ...publishedFields('MDOListItem', ['Id']),
  id: scalar('Id', readId),
  associateId: user,
  userName: user,
  childItems: value(
    'ChildItems',
    readCarriers(() => transferTargetEntity),
  ),
  tableRight: value('TableRight', readObject<TableRightCarrier>()),
  fieldProperties: value('FieldProperties', readOwnProperties),
};

export const transferTargetEntity: Entity<ListItemCarrier> = {
  name: 'ChatTransferTarget',
  identity: 'Id',
  fields: transferTargetFields,
};
