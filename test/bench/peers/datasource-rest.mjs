/** Apollo Server with Apollo's own REST data source, created for each request as its documentation says. */
import { RESTDataSource } from '@apollo/datasource-rest';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { peerSchema } from './schema.mjs';
import { headersOf, port, sessionPath, UPSTREAM_URL } from './sessions-api.mjs';

class ChatAPI extends RESTDataSource {
  baseURL = UPSTREAM_URL;
  #headers;

  constructor(options, authorization) {
    super(options);
    this.#headers = headersOf(authorization);
  }

  willSendRequest(_path, request) {
    Object.assign(request.headers, this.#headers);
  }

  session = (id) => this.post(sessionPath(id));
}

const server = new ApolloServer({ schema: peerSchema((id, { chat }) => chat.session(id)) });

await startStandaloneServer(server, {
  listen: { host: '127.0.0.1', port },
  context: async ({ req }) => ({ chat: new ChatAPI({ cache: server.cache }, req.headers.authorization) }),
});
