/**
 * SuperOffice for one replay: the emulator with a clock that the replay sets, the same customers and a full wall every time; in
 * front of it a proxy that counts the bytes of responses and delays each call as a network does.
 */
import { createServer, request } from 'node:http';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';

/** A Monday, at an hour when every topic is open. */
const mondayMorning = Date.parse('2026-06-15T10:00:00Z');
const seed = 7;
const wallOfSessions = 60;

export const credentials = { username: 'tje0', password: 'Tje0' };
export const authorization = `Basic ${btoa(`${credentials.username}:${credentials.password}`)}`;

async function listen(server) {
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${server.address().port}`;
}

/** Forwards all unchanged, after `latencyMs`. @returns url, the bytes of all response bodies so far, and `close` */
async function weighingProxy(upstreamUrl, latencyMs) {
  let bytes = 0;
  const server = createServer(async (incoming, outgoing) => {
    const { method, headers } = incoming;
    if (latencyMs > 0) await delay(latencyMs);
    const forwarded = request(`${upstreamUrl}${incoming.url}`, { method, headers }, (response) => {
      outgoing.writeHead(response.statusCode, response.headers);
      response.on('data', (chunk) => (bytes += chunk.length)).pipe(outgoing);
    });
    incoming.pipe(forwarded);
  });
  const url = await listen(server);
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { url, bytes: () => bytes, close };
}

async function sessionOf(url, id) {
  const path = `/api/v1/Agents/Chat/GetChatSessionEntity?chatSessionEntityId=${id}`;
  const response = await fetch(url + path, { method: 'POST', headers: { authorization, 'accept-language': 'en' } });
  return response.json();
}

/** Sessions of colleagues, copied with new ids; only the customers of the seed are in the queue. */
async function fillWall(emulator) {
  for (const id of [4, 43]) emulator.putSession({ ...(await sessionOf(emulator.url, id)), Status: 'UserLast' });
  for (let number = 1; number <= wallOfSessions - 6; number += 1) {
    const session = await sessionOf(emulator.url, number);
    const own = { ChatSessionId: 2_000 + number, TopicId: 1 + (number % 3) };
    emulator.putSession({ ...session, ...own, Status: number % 2 ? 'UserLast' : 'CustomerLast' });
  }
}

/**
 * @param checkout the root of a built checkout
 * @param unselected properties outside `$select` are `absent` or `null`
 */
export async function openStage({ checkout, latencyMs, unselected, everyMs }) {
  const { startEmulator } = await import(pathToFileURL(join(checkout, 'dist/emulator/index.js')));
  const clock = { nowMs: mondayMorning, now: () => clock.nowMs };
  const emulator = await startEmulator({ clock, script: { seed, everyMs }, unselected });
  await fillWall(emulator);
  emulator.clearLog();
  const proxy = await weighingProxy(emulator.url, latencyMs);
  return {
    emulator,
    clock,
    url: proxy.url,
    setTime: (atMs) => (clock.nowMs = mondayMorning + atMs),
    calls: () => emulator.requests,
    bytes: proxy.bytes,
    close: async () => {
      await proxy.close();
      await emulator.close();
    },
  };
}
