/** ChatTopic: its fields from the field table, its links, and its reference resolver. */
import { topicFields } from '../entities/topic.js';
import type { ChatTopicResolvers } from '../generated/resolver-types.js';
import { nothingSelected } from '../loaders/read-loader.js';
import { fieldResolvers } from './field-resolvers.js';
import { loadList, loadReference } from './load-entity.js';

export const ChatTopic: Required<ChatTopicResolvers> = {
  ...fieldResolvers(topicFields),
  isOpen: async (topic, args, { loaders, reading }) => {
    const id = topicFields.isOpen.read(topic, reading, args);
    return id === null ? null : loaders.isOpen.load(id, nothingSelected);
  },
  agents: async (topic, args, context, info) => {
    const id = topicFields.agents.read(topic, context.reading, args);
    return id === null ? null : loadList({ read: 'agents', id }, context, info);
  },
  __resolveReference: ({ id }, context, info) => loadReference({ read: 'chatTopic', id }, context, info),
};
