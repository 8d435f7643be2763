/**
 * How a user in a chat topic is selected and read. It has no identity: its topic and its user identify it.
 * Schema: schema/chat-topic-agent.graphql.
 */
import type { TopicAgentCarrier } from '../superoffice/carriers.js';
import { associateEntity } from './associate.js';
import { type Embeddable, fieldsOf } from './field-table.js';
import { readId } from './identifiers.js';
import { publishedFields } from './published-fields.js';

const { scalar, embedded } = fieldsOf('ChatTopicAgent');

export const topicAgentFields = {
  ...publishedFields('ChatTopicAgent', ['TopicId']),
  topicId: scalar('TopicId', readId),
  user: embedded('User', () => associateEntity),
};

export const topicAgentEntity: Embeddable<TopicAgentCarrier> = {
  name: 'ChatTopicAgent',
  identity: null,
  fields: topicAgentFields,
};
