/**
 * How a message of a chat session is selected and read.
 * Schema: schema/chat-message.graphql.
 */
import { publishedTypes } from '../contract/generated/types.js';
import type { ChatMessageCarrier } from '../superoffice/carriers.js';
import { readIntAsBoolean, readWrittenText } from './conversions.js';
import { readUtcDateTime } from './date-time.js';
import { readEnum } from './enums.js';
import { type Entity, fieldsOf } from './field-table.js';
import { readId } from './identifiers.js';
import { publishedFields } from './published-fields.js';

const readType = readEnum('ChatMessageType', publishedTypes.ChatMessage.Type);

const readSpecialType = readEnum('ChatMessageSpecialType', publishedTypes.ChatMessage.SpecialType);

const { scalar } = fieldsOf('ChatMessage');

export const messageFields = {
  ...publishedFields('ChatMessage', ['ChatMessageId', 'ChatSessionId', 'Message', 'ReadByCustomer', 'WhenPosted']),
  id: scalar('ChatMessageId', readId),
  chatSessionId: scalar('ChatSessionId', readId),
  type: scalar('Type', readType),
  message: scalar('Message', readWrittenText),
  readByCustomer: scalar('ReadByCustomer', readIntAsBoolean),
  specialType: scalar('SpecialType', readSpecialType),
  whenPosted: scalar('WhenPosted', readUtcDateTime),
};

export const messageEntity: Entity<ChatMessageCarrier> = {
  name: 'ChatMessage',
  identity: 'ChatMessageId',
  fields: messageFields,
};
