/**
 * The two routers, each set up as docs/federate.md says: `headersFor(subgraph, read)` gives the headers that a
 * subgraph gets, read from the client's request.
 */
import { createServer } from 'node:http';
import { ApolloGateway, RemoteGraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { createGatewayRuntime } from '@graphql-hive/gateway';

const present = (headers) => Object.entries(headers).filter(([, value]) => value !== undefined && value !== null);

async function apolloGateway(supergraphSdl, headersFor) {
  const gateway = new ApolloGateway({
    supergraphSdl,
    buildService: ({ name, url }) =>
      new RemoteGraphQLDataSource({
        url,
        willSendRequest: ({ request, context }) => {
          const headers = headersFor(name, (header) => context.client?.[header]);
          for (const [header, value] of present(headers)) request.http.headers.set(header, value);
        },
      }),
  });
  const server = new ApolloServer({ gateway, stopOnTerminationSignals: false });
  const { url } = await startStandaloneServer(server, {
    listen: { host: '127.0.0.1', port: 0 },
    context: async ({ req }) => ({ client: req.headers }),
  });
  return { url, stop: () => server.stop() };
}

/** @param transportEntries how it connects to subgraphs; default: HTTP */
export async function hiveGateway(supergraph, headersFor, transportEntries) {
  const runtime = createGatewayRuntime({
    supergraph,
    logging: false,
    landingPage: false,
    graphiql: false,
    transportEntries,
    propagateHeaders: {
      fromClientToSubgraphs: ({ request, subgraphName }) =>
        Object.fromEntries(present(headersFor(subgraphName, (header) => request.headers.get(header)))),
    },
  });
  const server = createServer(runtime);
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}/graphql`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await runtime[Symbol.asyncDispose]();
    },
  };
}

export const routers = [
  ['@apollo/gateway', apolloGateway],
  ['@graphql-hive/gateway', hiveGateway],
];
