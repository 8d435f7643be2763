/**
 * C37: whatever way requests end, what was acquired for them is released: afterwards all gauges are 0 and a gateway that takes two
 * requests at once still takes them. Node does not close responses that wait behind another one on a connection that is cut, so a
 * single request that is broken off does not show this.
 */
import { connect, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { PerformanceObserver } from 'node:perf_hooks';
import { describe, expect, it } from '@jest/globals';
import { createGateway } from '../../src/index.js';
import { calm, isWell, json } from '../support/facing-clients.js';
import { gatewayOnEmulator, type GatewayWithEmulator } from '../support/query-gateway.js';

const body = JSON.stringify({ query: '{ chatSession(id: 192) { status } }' });
const headers = Object.entries({ host: 'gateway', ...json, 'content-length': String(body.length) });
const request = `POST /graphql HTTP/1.1\r\n${headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${body}`;

function opened(url: string, text: string): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(text, () => resolve(socket)));
    socket.on('error', reject); // once it is open, this rejects nothing any more
  });
}

async function gaugesOf({ url }: GatewayWithEmulator): Promise<Readonly<Record<string, number>>> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const found = [
    ...text.matchAll(/^superoffice_chat_(operations_in_flight|upstream_in_flight|upstream_waiting) (-?\d+)$/gm),
  ];
  return Object.fromEntries(found.map(([, name = '', value]) => [name, Number(value)]));
}

const atRest = { operations_in_flight: 0, upstream_in_flight: 0, upstream_waiting: 0 };

/** Gauges are read until they are at rest, or for three seconds. */
async function restOf(gateway: GatewayWithEmulator): Promise<unknown> {
  for (let look = 0; look < 60; look += 1) {
    const gauges = await gaugesOf(gateway);
    if (Object.values(gauges).every((value) => value === 0)) return gauges;
    await delay(50);
  }
  return gaugesOf(gateway);
}

type Ending = (socket: Socket) => void | Promise<void>;

const endings: readonly (readonly [what: string, count: number, end: Ending])[] = [
  ['300 requests ahead, and cut at once', 300, (socket) => void socket.destroy()],
  ['300 requests ahead, and reset', 300, (socket) => void socket.resetAndDestroy()],
  ['50 requests ahead, cut while they are worked on', 50, (socket) => delay(60).then(() => void socket.destroy())],
  ['20 requests ahead, half-closed', 20, (socket) => void socket.resume().end()],
  [
    '20 requests ahead, half-closed and then cut',
    20,
    (socket) => delay(20, socket.end()).then(() => void socket.destroy()),
  ],
  [
    '40 requests ahead that are not read, and then cut',
    40,
    (socket) => delay(200, socket.pause()).then(() => void socket.destroy()),
  ],
  ['a request and half of another one', 1.5, (socket) => delay(60).then(() => void socket.destroy())],
];

describe('C37 connections that end in any way', () => {
  it.each(endings)('C37 %s: nothing stays acquired', async (_what, count, end) => {
    await using gateway = await gatewayOnEmulator({ latencyMs: 20 }, calm);
    const text = request.repeat(Math.floor(count)) + request.slice(0, count % 1 > 0 ? request.length / 2 : 0);

    await end(await opened(gateway.url, text));

    expect(await restOf(gateway)).toEqual(atRest);
    expect(await isWell(gateway)).toBe(true);
  });

  it('C37 many of all kinds at once: a gateway that takes two requests at once takes them afterwards', async () => {
    await using gateway = await gatewayOnEmulator({ latencyMs: 20 }, { ...calm, MAX_OPERATIONS_IN_FLIGHT: '2' });
    for (let round = 0; round < 3; round += 1)
      await Promise.all(
        endings.map(async ([, count, end]) => end(await opened(gateway.url, request.repeat(Math.ceil(count))))),
      );

    expect(await restOf(gateway)).toEqual(atRest);
    const answers = await Promise.all([isWell(gateway), isWell(gateway)]);
    expect(answers).toEqual([true, true]);
  });
});

describe('a gateway that is stopped', () => {
  it('leaves no observer of the process behind', async () => {
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
      await (await createGateway(settings)).stop(); // what belongs to the process is made once
      const before = observing;
      for (let starts = 0; starts < 3; starts += 1) await (await createGateway(settings)).stop();
      expect(observing).toBe(before);
    } finally {
      Object.assign(PerformanceObserver.prototype, { observe, disconnect });
    }
  });
});
