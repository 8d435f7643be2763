/**
 * How a SuperOffice user inside a chat session is selected and read.
 * Schema: schema/chat-associate.graphql.
 */
import { publishedTypes } from '../contract/generated/types.js';
import type { AssociateCarrier, TableRightCarrier } from '../superoffice/carriers.js';
import { readKey } from './access.js';
import { readObject, readText } from './conversions.js';
import { readEnum } from './enums.js';
import { type NamedValue, readCustomFields, readFieldProperties } from './field-properties.js';
import { type Entity, fieldsOf, fieldsOfCarrier } from './field-table.js';
import { readId, readReference } from './identifiers.js';
import { publishedFields } from './published-fields.js';

const readType = readEnum('UserType', publishedTypes.Associate.Type);

const readOwnProperties = readFieldProperties(() => associateEntity.fields);

const { scalar, value } = fieldsOf('Associate');

export const associateFields = {
  ...publishedFields('Associate', ['AssociateId', 'GroupIdx']),
  id: scalar('AssociateId', readId),
  type: scalar('Type', readType),
  groupIdx: scalar('GroupIdx', readReference),
  extraFields: scalar('ExtraFields', readCustomFields),
  customFields: scalar('CustomFields', readCustomFields),
  tableRight: value('TableRight', readObject<TableRightCarrier>()),
  fieldProperties: value('FieldProperties', readOwnProperties),
};

/** The fields that may hold a user's name. */
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
