/** What signals cost: which of them are read at all, and how many calls they take together. */
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { overHttp } from '../../support/live-clients.js';
import { liveGateway, sendWebhook, signal, webhookBody } from '../../support/live-gateway.js';
import { authorization } from '../../support/query-gateway.js';

const headers = { authorization };
const list = 'subscription { myChatSessionsChanged { isComplete addedIds goneIds sessions { id customerName } } }';
const ids = (lines: readonly string[], operation: string): number =>
  lines.filter((line) => line.startsWith(operation)).length;

/** Longer than two intervals of reads. */
const settle = (): Promise<void> => pause(600);

describe('signals', () => {
  it('L3 in a burst are two reads for each caller, whatever they are about', async () => {
    await using gateway = await liveGateway({}, { LIVE_INTERVAL_MS: '1000' });
    const { emulator, url } = gateway;
    const other = { authorization: `Basic ${Buffer.from('kari@example.com:x').toString('base64')}` };
    const clients = [headers, other].map((sent) => overHttp(url, 'sse', { query: list, headers: sent }));
    await Promise.all(clients.map((client) => client.event(1)));
    await pause(1_000);
    emulator.clearLog();
    const known = ['4', '18', '43', '44', '58'];
    await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        signal(url, { event: 'chatsession.changed', id: Number(known[index % 5]), fields: { TopicId: '1' } }),
      ),
    );
    await pause(1_500);
    for (const sent of [headers, other]) {
      const own = emulator.log.filter((entry) => entry.headers.authorization === sent.authorization);
      expect(own.length).toBeGreaterThan(0);
      expect(own.length).toBeLessThanOrEqual(2);
    }
    expect(clients.map(({ events }) => events.length)).toEqual([1, 1]); // nothing has changed
    clients.forEach((client) => client.leave());
  });

  it('L4 of a foreign topic, another session, or something that is not selected are not read', async () => {
    await using gateway = await liveGateway();
    const { emulator, url } = gateway;
    const guest = { authorization: `Basic ${Buffer.from('lxl@example.com:x').toString('base64')}` }; // topic 1 only
    const listing = overHttp(url, 'sse', { query: list, headers: guest });
    const session = overHttp(url, 'sse', {
      query: 'subscription { chatSessionChanged(id: "18") { session { customerName } } }',
      headers,
    });
    const messages = overHttp(url, 'sse', {
      query: 'subscription { chatMessagesAdded(sessionIds: ["18"], after: "299999") { messages { id } } }',
      headers: guest,
    });
    await Promise.all([listing, session, messages].map((client) => client.event(1)));
    await settle();
    emulator.clearLog();
    await signal(url, { event: 'chatsession.created', id: 70_001, fields: { TopicId: '2' } });
    await signal(url, { event: 'chatsession.changed', id: 44, fields: { topicId: 3 } });
    await signal(url, { event: 'chatsession.message', id: 19 }); // neither listed for this caller nor subscribed to
    await signal(url, { event: 'chatsession.changed', id: 4, fields: { TopicId: 3 } });
    await settle();
    expect(emulator.requests).toEqual([]);
    await signal(url, { event: 'chatsession.message', id: 18 });
    await settle();
    // A message changes no customerName: only the stream of messages reads, twice, because nothing was found at first.
    expect(new Set(emulator.requests)).toEqual(
      new Set(['GetChatMessages 18 after=299999 $select=ChatMessageId,ChatSessionId']),
    );
    [listing, session, messages].forEach((client) => client.leave());
  });

  it('L5 that are repeated, late or out of order cause no second event', async () => {
    await using gateway = await liveGateway();
    const { emulator, url } = gateway;
    const query = 'subscription { chatSessionChanged(id: "18") { session { status lastMessage } } }';
    const client = overHttp(url, 'sse', { query, headers });
    await client.event(1);
    emulator.injectWebhookFault({ kind: 'duplicate', times: 3 });
    emulator.addMessage(18, { Message: 'one' });
    await client.event(2);
    emulator.injectWebhookFault({ kind: 'reorder', times: 1 });
    emulator.addMessage(18, { Message: 'two', Type: 'ToCustomer' });
    await client.event(3);
    const body = webhookBody({ event: 'chatsession.changed', id: 18 });
    for (let time = 0; time < 5; time += 1) expect(await sendWebhook(url, body)).toBe(200);
    await settle();
    emulator.clearLog();
    for (let time = 0; time < 5; time += 1) expect(await sendWebhook(url, body)).toBe(200);
    const old = webhookBody({
      event: 'chatsession.changed',
      id: 18,
      more: { Timestamp: new Date(Date.now() - 3_600_000).toISOString() },
    });
    expect(await sendWebhook(url, old)).toBe(200);
    await settle();
    expect(emulator.requests).toEqual([]);
    expect(client.events.map(({ data }) => data?.['chatSessionChanged'].session.lastMessage)).toEqual([
      expect.anything(),
      'one',
      'two',
    ]);
    client.leave();
  });

  it.each([
    ['chatSessionChanged(id: "18") { session { id messages(last: 1) { message } } }', 'chatSessionChanged'],
    [
      'myChatSessionsChanged(topicIds: ["1"]) { sessions { id messages(last: 1) { message } } }',
      'myChatSessionsChanged',
    ],
  ])('L5 of messages within sessions are one event: %s', async (selection, field) => {
    await using gateway = await liveGateway();
    const { emulator, url } = gateway;
    const client = overHttp(url, 'sse', { query: `subscription { ${selection} }`, headers });
    await client.event(1);
    emulator.addMessage(18, { Message: 'shown', Type: 'Special' });
    const { data } = await client.event(2);
    const { session, sessions = [session] } = data?.[field];
    expect(sessions).toEqual([{ id: '18', messages: [{ message: 'shown' }] }]);
    await settle();
    for (let time = 0; time < 3; time += 1) {
      await signal(url, { event: 'chatsession.message', id: 18 });
      await settle();
    }
    expect(client.events).toHaveLength(2);
    client.leave();
  });

  it('L6 that arrive before the change can be read are read once more', async () => {
    await using gateway = await liveGateway();
    const { emulator, url } = gateway;
    const query = `subscription { chatMessagesAdded(sessionIds: ["18", "44"], after: "299999") { messages { message } } }`;
    const messages = overHttp(url, 'sse', { query, headers });
    const sessions = overHttp(url, 'sse', { query: list, headers });
    await Promise.all([messages.event(1), sessions.event(1)]);
    await settle();
    emulator.injectWebhookFault({ kind: 'before-commit', delayMs: 100 });
    emulator.addMessage(44, { Message: 'late', Type: 'Special' });
    expect((await messages.event(2)).data?.['chatMessagesAdded'].messages).toEqual([{ message: 'late' }]);
    emulator.injectWebhookFault({ kind: 'before-commit', delayMs: 100 });
    emulator.putSession({ ChatSessionId: 70_002, TopicId: 1, Status: 'InQueue', CustomerName: 'Late' });
    expect((await sessions.event(2)).data?.['myChatSessionsChanged']).toMatchObject({
      addedIds: ['70002'],
      sessions: [{ id: '70002', customerName: 'Late' }],
    });
    [messages, sessions].forEach((client) => client.leave());
  });

  it('of mutations of this gateway arrive without a webhook', async () => {
    await using gateway = await liveGateway();
    const { emulator, url } = gateway;
    const query = 'subscription { chatMessagesAdded(sessionIds: ["58"], after: "299999") { messages { message } } }';
    const messages = overHttp(url, 'sse', { query, headers });
    await messages.event(1);
    emulator.putSession({ ChatSessionId: 58, TopicId: 1, Status: 'UserLast' });
    emulator.injectWebhookFault({ kind: 'lose', times: 10 });
    const response = await gateway.query(
      'mutation { addChatMessage(sessionId: "58", message: "hei") { message { id } } }',
    );
    expect(response.errors).toBeUndefined();
    expect((await messages.event(2)).data?.['chatMessagesAdded'].messages).toEqual([{ message: 'hei' }]);
    messages.leave();
  });
});

describe('streams of one caller', () => {
  it('share the calls of a round; other callers have their own', async () => {
    await using gateway = await liveGateway();
    const { emulator, url } = gateway;
    const query = 'subscription { chatSessionChanged(id: "18") { session { status lastMessage } } }';
    const other = { authorization: `Basic ${Buffer.from('kari@example.com:x').toString('base64')}` };
    const clients = [headers, headers, headers, other].map((sent) => overHttp(url, 'sse', { query, headers: sent }));
    await Promise.all(clients.map((client) => client.event(1)));
    await settle();
    emulator.clearLog();
    emulator.addMessage(18, { Message: 'for all', Type: 'Special' });
    emulator.addMessage(18, { Message: 'for all', Type: 'ToUser' });
    await Promise.all(clients.map((client) => client.event(2)));
    await settle();
    const counts = [headers, other].map(
      (sent) => emulator.log.filter((entry) => entry.headers.authorization === sent.authorization).length,
    );
    expect(Math.max(...counts)).toBeLessThanOrEqual(3);
    expect(ids(emulator.requests, 'GetChatSessionEntity 18')).toBe(emulator.requests.length);
    clients.forEach((client) => client.leave());
  });
});
