/** urql: pages of sessions. */
import { gql } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import { relayPagination } from '@urql/exchange-graphcache/extras';
import { keys, resolvers, updates } from 'superoffice-chat-graphql-client';

const lists = { ...resolvers, Query: { ...resolvers.Query, findChatSessions: relayPagination() } };
export const cache = cacheExchange({ keys, updates, resolvers: lists });

const query = gql`
  query Pages($filter: ChatSessionFilter!, $first: Int, $after: String) {
    findChatSessions(filter: $filter, first: $first, after: $after) {
      edges { cursor node { id status } }
      pageInfo { hasNextPage endCursor }
    }
  }`;

/** @returns a result with this page and all that were loaded before it; `after` is the last result's `pageInfo.endCursor` */
export const readPage = (client, variables) => client.query(query, variables).toPromise();
