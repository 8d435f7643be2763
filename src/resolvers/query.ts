/**
 * The root fields: which id, which projection, which loader.
 */
import { chatSessionEntity } from '../entities/chat-session.js';
import { BadUserInputError } from '../errors/gateway-error.js';
import type { QueryResolvers } from '../generated/resolver-types.js';
import { loadEntity } from './load-entity.js';

const maxIds = 100;

const asError = (reason: unknown): Error => (reason instanceof Error ? reason : new Error('not an error'));

export const Query: Required<QueryResolvers> = {
  chatSession: (_root, { id }, { loaders }, info) => loadEntity(loaders.chatSession, chatSessionEntity, id, info),

  // Each item ends as a value or as its own Error: a rejection would leave its neighbours orphaned.
  chatSessions: (_root, { ids }, { loaders }, info) => {
    if (ids.length > maxIds)
      throw new BadUserInputError(`At most ${maxIds} ids are accepted at once: ask in several queries.`);
    return ids.map((id) => loadEntity(loaders.chatSession, chatSessionEntity, id, info).catch(asError));
  },
};
