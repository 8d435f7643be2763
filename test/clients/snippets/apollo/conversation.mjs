/** Apollo Client: polls a conversation, and sends messages that are shown at once. */
import { gql } from '@apollo/client';

const news = gql`
  query News($sessionId: ID!, $after: ID) {
    chatMessages(sessionId: $sessionId, after: $after) { id message }
  }`;

const send = gql`
  mutation Send($sessionId: ID!, $message: String!) {
    addChatMessage(sessionId: $sessionId, message: $message) { message { id message } userErrors { message } }
  }`;

/** @returns the `after` of the next poll: the last message that a poll has read, since others may precede one that was sent */
export async function poll(client, sessionId, after) {
  const { data } = await client.query({ query: news, variables: { sessionId, after }, fetchPolicy: 'network-only' });
  return data.chatMessages?.at(-1)?.id ?? after;
}

/** Rejects, and the message disappears, when it was not sent. @param after of the next poll */
export function sendMessage(client, { sessionId, message, after }) {
  const shown = { __typename: 'ChatMessage', id: `temp-${crypto.randomUUID()}`, message };
  return client.mutate({
    mutation: send,
    variables: { sessionId, message },
    optimisticResponse: { addChatMessage: { __typename: 'ChatMessagePayload', message: shown, userErrors: [] } },
    update: (cache, { data }) => {
      const added = data?.addChatMessage?.message; // null: see userErrors
      const append = ({ chatMessages }) => ({
        chatMessages: [...chatMessages.filter(({ id }) => id !== added.id), added],
      });
      if (added) cache.updateQuery({ query: news, variables: { sessionId, after } }, (known) => known && append(known));
    },
  });
}
