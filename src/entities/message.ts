/**
 * How a message of a chat session is selected and read.
 * Schema: schema/chat-message.graphql.
 */
import { chatContract } from '../contract/generated/chat.js';
import type { ChatMessageCarrier } from '../superoffice/carriers.js';
import { readIntAsBoolean, readText, readWrittenText } from './conversions.js';
import { readUtcDateTime } from './date-time.js';
import { readEnum } from './enums.js';
import { fieldsOf, type Entity } from './field-table.js';
import { readId } from './identifiers.js';

const { types } = chatContract;

const readType = readEnum('ChatMessageType', types.ChatMessage.Type);

const readSpecialType = readEnum('ChatMessageSpecialType', types.ChatMessage.SpecialType);

const { scalar } = fieldsOf('ChatMessage');

export const messageFields = {
  id: scalar('ChatMessageId', readId),
  chatSessionId: scalar('ChatSessionId', readId),
  type: scalar('Type', readType),
  message: scalar('Message', readWrittenText),
  author: scalar('Author', readText),
  readByCustomer: scalar('ReadByCustomer', readIntAsBoolean),
  specialType: scalar('SpecialType', readSpecialType),
  specialParam: scalar('SpecialParam', readText),
  whenPosted: scalar('WhenPosted', readUtcDateTime),
};

export const messageEntity: Entity<ChatMessageCarrier> = {
  name: 'ChatMessage',
  identity: 'ChatMessageId',
  fields: messageFields,
};
