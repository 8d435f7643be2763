/** The requests of a query, written once: a round of them asks for every session, by a few callers in turn. */
import { setTimeout as delay } from 'node:timers/promises';
import { Pool } from 'undici';
import { queries, requestOf, sessionIds } from '../queries.mjs';

const callers = 8;

const headersOf = (index) => ({
  'content-type': 'application/json',
  authorization: `Basic ${btoa(`agent${index % callers}:secret`)}`,
});

function requestsOf(name) {
  const asRequest = (_id, index) => ({
    path: '/graphql',
    body: requestOf(name, index).body,
    headers: headersOf(index),
  });
  return sessionIds.map(asRequest);
}

const requestsByQuery = new Map(Object.keys(queries).map((name) => [name, requestsOf(name)]));

/** What a query of one session makes of upstream, without a gateway. */
function callsOf(name) {
  const { paths } = queries[name];
  const path = (id) => `/api/v1/Agents/Chat/GetChatSessionEntity?chatSessionEntityId=${id}&$select=${paths.join(',')}`;
  return sessionIds.map((id, index) => ({ path: path(id), headers: headersOf(index) }));
}

/**
 * @returns null: it was refused, as a gateway may when the machine gives it no time
 * @throws {Error} the answer is an error, or holds one
 */
async function answered(pool, request) {
  const { statusCode, body } = await pool.request({ method: 'POST', ...request });
  const text = await body.text();
  if (statusCode === 503) return null;
  if (statusCode !== 200 || text.includes('"errors"')) throw new Error(`answered ${statusCode}: ${text.slice(0, 300)}`);
  return text;
}

/** Well below the 5 s after which node's own servers close a connection: a request must not meet that. */
const idleMs = 2_000;

function poolOf(url, connections) {
  const keepAlive = { keepAliveTimeout: idleMs, keepAliveMaxTimeout: idleMs };
  return new Pool(url, { connections, pipelining: 1, ...keepAlive });
}

function askingFor(requests, url, connections) {
  const pool = poolOf(url, connections);
  return { ask: (n) => answered(pool, requests[n % requests.length]), close: () => pool.close() };
}

/** @returns `ask(n)` for the nth request of a query, which resolves to the answer's text or null, and `close()` */
export const requestsTo = (url, queryName, connections) => askingFor(requestsByQuery.get(queryName), url, connections);

/** The same for upstream itself. */
export const callsTo = (url, queryName, connections) => askingFor(callsOf(queryName), url, connections);

/** The same for one request with a body of its own. */
export const requestTo = (url, body) => askingFor([{ path: '/graphql', body, headers: headersOf(0) }], url, 1);

/** The same, each request with the body that is given for it. */
export function bodiesTo(url, bodyOf, connections) {
  const pool = poolOf(url, connections);
  return {
    ask: (n) => answered(pool, { path: '/graphql', body: bodyOf(n), headers: headersOf(n) }),
    close: () => pool.close(),
  };
}

/** Asks again as long as it is refused. @returns the answer's text */
export async function insist({ ask }, n) {
  for (;;) {
    const text = await ask(n);
    if (text !== null) return text;
    await delay(100);
  }
}
