/** Requests to a gateway: as fast as it responds, or at a fixed rate. */
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'undici';
import { authorization } from './credentials.mjs';

const responseTimeoutMs = 60_000;

/**
 * One connection of one caller.
 * @returns `send({ query, variables })` → the data; `close()`
 */
export function openCaller(url, credentials = authorization) {
  const { origin, pathname } = new URL(url);
  const client = new Client(origin, { pipelining: 1, keepAliveTimeout: 60_000, bodyTimeout: responseTimeoutMs });
  const headers = { 'content-type': 'application/json', authorization: credentials };
  async function send(request) {
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
  return { send, close: () => client.close() };
}

/**
 * Each caller sends again as soon as it has a response.
 * @param requestAt the number of the request → request
 * @param isOver (requests so far, ms so far) → whether no more are sent
 * @returns the count of requests, all with a response
 */
export async function sendInTurn(callers, requestAt, isOver) {
  const startedMs = performance.now();
  let requests = 0;
  const run = async ({ send }) => {
    while (!isOver(requests, performance.now() - startedMs)) {
      const request = requestAt(requests);
      requests += 1;
      await send(request);
    }
  };
  await Promise.all(callers.map(run));
  return requests;
}

/**
 * Requests at their time, whether or not earlier ones have responses; callers take turns.
 * @returns the ms of each, from the time at which it was due
 */
export async function sendAtRate(callers, request, { perSecond, durationMs }) {
  const startedMs = performance.now();
  const total = Math.round((perSecond * durationMs) / 1_000);
  const responses = [];
  for (let number = 0; number < total; number += 1) {
    const dueMs = startedMs + (number * 1_000) / perSecond;
    while (performance.now() < dueMs) await delay(1);
    responses.push(callers[number % callers.length].send(request).then(() => performance.now() - dueMs));
  }
  return Promise.all(responses);
}
