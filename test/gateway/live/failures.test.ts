/** What happens to a stream when SuperOffice fails, or refuses the credentials. */
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { comesTrue } from '../../support/eventually.js';
import { overHttp, overSocket, socketClient, subscribeBy, transports } from '../../support/live-clients.js';
import { liveGateway, signal } from '../../support/live-gateway.js';
import { authorization } from '../../support/query-gateway.js';

const headers = { authorization };
const query = 'subscription { chatSessionChanged(id: "18") { session { status lastMessage } } }';
const unauthorized = { kind: 'status', status: 401, times: Infinity } as const;
const codesOf = (result: { readonly errors?: readonly { readonly extensions: Readonly<Record<string, unknown>> }[] }) =>
  (result.errors ?? []).map(({ extensions }) => extensions['code']);

describe.each(transports)('%s', (transport) => {
  it('L9 the first 401 is the error of the operation: one call, and the stream ends', async () => {
    await using gateway = await liveGateway();
    const { emulator, url } = gateway;
    emulator.injectFault(unauthorized);
    const client = subscribeBy(transport, url, { query, headers });
    const first = await client.event(1);
    expect(codesOf(first)).toEqual(['UNAUTHENTICATED']);
    expect(first.data).toEqual({ chatSessionChanged: null });
    expect(await client.ended()).not.toHaveProperty('code');
    await pause(300);
    expect(emulator.requests).toEqual(['GetChatSessionEntity 18 $select=ChatSessionId,LastMessage,Status']);
  });

  it('L8 a 401 after a good read ends the stream: nothing more is read with these credentials', async () => {
    await using gateway = await liveGateway();
    const { emulator, url } = gateway;
    const client = subscribeBy(transport, url, { query, headers });
    await client.event(1);
    await pause(300);
    emulator.injectFault(unauthorized);
    emulator.clearLog();
    emulator.addMessage(18, { Message: 'not for you', Type: 'ToCustomer' });
    const end = await client.ended();
    if (transport === 'websocket') expect(end.code).toBe(4403);
    else expect(codesOf(client.events[1] ?? {})).toEqual(['UNAUTHENTICATED']);
    await pause(500);
    await signal(url, { event: 'chatsession.changed', id: 18 });
    await pause(300);
    expect(emulator.requests.length).toBe(1);
    expect(JSON.stringify(client.events)).not.toContain('not for you');
  });

  it('refuses callers without credentials without a call', async () => {
    await using gateway = await liveGateway();
    const client = subscribeBy(transport, gateway.url, { query });
    expect(codesOf(await client.event(1))).toEqual(['UNAUTHENTICATED']);
    await client.ended();
    expect(gateway.emulator.requests).toEqual([]);
  });
});

describe('a client that returns', () => {
  it('L8 with fresh credentials goes on by itself', async () => {
    await using gateway = await liveGateway();
    const { emulator, url } = gateway;
    const tokens = ['old-token', 'new-token'];
    const socket = socketClient(
      url,
      {},
      {
        retryAttempts: 3,
        connectionParams: () => ({ authorization: `Bearer ${tokens.shift() ?? 'new-token'}` }),
      },
    );
    const client = overSocket(socket, { query });
    await client.event(1);
    await pause(300);
    emulator.injectFault({ ...unauthorized, times: 1 });
    emulator.addMessage(18, { Message: 'first', Type: 'ToCustomer' });
    const second = await client.event(2, 8_000);
    expect(second.data?.['chatSessionChanged'].session.lastMessage).toBe('first');
    expect(emulator.log.at(-1)?.headers.authorization).toBe('Bearer new-token');
    client.leave();
    await socket.dispose();
  });
});

describe('L10 an outage', () => {
  const settings = { UPSTREAM_RETRIES: '0', BREAKER_MIN_CALLS: '10000' };

  it('of less than ten seconds is not noticed', async () => {
    await using gateway = await liveGateway({}, settings);
    const { emulator, url } = gateway;
    const client = overHttp(url, 'sse', { query, headers });
    await client.event(1);
    await pause(300);
    emulator.injectFault({ kind: 'status', status: 503, times: 2 });
    emulator.addMessage(18, { Message: 'during the outage', Type: 'ToCustomer' });
    const second = await client.event(2, 8_000);
    expect(second).toMatchObject({ data: { chatSessionChanged: { session: { lastMessage: 'during the outage' } } } });
    expect(client.events).toHaveLength(2);
    client.leave();
  });

  it('from the start is one error; the stream stays open, and recovers', async () => {
    await using gateway = await liveGateway({}, settings);
    const { emulator, url } = gateway;
    emulator.injectFault({ kind: 'reset', times: 3 });
    const client = overHttp(url, 'sse', { query, headers });
    expect(codesOf(await client.event(1))).toEqual(['UPSTREAM_UNAVAILABLE']);
    const second = await client.event(2, 8_000);
    expect(second.errors).toBeUndefined();
    expect(second.data?.['chatSessionChanged'].session.status).toBe('CUSTOMER_LAST');
    expect(client.end()).toBeNull();
    client.leave();
  });

  it('of one session does not affect the others of the same caller', async () => {
    await using gateway = await liveGateway({}, settings);
    const { emulator, url } = gateway;
    emulator.injectFault({ kind: 'status', status: 403, times: Infinity, match: { id: '44' } });
    const [good, bad] = ['18', '44'].map((id) => overHttp(url, 'sse', { query: query.replace('18', id), headers }));
    expect((await bad?.event(1))?.data).toEqual({ chatSessionChanged: { session: null } });
    await bad?.ended();
    await good?.event(1);
    await pause(300);
    emulator.addMessage(18, { Message: 'fine', Type: 'ToCustomer' });
    expect((await good?.event(2))?.data?.['chatSessionChanged'].session.lastMessage).toBe('fine');
    good?.leave();
    expect(await comesTrue(() => gateway.log().includes('"reason":"left"'))).toBe(true);
  });
});
