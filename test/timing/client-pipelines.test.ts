/**
 * C37: however requests end, their resources are released: afterwards all gauges are 0 and a gateway with room for two requests
 * still accepts two. Node does not close responses that wait behind another one on a connection that is cut, so a single aborted
 * request does not show this.
 * C39: pipelined requests are handled in turn, 16 at most, and none while the client does not read.
 */
import type { Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { PerformanceObserver } from 'node:perf_hooks';
import { describe, expect, it } from '@jest/globals';
import { createGateway } from '../../src/index.js';
import { comesTrue } from '../support/eventually.js';
import { calm, isWell, json } from '../support/facing-clients.js';
import { gatewayAt, gatewayOnEmulator, type GatewayWithEmulator } from '../support/query-gateway.js';
import { rawConnection, rawRequest } from '../support/raw-connections.js';
import { answerJson, startUpstream } from '../support/upstream-servers.js';

const body = JSON.stringify({ query: '{ chatSession(id: 192) { status } }' });
const request = rawRequest('POST', '/graphql', body, json);

async function opened(url: string, text: string): Promise<Socket> {
  const { socket } = await rawConnection(url);
  return new Promise((resolve) => socket.write(text, () => resolve(socket)));
}

async function gaugesOf({ url }: GatewayWithEmulator): Promise<Readonly<Record<string, number>>> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const found = [
    ...text.matchAll(
      /^superoffice_chat_(operations_in_flight|upstream_in_flight|upstream_waiting|held_bytes) (-?\d+)$/gm,
    ),
  ];
  return Object.fromEntries(found.map(([, name = '', value]) => [name, Number(value)]));
}

const atRest = { operations_in_flight: 0, upstream_in_flight: 0, upstream_waiting: 0, held_bytes: 0 };

/** Gauges are read until they are 0, or for five seconds; they are updated once a second. */
async function restOf(gateway: GatewayWithEmulator): Promise<unknown> {
  await delay(1_000);
  for (let look = 0; look < 80; look += 1) {
    const gauges = await gaugesOf(gateway);
    if (Object.values(gauges).every((value) => value === 0)) return gauges;
    await delay(50);
  }
  return gaugesOf(gateway);
}

type Ending = (socket: Socket) => void | Promise<void>;

const endings: readonly (readonly [what: string, count: number, end: Ending])[] = [
  ['300 pipelined requests, and cut at once', 300, (socket) => void socket.destroy()],
  ['16 pipelined requests, and cut at once', 16, (socket) => void socket.destroy()],
  ['16 pipelined requests, and reset', 16, (socket) => void socket.resetAndDestroy()],
  ['16 pipelined requests, cut during execution', 16, (socket) => delay(60).then(() => void socket.destroy())],
  ['16 pipelined requests, half-closed', 16, (socket) => void socket.resume().end()],
  [
    '16 pipelined requests, half-closed and then cut',
    16,
    (socket) => delay(20, socket.end()).then(() => void socket.destroy()),
  ],
  [
    '16 pipelined requests, not read, and then cut',
    16,
    (socket) => delay(200, socket.pause()).then(() => void socket.destroy()),
  ],
  ['one and a half requests, and cut', 1.5, (socket) => delay(60).then(() => void socket.destroy())],
];

describe('C37 ends of connections', () => {
  it.each(endings)('C37 %s: all resources are released', async (_name, count, end) => {
    await using gateway = await gatewayOnEmulator({ latencyMs: 20 }, calm);
    const text = request.repeat(Math.floor(count)) + request.slice(0, count % 1 > 0 ? request.length / 2 : 0);

    await end(await opened(gateway.url, text));

    expect(await restOf(gateway)).toEqual(atRest);
    expect(await isWell(gateway)).toBe(true);
  });

  it('C37 many of all kinds at once: a gateway with room for two requests accepts two afterwards', async () => {
    await using gateway = await gatewayOnEmulator({ latencyMs: 20 }, { ...calm, MAX_OPERATIONS_IN_FLIGHT: '2' });
    for (let round = 0; round < 3; round += 1)
      await Promise.all(
        endings.map(async ([, count, end]) => end(await opened(gateway.url, request.repeat(Math.ceil(count))))),
      );

    expect(await restOf(gateway)).toEqual(atRest);
    const areWell = await Promise.all([isWell(gateway), isWell(gateway)]);
    expect(areWell).toEqual([true, true]);
  });
});

