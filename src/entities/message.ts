/**
 * How a message of a chat session is selected and read.
 * Schema: schema/chat-message.graphql.
 */
import { publishedTypes } from '../contract/generated/types.js';
import type { ChatMessageCarrier } from '../superoffice/carriers.js';
import type { CarrierView } from './carrier-view.js';
import { readIntAsBoolean, readWrittenText } from './conversions.js';
import { readUtcDateTime } from './date-time.js';
import { readEnum } from './enums.js';
import { type Entity, fieldsOf } from './field-table.js';
import { readId } from './identifiers.js';
import type { ReadContext } from './read-context.js';
import { publishedFields } from './published-fields.js';

const readType = readEnum('ChatMessageType', publishedTypes.ChatMessage.Type);

const readSpecialType = readEnum('ChatMessageSpecialType', publishedTypes.ChatMessage.SpecialType);

export type AuthorKind = 'CUSTOMER' | 'AGENT' | 'BOT' | 'SYSTEM' | 'UNRECOGNIZED';

const authorOfType: Readonly<Record<string, AuthorKind>> = { TO_USER: 'CUSTOMER', TO_CUSTOMER: 'AGENT' };

/** Special messages that a person or a chatbot wrote; all others are events. */
const authorOfSpecial: Readonly<Record<string, AuthorKind>> = {
  BOT_MESSAGE: 'BOT',
  OPTIONS: 'BOT',
  CLICKED_OPTION: 'CUSTOMER',
  UNRECOGNIZED: 'UNRECOGNIZED',
};

function readAuthorKind(view: CarrierView<ChatMessageCarrier>, readContext: ReadContext): AuthorKind | null {
  const type = readType(view.read('Type'), readContext, {});
  if (type === null) return null;
  if (type !== 'SPECIAL') return authorOfType[type] ?? 'UNRECOGNIZED';
  const special = readSpecialType(view.read('SpecialType'), readContext, {});
  return authorOfSpecial[special ?? 'NONE'] ?? 'SYSTEM';
}

const { scalar, computed } = fieldsOf('ChatMessage');

export const messageFields = {
  ...publishedFields('ChatMessage', ['ChatMessageId', 'ChatSessionId', 'Message', 'ReadByCustomer', 'WhenPosted']),
  id: scalar('ChatMessageId', readId),
  chatSessionId: scalar('ChatSessionId', readId),
  type: scalar('Type', readType),
  message: scalar('Message', readWrittenText),
  readByCustomer: scalar('ReadByCustomer', readIntAsBoolean),
  specialType: scalar('SpecialType', readSpecialType),
  authorKind: computed(['Type', 'SpecialType'], readAuthorKind),
  whenPosted: scalar('WhenPosted', readUtcDateTime),
};

export const messageEntity: Entity<ChatMessageCarrier> = {
  name: 'ChatMessage',
  identity: 'ChatMessageId',
  fields: messageFields,
};
