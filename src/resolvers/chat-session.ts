/** ChatSession: its fields from the field table, and its reference resolver. */
import { chatSessionEntity, chatSessionFields } from '../entities/chat-session.js';
import type { ChatSessionResolvers } from '../generated/resolver-types.js';
import { fieldResolvers } from './field-resolvers.js';
import { loadReference } from './load-entity.js';

export const ChatSession: Required<ChatSessionResolvers> = {
  ...fieldResolvers(chatSessionFields),
  __resolveReference: ({ id }, { loaders }, info) => loadReference(loaders.chatSession, chatSessionEntity, id, info),
};