describe('C39 pipelined requests', () => {
  it('C39 sixteen: handled in turn, with one call at a time', async () => {
    let [open, most] = [0, 0];
    await using upstream = await startUpstream((response) => {
      most = Math.max(most, (open += 1));
      setTimeout(() => {
        open -= 1;
        answerJson(response, { ChatSessionId: 192, Status: 'Closed' });
      }, 5);
    });
    await using gateway = await gatewayAt(upstream.url, calm);
    using client = await rawConnection(gateway.url);

    client.send(request.repeat(16));

    expect(await comesTrue(() => client.responses() === 16)).toBe(true);
    expect([client.text().split('"status":"CLOSED"').length - 1, upstream.requests.length, most]).toEqual([16, 16, 1]);
  });

  it.each([
    ['POST /graphql', request],
    ['GET /metrics', rawRequest('GET', '/metrics')],
    ['GET /', rawRequest('GET', '/')],
    ['GET /live', rawRequest('GET', '/live')],
  ])('C39 the 17th %s closes its connection, and others get responses', async (_name, one) => {
    await using gateway = await gatewayOnEmulator({ latencyMs: 20 }, { ...calm, IDE: 'true' });
    using client = await rawConnection(gateway.url);

    client.send(one.repeat(17));
    await client.closed;

    expect(client.responses()).toBeLessThanOrEqual(16);
    expect(gateway.emulator.requests.length).toBeLessThanOrEqual(1);
    expect(await isWell(gateway)).toBe(true);
    await delay(1_000);
    const metrics = await (await fetch(`${gateway.url}/metrics`)).text();
    expect(metrics).toContain('refusals_total{reason="requests-ahead"} 1');
  });

  it('C39 of a client that does not read: the second one is not executed', async () => {
    const large = { ChatSessionId: 1, Status: 'Closed', CustomerName: 'x'.repeat(900_000) };
    await using upstream = await startUpstream((response) => void answerJson(response, large));
    await using gateway = await gatewayAt(upstream.url, calm);
    const query = `{ ${Array.from({ length: 16 }, (_, n) => `a${n}: chatSession(id: 1) { customerName }`).join(' ')} }`;
    using client = await rawConnection(gateway.url);
    client.socket.pause();

    client.send(rawRequest('POST', '/graphql', JSON.stringify({ query }), json).repeat(3));
    expect(await comesTrue(() => upstream.requests.length === 1)).toBe(true);
    await delay(300);
    expect(upstream.requests).toHaveLength(1);

    client.socket.resume();
    expect(await comesTrue(() => client.responses() === 3)).toBe(true);
    expect(upstream.requests).toHaveLength(3);
  });

  it('C39 4,000 of /metrics on many connections: /live responds meanwhile, and their text is created once', async () => {
    await using gateway = await gatewayOnEmulator({}, calm);
    const clients = await Promise.all(Array.from({ length: 250 }, () => rawConnection(gateway.url)));
    const metrics = async (): Promise<string> => (await fetch(`${gateway.url}/metrics`)).text();
    const first = await metrics();
    const sentMs = performance.now();
    for (const client of clients) client.send(rawRequest('GET', '/metrics').repeat(16));
    expect((await fetch(`${gateway.url}/live`)).status).toBe(200);
    expect(await comesTrue(() => clients.every((client) => client.responses() === 16), 5_000)).toBe(true);
    const textsIn = () => clients.flatMap((client) => client.text().match(/process_cpu_seconds_total [\d.]+/g) ?? []);
    expect(await comesTrue(() => textsIn().length === 4_000)).toBe(true); // the last bodies arrive after their heads
    const written = textsIn();
    expect(new Set(written).size).toBeLessThanOrEqual(Math.ceil((performance.now() - sentMs) / 1_000) + 1);
    expect(first).toContain('process_cpu_seconds_total');
    for (const client of clients) client[Symbol.dispose]();
  });

  it('C39 the largest file of the page 900 times: all responses share its bytes', async () => {
    await using gateway = await gatewayOnEmulator({}, { ...calm, IDE: 'true' });
    const page = await (await fetch(`${gateway.url}/`)).text();
    const path = `${/\/ide\/altair-[\d.]+\//.exec(page)?.[0]}main.js`;
    const bytes = (await (await fetch(gateway.url + path)).arrayBuffer()).byteLength;
    expect(bytes).toBeGreaterThan(1_000_000);
    const clients = await Promise.all(Array.from({ length: 60 }, () => rawConnection(gateway.url)));
    const before = process.memoryUsage().rss;
    for (const { socket } of clients) socket.pause();
    for (const client of clients) client.send(rawRequest('GET', path).repeat(15));
    await delay(500);

    expect(process.memoryUsage().rss - before).toBeLessThan(60 * bytes);
    for (const client of clients) client[Symbol.dispose]();
    expect(await isWell(gateway)).toBe(true);
  });
});

describe('a stopped gateway', () => {
  it('leaves no PerformanceObserver', async () => {
    const { observe, disconnect } = PerformanceObserver.prototype;
    let observing = 0;
    PerformanceObserver.prototype.observe = function (this: PerformanceObserver, ...options) {
      observing += 1;
      return observe.apply(this, options);
    };
    PerformanceObserver.prototype.disconnect = function (this: PerformanceObserver) {
      observing -= 1;
      return disconnect.apply(this);
    };
    try {
      const settings = { SUPEROFFICE_URL: 'http://127.0.0.1:9', HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'silent' };
      await (await createGateway(settings)).stop(); // what belongs to the process is created once
      const before = observing;
      for (let starts = 0; starts < 3; starts += 1) await (await createGateway(settings)).stop();
      expect(observing).toBe(before);
    } finally {
      Object.assign(PerformanceObserver.prototype, { observe, disconnect });
    }
  });
});
