/**
 * One message of a chat session.
 * @see SuperOffice: POST Agents/Chat/GetChatMessages, POST Agents/Chat/AddChatMessage
 */

export interface ChatMessageCarrier {
  readonly ChatMessageId?: number | null;
  readonly ChatSessionId?: number | null;
  /** One name of ChatMessageType. */
  readonly Type?: string | null;
  readonly Message?: string | null;
  readonly Author?: string | null;
  /** A boolean sent as a number: 0 is false. */
  readonly ReadByCustomer?: number | null;
  /** One name of ChatMessageSpecialType. */
  readonly SpecialType?: string | null;
  readonly SpecialParam?: string | null;
  /** Always UTC, with or without a zone in the text. */
  readonly WhenPosted?: string | null;
}
