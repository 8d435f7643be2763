/** The root fields of administration, which ADMIN_MUTATIONS=true adds to the mutations. */
import type { MutationResolvers } from '../generated/resolver-types.js';
import { createTopic, deleteRecord, updateTopic } from './topic-administration.js';
import { addAgent, removeAgent, updateAgents } from './topic-agents.js';

type AdminMutations = Pick<
  Required<MutationResolvers>,
  | 'deleteChatSession'
  | 'createChatTopic'
  | 'updateChatTopic'
  | 'deleteChatTopic'
  | 'addChatTopicAgent'
  | 'updateChatTopicAgents'
  | 'removeChatTopicAgent'
>;

export const AdminMutation: AdminMutations = {
  deleteChatSession: async (_root, { id }, context, info) => deleteRecord({ kind: 'session', id }, context, info),
  createChatTopic: async (_root, args, context, info) => createTopic(args, context, info),
  updateChatTopic: async (_root, args, context, info) => updateTopic(args, context, info),
  deleteChatTopic: async (_root, { id }, context, info) => deleteRecord({ kind: 'topic', id }, context, info),
  addChatTopicAgent: async (_root, args, context, info) => addAgent(args, context, info),
  updateChatTopicAgents: async (_root, args, context, info) => updateAgents(args, context, info),
  removeChatTopicAgent: async (_root, args, context, info) => removeAgent(args, context, info),
};
