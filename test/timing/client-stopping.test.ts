/**
 * C40: a gateway that stops still responds to requests that arrive before its connections close: on connections that are in use, that are
 * idle, that had no request yet, and that are not accepted yet.
 */
import { Agent, request as sendRequest } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { comesTrue } from '../support/eventually.js';
import { json } from '../support/facing-clients.js';
import { gatewayOnEmulator, type GatewayWithEmulator } from '../support/query-gateway.js';
import { rawConnection, rawRequest, type RawConnection } from '../support/raw-connections.js';

const body = JSON.stringify({ query: '{ chatSession(id: 192) { status } }' });
const request = rawRequest('POST', '/graphql', body, json);
const settings = { DRAIN_TIMEOUT_MS: '5000', SHUTDOWN_DELAY_MS: '0', MAX_UPSTREAM_PER_PRINCIPAL: '1000' };

const opened = (url: string, count: number): Promise<readonly RawConnection[]> =>
  Promise.all(Array.from({ length: count }, () => rawConnection(url)));

/** How many of the connections have a response to each of `sent` requests. */
const countAnswered = (clients: readonly RawConnection[], sent: number): number =>
  clients.filter((client) => client.text().split('"status":"CLOSED"').length - 1 === sent).length;

async function used(clients: readonly RawConnection[]): Promise<void> {
  for (const client of clients) client.send(request);
  await comesTrue(() => countAnswered(clients, 1) === clients.length, 10_000);
}

const stop = async (gateway: GatewayWithEmulator): Promise<void> => gateway[Symbol.asyncDispose]();

describe('C40 a gateway that stops', () => {
  it('C40 responds on idle connections', async () => {
    const gateway = await gatewayOnEmulator({}, settings);
    const clients = await opened(gateway.url, 100);
    await used(clients);

    const stopped = stop(gateway);
    for (const [index, client] of clients.entries()) setTimeout(() => client.send(request), (index * 3) % 300);
    await stopped;

    await Promise.all(clients.map(({ closed }) => closed));
    expect(countAnswered(clients, 2)).toBe(100);
    const closing = clients.filter((client) => client.text().split(/connection: close/i).length === 2);
    expect(closing.length).toBeGreaterThan(90); // those after the end of listening
  });

  it('C40 responds on connections without an earlier request', async () => {
    const gateway = await gatewayOnEmulator({}, settings);
    const clients = await opened(gateway.url, 100);

    const stopped = stop(gateway);
    for (const [index, client] of clients.entries()) setTimeout(() => client.send(request), index % 15);
    await stopped;

    await Promise.all(clients.map(({ closed }) => closed));
    expect(countAnswered(clients, 1)).toBe(100);
  });

  it('C40 responds on connections that wait to be accepted', async () => {
    const gateway = await gatewayOnEmulator({}, settings);
    const arriving = Array.from({ length: 100 }, () => rawConnection(gateway.url));
    for (const arrived of arriving) void arrived.then((client) => client.send(request));
    await arriving[0];

    await stop(gateway);

    const clients = await Promise.all(arriving);
    await Promise.all(clients.map(({ closed }) => closed));
    expect(countAnswered(clients, 1)).toBe(100);
  });

  it('C40 responds to pipelined requests, and only the last response closes the connection', async () => {
    const gateway = await gatewayOnEmulator({ latencyMs: 20 }, settings);
    using client = await rawConnection(gateway.url);
    client.send(request.repeat(5));
    await comesTrue(() => client.responses() === 1);

    await stop(gateway);

    await client.closed;
    const heads = client.text().split('HTTP/1.1 200 OK').slice(1);
    expect(heads.map((head) => /connection: (\S+)/i.exec(head)?.[1])).toEqual([
      ...Array.from({ length: 4 }, () => 'keep-alive'),
      'close',
    ]);
  });

  it('C40 responds to requests that outlast the idle timeout, and closes idle connections before', async () => {
    const gateway = await gatewayOnEmulator({ latencyMs: 900 }, settings);
    using idle = await rawConnection(gateway.url);
    using busy = await rawConnection(gateway.url);
    busy.send(request);
    await comesTrue(() => gateway.emulator.requests.length === 1);

    const stopped = stop(gateway);
    await idle.closed;
    expect(busy.responses()).toBe(0);
    await stopped;
    await busy.closed;

    expect([countAnswered([busy], 1), idle.responses()]).toEqual([1, 0]);
  });

  it('C40 loses no request on keep-alive connections', async () => {
    const gateway = await gatewayOnEmulator({ latencyMs: 5 }, settings);
    const agent = new Agent({ keepAlive: true, maxSockets: 40 });
    const { port } = new URL(gateway.url);
    const outcomes = new Map<string, number>();
    const send = (): Promise<string> =>
      new Promise((resolve) => {
        sendRequest({ port, host: '127.0.0.1', path: '/graphql', method: 'POST', agent, headers: json }, (response) => {
          response.resume();
          response.once('end', () => resolve(String(response.statusCode)));
          response.once('error', () => resolve('broken off'));
        })
          .once('error', (error: NodeJS.ErrnoException) => resolve(String(error.code)))
          .end(body);
      });
    let isOver = false;
    const client = async (): Promise<void> => {
      while (!isOver) {
        const outcome = await send();
        outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
        if (outcome === 'ECONNREFUSED') return; // as expected: the port is closed
        await delay(Math.random() * 20);
      }
    };
    const clients = Array.from({ length: 40 }, client);
    await delay(400);

    await stop(gateway);
    isOver = true;
    await Promise.all(clients);
    agent.destroy();

    expect([...outcomes.keys()].sort()).toEqual(['200', 'ECONNREFUSED']);
    expect(outcomes.get('200')).toBeGreaterThan(100);
  });
});
