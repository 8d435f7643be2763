/**
 * A chat session as SuperOffice sends it: the answer of the endpoint, in its own spelling.
 * `$select`, rights and server version all leave properties out or null.
 * Newer servers only: ChatbotIsActive, Rating.
 * @see SuperOffice: POST Agents/Chat/GetChatSessionEntity
 */

import type { FieldPropertiesCarrier, TableRightCarrier } from './access.js';
import type { AssociateCarrier } from './associate.js';
import type { ContactCarrier } from './contact.js';
import type { PersonCarrier } from './person.js';
import type { ProjectCarrier } from './project.js';
import type { SaleCarrier } from './sale.js';
import type { TicketCarrier } from './ticket.js';

export interface ChatSessionCarrier {
  readonly ChatSessionId?: number | null;
  readonly TopicId?: number | null;
  readonly User?: AssociateCarrier | null;
  readonly Person?: PersonCarrier | null;
  readonly CustomerAlias?: string | null;
  readonly CustomerHost?: string | null;
  readonly CustomerName?: string | null;
  readonly CustomerEmail?: string | null;
  readonly CustomerPhone?: string | null;
  readonly CustomerConsented?: boolean | null;
  readonly CustomerCompanyName?: string | null;
  /** One name of ChatSessionStatus. */
  readonly Status?: string | null;
  readonly FirstMessage?: string | null;
  readonly LastMessage?: string | null;
  readonly WhenRequested?: string | null;
  readonly WhenStarted?: string | null;
  readonly WhenEnded?: string | null;
  readonly WhenIdle?: string | null;
  readonly WhenFetched?: string | null;
  readonly SessionKey?: string | null;
  readonly InitialQueuePos?: number | null;
  readonly AlertLevel?: number | null;
  readonly Rank?: number | null;
  /** Names of ChatSessionFlags, joined by comma and space. */
  readonly Flags?: string | null;
  readonly Contact?: ContactCarrier | null;
  readonly Project?: ProjectCarrier | null;
  readonly Sale?: SaleCarrier | null;
  readonly Ticket?: TicketCarrier | null;
  readonly TransferTo?: AssociateCarrier | null;
  /** Newer servers only. */
  readonly ChatbotIsActive?: boolean | null;
  /** Newer servers only. */
  readonly Rating?: number | null;
  readonly TableRight?: TableRightCarrier | null;
  readonly FieldProperties?: FieldPropertiesCarrier | null;
}
