/** L16 Clients that are gone without closing their connection, and streams whose credentials end by the clock. */
import { connect } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { WebSocket } from 'ws';
import { comesTrue } from '../support/eventually.js';
import { subscribeBy, transports } from '../support/live-clients.js';
import { liveGateway } from '../support/live-gateway.js';
import { files } from '../support/own-gateway.js';
import { authorization, type GatewayWithEmulator } from '../support/query-gateway.js';
import { audience, issuer, tokenFor, tokenIssuer } from '../support/token-issuer.js';

const query = 'subscription { chatSessionChanged(id: "18") { session { status } } }';
const heartbeats = { LIVE_HEARTBEAT_SECONDS: '1' };

const streamsOf = async ({ url }: GatewayWithEmulator): Promise<number> => {
  const text = await (await fetch(`${url}/metrics`)).text();
  return [...text.matchAll(/^superoffice_chat_streams\{[^}]*\} (\d+)$/gm)].reduce(
    (sum, [, count]) => sum + Number(count),
    0,
  );
};

const comesTo = async (gateway: GatewayWithEmulator, count: number, withinMs: number): Promise<boolean> => {
  const endsAt = Date.now() + withinMs;
  while (Date.now() < endsAt) if ((await streamsOf(gateway)) === count) return true;
  return false;
};

/** A socket that subscribes. @param answersPings as every client does, unless its host is gone */
async function subscribed(url: string, answersPings: boolean): Promise<WebSocket> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
    autoPong: answersPings,
  });
  let isEvent = false;
  socket.on('message', (data: Buffer) => {
    const { type } = JSON.parse(data.toString()) as { type: string };
    if (type === 'connection_ack') socket.send(JSON.stringify({ type: 'subscribe', id: '1', payload: { query } }));
    isEvent ||= type === 'next';
  });
  socket.on('error', () => undefined);
  socket.on('open', () => socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization } })));
  expect(await comesTrue(() => isEvent)).toBe(true);
  return socket;
}

describe('L16 a client', () => {
  it('that answers no ping is dropped after two, and costs nothing afterwards; the one that answers stays', async () => {
    await using gateway = await liveGateway({}, heartbeats);
    const gone = await subscribed(gateway.url, false);
    const there = await subscribed(gateway.url, true);
    expect(await streamsOf(gateway)).toBe(2);
    expect(await comesTrue(() => gone.readyState === gone.CLOSED, 6_000)).toBe(true);
    expect(await comesTo(gateway, 1, 2_000)).toBe(true);
    expect(there.readyState).toBe(there.OPEN);
    there.terminate();
    expect(await comesTo(gateway, 0, 2_000)).toBe(true);
    gateway.emulator.clearLog();
    gateway.emulator.addMessage(18, { Message: 'late', Type: 'ToUser' });
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(gateway.emulator.requests).toEqual([]);
  });

  it('by HTTP that takes nothing for two heartbeats is dropped', async () => {
    await using gateway = await liveGateway({}, heartbeats);
    const long = 'x'.repeat(60_000);
    const body = JSON.stringify({
      query: 'subscription { chatMessagesAdded(sessionIds: ["18"], after: "299999") { messages { message } } }',
    });
    const socket = connect(Number(new URL(gateway.url).port), '127.0.0.1');
    socket.on('error', () => undefined);
    socket.write(
      `POST /graphql HTTP/1.1\r\nhost: x\r\nauthorization: ${authorization}\r\naccept: text/event-stream\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
    );
    socket.pause();
    expect(await comesTo(gateway, 1, 2_000)).toBe(true);
    let isDropped = false;
    for (let count = 0; count < 60 && !isDropped; count += 1) {
      for (let message = 0; message < 10; message += 1)
        gateway.emulator.addMessage(18, { Message: long, Type: 'Special' });
      isDropped = await comesTo(gateway, 0, 250);
    }
    expect(isDropped).toBe(true);
    socket.destroy();
  });

  it.each(transports)('by %s gets heartbeats that are no events', async (transport) => {
    await using gateway = await liveGateway({}, heartbeats);
    const client = subscribeBy(transport, gateway.url, { query, headers: { authorization } });
    await client.event(1);
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    expect(client.end()).toBeNull();
    expect(client.events).toHaveLength(1);
    client.leave();
  });
});

describe('a JSON Web Token', () => {
  it.each(transports)('ends a stream by %s when it expires, and no call is made afterwards', async (transport) => {
    using folder = files();
    await using keys = await tokenIssuer();
    const basic = folder.write('basic', 'tje0:TjeR');
    await using gateway = await liveGateway(
      {},
      {
        SUPEROFFICE_CREDENTIALS: 'basic',
        SUPEROFFICE_BASIC_FILE: basic,
        JWT_ISSUER: issuer,
        JWT_AUDIENCE: audience,
        JWT_JWKS_URL: keys.jwksUrl,
      },
    );
    const token = await tokenFor('agent', { claims: { exp: Math.floor(Date.now() / 1000) + 2 } });
    const client = subscribeBy(transport, gateway.url, { query, headers: { authorization: `Bearer ${token}` } });
    await client.event(1);
    expect(await client.ended(6_000)).toEqual(expect.anything());
    gateway.emulator.clearLog();
    gateway.emulator.addMessage(18, { Message: 'late', Type: 'ToUser' });
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(gateway.emulator.requests).toEqual([]);
  });
});
