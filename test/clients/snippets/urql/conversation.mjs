/** urql: polls a conversation, and sends messages that are shown at once. */
import { gql } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import { keys, resolvers, updates } from 'superoffice-chat-graphql-client';

const news = gql`
  query News($sessionId: ID!, $after: ID) {
    chatMessages(sessionId: $sessionId, after: $after) { id message }
  }`;

const send = gql`
  mutation Send($sessionId: ID!, $message: String!, $after: ID) {
    addChatMessage(sessionId: $sessionId, message: $message, lastMessageId: $after) { message { id message } userErrors { message } }
  }`;

const optimistic = {
  addChatMessage: ({ message }) => ({
    __typename: 'ChatMessagePayload',
    message: { __typename: 'ChatMessage', id: `temp-${crypto.randomUUID()}`, message },
    userErrors: [],
  }),
};

const Mutation = {
  addChatMessage: (result, { sessionId, lastMessageId: after }, cache) => {
    const added = result.addChatMessage?.message; // null: it was not sent
    const append = (known) => ({
      chatMessages: [...(known?.chatMessages ?? []).filter(({ id }) => id !== added.id), added],
    });
    if (added) cache.updateQuery({ query: news, variables: { sessionId, after } }, append);
  },
};

export const cache = cacheExchange({ keys, resolvers, optimistic, updates: { ...updates, Mutation } });

/** @returns the `after` of the next poll: the last message that a poll has read, since others may precede one that was sent */
export async function poll(client, sessionId, after) {
  const { data } = await client.query(news, { sessionId, after }, { requestPolicy: 'network-only' });
  return data?.chatMessages?.at(-1)?.id ?? after;
}

/** The message disappears when the result has an `error`. @param message sessionId, message, and the `after` of the next poll */
export const sendMessage = (client, message) => client.mutation(send, message).toPromise();
