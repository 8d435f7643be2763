/**
 * An item of an installation's list as it comes inside a chat topic: customer language, ticket category, ticket priority.
 * @see SuperOffice: POST Agents/Chat/GetChatTopicEntity (carriers SuperOffice.CRM.Services.CustomerLanguage, TicketCategory, TicketPriority)
 */

import type { FieldPropertiesCarrier, TableRightCarrier } from './access.js';

export interface ListValueCarrier {
  readonly Id?: number | null;
  readonly Value?: string | null;
  readonly Tooltip?: string | null;
  readonly TableRight?: TableRightCarrier | null;
  readonly FieldProperties?: FieldPropertiesCarrier | null;
}
