/** urql: one session that fails next to one that works. */
import { gql } from '@urql/core';

const query = gql`
  query Sessions($ids: [ID!]!) {
    chatSessions(ids: $ids) { id status }
  }`;

/** @returns for each id the session, or the code of its error; null when there is none */
export async function readSessions(client, ids) {
  const { data, error } = await client.query(query, { ids });
  if (!data?.chatSessions) throw error;
  const errors = error?.graphQLErrors ?? [];
  const codeAt = (index) => errors.find(({ path }) => path?.[1] === index)?.extensions.code ?? null;
  return data.chatSessions.map((session, index) => session ?? codeAt(index));
}
