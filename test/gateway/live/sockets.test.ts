/** WebSockets of clients that are wrong, hostile, slow or gone. */
import { request } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { WebSocket } from 'ws';
import { comesTrue } from '../../support/eventually.js';
import { overHttp, overSocket, socketClient } from '../../support/live-clients.js';
import { liveGateway } from '../../support/live-gateway.js';
import { authorization } from '../../support/query-gateway.js';

const query = 'subscription { chatSessionChanged(id: "18") { session { status } } }';

interface Opened {
  readonly socket: WebSocket;
  readonly messages: Record<string, unknown>[];
  readonly closed: () => number | null;
  /** The status of a refused upgrade; null: it was accepted. */
  readonly refused: () => number | null;
}

interface OpenOptions {
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly protocol?: string;
}

async function opened(
  url: string,
  { path = '/graphql', headers = {}, protocol = 'graphql-transport-ws' }: OpenOptions = {},
) {
  const socket = new WebSocket(`${url.replace('http', 'ws')}${path}`, protocol, { headers });
  const messages: Record<string, unknown>[] = [];
  let [code, status, isOpen]: [number | null, number | null, boolean] = [null, null, false];
  socket.on('message', (data: Buffer) => messages.push(JSON.parse(data.toString())));
  socket.on('close', (closeCode) => (code = closeCode));
  socket.on('open', () => (isOpen = true));
  socket.on('error', () => undefined);
  socket.on('unexpected-response', (_request, response) => {
    status = response.statusCode ?? 0;
    response.resume();
  });
  await comesTrue(() => isOpen || status !== null || code !== null);
  const result: Opened = { socket, messages, closed: () => code, refused: () => status };
  return result;
}

const init = (payload: object = { authorization }): string => JSON.stringify({ type: 'connection_init', payload });
const subscribe = (id: string, document = query): string =>
  JSON.stringify({ type: 'subscribe', id, payload: { query: document } });

/** Waits for the acknowledgement, as the protocol requires. */
async function initialized(connection: Opened, payload?: object): Promise<Opened> {
  connection.socket.send(init(payload));
  await comesTrue(() => connection.messages.some(({ type }) => type === 'connection_ack'));
  return connection;
}

describe('L17 an upgrade', () => {
  it('is refused for pages of other origins, other paths, and other protocols', async () => {
    await using gateway = await liveGateway({}, { CORS_ORIGINS: 'https://console.example.com' });
    const { url } = gateway;
    const host = new URL(url).host;
    for (const [options, status] of [
      [{ headers: { origin: 'https://evil.example.com' } }, 403],
      [{ headers: { origin: 'null' } }, 403],
      [{ headers: { origin: `http://${host}.evil.example.com` } }, 403],
      [{ path: '/other' }, 404],
      [{ path: '/graphql/x' }, 404],
      [{ headers: { origin: 'https://console.example.com' } }, null],
      [{ headers: { origin: `http://${host}` } }, null],
      [{ path: '/graphql?x=1' }, null],
    ] as const) {
      const { socket, refused } = await opened(url, options);
      expect({ options, status: refused() }).toEqual({ options, status });
      socket.terminate();
    }
    const { socket, closed } = await opened(url, { protocol: 'graphql-ws' });
    expect(await comesTrue(() => closed() !== null)).toBe(true);
    expect(closed()).not.toBe(1000);
    socket.terminate();
  });

  it('to another protocol, as Java and curl offer h2c, is a plain request', async () => {
    await using gateway = await liveGateway();
    const body = JSON.stringify({ query: '{ chatSession(id: 192) { id status } }' });
    const headers = {
      authorization,
      connection: 'Upgrade, HTTP2-Settings',
      upgrade: 'h2c',
      'http2-settings': 'AAEAAEAAAAIAAAABAAMAAABkAAQBAAAAAAUAAEAA',
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(body)),
    };
    for (let time = 0; time < 3; time += 1) {
      const text = await new Promise<string>((resolve, reject) => {
        const sent = request(`${gateway.url}/graphql`, { method: 'POST', headers }, (response) => {
          let received = '';
          response.on('data', (chunk: Buffer) => (received += chunk.toString()));
          response.on('end', () => resolve(received));
        });
        sent.on('error', reject);
        sent.end(body);
      });
      expect(JSON.parse(text)).toEqual({ data: { chatSession: { id: '192', status: expect.any(String) } } });
    }
  });
});

