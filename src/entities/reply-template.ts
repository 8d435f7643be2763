/**
 * How the reply template of a chat topic's alerts is selected and read.
 * Schema: schema/chat-topic.graphql.
 */
import type { ReplyTemplateCarrier } from '../superoffice/carriers.js';
import { type Entity, fieldsOf } from './field-table.js';
import { readId } from './identifiers.js';
import { publishedFields } from './published-fields.js';

const { scalar } = fieldsOf('ReplyTemplate');

export const replyTemplateFields = {
  ...publishedFields('ReplyTemplate', ['ReplyTemplateId']),
  id: scalar('ReplyTemplateId', readId),
};

export const replyTemplateEntity: Entity<ReplyTemplateCarrier> = {
  name: 'ChatReplyTemplate',
  identity: 'ReplyTemplateId',
  fields: replyTemplateFields,
};
