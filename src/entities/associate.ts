/**
 * How a SuperOffice user inside a chat session is selected and read.
 * Schema: schema/chat-associate.graphql.
 */
import { chatContract } from '../contract/generated/chat.js';
import type { TableRightCarrier } from '../superoffice/carriers.js';
import type { AssociateCarrier } from '../superoffice/carriers.js';
import { readKey } from './access.js';
import { readBoolean, readInt, readObject, readText } from './conversions.js';
import { readEnum } from './enums.js';
import { readCustomFields, readFieldProperties, type NamedValue } from './field-properties.js';
import { fieldsOf, fieldsOfCarrier, type Entity } from './field-table.js';
import { readId, readReference } from './identifiers.js';

const { types } = chatContract;

const readType = readEnum('UserType', types.Associate.Type);

const readOwnProperties = readFieldProperties(() => associateEntity.fields);

const { scalar, value } = fieldsOf('Associate');

export const associateFields = {
  id: scalar('AssociateId', readId),
  name: scalar('Name', readText),
  personId: scalar('PersonId', readReference),
  rank: scalar('Rank', readInt),
  tooltip: scalar('Tooltip', readText),
  type: scalar('Type', readType),
  groupIdx: scalar('GroupIdx', readReference),
  fullName: scalar('FullName', readText),
  formalName: scalar('FormalName', readText),
  deleted: scalar('Deleted', readBoolean),
  ejUserId: scalar('EjUserId', readReference),
  userName: scalar('UserName', readText),
  extraFields: scalar('ExtraFields', readCustomFields),
  customFields: scalar('CustomFields', readCustomFields),
  tableRight: value('TableRight', readObject<TableRightCarrier>()),
  fieldProperties: value('FieldProperties', readOwnProperties),
};

/** The texts by which a user may be called. */
export const associateNames = [associateFields.fullName, associateFields.name, associateFields.userName];

export const associateEntity: Entity<AssociateCarrier> = {
  name: 'ChatAssociate',
  identity: 'AssociateId',
  fields: associateFields,
};

const custom = fieldsOfCarrier<NamedValue>();

export const customFieldFields = {
  name: custom.scalar('Name', readKey),
  value: custom.scalar('Value', readText),
};
