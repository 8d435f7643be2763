/** What happens at the same time: signals during reads, failures of a part, operations with one id. */
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { WebSocket } from 'ws';
import { comesTrue } from '../../support/eventually.js';
import { overHttp } from '../../support/live-clients.js';
import { liveGateway, signal } from '../../support/live-gateway.js';
import { authorization } from '../../support/query-gateway.js';

const headers = { authorization };

const listWith = (selection: string, args = ''): string =>
  `subscription { myChatSessionsChanged${args} { sessions { id ${selection} } goneIds } }`;

describe('a message', () => {
  it('during the first read of a list is not lost', async () => {
    await using gateway = await liveGateway();
    const { emulator, url } = gateway;
    emulator.injectFault({ kind: 'delay', delayMs: 300, match: { operation: 'ChatSessionsForUser' } });
    const client = overHttp(url, 'sse', { query: listWith('lastMessage'), headers });
    await comesTrue(() => emulator.requests.some((line) => line.startsWith('ChatSessionsForUser')));
    await pause(50); // the emulator has read its data when the request arrived
    emulator.addMessage(18, { Message: 'just now', Type: 'Special' });
    emulator.addMessage(18, { Message: 'just now' });
    await client.event(1);
    expect(await comesTrue(() => JSON.stringify(client.events).includes('just now'))).toBe(true);
    client.leave();
  });

  it('that brings a session into the filter makes it appear', async () => {
    await using gateway = await liveGateway();
    const { emulator, url } = gateway;
    const client = overHttp(url, 'sse', { query: listWith('status', '(status: [CUSTOMER_LAST])'), headers });
    await client.event(1);
    emulator.injectWebhookFault({ kind: 'lose', times: 2 });
    emulator.putSession({ ChatSessionId: 58, TopicId: 1, Status: 'CustomerLast' }); // its own event is lost
    await signal(url, { event: 'chatsession.message', id: 58, fields: { TopicId: 1 } });
    const { data } = await client.event(2);
    expect(data?.['myChatSessionsChanged'].sessions).toEqual([{ id: '58', status: 'CUSTOMER_LAST' }]);
    client.leave();
  });

  it('within a listed session arrives by polling, too', async () => {
    await using gateway = await liveGateway({}, { LIVE_SOURCE: 'polling', LIVE_POLL_SECONDS: '1' });
    const { emulator, url } = gateway;
    const client = overHttp(url, 'sse', {
      query: listWith('messages(last: 1) { message }', '(topicIds: ["1"])'),
      headers,
    });
    await client.event(1);
    await pause(1_500); // the first look knows no earlier one
    emulator.addMessage(18, { Message: 'polled' });
    expect(await comesTrue(() => JSON.stringify(client.events).includes('polled'), 4_000)).toBe(true);
    client.leave();
  });

  it('of the customer right after an own one is looked for once more', async () => {
    await using gateway = await liveGateway();
    const { emulator, url } = gateway;
    const query = 'subscription { chatMessagesAdded(sessionIds: ["58"], after: "299999") { messages { message } } }';
    const client = overHttp(url, 'sse', { query, headers });
    await client.event(1);
    await gateway.query('mutation { addChatMessage(sessionId: "58", message: "own") { message { id } } }');
    await client.event(2);
    await pause(700);
    emulator.injectWebhookFault({ kind: 'before-commit', delayMs: 150 });
    emulator.addMessage(58, { Message: 'and theirs', Type: 'Special' });
    const { data } = await client.event(3);
    expect(data?.['chatMessagesAdded'].messages).toEqual([{ message: 'and theirs' }]);
    client.leave();
  });
});

describe('a failure', () => {
  it('for a foreign session does not end a list', async () => {
    await using gateway = await liveGateway();
    const { emulator, url } = gateway;
    const client = overHttp(url, 'sse', { query: listWith('status'), headers });
    await client.event(1);
    emulator.injectFault({ kind: 'status', status: 403, times: Infinity, match: { id: '77' } });
    await signal(url, { event: 'chatsession.changed', id: 77 });
    await pause(700);
    emulator.putSession({ ChatSessionId: 70_010, TopicId: 1, Status: 'InQueue' });
    expect((await client.event(2)).data?.['myChatSessionsChanged'].sessions).toEqual([
      { id: '70010', status: 'IN_QUEUE' },
    ]);
    client.leave();
  });

  it('below the root is sent as it is, and what is missing follows', async () => {
    await using gateway = await liveGateway({}, { UPSTREAM_RETRIES: '0', BREAKER_MIN_CALLS: '10000' });
    const { emulator, url } = gateway;
    const query = 'subscription { chatSessionChanged(id: "18") { session { id messages(last: 1) { message } } } }';
    emulator.injectFault({ kind: 'status', status: 500, times: 2, match: { operation: 'GetChatMessages' } });
    const client = overHttp(url, 'sse', { query, headers });
    const first = await client.event(1);
    expect(first.data?.['chatSessionChanged'].session).toEqual({ id: '18', messages: null });
    expect(first.errors).toHaveLength(1);
    const second = await client.event(2, 8_000);
    expect(second.errors).toBeUndefined();
    expect(second.data?.['chatSessionChanged'].session.messages).toHaveLength(1);
    client.leave();
  });
});

describe('a WebSocket', () => {
  async function connected(url: string) {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    const messages: Record<string, unknown>[] = [];
    socket.on('message', (data: Buffer) => messages.push(JSON.parse(data.toString())));
    await new Promise((resolve) => socket.once('open', resolve));
    socket.send(JSON.stringify({ type: 'connection_init', payload: headers }));
    await comesTrue(() => messages.length === 1);
    return { socket, messages };
  }

  it('that uses one id twice at once leaves no stream behind', async () => {
    await using gateway = await liveGateway();
    const { emulator, url } = gateway;
    const { socket } = await connected(url);
    const query = 'subscription { chatSessionChanged(id: "18") { session { lastMessage } } }';
    const subscribe = JSON.stringify({ type: 'subscribe', id: '1', payload: { query } });
    for (const text of [subscribe, '{"type":"complete","id":"1"}', subscribe]) socket.send(text);
    await pause(300);
    socket.close();
    await pause(300);
    emulator.clearLog();
    emulator.addMessage(18, { Message: 'nobody is there' });
    await pause(500);
    expect(emulator.requests).toEqual([]);
    const metrics = await (await fetch(`${url}/metrics`)).text();
    expect(metrics).not.toMatch(/superoffice_chat_streams\{transport="websocket"\} [1-9]/);
  });

  it('gets a pong without the payload of its ping', async () => {
    await using gateway = await liveGateway();
    const { socket, messages } = await connected(gateway.url);
    socket.send(JSON.stringify({ type: 'ping', payload: { text: 'x'.repeat(1_000) } }));
    await comesTrue(() => messages.length === 2);
    expect(messages[1]).toEqual({ type: 'pong' });
    socket.terminate();
  });
});
