/** Requests to a gateway: as fast as it answers, or at a rate that does not ask how fast that is. */
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'undici';
import { authorization } from './credentials.mjs';

const answerTimeoutMs = 60_000;

/**
 * One connection of one caller.
 * @returns `ask({ query, variables })` → the data; `close()`
 */
export function openCaller(url, credentials = authorization) {
  const { origin, pathname } = new URL(url);
  const client = new Client(origin, { pipelining: 1, keepAliveTimeout: 60_000, bodyTimeout: answerTimeoutMs });
  const headers = { 'content-type': 'application/json', authorization: credentials };
  async function ask(request) {
    const { statusCode, body } = await client.request({
      method: 'POST',
      path: pathname,
      headers,
      body: JSON.stringify(request),
    });
    const text = await body.text();
    if (statusCode !== 200 || text.includes('"errors"')) throw new Error(`${statusCode}: ${text.slice(0, 1_000)}`);
    return text;
  }
  return { ask, close: () => client.close() };
}

/**
 * Each caller asks again as soon as it is answered.
 * @param requestAt the number of the request → request
 * @param isOver (requests so far, ms so far) → whether no more are sent
 * @returns requests, all of them answered
 */
export async function askInTurns(callers, requestAt, isOver) {
  const startedMs = performance.now();
  let requests = 0;
  const turns = async ({ ask }) => {
    while (!isOver(requests, performance.now() - startedMs)) {
      const request = requestAt(requests);
      requests += 1;
      await ask(request);
    }
  };
  await Promise.all(callers.map(turns));
  return requests;
}

/**
 * Requests at their time, whatever became of those before; callers take turns.
 * @returns the ms that each took, from the time at which it was due
 */
export async function askAtRate(callers, request, { perSecond, durationMs }) {
  const startedMs = performance.now();
  const total = Math.round((perSecond * durationMs) / 1_000);
  const responses = [];
  for (let number = 0; number < total; number += 1) {
    const dueMs = startedMs + (number * 1_000) / perSecond;
    while (performance.now() < dueMs) await delay(1);
    responses.push(callers[number % callers.length].ask(request).then(() => performance.now() - dueMs));
  }
  return Promise.all(responses);
}
