/**
 * How the company of a chat session is selected and read.
 * Schema: schema/chat-contact.graphql.
 */
import type { TableRightCarrier } from '../superoffice/carriers.js';
import type { AddressCarrier } from '../superoffice/carriers.js';
import type { ContactCarrier } from '../superoffice/carriers.js';
import { readBoolean, readInt, readObject, readText } from './conversions.js';
import { readFieldProperties } from './field-properties.js';
import { fieldsOf, type Entity } from './field-table.js';
import { readId, readReference } from './identifiers.js';
import { contactKeys } from './property-keys.js';

const readOwnProperties = readFieldProperties(() => contactEntity.fields, contactKeys);

const { scalar, value } = fieldsOf('Contact');

export const contactFields = {
  id: scalar('ContactId', readId),
  name: scalar('Name', readText),
  orgNr: scalar('OrgNr', readText),
  department: scalar('Department', readText),
  url: scalar('URL', readText),
  city: scalar('City', readText),
  directPhone: scalar('DirectPhone', readText),
  associateId: scalar('AssociateId', readReference),
  countryId: scalar('CountryId', readReference),
  emailAddress: scalar('EmailAddress', readText),
  kananame: scalar('Kananame', readText),
  emailAddressName: scalar('EmailAddressName', readText),
  urlName: scalar('URLName', readText),
  associateFullName: scalar('AssociateFullName', readText),
  businessName: scalar('BusinessName', readText),
  categoryName: scalar('CategoryName', readText),
  countryName: scalar('CountryName', readText),
  address: value('Address', readObject<AddressCarrier>()),
  formattedAddress: scalar('FormattedAddress', readText),
  fullName: scalar('FullName', readText),
  isOwnerContact: scalar('IsOwnerContact', readBoolean),
  activeErpLinks: scalar('ActiveErpLinks', readInt),
  number1: scalar('Number1', readText),
  number2: scalar('Number2', readText),
  tableRight: value('TableRight', readObject<TableRightCarrier>()),
  fieldProperties: value('FieldProperties', readOwnProperties),
};

export const contactEntity: Entity<ContactCarrier> = {
  name: 'ChatContact',
  identity: 'ContactId',
  fields: contactFields,
};
