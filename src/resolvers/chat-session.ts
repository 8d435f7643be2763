/** ChatSession: its fields from the field table, its links, and its reference resolver. */
import type { GraphQLResolveInfo } from 'graphql';
import type { GatewayContext } from '../context.js';
import { chatSessionEntity, chatSessionFields } from '../entities/chat-session.js';
import { topicEntity } from '../entities/topic.js';
import type { ChatSessionResolvers } from '../generated/resolver-types.js';
import { emptyProjection } from '../loaders/read-loader.js';
import { linkedProjection } from '../plan/projections.js';
import { isUser } from './caller.js';
import { fieldResolvers } from './field-resolvers.js';
import { auditRead, isKeyOnly, loadReference } from './load-entity.js';
import { loadMessages, transcriptSelection } from './load-messages.js';

const topicLink = { from: chatSessionEntity, field: 'topic', to: topicEntity };

/** Registers which topic properties the field will require once its sessions are loaded. */
export function expectTopics<Loaded>(
  sessions: Promise<Loaded>,
  context: GatewayContext,
  info: GraphQLResolveInfo,
): Promise<Loaded> {
  const topic = linkedProjection(topicLink, info);
  if (!isKeyOnly(topic)) context.loaders.expectedTopics.expect(topic, sessions);
  return sessions;
}

export const ChatSession: Required<ChatSessionResolvers> = {
  ...fieldResolvers('ChatSession', chatSessionFields),
  isMine: async (session, _args, context) => isUser('isMine', session, context),
  isOfferedToMe: async (session, _args, context) => isUser('isOfferedToMe', session, context),
  messages: async (session, args, context, info) => {
    const sessionId = chatSessionFields.messages.read(session, context.readContext, {});
    return sessionId === null ? null : loadMessages({ sessionId, ...args }, context, info);
  },
  transcript: async (session, { format }, context) => {
    const id = chatSessionFields.transcript.read(session, context.readContext, {});
    if (id === null) return null;
    auditRead(context, { sessionId: id, ...transcriptSelection });
    const parameters = { Html: format === 'HTML' };
    const transcript = await context.loaders.transcript.load(id, { parameters, projection: emptyProjection });
    context.responseBudget.chargeText(transcript);
    return transcript;
  },
  __resolveReference: ({ id }, context, info) =>
    expectTopics(loadReference({ read: 'chatSession', id }, context, info), context, info),
};
