/** How many connections are kept: as many as a caller may use at once, and not more than the limit for all callers together. */
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { sendRequest } from '../../src/http/undici-exchange.js';
import { callerConnections, type CallerConnections } from '../../src/http/caller-connections.js';
import { configFor } from '../support/client-calls.js';
import { comesTrue } from '../support/eventually.js';
import { rawAnswer } from '../support/raw-answers.js';
import { scriptedUpstream, write } from '../support/scripted-upstream.js';
import { answerJson, startUpstream } from '../support/upstream-servers.js';

const request = {
  call: 'test',
  path: '/',
  headers: {},
  body: '',
  isLast: false,
  signal: new AbortController().signal,
  limitMs: 5_000,
  maxBytes: 1_000,
  hold: () => true,
};

async function exchange(connections: CallerConnections, origin: string, caller: string): Promise<void> {
  const connection = connections.acquire(origin, caller);
  await sendRequest(connection, request, { status: null, headers: {}, bytes: 0 });
  connection.release();
}

describe('connections that are kept', () => {
  it('are as many as a caller may use at once', async () => {
    await using server = await startUpstream((response) => answerJson(response, null));
    using connections = callerConnections(configFor(server.url, { MAX_UPSTREAM_PER_PRINCIPAL: '20' }));
    const round = (size: number) =>
      Promise.all(Array.from({ length: size }, () => exchange(connections, server.url, 'a')));

    await round(25);
    expect(server.connections()).toBe(25);
    await round(20);
    expect(server.connections()).toBe(25);
    await round(21);
    expect(server.connections()).toBe(26);
  });

  it('are no more than the limit of all callers: the one that was idle the longest is closed', async () => {
    await using server = await scriptedUpstream(() => [write(rawAnswer({ body: 'null' }))]);
    using connections = callerConnections(configFor(server.url), 3);
    for (const caller of ['a', 'b', 'c', 'b', 'd']) await exchange(connections, server.url, caller);
    expect(server.connections()).toBe(4); // and a's was closed
    expect(await comesTrue(() => server.openSockets() === 3)).toBe(true);

    for (const caller of ['b', 'c', 'd', 'b', 'c', 'd']) await exchange(connections, server.url, caller);
    expect(server.connections()).toBe(4);
    await exchange(connections, server.url, 'a');
    await exchange(connections, server.url, 'd');
    expect(server.connections()).toBe(5); // and b's was closed
    await exchange(connections, server.url, 'b');
    expect(server.connections()).toBe(6);
  });

  it("are closed by the time of their caller's last request, whichever connection it used", async () => {
    await using server = await scriptedUpstream(() => [write(rawAnswer({ body: 'null' }))]);
    using connections = callerConnections(configFor(server.url), 4);
    await Promise.all([exchange(connections, server.url, 'a'), exchange(connections, server.url, 'a')]);
    for (const caller of ['b', 'c', 'a', 'd']) await exchange(connections, server.url, caller);
    expect(server.connections()).toBe(5); // and b's was closed
    for (const caller of ['a', 'c', 'd']) await exchange(connections, server.url, caller);
    expect(server.connections()).toBe(5);
    await exchange(connections, server.url, 'b');
    expect(server.connections()).toBe(6);
  });

  it('stay open longer than the five seconds in which consoles poll', async () => {
    await using server = await scriptedUpstream(() => [write(rawAnswer({ body: 'null' }))]);
    using connections = callerConnections(configFor(server.url));
    await exchange(connections, server.url, 'a');
    await delay(5_200);
    await exchange(connections, server.url, 'a');
    expect(server.connections()).toBe(1);
  });

  it.each([
    ['the server says', { headers: { 'Keep-Alive': 'timeout=2' } }, {}],
    ['the setting says, where the server says nothing', {}, { UPSTREAM_KEEP_ALIVE_MS: '1000' }],
  ])('close without a call when %s', async (_what, response, settings) => {
    await using server = await scriptedUpstream(() => [write(rawAnswer({ body: 'null', ...response }))]);
    using connections = callerConnections(configFor(server.url, settings));
    await exchange(connections, server.url, 'a');
    await delay(400);
    expect(server.openSockets()).toBe(1);
    expect(await comesTrue(() => server.openSockets() === 0, 3_000)).toBe(true);
  });
});
