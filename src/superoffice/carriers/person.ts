/**
 * The customer as a person of SuperOffice's, as it comes inside a chat session.
 * Newer servers only: PersonNumber.
 * @see SuperOffice: POST Agents/Chat/GetChatSessionEntity (carrier SuperOffice.CRM.Services.Person)
 */

import type { FieldPropertiesCarrier, TableRightCarrier } from './access.js';

export interface PersonCarrier {
  readonly Position?: string | null;
  readonly PersonId?: number | null;
  readonly Mrmrs?: string | null;
  readonly Firstname?: string | null;
  readonly Lastname?: string | null;
  readonly MiddleName?: string | null;
  readonly Title?: string | null;
  readonly Description?: string | null;
  readonly Email?: string | null;
  readonly FullName?: string | null;
  readonly DirectPhone?: string | null;
  readonly FormalName?: string | null;
  readonly CountryId?: number | null;
  readonly ContactId?: number | null;
  readonly ContactName?: string | null;
  /** A boolean sent as a number: 0 is false. */
  readonly Retired?: number | null;
  readonly Rank?: number | null;
  readonly ActiveInterests?: number | null;
  readonly ContactDepartment?: string | null;
  readonly ContactCountryId?: number | null;
  readonly ContactOrgNr?: string | null;
  readonly FaxPhone?: string | null;
  readonly MobilePhone?: string | null;
  readonly ContactPhone?: string | null;
  readonly AssociateName?: string | null;
  readonly AssociateId?: number | null;
  readonly UsePersonAddress?: boolean | null;
  readonly ContactFax?: string | null;
  readonly Kanafname?: string | null;
  readonly Kanalname?: string | null;
  readonly Post1?: string | null;
  readonly Post2?: string | null;
  readonly Post3?: string | null;
  readonly EmailName?: string | null;
  readonly ContactFullName?: string | null;
  readonly ActiveErpLinks?: number | null;
  readonly TicketPriorityId?: number | null;
  readonly SupportLanguageId?: number | null;
  readonly SupportAssociateId?: number | null;
  readonly CategoryName?: string | null;
  /** Newer servers only. */
  readonly PersonNumber?: string | null;
  readonly TableRight?: TableRightCarrier | null;
  readonly FieldProperties?: FieldPropertiesCarrier | null;
}