describe('L17 a connection', () => {
  it('without connection_init is closed, and so is one that subscribes before', async () => {
    await using gateway = await liveGateway();
    const silent = await opened(gateway.url);
    const early = await opened(gateway.url);
    early.socket.send(subscribe('1'));
    expect(await comesTrue(() => early.closed() === 4401)).toBe(true);
    expect(await comesTrue(() => silent.closed() === 4408, 5_000)).toBe(true);
    expect(gateway.emulator.requests).toEqual([]);
  });

  it('has at most 20 subscriptions: 5,000 on one connection take no more', async () => {
    await using gateway = await liveGateway();
    const { socket, messages, closed } = await initialized(await opened(gateway.url));
    for (let id = 0; id < 5_000; id += 1) socket.send(subscribe(String(id)));
    const count = (type: string): number => messages.filter((message) => message['type'] === type).length;
    expect(await comesTrue(() => count('error') === 4_980, 30_000)).toBe(true);
    expect(await comesTrue(() => count('next') === 20)).toBe(true);
    expect(closed()).toBeNull();
    expect(gateway.emulator.requests.length).toBeLessThanOrEqual(20);
    socket.terminate();
  });

  it('that sends frames of 100 MiB, no JSON, or unknown messages is closed; the process goes on', async () => {
    await using gateway = await liveGateway();
    const big = await opened(gateway.url);
    big.socket.send('x'.repeat(1_048_576));
    expect(await comesTrue(() => big.closed() === 1009, 5_000)).toBe(true);
    const claimed = connect(Number(new URL(gateway.url).port), '127.0.0.1');
    claimed.on('error', () => undefined);
    const key = Buffer.from('0123456789abcdef').toString('base64');
    claimed.write(
      `GET /graphql HTTP/1.1\r\nhost: x\r\nconnection: Upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\nsec-websocket-protocol: graphql-transport-ws\r\nsec-websocket-key: ${key}\r\n\r\n`,
    );
    await pause(100);
    claimed.write(Buffer.from([0x81, 0xff, 0, 0, 0, 0, 0x06, 0x40, 0, 0, 1, 2, 3, 4])); // 100 MiB, masked
    const isEnded = comesTrue(() => claimed.destroyed || claimed.readableEnded, 5_000);
    claimed.resume();
    expect(await isEnded).toBe(true);
    for (const text of ['no json', '{}', '{"type":"unknown"}', '[]', JSON.stringify({ type: 'subscribe', id: 1 })]) {
      const { socket, closed } = await opened(gateway.url);
      socket.send(text);
      expect(await comesTrue(() => closed() === 4400)).toBe(true);
    }
    expect((await gateway.query('{ chatSession(id: 192) { id } }')).data).toEqual({ chatSession: { id: '192' } });
  });

  it('takes subscriptions only, and says so', async () => {
    await using gateway = await liveGateway();
    const { socket, messages } = await initialized(await opened(gateway.url));
    socket.send(subscribe('1', '{ chatSession(id: 192) { id } }'));
    socket.send(subscribe('2', 'mutation { pickUpChatSession(id: 4) { session { id } } }'));
    expect(await comesTrue(() => messages.filter(({ type }) => type === 'error').length === 2)).toBe(true);
    expect(JSON.stringify(messages)).toContain('Send queries and mutations by POST');
    expect(gateway.emulator.requests).toEqual([]);
    socket.terminate();
  });

  it('has the credentials of the upgrade, or of connection_init by header name or under headers', async () => {
    await using gateway = await liveGateway();
    const sent = 'Bearer from-upgrade';
    for (const [headers, payload, expected] of [
      [{ authorization: sent }, {}, sent],
      [{ authorization: sent }, { authorization: 'Bearer other' }, sent],
      [{}, { Authorization: 'Bearer flat' }, 'Bearer flat'],
      [{}, { headers: { AUTHORIZATION: 'Bearer nested' } }, 'Bearer nested'],
    ] as const) {
      gateway.emulator.clearLog();
      const { socket, messages } = await initialized(await opened(gateway.url, { headers }), payload);
      socket.send(subscribe('1'));
      expect(await comesTrue(() => messages.some(({ type }) => type === 'next'))).toBe(true);
      expect(gateway.emulator.log.at(0)?.headers.authorization).toBe(expected);
      socket.terminate();
    }
  });
});

describe('L16 a client', () => {
  it('that reads nothing costs one event: nothing is read for it until it takes the one before', async () => {
    await using gateway = await liveGateway();
    const { emulator, url } = gateway;
    const long = 'x'.repeat(60_000);
    const query = 'subscription { chatMessagesAdded(sessionIds: ["18"], after: "299999") { messages { message } } }';
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    const body = JSON.stringify({ query });
    socket.write(
      `POST /graphql HTTP/1.1\r\nhost: x\r\nauthorization: ${authorization}\r\naccept: text/event-stream\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
    );
    socket.pause();
    await pause(300);
    emulator.clearLog();
    for (let count = 0; count < 150; count += 1) {
      emulator.addMessage(18, { Message: long, Type: 'Special' });
      if (count % 10 === 0) await pause(210);
    }
    await pause(500);
    const before = emulator.requests.length;
    for (let count = 0; count < 20; count += 1) {
      emulator.addMessage(18, { Message: long, Type: 'Special' });
      await pause(50);
    }
    await pause(500);
    expect(emulator.requests.length - before).toBeLessThanOrEqual(1);
    socket.destroy();
    expect(await comesTrue(() => gateway.log().includes('"reason":"left"'))).toBe(true);
  });

  it('of each transport that is cut leaves nothing behind', async () => {
    await using gateway = await liveGateway();
    const { url } = gateway;
    for (let time = 0; time < 20; time += 1) {
      const over = overHttp(url, 'sse', { query, headers: { authorization } });
      const { socket, messages } = await initialized(await opened(url));
      socket.send(subscribe('1'));
      await over.event(1);
      await comesTrue(() => messages.some(({ type }) => type === 'next'));
      socket.terminate();
      over.leave();
    }
    const streams = async (): Promise<string> =>
      (await (await fetch(`${url}/metrics`)).text()).match(/^superoffice_chat_streams\{.*$/gm)?.join() ?? '';
    let text = '';
    for (let check = 0; check < 50 && !/^[^,]* 0,[^,]* 0$/.test(text); check += 1) {
      text = await streams();
      await pause(20);
    }
    expect(text).toMatch(/^[^,]* 0,[^,]* 0$/);
  });
});

describe('a closed subscription', () => {
  it('ends at once, without waiting for the next event', async () => {
    await using gateway = await liveGateway();
    const client = socketClient(gateway.url, { authorization });
    const first = overSocket(client, { query });
    const second = overSocket(client, { query: query.replace('18', '44') });
    await Promise.all([first.event(1), second.event(1)]);
    first.leave();
    expect(await comesTrue(() => gateway.log().includes('"reason":"left"'), 1_000)).toBe(true);
    expect(second.end()).toBeNull();
    await client.dispose();
  });
});
