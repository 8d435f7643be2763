/**
 * A bare proxy without GraphQL, the lower bound of cost: it reads the ids from the variables, requests only the properties that the
 * query needs, and forwards the bodies unread.
 */
import { createServer } from 'node:http';
import { queries } from '../queries.mjs';
import { headersOf, port, sessionPath } from './sessions-api.mjs';

/** The beginning of a body, and its `$select` as a part of the URL. */
const selects = Object.values(queries).map(({ query, paths }) => ({
  prefix: JSON.stringify({ query }).slice(0, -1),
  select: paths === null ? '' : `&$select=${paths.join(',')}`,
}));

async function bodyOf(incoming) {
  const chunks = [];
  for await (const chunk of incoming) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

const idsIn = (variables) => variables.references?.map(({ id }) => id) ?? Object.values(variables);

/** @param call (path, headers) → a promise of the body as text */
export function startFloor(call) {
  const server = createServer(async (incoming, outgoing) => {
    const body = await bodyOf(incoming);
    const { select } = selects.find(({ prefix }) => body.startsWith(prefix));
    const headers = headersOf(incoming.headers.authorization);
    const calls = idsIn(JSON.parse(body).variables).map((id) => call(sessionPath(id) + select, headers));
    outgoing.setHeader('content-type', 'application/json');
    outgoing.end(`[${(await Promise.all(calls)).join(',')}]`);
  });
  server.listen(port, '127.0.0.1');
}
