/** urql: takes a deleted session out of all lists, and adds one that was created. */
import { gql } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import { keys, resolvers, updates } from 'superoffice-chat-graphql-client';

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

const Mutation = {
  deleteChatSession: (result, _args, cache) => {
    const id = result.deleteChatSession?.deletedId;
    if (id) cache.invalidate({ __typename: 'ChatSession', id }); // what is shown of it is read again
  },
  createChatSession: (result, _args, cache) => {
    const session = result.createChatSession?.session;
    if (!session) return;
    cache.updateQuery({ query: waiting }, (known) => known && { myChatSessions: [...known.myChatSessions, session] });
    // The client cannot know which filters match: what is shown is read again.
    for (const { fieldName, arguments: args } of cache.inspectFields('Query'))
      if (fieldName === 'findChatSessions') cache.invalidate('Query', fieldName, args);
  },
};

export const cache = cacheExchange({ keys, resolvers, updates: { ...updates, Mutation } });

export const deleteSession = (client, id) => client.mutation(deletion, { id }).toPromise();
export const createSession = (client, topicId) => client.mutation(creation, { topicId }).toPromise();
