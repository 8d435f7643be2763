/** L15 The end of streams: when the gateway stops, and when a stream has reached its age. */
import { describe, expect, it } from '@jest/globals';
import { overHttp, overSocket, socketClient, subscribeBy, transports } from '../support/live-clients.js';
import { liveGateway, signal } from '../support/live-gateway.js';
import { authorization } from '../support/query-gateway.js';

const headers = { authorization };
const query = 'subscription { chatSessionChanged(id: "18") { session { status } } }';
const codesOf = (result: { readonly errors?: readonly { readonly extensions: Readonly<Record<string, unknown>> }[] }) =>
  (result.errors ?? []).map(({ extensions }) => extensions['code']);

describe('when the gateway stops', () => {
  it('streams end one after the other, each as its transport requires, and the process is done in time', async () => {
    const gateway = await liveGateway({}, { DRAIN_TIMEOUT_MS: '4000' });
    const { url } = gateway;
    const plain = Array.from({ length: 10 }, (_, index) =>
      overHttp(url, index % 2 === 0 ? 'sse' : 'multipart', { query, headers }),
    );
    const sockets = Array.from({ length: 5 }, () => socketClient(url, headers));
    const direct = sockets.map((socket) => overSocket(socket, { query }));
    await Promise.all([...plain, ...direct].map((client) => client.event(1)));
    const startedMs = performance.now();
    const ends: number[] = [];
    const noted = [...plain, ...direct].map(async (client) => {
      await client.ended(6_000);
      ends.push(performance.now() - startedMs);
    });
    const stopped = gateway[Symbol.asyncDispose]();
    expect(await signal(url, { event: 'chatsession.changed', id: 18 }).catch(() => 0)).toBe(200); // until the last moment
    await Promise.all(noted);
    await stopped;
    expect(performance.now() - startedMs).toBeLessThan(5_000);
    for (const client of plain) expect(codesOf(client.events.at(-1) ?? {})).toEqual(['SUBSCRIPTION_RESTART']);
    for (const client of direct) expect((await client.ended()).code).toBe(1012);
    expect(Math.max(...ends) - Math.min(...ends)).toBeGreaterThan(1_000); // half of the drain time
    await Promise.all(sockets.map((socket) => socket.dispose()));
  });

  it('WebSockets without a subscription are closed, too', async () => {
    const gateway = await liveGateway({}, { DRAIN_TIMEOUT_MS: '1000' });
    const client = socketClient(gateway.url, headers);
    const stream = overSocket(client, { query });
    await stream.event(1);
    const startedMs = performance.now();
    await gateway[Symbol.asyncDispose]();
    expect(performance.now() - startedMs).toBeLessThan(3_000);
    expect((await stream.ended()).code).toBe(1012);
    await client.dispose();
  });
});

describe.each(transports)('%s', (transport) => {
  it('a stream ends at its age, with the advice to subscribe again', async () => {
    await using gateway = await liveGateway({}, { SUBSCRIPTION_MAX_AGE_SECONDS: '10' });
    const client = subscribeBy(transport, gateway.url, { query, headers });
    await client.event(1);
    const end = await client.ended(12_000);
    if (transport === 'websocket') expect(end.code).toBe(1012);
    else expect(codesOf(client.events.at(-1) ?? {})).toEqual(['SUBSCRIPTION_RESTART']);
    expect(gateway.log()).toContain('"reason":"restart"');
  });
});
