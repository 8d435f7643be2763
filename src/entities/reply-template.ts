/**
 * How the reply template of a chat topic's alerts is selected and read.
 * Schema: schema/chat-topic.graphql.
 */
import type { ReplyTemplateCarrier } from '../superoffice/carriers.js';
import { readText } from './conversions.js';
import { fieldsOf, type Entity } from './field-table.js';
import { readId, readReference } from './identifiers.js';

const { scalar } = fieldsOf('ReplyTemplate');

export const replyTemplateFields = {
  id: scalar('ReplyTemplateId', readId),
  name: scalar('Name', readText),
  description: scalar('Description', readText),
  folderId: scalar('FolderId', readReference),
};

export const replyTemplateEntity: Entity<ReplyTemplateCarrier> = {
  name: 'ChatReplyTemplate',
  identity: 'ReplyTemplateId',
  fields: replyTemplateFields,
};
