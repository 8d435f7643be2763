/**
 * The company of a chat session (SuperOffice calls a company a contact).
 * Newer servers only: Number1, Number2.
 * @see SuperOffice: POST Agents/Chat/GetChatSessionEntity (carrier SuperOffice.CRM.Services.Contact)
 */

import type { FieldPropertiesCarrier, TableRightCarrier } from './access.js';
import type { AddressCarrier } from './address.js';

export interface ContactCarrier {
  readonly ContactId?: number | null;
  readonly Name?: string | null;
  readonly OrgNr?: string | null;
  readonly Department?: string | null;
  readonly URL?: string | null;
  readonly City?: string | null;
  readonly DirectPhone?: string | null;
  readonly AssociateId?: number | null;
  readonly CountryId?: number | null;
  readonly EmailAddress?: string | null;
  readonly Kananame?: string | null;
  readonly EmailAddressName?: string | null;
  readonly URLName?: string | null;
  readonly AssociateFullName?: string | null;
  readonly BusinessName?: string | null;
  readonly CategoryName?: string | null;
  readonly CountryName?: string | null;
  readonly Address?: AddressCarrier | null;
  readonly FormattedAddress?: string | null;
  readonly FullName?: string | null;
  readonly IsOwnerContact?: boolean | null;
  readonly ActiveErpLinks?: number | null;
  /** Newer servers only. */
  readonly Number1?: string | null;
  /** Newer servers only. */
  readonly Number2?: string | null;
  readonly TableRight?: TableRightCarrier | null;
  readonly FieldProperties?: FieldPropertiesCarrier | null;
}
