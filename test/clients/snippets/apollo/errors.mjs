/** Apollo Client: one session that fails next to one that works. */
import { CombinedGraphQLErrors, gql } from '@apollo/client';

const query = gql`
  query Sessions($ids: [ID!]!) {
    chatSessions(ids: $ids) { id status }
  }`;

/** @returns for each id the session, or the code of its error; null when there is none */
export async function readSessions(client, ids) {
  const { data, error } = await client.query({ query, variables: { ids }, errorPolicy: 'all' });
  if (!data?.chatSessions) throw error;
  const errors = CombinedGraphQLErrors.is(error) ? error.errors : [];
  const codeAt = (index) => errors.find(({ path }) => path?.[1] === index)?.extensions?.code ?? null;
  return data.chatSessions.map((session, index) => session ?? codeAt(index));
}
