/** The requests of a query, written once: a round of them asks for every session, by a few callers in turn. */
import { Pool } from 'undici';
import { queries, requestOf, sessionIds } from '../queries.mjs';

const callers = 8;

function requestsOf(name) {
  return sessionIds.map((_, index) => ({
    path: '/graphql',
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Basic ${btoa(`agent${index % callers}:secret`)}` },
    body: requestOf(name, index).body,
  }));
}

const requestsByQuery = new Map(Object.keys(queries).map((name) => [name, requestsOf(name)]));

/** @throws {Error} the answer is an error, or holds one */
async function answered(pool, request) {
  const { statusCode, body } = await pool.request(request);
  const text = await body.text();
  if (statusCode !== 200 || text.includes('"errors"')) throw new Error(`answered ${statusCode}: ${text.slice(0, 300)}`);
  return text;
}

/** @returns `ask(n)` for the nth request of a query, and `close()` */
export function requestsTo(url, queryName, connections) {
  const pool = new Pool(url, { connections, pipelining: 1 });
  const requests = requestsByQuery.get(queryName);
  return { ask: (n) => answered(pool, requests[n % requests.length]), close: () => pool.close() };
}
