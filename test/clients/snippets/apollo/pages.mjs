/** Apollo Client: pages of sessions. */
import { gql } from '@apollo/client';

const query = gql`
  query Pages($filter: ChatSessionFilter!, $first: Int, $after: String) {
    findChatSessions(filter: $filter, first: $first, after: $after) {
      edges { cursor node { id status } }
      pageInfo { hasNextPage endCursor }
    }
  }`;

/** @returns a watched query, whose result has all pages that were loaded */
export const watchSessions = (client, filter, first = 50) => client.watchQuery({ query, variables: { filter, first } });

/** @returns whether there was another page */
export async function loadNext(watched) {
  const { endCursor, hasNextPage } = watched.getCurrentResult().data.findChatSessions.pageInfo;
  if (hasNextPage) await watched.fetchMore({ variables: { after: endCursor } });
  return hasNextPage;
}
