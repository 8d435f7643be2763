/**
 * The sale that a chat session belongs to.
 * Amounts are doubles and come with float noise (23370.237999999998).
 * @see SuperOffice: POST Agents/Chat/GetChatSessionEntity (carrier SuperOffice.CRM.Services.Sale)
 */

import type { FieldPropertiesCarrier, TableRightCarrier } from './access.js';

export interface SaleCarrier {
  readonly ContactName?: string | null;
  readonly SaleDate?: string | null;
  readonly SaleId?: number | null;
  readonly Probability?: number | null;
  readonly Title?: string | null;
  readonly Amount?: number | null;
  readonly Currency?: string | null;
  readonly ProjectName?: string | null;
  readonly AssociateFullName?: string | null;
  readonly Description?: string | null;
  /** One name of SaleStatus. */
  readonly Status?: string | null;
  readonly WeightedAmount?: number | null;
  readonly ProjectId?: number | null;
  readonly EarningPercent?: number | null;
  readonly Earning?: number | null;
  readonly ContactId?: number | null;
  readonly AssociateId?: number | null;
  readonly PersonId?: number | null;
  readonly SaleTypeId?: number | null;
  readonly SaleTypeName?: string | null;
  readonly PersonFullName?: string | null;
  /** One name of ActivityStatus. */
  readonly Completed?: string | null;
  readonly ActiveErpLinks?: number | null;
  readonly NextDueDate?: string | null;
  readonly Number?: string | null;
  readonly TableRight?: TableRightCarrier | null;
  readonly FieldProperties?: FieldPropertiesCarrier | null;
}
