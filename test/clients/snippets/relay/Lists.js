/** Relay: takes a deleted session out of a list, and adds one that was created. */
import { commitMutation, graphql } from 'react-relay';

const deletion = graphql`
  mutation ListsDeleteMutation($id: ID!) {
    deleteChatSession(id: $id) { deletedId userErrors { message } }
  }`;

const creation = graphql`
  mutation ListsCreateMutation($topicId: ID!) {
    createChatSession(topicId: $topicId) { session { id status } userErrors { message } }
  }`;

/** Changes `myChatSessions`, with its arguments if the query has any. */
function change(store, changed) {
  const sessions = store.getRoot().getLinkedRecords('myChatSessions');
  if (sessions) store.getRoot().setLinkedRecords(changed(sessions), 'myChatSessions');
}

export function deleteSession(environment, id, callbacks) {
  const updater = (store, data) => {
    const key = `ChatSession:${data?.deleteChatSession?.deletedId}`; // as our getDataID makes keys, so `@deleteRecord` finds none
    change(store, (sessions) => sessions.filter((session) => session?.getDataID() !== key));
    store.delete(key);
  };
  return commitMutation(environment, { mutation: deletion, variables: { id }, updater, ...callbacks });
}

export function createSession(environment, topicId, callbacks) {
  const updater = (store) => {
    const session = store.getRootField('createChatSession')?.getLinkedRecord('session');
    if (session) change(store, (sessions) => [...sessions, session]);
  };
  return commitMutation(environment, { mutation: creation, variables: { topicId }, updater, ...callbacks });
}
