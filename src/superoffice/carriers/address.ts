/**
 * A company's address, in structured, localized and formatted form.
 * It has no identity of its own; it comes inside a contact.
 * @see SuperOffice: POST Agents/Chat/GetChatSessionEntity (carrier SuperOffice.CRM.Services.Address)
 */

import type { FieldPropertiesCarrier, TableRightCarrier } from './access.js';

export interface AddressCarrier {
  /** Decimal degrees. */
  readonly Wgs84Latitude?: number | null;
  /** Decimal degrees. */
  readonly Wgs84Longitude?: number | null;
  /** Lines, each a list of fields. */
  readonly LocalizedAddress?: readonly (readonly (LocalizedFieldCarrier | null)[] | null)[] | null;
  readonly Street?: StructuredAddressCarrier | null;
  readonly Postal?: StructuredAddressCarrier | null;
  readonly Formatted?: string | null;
  readonly TableRight?: TableRightCarrier | null;
  readonly FieldProperties?: FieldPropertiesCarrier | null;
}

/** One address, its parts in properties of their own. */
export interface StructuredAddressCarrier {
  /** One name of AddressType. */
  readonly AtypeIdx?: string | null;
  readonly Address1?: string | null;
  readonly Address2?: string | null;
  readonly Address3?: string | null;
  readonly City?: string | null;
  readonly County?: string | null;
  readonly State?: string | null;
  readonly Zipcode?: string | null;
  readonly Formatted?: string | null;
}

/** One part of an address as laid out for its country. */
export interface LocalizedFieldCarrier {
  readonly Name?: string | null;
  readonly Value?: string | null;
  readonly Tooltip?: string | null;
  readonly Label?: string | null;
  readonly ValueLength?: number | null;
  readonly AddressType?: string | null;
  readonly TableRight?: TableRightCarrier | null;
  readonly FieldProperties?: FieldPropertiesCarrier | null;
}
