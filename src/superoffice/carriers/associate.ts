/**
 * A SuperOffice user as it comes inside a chat session (User, TransferTo).
 * Newer servers only: ExtraFields, CustomFields.
 * @see SuperOffice: POST Agents/Chat/GetChatSessionEntity (carrier SuperOffice.CRM.Services.Associate)
 */

import type { FieldPropertiesCarrier, TableRightCarrier } from './access.js';

/** Values of user-defined fields and of extra columns, as text, by field name. */
export type CustomFieldsCarrier = Readonly<Record<string, string | null>>;

export interface AssociateCarrier {
  readonly AssociateId?: number | null;
  readonly Name?: string | null;
  readonly PersonId?: number | null;
  readonly Rank?: number | null;
  readonly Tooltip?: string | null;
  /** One name of UserType. */
  readonly Type?: string | null;
  readonly GroupIdx?: number | null;
  readonly FullName?: string | null;
  readonly FormalName?: string | null;
  readonly Deleted?: boolean | null;
  readonly EjUserId?: number | null;
  readonly UserName?: string | null;
  /** Newer servers only; superseded there by CustomFields. */
  readonly ExtraFields?: CustomFieldsCarrier | null;
  /** Newer servers only. */
  readonly CustomFields?: CustomFieldsCarrier | null;
  readonly TableRight?: TableRightCarrier | null;
  readonly FieldProperties?: FieldPropertiesCarrier | null;
}
