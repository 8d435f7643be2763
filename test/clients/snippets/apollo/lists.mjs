/** Apollo Client: takes a deleted session out of all lists, and adds one that was created. */
import { gql } from '@apollo/client';

const waiting = gql`
  query Waiting {
    myChatSessions(status: [IN_QUEUE]) { id status }
  }`;

const deletion = gql`
  mutation Delete($id: ID!) {
    deleteChatSession(id: $id) { deletedId userErrors { message } }
  }`;

const creation = gql`
  mutation Create($topicId: ID!) {
    createChatSession(topicId: $topicId) { session { id status } userErrors { message } }
  }`;

export const deleteSession = (client, id) =>
  client.mutate({
    mutation: deletion,
    variables: { id },
    update: (cache, { data }) => {
      const deleted = data?.deleteChatSession?.deletedId;
      if (deleted) cache.evict({ id: cache.identify({ __typename: 'ChatSession', id: deleted }) });
    },
  });

export const createSession = (client, topicId) =>
  client.mutate({
    mutation: creation,
    variables: { topicId },
    update: (cache, { data }) => {
      const session = data?.createChatSession?.session;
      if (!session) return;
      cache.updateQuery({ query: waiting }, (known) => known && { myChatSessions: [...known.myChatSessions, session] });
      cache.evict({ fieldName: 'findChatSessions' }); // the client cannot know which filters match: what is shown is read again
    },
  });
