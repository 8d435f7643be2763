/** graphql-yoga on node:http, and the platform's fetch. */
import { createServer } from 'node:http';
import { createYoga } from 'graphql-yoga';
import { peerSchema } from './schema.mjs';
import { headersOf, port, sessionPath, UPSTREAM_URL } from './sessions-api.mjs';

async function read(id, { request }) {
  const headers = headersOf(request.headers.get('authorization'));
  const response = await fetch(UPSTREAM_URL + sessionPath(id), { method: 'POST', headers });
  return response.json();
}

const yoga = createYoga({ schema: peerSchema(read), logging: false });
createServer(yoga).listen(port, '127.0.0.1');
