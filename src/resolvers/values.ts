/** Objects without an identity: addresses, rights, field properties, user-defined values. */
import { fieldPropertyFields, fieldRightFields, tableRightFields } from '../entities/access.js';
import { addressFields, localizedFieldFields, structuredAddressFields } from '../entities/address.js';
import { customFieldFields } from '../entities/associate.js';
import type {
  ChatAddressResolvers,
  ChatCustomFieldResolvers,
  ChatFieldPropertyResolvers,
  ChatFieldRightResolvers,
  ChatLocalizedFieldResolvers,
  ChatStructuredAddressResolvers,
  ChatTableRightResolvers,
} from '../generated/resolver-types.js';
import { fieldResolvers } from './field-resolvers.js';

export const ChatAddress: Required<ChatAddressResolvers> = fieldResolvers(addressFields);
export const ChatStructuredAddress: Required<ChatStructuredAddressResolvers> = fieldResolvers(structuredAddressFields);
export const ChatLocalizedField: Required<ChatLocalizedFieldResolvers> = fieldResolvers(localizedFieldFields);
export const ChatTableRight: Required<ChatTableRightResolvers> = fieldResolvers(tableRightFields);
export const ChatFieldRight: Required<ChatFieldRightResolvers> = fieldResolvers(fieldRightFields);
export const ChatFieldProperty: Required<ChatFieldPropertyResolvers> = fieldResolvers(fieldPropertyFields);
export const ChatCustomField: Required<ChatCustomFieldResolvers> = fieldResolvers(customFieldFields);
