/** The headers of calls that follow each other on one connection: got has built them once, and each call has its own. */
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from '@jest/globals';
import { gotTransport, type HttpProgress, type HttpRequest } from '../../src/http/got-transport.js';
import { configFor } from '../support/client-calls.js';

const common = { accept: 'application/json', 'accept-encoding': 'gzip, br', 'user-agent': 'superoffice-chat-graphql' };

const ofConnection = new Set(['host', 'connection', 'content-length']);

it('a call has the headers of its request, whatever the call before it on the connection had', async () => {
  const received: IncomingHttpHeaders[] = [];
  const ports = new Set<number | undefined>();
  const server = createServer((request, response) => {
    received.push(request.headers);
    ports.add(request.socket.remotePort);
    request.resume().once('end', () => response.end('{}'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // listening on TCP
  using transport = gotTransport(configFor(origin));
  const { signal } = new AbortController();
  async function call(more: Partial<HttpRequest>): Promise<IncomingHttpHeaders> {
    const progress: HttpProgress = { status: null, headers: {}, bytes: 0, connection: null };
    const request = { call: 'x', caller: 'a', origin, path: '/x', body: '', isAction: false, signal, headers: {} };
    await transport.send({ ...request, ...more }, progress);
    progress.connection?.release();
    return Object.fromEntries(Object.entries(received.at(-1) ?? {}).filter(([name]) => !ofConnection.has(name)));
  }

  const one = { authorization: 'Bearer one', 'accept-language': 'en' };
  for (const headers of [one, { ...one }]) expect(await call({ headers })).toEqual({ ...common, ...headers });
  const json = { body: '{}', headers: one };
  expect(await call(json)).toEqual({ ...common, ...one, 'content-type': 'application/json' });
  expect(await call({ headers: one })).toEqual({ ...common, ...one });
  const form = { ...json, contentType: 'application/x-www-form-urlencoded' };
  expect(await call(form)).toEqual({ ...common, ...one, 'content-type': 'application/x-www-form-urlencoded' });
  for (const headers of [
    { ...one, authorization: 'Bearer two' },
    { authorization: 'Bearer two' },
    { authorization: 'Bearer two', 'so-timezone': 'UTC' },
  ])
    expect(await call({ headers })).toEqual({ ...common, ...headers });
  expect(ports.size).toBe(1);
  await new Promise((resolve) => server.close(resolve).closeAllConnections());
});
