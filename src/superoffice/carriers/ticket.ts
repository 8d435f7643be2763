/**
 * The request (ticket) that a chat session belongs to.
 * Cust*name are the older servers' names of what newer servers call Person*name: one of the two sets is there.
 * @see SuperOffice: POST Agents/Chat/GetChatSessionEntity (carrier SuperOffice.CRM.Services.Ticket)
 */

import type { FieldPropertiesCarrier, TableRightCarrier } from './access.js';

export interface TicketCarrier {
  readonly TicketId?: number | null;
  readonly Title?: string | null;
  readonly CreatedAt?: string | null;
  readonly LastChanged?: string | null;
  readonly ReadByOwner?: string | null;
  readonly ReadByCustomer?: string | null;
  readonly FirstReadByUser?: string | null;
  readonly Activate?: string | null;
  readonly ClosedAt?: string | null;
  readonly RepliedAt?: string | null;
  readonly AlertTimeout?: string | null;
  readonly Deadline?: string | null;
  readonly CreatedBy?: number | null;
  readonly CreatedByName?: string | null;
  readonly Author?: string | null;
  readonly OwnedBy?: number | null;
  readonly OwnedByName?: string | null;
  readonly Category?: number | null;
  readonly CategoryName?: string | null;
  readonly CategoryFullname?: string | null;
  /** One name of TicketSecurityLevel. */
  readonly Slevel?: string | null;
  readonly Priority?: number | null;
  /** Newer servers only. */
  readonly PriorityName?: string | null;
  /** One name of TicketBaseStatus. */
  readonly BaseStatus?: string | null;
  readonly TicketStatus?: number | null;
  readonly TicketStatusDisplayValue?: string | null;
  /** One name of TicketOrigin. */
  readonly Origin?: string | null;
  readonly CustId?: number | null;
  /** Older servers' name of PersonFirstname; so for the three below. Newer servers no longer send them. */
  readonly CustFirstname?: string | null;
  readonly CustMiddleName?: string | null;
  readonly CustLastname?: string | null;
  readonly CustFullname?: string | null;
  /** Newer servers only. */
  readonly PersonFirstname?: string | null;
  /** Newer servers only. */
  readonly PersonMiddleName?: string | null;
  /** Newer servers only. */
  readonly PersonLastname?: string | null;
  /** Newer servers only. */
  readonly PersonFullname?: string | null;
  readonly AlertLevel?: number | null;
  readonly ConnectId?: number | null;
  /** One name of TicketReadStatus. */
  readonly ReadStatus?: string | null;
  readonly TimeToReply?: number | null;
  readonly RealTimeToReply?: number | null;
  readonly TimeToClose?: number | null;
  readonly RealTimeToClose?: number | null;
  readonly TimeSpentInternally?: number | null;
  readonly TimeSpentExternally?: number | null;
  readonly TimeSpentQueue?: number | null;
  readonly RealTimeSpentInternally?: number | null;
  readonly RealTimeSpentExternally?: number | null;
  readonly RealTimeSpentQueue?: number | null;
  /** Newer servers only. */
  readonly TimeSpent?: number | null;
  readonly HasAttachment?: boolean | null;
  readonly NumReplies?: number | null;
  readonly NumMessages?: number | null;
  readonly FromAddress?: string | null;
  /** Newer servers only. */
  readonly ContactId?: number | null;
  /** Newer servers only. */
  readonly ContactName?: string | null;
  /** Newer servers only. */
  readonly OwnedByAssociateId?: number | null;
  /** Newer servers only. */
  readonly Language?: string | null;
  /** Newer servers only. */
  readonly Sentiment?: number | null;
  /** Newer servers only. */
  readonly SentimentConfidence?: number | null;
  /** Newer servers only. */
  readonly SaleId?: number | null;
  /** Newer servers only. */
  readonly ProjectId?: number | null;
  /** Newer servers only. */
  readonly SaleHeading?: string | null;
  /** Newer servers only. */
  readonly ProjectName?: string | null;
  /** Newer servers only. */
  readonly FormSubmissionId?: number | null;
  /** Newer servers only. */
  readonly TicketTypeId?: number | null;
  /** Newer servers only. */
  readonly TicketTypeName?: string | null;
  readonly TableRight?: TableRightCarrier | null;
  readonly FieldProperties?: FieldPropertiesCarrier | null;
}
