/** The types that have lists of sessions: topics, persons and companies, and the other fields of topics that take arguments. */
import type { GraphQLResolveInfo } from 'graphql';
import type { GatewayContext } from '../../context.js';
import { contactFields } from '../../entities/contact.js';
import { personFields } from '../../entities/person.js';
import { topicFields } from '../../entities/topic.js';
import type {
  ChatContactResolvers,
  ChatPersonResolvers,
  ChatSessionFilter,
  ChatTopicResolvers,
} from '../../generated/resolver-types.js';
import { fieldResolvers } from '../field-resolvers.js';
import { topicAgent } from '../topic-agents.js';
import { findSessions, type FindArguments } from './session-connection.js';

type Fields<Resolvers> = Omit<Required<Resolvers>, '__resolveReference'>;

interface SessionsOf {
  /** The condition that holds for all; null: the record has no id. */
  readonly own: ChatSessionFilter | null;
  readonly args: FindArguments;
}

async function sessionsOf({ own, args }: SessionsOf, context: GatewayContext, info: GraphQLResolveInfo) {
  if (own === null) return null;
  const filter = args.filter ? { and: [own, args.filter] } : own;
  return findSessions({ ...args, filter }, context, info);
}

export const ChatTopic: Fields<ChatTopicResolvers> = {
  ...fieldResolvers('ChatTopic', topicFields),
  agent: (topic, { userName }, context, info) => topicAgent(topic, userName, context, info),
  chatSessions: (topic, args, context, info) => {
    const id = topicFields.chatSessions.read(topic, context.readContext, {});
    return sessionsOf({ own: id === null ? null : { topicIds: [id] }, args }, context, info);
  },
};

export const ChatPerson: Fields<ChatPersonResolvers> = {
  ...fieldResolvers('ChatPerson', personFields),
  chatSessions: (person, args, context, info) => {
    const id = personFields.chatSessions.read(person, context.readContext, {});
    return sessionsOf({ own: id === null ? null : { personIds: [id] }, args }, context, info);
  },
};

export const ChatContact: Fields<ChatContactResolvers> = {
  ...fieldResolvers('ChatContact', contactFields),
  chatSessions: (contact, args, context, info) => {
    const id = contactFields.chatSessions.read(contact, context.readContext, {});
    return sessionsOf({ own: id === null ? null : { contactIds: [id] }, args }, context, info);
  },
};
