/** C25, C26: slow clients, and clients that disconnect. Healthy ones are served throughout. */
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { comesTrue } from '../support/eventually.js';
import { calm, isWell, json, repeated } from '../support/facing-clients.js';
import { sendQuery } from '../support/plain-http.js';
import { gatewayAt, gatewayOnEmulator, type RunningGateway } from '../support/query-gateway.js';
import { slowClients, type SlowClients } from '../support/slow-clients.js';
import { answerJson, startUpstream } from '../support/upstream-servers.js';

const settings = { ...calm, HEADERS_TIMEOUT_MS: '300', REQUEST_TIMEOUT_MS: '600', DRAIN_TIMEOUT_MS: '500' };

/** Sends healthy queries until the attack is over. @returns how many failed, and the longest wait */
async function servedDuring(gateway: RunningGateway, attack: SlowClients, withinMs: number) {
  const startedMs = performance.now();
  let [requests, unserved, longestMs] = [0, 0, 0];
  while (attack.open() > 0 && performance.now() - startedMs < withinMs) {
    const sentMs = performance.now();
    const isHealthy = await isWell(gateway);
    longestMs = Math.max(longestMs, performance.now() - sentMs);
    requests += 1;
    if (!isHealthy) unserved += 1;
    await delay(20);
  }
  return { asked: requests, unserved, longestMs };
}

async function expectHarmless(gateway: RunningGateway, attack: SlowClients): Promise<void> {
  const { asked: requests, unserved, longestMs } = await servedDuring(gateway, attack, 8_000);
  expect({ stillOpen: attack.open(), unserved }).toEqual({ stillOpen: 0, unserved: 0 });
  expect(requests).toBeGreaterThan(2);
  expect(longestMs).toBeLessThan(1_000);
}

const head = 'POST /graphql HTTP/1.1\r\nHost: gateway\r\nContent-Type: application/json\r\n';

describe('C25 slow clients', () => {
  it('C25 slow headers on 300 sockets: closed, and healthy clients are served throughout', async () => {
    await using gateway = await gatewayOnEmulator({}, settings);
    const drip = { text: 'X-A: a\r\n', everyMs: 50 };
    using attack = await slowClients(gateway.url, { count: 300, greeting: head, drip });
    await expectHarmless(gateway, attack);
    expect(attack.closed()).toBe(300);
    expect(gateway.emulator.requests.every((line) => line.startsWith('GetChatSessionEntity 192'))).toBe(true);
  });

  it('C25 300 silent sockets: closed, and healthy clients are served throughout', async () => {
    await using gateway = await gatewayOnEmulator({}, settings);
    using attack = await slowClients(gateway.url, { count: 300, greeting: '' });
    await expectHarmless(gateway, attack);
  });

  it('C25 slow bodies on 300 sockets: closed, and healthy clients are served throughout', async () => {
    await using gateway = await gatewayOnEmulator({}, settings);
    const greeting = `${head}Authorization: ${json['authorization']}\r\nContent-Length: 5000\r\n\r\n{`;
    using attack = await slowClients(gateway.url, { count: 300, greeting, drip: { text: ' ', everyMs: 50 } });
    await expectHarmless(gateway, attack);
  });

  it('C25 slow reading of 16 MB: closed, and healthy clients are served throughout', async () => {
    const short = {
      OPERATION_TIMEOUT_MS: '1800',
      UPSTREAM_TIMEOUT_MS: '1700',
      ATTEMPT_TIMEOUT_MS: '1600',
      CONNECT_TIMEOUT_MS: '600',
    };
    await using upstream = await startUpstream((response, { url = '' }) => {
      const id = Number(/EntityId=(\d+)/.exec(url)?.[1]);
      const large = id === 192 ? 'short' : 'x'.repeat(1_000_000);
      answerJson(response, { ChatSessionId: id, Status: 'Closed', CustomerName: large });
    });
    await using gateway = await gatewayAt(upstream.url, { ...settings, ...short });
    // One call and sixteen times its megabyte: sixteen calls take a busy machine past the deadline, and then the response is small.
    const query = `{ ${repeated(16, (index) => `a${index}: chatSession(id: 1) { customerName }`)} }`;
    const body = JSON.stringify({ query });
    const greeting = `${head}Authorization: ${json['authorization']}\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
    using attack = await slowClients(gateway.url, { count: 3, greeting, isDeaf: true });
    const { unserved } = await servedDuring(gateway, attack, 5_000);
    attack.wake(); // clients that were not closed read all of their 16 MB now, and stay
    const isOver = await comesTrue(() => attack.open() === 0);
    expect({ isOver, unserved }).toEqual({ isOver: true, unserved: 0 });
  });
});

/** The default: without a client that leaves, the calls of this upstream would end then. */
const attemptTimeoutMs = 5_000;

describe('C26 clients that disconnect', () => {
  it('C26 disconnect mid-query: calls are aborted long before their deadline, and are no errors', async () => {
    const closedMs: number[] = [];
    await using upstream = await startUpstream((response, request) => {
      request.socket.once('close', () => closedMs.push(performance.now()));
      if (/EntityId=192/.test(request.url ?? '')) answerJson(response, { ChatSessionId: 192, Status: 'Closed' });
    });
    await using gateway = await gatewayAt(upstream.url, { ...calm, LOG_LEVEL: 'debug' });
    const client = new AbortController();
    const query = '{ chatSessions(ids: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]) { id } }';
    const leaving = sendQuery(gateway.url, { query }, json, client.signal);
    await upstream.arrived(10);

    const leftMs = performance.now();
    client.abort();

    expect(await leaving).toBeNull();
    expect(await comesTrue(() => closedMs.length === 10)).toBe(true);
    expect(Math.max(...closedMs) - leftMs).toBeLessThan(attemptTimeoutMs / 4);
    await delay(50);
    expect(upstream.requests).toHaveLength(10); // no retries
    const levels = gateway
      .log()
      .split('\n')
      .filter(Boolean)
      .map((line): number => JSON.parse(line).level);
    expect(levels.filter((level) => level >= 50)).toEqual([]);
    expect(await isWell(gateway)).toBe(true);
  });

  it('C26 calls that still wait in the queue are never sent', async () => {
    await using upstream = await startUpstream(() => undefined);
    await using gateway = await gatewayAt(upstream.url, { ...calm, MAX_UPSTREAM_CONCURRENCY: '4' });
    const client = new AbortController();
    const ids = Array.from({ length: 50 }, (_, index) => index + 1);
    const leaving = sendQuery(
      gateway.url,
      { query: `{ chatSessions(ids: [${ids.join()}]) { id } }` },
      json,
      client.signal,
    );
    await upstream.arrived(4);

    client.abort();
    await leaving;
    await upstream.socketsClosed();
    await delay(50);

    expect(upstream.requests).toHaveLength(4);
  });

  it('C26 a hundred disconnects: no socket stays open, and the gateway stays healthy', async () => {
    await using gateway = await gatewayOnEmulator({ latencyMs: 40 }, calm);
    const storm = Array.from({ length: 100 }, (_, index) =>
      sendQuery(
        gateway.url,
        { query: '{ chatSessions(ids: [1, 2, 3]) { id } }' },
        json,
        AbortSignal.timeout(1 + (index % 60)),
      ),
    );
    await Promise.all(storm);
    expect(await isWell(gateway)).toBe(true);
  });
});
