/** ChatSession: its fields from the field table, and its reference resolver. */
import { chatSessionEntity, chatSessionFields } from '../entities/chat-session.js';
import type { ChatSessionResolvers } from '../generated/resolver-types.js';
import type { RequestLoaders } from '../loaders/request-loaders.js';
import type { ChatSessionCarrier } from '../superoffice/carriers/chat-session.js';
import { fieldResolvers } from './field-resolvers.js';
import { loadReference, type WantedEntity } from './load-entity.js';

export const wantedSession = ({ chatSession }: RequestLoaders, id: string): WantedEntity<ChatSessionCarrier> => ({
  loader: chatSession,
  entity: chatSessionEntity,
  id,
});

export const ChatSession: Required<ChatSessionResolvers> = {
  ...fieldResolvers(chatSessionFields),
  __resolveReference: ({ id }, { loaders }, info) => loadReference(wantedSession(loaders, id), info),
};
