/** The fastest peer: mercurius on fastify, documents compiled by graphql-jit, undici. */
import Fastify from 'fastify';
import mercurius from 'mercurius';
import { Pool } from 'undici';
import { peerSchema } from './schema.mjs';
import { headersOf, port, sessionPath, UPSTREAM_URL } from './sessions-api.mjs';

const pool = new Pool(UPSTREAM_URL, { connections: 64 });

async function read(id, { headers }) {
  const { body } = await pool.request({ method: 'POST', path: sessionPath(id), headers });
  return body.json();
}

const app = Fastify();
await app.register(mercurius, {
  schema: peerSchema(read),
  jit: 1,
  context: ({ headers: { authorization } }) => ({ headers: headersOf(authorization) }),
});
await app.listen({ host: '127.0.0.1', port });
