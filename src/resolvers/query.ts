/**
 * The root fields of queries: each chooses the id, the projection and the loader.
 */
import { CarrierView } from '../entities/carrier-view.js';
import { chatSessionEntity } from '../entities/chat-session.js';
import { chatUserEntity, type PrincipalCarrier } from '../entities/chat-user.js';
import { topicEntity } from '../entities/topic.js';
import { BadUserInputError } from '../errors/gateway-error.js';
import type { QueryResolvers } from '../generated/resolver-types.js';
import { projectionEverywhere, projectionFor } from '../plan/projections.js';
import { findSessions } from './archive/session-connection.js';
import { asError } from './as-error.js';
import { callerIds } from './caller.js';
import { expectTopics } from './chat-session.js';
import { ownListKey } from '../loaders/read-loader.js';
import { auditRead, loadEntity, loadList } from './load-entity.js';
import { loadMessages } from './load-messages.js';
import {
  assigneeOf,
  auditSession,
  checkFilter,
  filterProjection,
  isMatching,
  matchesNothing,
} from './session-filter.js';

const maxIds = 100;

const chatSession: QueryResolvers['chatSession'] = (_root, { id }, context, info) =>
  expectTopics(loadEntity({ read: 'chatSession', id }, context, info), context, info);

const chatTopic: QueryResolvers['chatTopic'] = (_root, { id }, context, info) =>
  loadEntity({ read: 'chatTopic', id }, context, info);

export const Query: Required<QueryResolvers> = {
  chatSession,
  fetch__ChatSession: chatSession,

  // Each item becomes a value or its own Error: after a rejection, the other items would not be awaited.
  chatSessions: (_root, { ids }, context, info) => {
    if (ids.length > maxIds)
      throw new BadUserInputError(`At most ${maxIds} ids are accepted at once: use several queries.`);
    context.responseBudget.chargeRecords(ids.length);
    return ids.map((id) =>
      expectTopics(loadEntity({ read: 'chatSession', id }, context, info), context, info).catch(asError),
    );
  },

  myChatSessions: async (_root, filter, context, info) => {
    checkFilter(filter);
    if (matchesNothing(filter)) return [];
    const { readContext } = context;
    const assignee = assigneeOf(filter, context);
    const loading = loadList({ read: 'mySessions', extra: filterProjection(filter) }, context, info);
    const sessions = await expectTopics(loading, context, info);
    const conditions = assignee === null ? filter : { ...filter, ownId: await assignee };
    const matching = sessions?.filter((session) => isMatching(session, conditions, readContext)) ?? null;
    const projection = projectionFor(chatSessionEntity, info);
    for (const session of matching ?? []) auditSession(session, projection, context);
    return matching;
  },

  myChatUser: async (_root, _args, context, info) => {
    if (context.callers === null) return null;
    const projection = projectionFor(chatUserEntity, info);
    auditRead(context, { sessionId: null, entity: chatUserEntity, projection });
    const loading = context.loaders.me.load(ownListKey, projection);
    const [record] = await Promise.all([loading, callerIds(context)]); // one call: `isMine` in the same operation needs no further one
    return record && new CarrierView<PrincipalCarrier>(record, projection);
  },

  chatMessages: (_root, args, context, info) => loadMessages(args, context, info),

  findChatSessions: (_root, args, context, info) => findSessions(args, context, info),

  chatTopic,
  fetch__ChatTopic: chatTopic,

  // The list includes what the rest of the operation requires of topics, so that it costs no further call.
  myChatTopics: (_root, _args, context, info) =>
    loadList({ read: 'myTopics', prefetch: projectionEverywhere(topicEntity, info) }, context, info),

  chatPresence: (_root, _args, context, info) => loadList({ read: 'presence' }, context, info),

  transferTargets: (_root, { flat, onlyPresent }, context, info) => {
    const parameters = { Flat: flat, OnlyPresent: onlyPresent };
    return loadList({ read: 'transferTargets', parameters }, context, info);
  },
};
