/**
 * How a user in a chat topic is selected and read. It has no identity: it is known by its topic and its user.
 * Schema: schema/chat-topic-agent.graphql.
 */
import type { TopicAgentCarrier } from '../superoffice/carriers.js';
import { associateEntity } from './associate.js';
import { readBoolean } from './conversions.js';
import { fieldsOf, type Embeddable } from './field-table.js';
import { readId } from './identifiers.js';

const { scalar, embedded } = fieldsOf('ChatTopicAgent');

export const topicAgentFields = {
  topicId: scalar('TopicId', readId),
  user: embedded('User', () => associateEntity),
  canListen: scalar('CanListen', readBoolean),
  canRespond: scalar('CanRespond', readBoolean),
  canManage: scalar('CanManage', readBoolean),
  canNotify: scalar('CanNotify', readBoolean),
};

export const topicAgentEntity: Embeddable<TopicAgentCarrier> = {
  name: 'ChatTopicAgent',
  identity: null,
  fields: topicAgentFields,
};
