/**
 * How a company's address is read. It has no identity: it is selected whole, through its contact.
 * Schema: schema/chat-contact.graphql.
 */
import { chatContract } from '../contract/generated/chat.js';
import type { TableRightCarrier } from '../superoffice/carriers.js';
import type { LocalizedFieldCarrier, StructuredAddressCarrier } from '../superoffice/carriers.js';
import { readFloat, readInt, readList, readObject, readText } from './conversions.js';
import { readEnum } from './enums.js';
import { readFieldProperties } from './field-properties.js';
import { fieldsOf, type FieldTable } from './field-table.js';

const { types } = chatContract;

const readAddressType = readEnum('AddressType', types.StructuredAddress.AtypeIdx);

const readAddressProperties = readFieldProperties((): FieldTable<never> => addressFields);

const address = fieldsOf('Address');

export const addressFields = {
  wgs84Latitude: address.scalar('Wgs84Latitude', readFloat),
  wgs84Longitude: address.scalar('Wgs84Longitude', readFloat),
  localizedAddress: address.value('LocalizedAddress', readList(readList(readObject<LocalizedFieldCarrier>()))),
  street: address.value('Street', readObject<StructuredAddressCarrier>()),
  postal: address.value('Postal', readObject<StructuredAddressCarrier>()),
  formatted: address.scalar('Formatted', readText),
  tableRight: address.value('TableRight', readObject<TableRightCarrier>()),
  fieldProperties: address.value('FieldProperties', readAddressProperties),
};

const structuredAddress = fieldsOf('StructuredAddress');

export const structuredAddressFields = {
  atypeIdx: structuredAddress.scalar('AtypeIdx', readAddressType),
  address1: structuredAddress.scalar('Address1', readText),
  address2: structuredAddress.scalar('Address2', readText),
  address3: structuredAddress.scalar('Address3', readText),
  city: structuredAddress.scalar('City', readText),
  county: structuredAddress.scalar('County', readText),
  state: structuredAddress.scalar('State', readText),
  zipcode: structuredAddress.scalar('Zipcode', readText),
  formatted: structuredAddress.scalar('Formatted', readText),
};

const readPartProperties = readFieldProperties((): FieldTable<never> => localizedFieldFields);

const localizedField = fieldsOf('LocalizedField');

export const localizedFieldFields = {
  name: localizedField.scalar('Name', readText),
  value: localizedField.scalar('Value', readText),
  tooltip: localizedField.scalar('Tooltip', readText),
  label: localizedField.scalar('Label', readText),
  valueLength: localizedField.scalar('ValueLength', readInt),
  addressType: localizedField.scalar('AddressType', readText),
  tableRight: localizedField.value('TableRight', readObject<TableRightCarrier>()),
  fieldProperties: localizedField.value('FieldProperties', readPartProperties),
};
