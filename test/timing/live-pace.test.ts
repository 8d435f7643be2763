/** Subscriptions over seconds: the pace of reads, and changes that no webhook reports. */
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { comesTrue } from '../support/eventually.js';
import { overHttp } from '../support/live-clients.js';
import { liveGateway, signal } from '../support/live-gateway.js';
import { authorization } from '../support/query-gateway.js';

const headers = { authorization };
const list = 'subscription { myChatSessionsChanged { isComplete addedIds goneIds sessions { id customerName } } }';
const ids = (lines: readonly string[], operation: string): number =>
  lines.filter((line) => line.startsWith(operation)).length;

describe('streams of one caller', () => {
  it('come later, and do not fail, when they need more calls than are allowed in a minute', async () => {
    await using gateway = await liveGateway({}, { LIVE_CALLS_PER_MINUTE: '60', LIVE_INTERVAL_MS: '100' });
    const { emulator, url } = gateway;
    const query = 'subscription { chatSessionChanged(id: "18") { session { lastMessage } } }';
    const client = overHttp(url, 'sse', { query, headers });
    await client.event(1);
    const gone = comesTrue(() => emulator.requests.length > 75, 12_000);
    for (let count = 0; count < 90; count += 1) {
      emulator.addMessage(18, { Message: `message ${count}`, Type: 'Special' });
      emulator.addMessage(18, { Message: `message ${count}`, Type: 'ToUser' });
      await pause(110);
    }
    expect(await gone).toBe(false);
    expect(emulator.requests.length).toBeGreaterThan(55);
    await pause(1_500);
    expect(client.events.at(-1)?.data?.['chatSessionChanged'].session.lastMessage).toBe('message 89');
    expect(client.events.every(({ errors }) => errors === undefined)).toBe(true);
    client.leave();
  });
});

describe('lost webhooks', () => {
  it('are found by looking, and make the gateway poll until a webhook arrives', async () => {
    await using gateway = await liveGateway(
      {},
      { LIVE_SOURCE: 'auto', LIVE_SAFETY_SECONDS: '5', LIVE_POLL_SECONDS: '1' },
    );
    const { emulator, url } = gateway;
    const sessions = overHttp(url, 'sse', { query: list, headers });
    const messages = overHttp(url, 'sse', {
      query: 'subscription { chatMessagesAdded(sessionIds: ["18"], after: "299999") { messages { message } } }',
      headers,
    });
    await Promise.all([sessions.event(1), messages.event(1)]);
    emulator.injectWebhookFault({ kind: 'lose', times: Infinity });
    emulator.putSession({ ChatSessionId: 70_003, TopicId: 1, Status: 'InQueue', CustomerName: 'Lost' });
    emulator.addMessage(18, { Message: 'lost' });
    expect((await sessions.event(2, 8_000)).data?.['myChatSessionsChanged'].addedIds).toEqual(['70003']);
    expect((await messages.event(2, 8_000)).data?.['chatMessagesAdded'].messages).toEqual([{ message: 'lost' }]);
    const isPolling = await comesTrue(() => gateway.log().includes('Signals of changes are lost'), 15_000);
    expect(isPolling).toBe(true);
    emulator.clearLog();
    emulator.putSession({ ChatSessionId: 70_004, TopicId: 1, Status: 'InQueue', CustomerName: 'Polled' });
    expect((await sessions.event(3, 3_000)).data?.['myChatSessionsChanged'].addedIds).toEqual(['70004']);
    await signal(url, { event: 'chatsession.created', id: 1, fields: { TopicId: 9 } });
    expect(await comesTrue(() => gateway.log().includes('Signals of changes arrive'), 3_000)).toBe(true);
    [sessions, messages].forEach((client) => client.leave());
  });

  it('do not matter where there are none: the gateway polls once for all streams of a caller', async () => {
    await using gateway = await liveGateway({}, { LIVE_SOURCE: 'polling', LIVE_POLL_SECONDS: '1' });
    const { emulator, url } = gateway;
    const clients = Array.from({ length: 5 }, () => overHttp(url, 'sse', { query: list, headers }));
    await Promise.all(clients.map((client) => client.event(1)));
    await pause(300);
    emulator.clearLog();
    await pause(3_200);
    expect(ids(emulator.requests, 'ChatSessionsForUser')).toBe(emulator.requests.length);
    expect(emulator.requests.length).toBeLessThanOrEqual(4);
    expect(emulator.requests.length).toBeGreaterThanOrEqual(2);
    clients.forEach((client) => client.leave());
  });
});
