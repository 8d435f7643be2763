/**
 * The project that a chat session belongs to.
 * Newer servers only: EventId, StartDate.
 * @see SuperOffice: POST Agents/Chat/GetChatSessionEntity (carrier SuperOffice.CRM.Services.Project)
 */

import type { FieldPropertiesCarrier, TableRightCarrier } from './access.js';

export interface ProjectCarrier {
  readonly ProjectId?: number | null;
  readonly Name?: string | null;
  readonly Description?: string | null;
  readonly URL?: string | null;
  readonly Type?: string | null;
  readonly AssociateId?: number | null;
  readonly AssociateFullName?: string | null;
  readonly TypeId?: number | null;
  /** Always UTC, with or without a zone in the text. */
  readonly Updated?: string | null;
  readonly StatusId?: number | null;
  readonly Status?: string | null;
  readonly TextId?: number | null;
  readonly PublishTo?: string | null;
  readonly PublishFrom?: string | null;
  readonly IsPublished?: boolean | null;
  readonly URLName?: string | null;
  readonly ProjectNumber?: string | null;
  readonly ActiveErpLinks?: number | null;
  /** Newer servers only. */
  readonly EventId?: number | null;
  /** Newer servers only. */
  readonly StartDate?: string | null;
  readonly TableRight?: TableRightCarrier | null;
  readonly FieldProperties?: FieldPropertiesCarrier | null;
}
