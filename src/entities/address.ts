/**
 * How a company's address is read. It has no identity: it is selected as one property of its contact.
 * Schema: schema/chat-contact.graphql.
 */
import { publishedTypes } from '../contract/generated/types.js';
import type { LocalizedFieldCarrier, StructuredAddressCarrier, TableRightCarrier } from '../superoffice/carriers.js';
import { readList, readObject } from './conversions.js';
import { readEnum } from './enums.js';
import { readFieldProperties } from './field-properties.js';
import { fieldsOf, type FieldTable } from './field-table.js';
import { publishedFields } from './published-fields.js';

const readAddressType = readEnum('AddressType', publishedTypes.StructuredAddress.AtypeIdx);

const readAddressProperties = readFieldProperties((): FieldTable<never> => addressFields);

const address = fieldsOf('Address');

export const addressFields = {
  ...publishedFields('Address', []),
  localizedAddress: address.value('LocalizedAddress', readList(readList(readObject<LocalizedFieldCarrier>()))),
  street: address.value('Street', readObject<StructuredAddressCarrier>()),
  postal: address.value('Postal', readObject<StructuredAddressCarrier>()),
  tableRight: address.value('TableRight', readObject<TableRightCarrier>()),
  fieldProperties: address.value('FieldProperties', readAddressProperties),
};

const structuredAddress = fieldsOf('StructuredAddress');

export const structuredAddressFields = {
  ...publishedFields('StructuredAddress', []),
  atypeIdx: structuredAddress.scalar('AtypeIdx', readAddressType),
};

const readPartProperties = readFieldProperties((): FieldTable<never> => localizedFieldFields);

const localizedField = fieldsOf('LocalizedField');

export const localizedFieldFields = {
  ...publishedFields('LocalizedField', []),
  tableRight: localizedField.value('TableRight', readObject<TableRightCarrier>()),
  fieldProperties: localizedField.value('FieldProperties', readPartProperties),
};
