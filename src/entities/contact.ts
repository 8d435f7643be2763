/**
 * How the company of a chat session is selected and read.
 * Schema: schema/chat-contact.graphql.
 */
import type { AddressCarrier, ContactCarrier, TableRightCarrier } from '../superoffice/carriers.js';
import { readObject, readText } from './conversions.js';
import { readFieldProperties } from './field-properties.js';
import { type Entity, fieldsOf } from './field-table.js';
import { readId, readReference } from './identifiers.js';
import { contactKeys } from './property-keys.js';
import { publishedFields } from './published-fields.js';

const readOwnProperties = readFieldProperties(() => contactEntity.fields, contactKeys);

const { scalar, value, link } = fieldsOf('Contact');

export const contactFields = {
  ...publishedFields('Contact', ['ContactId', 'URL', 'URLName']),
  id: scalar('ContactId', readId),
  url: scalar('URL', readText),
  urlName: scalar('URLName', readText),
  address: value('Address', readObject<AddressCarrier>()),
  tableRight: value('TableRight', readObject<TableRightCarrier>()),
  fieldProperties: value('FieldProperties', readOwnProperties),
  chatSessions: link('ContactId', readReference),
};

export const contactEntity: Entity<ContactCarrier> = {
  name: 'ChatContact',
  identity: 'ContactId',
  fields: contactFields,
};
