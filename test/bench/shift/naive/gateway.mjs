/**
 * Apollo Server and got as a first version: a resolver per field, whole records, one call for each field that needs one. Connections
 * are kept alive; no calls are joined.
 */
import { Agent } from 'node:http';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import got from 'got';
import { enumName, idOf, isOver } from '../consoles/plain-values.mjs';
import { identities, typeDefs } from './schema.mjs';

const agent = { http: new Agent({ keepAlive: true }) };

/** `customerName` → `CustomerName` */
const propertyOf = (field) => field.charAt(0).toUpperCase() + field.slice(1);

const withId = (record, type) => (idOf(record?.[identities[type]]) === null ? null : record);

/** Resolvers of the ids. */
function plainResolvers() {
  const types = Object.entries(identities).map(([type, identity]) => [
    type,
    { id: (record) => idOf(record[identity]) },
  ]);
  return Object.fromEntries(types);
}

const readField = (record, _args, _context, { fieldName }) => record[fieldName] ?? record[propertyOf(fieldName)];

const resolvers = {
  Query: {
    myChatSessions: (_root, _args, { post }) => post('ChatSessionsForUser'),
    chatSession: (_root, { id }, { get }) => get('GetChatSessionEntity', 'chatSessionEntityId', id),
    chatMessages: (_root, { sessionId, after }, { messages }) => messages(sessionId, after),
    myChatTopics: (_root, _args, { post }) => post('ChatTopicsForUser'),
    chatPresence: (_root, _args, { post }) => post('GetChatPresence'),
    transferTargets: (_root, { onlyPresent }, { post }) =>
      post('GetUserAgentList', { Flat: true, OnlyPresent: onlyPresent }),
  },
  Mutation: {
    pickUpNextChatSession: async (_root, _args, { post }) => ({ session: await post('PickUpFirstChatSession') }),
    addChatMessage: async (_root, { sessionId, message }, { post }) => {
      const body = { ChatSessionId: Number(sessionId), Message: { Message: message } };
      return { message: await post('AddChatMessage', body) };
    },
    transferChatSession: async (_root, { id, to }, { post }) => ({
      session: await post('TransferChatSession', { ChatSessionId: Number(id), ToAssociate: to }),
    }),
    closeChatSession: async (_root, { id }, { get, post }) => {
      const session = await get('GetChatSessionEntity', 'chatSessionEntityId', id);
      if (isOver(session.Status)) return { session, userErrors: [{ code: 'ALREADY_OVER' }] };
      return { session: await post('SaveChatSessionEntity', { ...session, Status: 'Finished' }), userErrors: [] };
    },
  },
  ChatSession: {
    id: ({ ChatSessionId }) => idOf(ChatSessionId),
    status: ({ Status }) => enumName(Status),
    topicId: ({ TopicId }) => idOf(TopicId),
    user: ({ User }) => withId(User, 'Associate'),
    transferTo: ({ TransferTo }) => withId(TransferTo, 'Associate'),
    person: ({ Person }) => withId(Person, 'Person'),
    contact: ({ Contact }) => withId(Contact, 'Contact'),
    ticket: ({ Ticket }) => withId(Ticket, 'Ticket'),
    topic: ({ TopicId }, _args, { get }) =>
      idOf(TopicId) === null ? null : get('GetChatTopicEntity', 'chatTopicEntityId', TopicId),
    messages: ({ ChatSessionId }, _args, { messages }) => messages(ChatSessionId),
  },
  ChatMessage: {
    id: ({ ChatMessageId }) => idOf(ChatMessageId),
    type: ({ Type }) => enumName(Type),
  },
  ChatTopic: {
    id: ({ ChatTopicId }) => idOf(ChatTopicId),
    isOpen: ({ ChatTopicId }, _args, { post }) => post('IsWithinOpeningHours', { ChatTopicId }),
  },
};

function contextOf(upstreamUrl, authorization) {
  const headers = { authorization, accept: 'application/json', 'accept-language': 'en' };
  const url = (operation) => `${upstreamUrl}/api/v1/Agents/Chat/${operation}`;
  const post = (operation, json = {}) => got.post(url(operation), { agent, headers, json }).json();
  return {
    post,
    get: (operation, parameter, id) => got.post(`${url(operation)}?${parameter}=${id}`, { agent, headers }).json(),
    messages: (id, after) => post('GetChatMessages', { ChatSessionId: Number(id), After: Number(after ?? 0) }),
  };
}

/** @returns url of the GraphQL endpoint, and `stop` */
export async function startNaiveGateway(upstreamUrl) {
  const merged = Object.fromEntries(
    Object.entries({ ...plainResolvers(), ...resolvers }).map(([type, fields]) => [
      type,
      { ...plainResolvers()[type], ...fields },
    ]),
  );
  const server = new ApolloServer({ typeDefs, resolvers: merged, fieldResolver: readField });
  const { url } = await startStandaloneServer(server, {
    listen: { host: '127.0.0.1', port: 0 },
    context: async ({ req }) => contextOf(upstreamUrl, req.headers.authorization),
  });
  return { url, stop: () => server.stop() };
}
