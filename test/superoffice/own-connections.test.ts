/** How many connections are kept: as many as a caller may use at once, and of all callers together no more than the limit. */
import { describe, expect, it } from '@jest/globals';
import { carriedAnswer } from '../../src/superoffice/carried-answer.js';
import { ownConnections, type OwnConnections } from '../../src/superoffice/own-connections.js';
import { configFor } from '../support/client-calls.js';
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

async function exchange(connections: OwnConnections, origin: string, caller: string): Promise<void> {
  const connection = connections.take(origin, caller);
  await carriedAnswer(connection, request, { status: null, headers: {}, bytes: 0 });
  connection.keep();
}

describe('connections that are kept', () => {
  it('are as many as a caller may use at once', async () => {
    await using server = await startUpstream((response) => answerJson(response, null));
    using connections = ownConnections(configFor(server.url, { MAX_UPSTREAM_PER_PRINCIPAL: '20' }));
    const round = (size: number) =>
      Promise.all(Array.from({ length: size }, () => exchange(connections, server.url, 'a')));

    await round(25);
    expect(server.connections()).toBe(25);
    await round(20);
    expect(server.connections()).toBe(25);
    await round(21);
    expect(server.connections()).toBe(26);
  });

  it('are no more than the limit of all callers, and make room when they are used', async () => {
    await using server = await startUpstream((response) => answerJson(response, null));
    using connections = ownConnections(configFor(server.url), 3);
    for (const caller of ['a', 'b', 'c', 'd']) await exchange(connections, server.url, caller);
    expect(server.connections()).toBe(4);

    for (const caller of ['a', 'b', 'c', 'a', 'b', 'c']) await exchange(connections, server.url, caller);
    expect(server.connections()).toBe(4);
    await exchange(connections, server.url, 'd');
    expect(server.connections()).toBe(5);
  });
});
