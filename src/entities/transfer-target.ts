/**
 * How a list item that a chat can be handed to is selected and read. Those below it have the same shape and come whole.
 * Schema: schema/chat-transfer-target.graphql.
 */
import type { TableRightCarrier } from '../superoffice/carriers.js';
import type { ListItemCarrier } from '../superoffice/carriers.js';
import { readCarriers } from './carrier-list.js';
import { readBoolean, readInt, readObject, readText } from './conversions.js';
import { readListedUser } from './chat-users.js';
import { readFieldProperties } from './field-properties.js';
import { fieldsOf, type Entity } from './field-table.js';
import { readId } from './identifiers.js';

const readOwnProperties = readFieldProperties(() => transferTargetEntity.fields);

const { scalar, value, linkBy } = fieldsOf('MDOListItem');

const user = linkBy(['Id', 'Name', 'FullName'], readListedUser);

export const transferTargetFields = {
  id: scalar('Id', readId),
  associateId: user,
  userName: user,
  name: scalar('Name', readText),
  toolTip: scalar('ToolTip', readText),
  deleted: scalar('Deleted', readBoolean),
  rank: scalar('Rank', readInt),
  type: scalar('Type', readText),
  childItems: value(
    'ChildItems',
    readCarriers(() => transferTargetEntity),
  ),
  iconHint: scalar('IconHint', readText),
  colorBlock: scalar('ColorBlock', readInt),
  extraInfo: scalar('ExtraInfo', readText),
  styleHint: scalar('StyleHint', readText),
  fullName: scalar('FullName', readText),
  tableRight: value('TableRight', readObject<TableRightCarrier>()),
  fieldProperties: value('FieldProperties', readOwnProperties),
};

export const transferTargetEntity: Entity<ListItemCarrier> = {
  name: 'ChatTransferTarget',
  identity: 'Id',
  fields: transferTargetFields,
};
