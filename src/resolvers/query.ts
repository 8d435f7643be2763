/**
 * The root fields: which id, which projection, which loader.
 */
import { BadUserInputError } from '../errors/gateway-error.js';
import type { QueryResolvers } from '../generated/resolver-types.js';
import { asError } from './as-error.js';
import { wantedSession } from './chat-session.js';
import { loadEntity } from './load-entity.js';

const maxIds = 100;

export const Query: Required<QueryResolvers> = {
  chatSession: (_root, { id }, { loaders }, info) => loadEntity(wantedSession(loaders, id), info),

  // Each item ends as a value or as its own Error: a rejection would leave its neighbours orphaned.
  chatSessions: (_root, { ids }, { loaders }, info) => {
    if (ids.length > maxIds)
      throw new BadUserInputError(`At most ${maxIds} ids are accepted at once: ask in several queries.`);
    return ids.map((id) => loadEntity(wantedSession(loaders, id), info).catch(asError));
  },
};
