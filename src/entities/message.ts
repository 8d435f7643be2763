/**
 * How a message of a chat session is selected and read.
 * Schema: schema/chat-message.graphql.
 */
import type { ChatMessageCarrier } from '../superoffice/carriers/chat-message.js';
import { readIntAsBoolean, readText, readWrittenText } from './conversions.js';
import { readUtcDateTime } from './date-time.js';
import { readEnum } from './enums.js';
import { fieldsOf, type Entity } from './field-table.js';
import { readId } from './identifiers.js';

const readType = readEnum('ChatMessageType', {
  Invalid: 'INVALID',
  ToCustomer: 'TO_CUSTOMER',
  ToUser: 'TO_USER',
  Special: 'SPECIAL',
});

const readSpecialType = readEnum('ChatMessageSpecialType', {
  None: 'NONE',
  Welcome: 'WELCOME',
  Url: 'URL',
  Block: 'BLOCK',
  NewSession: 'NEW_SESSION',
  TransferedSession: 'TRANSFERED_SESSION',
  Error: 'ERROR',
  SessionDeleted: 'SESSION_DELETED',
  FaqSuccessQuestion: 'FAQ_SUCCESS_QUESTION',
  ClosedByUser: 'CLOSED_BY_USER',
  ClosedByCustomer: 'CLOSED_BY_CUSTOMER',
  ClosedByIdle: 'CLOSED_BY_IDLE',
  TransferRejected: 'TRANSFER_REJECTED',
  ReopenedByCustomer: 'REOPENED_BY_CUSTOMER',
  ClickedOption: 'CLICKED_OPTION',
  BotMessage: 'BOT_MESSAGE',
  Options: 'OPTIONS',
  IllegalFileType: 'ILLEGAL_FILE_TYPE',
});

const { scalar } = fieldsOf<ChatMessageCarrier>();

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
