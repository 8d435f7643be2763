/** ChatTopic: its fields from the field table, its links, and its reference resolver. */
import type { GatewayContext } from '../context.js';
import { topicAgentEntity } from '../entities/topic-agent.js';
import { topicEntity, topicFields } from '../entities/topic.js';
import type { ChatTopicResolvers } from '../generated/resolver-types.js';
import type { ChatTopicCarrier } from '../superoffice/carriers.js';
import { fieldResolvers } from './field-resolvers.js';
import { auditRead, loadList, loadReference, type WantedEntity } from './load-entity.js';

export const wantedTopic = (context: GatewayContext, id: string): WantedEntity<ChatTopicCarrier> => ({
  loader: context.loaders.chatTopic,
  entity: topicEntity,
  id,
  audit: (projection) => auditRead(context, { sessionId: null, entity: topicEntity, projection }),
});

export const ChatTopic: Required<ChatTopicResolvers> = {
  ...fieldResolvers(topicFields),
  isOpen: async (topic, args, { loaders, reading }) => {
    const id = topicFields.isOpen.read(topic, reading, args);
    return id === null ? null : loaders.isOpen.load(id, null);
  },
  agents: async (topic, args, context, info) => {
    const id = topicFields.agents.read(topic, context.reading, args);
    return id === null
      ? null
      : loadList({ loader: context.loaders.agents, entity: topicAgentEntity, id }, context, info);
  },
  __resolveReference: ({ id }, context, info) => loadReference(wantedTopic(context, id), info),
};
