/** Relay: one session that fails next to one that works. */
import { graphql, useLazyLoadQuery } from 'react-relay';

const query = graphql`
  query ErrorsQuery($first: ID!, $second: ID!) {
    first: chatSession(id: $first) @catch { id status }
    second: chatSession(id: $second) @catch { id status }
  }`;

/** @returns for each session `{ ok: true, value }` or `{ ok: false, errors }` */
export function useSessions(first, second) {
  const data = useLazyLoadQuery(query, { first, second });
  return [data.first, data.second];
}
