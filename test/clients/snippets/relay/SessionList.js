/** Relay: pages of sessions. */
import { graphql, useLazyLoadQuery, usePaginationFragment } from 'react-relay';

const query = graphql`
  query SessionListQuery($filter: ChatSessionFilter!, $count: Int!) {
    ...SessionList_sessions @arguments(filter: $filter, count: $count)
  }`;

const fragment = graphql`
  fragment SessionList_sessions on Query
  @refetchable(queryName: "SessionListPageQuery")
  @argumentDefinitions(
    filter: { type: "ChatSessionFilter!" }
    count: { type: "Int", defaultValue: 50 }
    cursor: { type: "String" }
  ) {
    findChatSessions(filter: $filter, first: $count, after: $cursor) @connection(key: "SessionList_findChatSessions") {
      edges { node { id status } }
    }
  }`;

export const useFirstPage = (variables) => useLazyLoadQuery(query, variables);

/** @returns data, hasNext, loadNext(count) and more */
export const usePages = (firstPage) => usePaginationFragment(fragment, firstPage);
