/** The reference: Apollo Server, got and dataloader, as their documentations show them. Whole records, one call per session. */
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import DataLoader from 'dataloader';
import got from 'got';
import { peerSchema } from './schema.mjs';
import { headersOf, port, sessionPath, UPSTREAM_URL } from './sessions-api.mjs';

function sessionLoader(authorization) {
  const headers = headersOf(authorization);
  return new DataLoader((ids) =>
    Promise.all(ids.map((id) => got.post(UPSTREAM_URL + sessionPath(id), { headers }).json())),
  );
}

const server = new ApolloServer({ schema: peerSchema((id, { sessions }) => sessions.load(id)) });

await startStandaloneServer(server, {
  listen: { host: '127.0.0.1', port },
  context: async ({ req }) => ({ sessions: sessionLoader(req.headers.authorization) }),
});
