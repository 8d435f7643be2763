/** Relay: polls a conversation, and sends messages that are shown at once. */
import { commitLocalUpdate, commitMutation, fetchQuery, graphql } from 'react-relay';

const news = graphql`
  query ConversationNewsQuery($sessionId: ID!, $after: ID) {
    chatMessages(sessionId: $sessionId, after: $after) { id message }
  }`;

const send = graphql`
  mutation ConversationSendMutation($sessionId: ID!, $message: String!) {
    addChatMessage(sessionId: $sessionId, message: $message) { message { id message } userErrors { message } }
  }`;

/** Adds records to the list of `chatMessages(sessionId)`, by id; those that are not sent yet come last. */
function add(store, sessionId, added) {
  const known = store.getRoot().getLinkedRecords('chatMessages', { sessionId });
  if (!known) return;
  const byKey = new Map([...known, ...added].map((record) => [record.getDataID(), record]));
  const position = (record) => Number(record.getValue('id')) || Number.MAX_SAFE_INTEGER;
  const sorted = [...byKey.values()].sort((one, other) => position(one) - position(other));
  store.getRoot().setLinkedRecords(sorted, 'chatMessages', { sessionId });
}

/** @returns the `after` of the next poll: the last message that a poll has read, since others may precede one that was sent */
export async function poll(environment, sessionId, after) {
  const variables = { sessionId, after };
  const { chatMessages } = await fetchQuery(environment, news, variables, { fetchPolicy: 'network-only' }).toPromise();
  commitLocalUpdate(environment, (store) =>
    add(store, sessionId, store.getRoot().getLinkedRecords('chatMessages', variables) ?? []),
  );
  return chatMessages?.at(-1)?.id ?? after;
}

/** `onCompleted` also gets errors, with which the message disappears. */
export function sendMessage(environment, { sessionId, message, ...callbacks }) {
  const shown = { id: `temp-${crypto.randomUUID()}`, message };
  const updater = (store) => {
    const added = store.getRootField('addChatMessage')?.getLinkedRecord('message'); // null: it was not sent
    if (added) add(store, sessionId, [added]);
  };
  const optimisticResponse = { addChatMessage: { message: shown, userErrors: [] } };
  const variables = { sessionId, message };
  return commitMutation(environment, {
    mutation: send,
    variables,
    optimisticResponse,
    optimisticUpdater: updater,
    updater,
    ...callbacks,
  });
}
