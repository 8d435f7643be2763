/** The requests of a query, created once: a round of them reads every session, from a few callers in turn. */
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

/** The upstream calls of a query of one session, without a gateway. */
function callsOf(name) {
  const { paths } = queries[name];
  const path = (id) => `/api/v1/Agents/Chat/GetChatSessionEntity?chatSessionEntityId=${id}&$select=${paths.join(',')}`;
  return sessionIds.map((id, index) => ({ path: path(id), headers: headersOf(index) }));
}

/**
 * @returns the text; null: refused with 503, as a gateway may on a busy machine
 * @throws {Error} the response is or has an error
 */
async function responseText(pool, request) {
  const { statusCode, body } = await pool.request({ method: 'POST', ...request });
  const text = await body.text();
  if (statusCode === 503) return null;
  if (statusCode !== 200 || text.includes('"errors"')) throw new Error(`status ${statusCode}: ${text.slice(0, 300)}`);
  return text;
}

/** Well below the 5 s after which Node's servers close idle connections, so that no request meets that. */
const idleMs = 2_000;

function poolOf(url, connections) {
  const keepAlive = { keepAliveTimeout: idleMs, keepAliveMaxTimeout: idleMs };
  return new Pool(url, { connections, pipelining: 1, ...keepAlive });
}

function senderOf(requests, url, connections) {
  const pool = poolOf(url, connections);
  return { send: (n) => responseText(pool, requests[n % requests.length]), close: () => pool.close() };
}

/** @returns `send(n)` for the nth request of a query, which resolves to the response's text or null, and `close()` */
export const requestsTo = (url, queryName, connections) => senderOf(requestsByQuery.get(queryName), url, connections);

/** The same for upstream itself. */
export const callsTo = (url, queryName, connections) => senderOf(callsOf(queryName), url, connections);

/** The same for one request with this body. */
export const requestTo = (url, body) => senderOf([{ path: '/graphql', body, headers: headersOf(0) }], url, 1);

/** The same, each request with the body of `bodyOf`. */
export function bodiesTo(url, bodyOf, connections) {
  const pool = poolOf(url, connections);
  return {
    send: (n) => responseText(pool, { path: '/graphql', body: bodyOf(n), headers: headersOf(n) }),
    close: () => pool.close(),
  };
}

/** Sends again while it is refused. @returns the response's text */
export async function sendUntilAccepted({ send }, n) {
  for (;;) {
    const text = await send(n);
    if (text !== null) return text;
    await delay(100);
  }
}
