/** Subscriptions from SuperOffice's webhooks to the client, by each transport: the events, and the calls that they take. */
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { comesTrue } from '../../support/eventually.js';
import { subscribeBy, transports } from '../../support/live-clients.js';
import { liveGateway } from '../../support/live-gateway.js';
import { authorization } from '../../support/query-gateway.js';

const headers = { authorization };
const list = `subscription { myChatSessionsChanged { isComplete addedIds goneIds sessions { id status } } }`;
const colleague = { authorization: `Basic ${Buffer.from('kari@example.com:x').toString('base64')}` };

describe.each(transports)('%s', (transport) => {
  it('L1 L2 myChatSessionsChanged: what is now, then a customer who arrives, is picked up, and is gone', async () => {
    await using gateway = await liveGateway();
    const { emulator, url, query } = gateway;
    const client = subscribeBy(transport, url, { query: list, headers });
    const first = await client.event(1);
    const known = first.data?.['myChatSessionsChanged'].sessions.map(({ id }: { id: string }) => id);
    expect(first).toEqual({
      data: {
        myChatSessionsChanged: { isComplete: true, addedIds: [], goneIds: [], sessions: expect.any(Array) },
      },
    });
    expect(known).toEqual(['4', '18', '19', '43', '44', '58']);
    expect([...emulator.requests].sort()).toEqual([
      'ChatSessionsForUser $select=ChatSessionId,Status',
      'ChatTopicsForUser $select=ChatTopicId',
    ]);

    emulator.clearLog();
    const created = await query('mutation { createChatSession(topicId: 2) { session { id } } }', {}, colleague);
    const { id } = created.data.createChatSession.session;
    expect((await client.event(2)).data).toEqual({
      myChatSessionsChanged: {
        isComplete: false,
        addedIds: [id],
        goneIds: [],
        sessions: [{ id, status: 'IN_QUEUE' }],
      },
    });
    expect(emulator.requests).toContain(`GetChatSessionEntity ${id} $select=ChatSessionId,Status,TopicId`);

    await query(`mutation { pickUpChatSession(id: ${id}) { session { id } } }`, {}, colleague);
    expect((await client.event(3)).data?.['myChatSessionsChanged']).toEqual({
      isComplete: false,
      addedIds: [],
      goneIds: [],
      sessions: [{ id, status: 'CUSTOMER_LAST' }],
    });
    await query(`mutation { closeChatSession(id: ${id}) { session { id } } }`, {}, colleague);
    expect((await client.event(4)).data?.['myChatSessionsChanged']).toEqual({
      isComplete: false,
      addedIds: [],
      goneIds: [id],
      sessions: [],
    });
    client.leave();
  });

  it('L1 L2 chatSessionChanged: exactly the selected properties at each event, until the session is over', async () => {
    await using gateway = await liveGateway();
    const { emulator, url } = gateway;
    const query =
      'subscription($id: ID!) { chatSessionChanged(id: $id) { session { id customerName lastMessage } end } }';
    const client = subscribeBy(transport, url, { query, variables: { id: '18' }, headers });
    await client.event(1);
    emulator.addMessage(18, { Message: 'på vei, «straks» 👋' });
    const second = await client.event(2);
    expect(second.data?.['chatSessionChanged']).toEqual({
      session: { id: '18', customerName: expect.any(String), lastMessage: 'på vei, «straks» 👋' },
      end: null,
    });
    expect(new Set(emulator.requests)).toEqual(
      new Set(['GetChatSessionEntity 18 $select=ChatSessionId,CustomerName,LastMessage,Status']),
    );
    const response = await gateway.query('mutation { closeChatSession(id: 58) { userErrors { code } } }');
    expect(response.errors).toBeUndefined();
    emulator.putSession({ ChatSessionId: 18, TopicId: 1, Status: 'Finished', LastMessage: 'bye', CustomerName: 'A' });
    expect((await client.event(3)).data?.['chatSessionChanged']).toEqual({
      session: { id: '18', customerName: 'A', lastMessage: 'bye' },
      end: 'SESSION_OVER',
    });
    await client.ended();
    expect(client.events).toHaveLength(3);
  });

  it('L1 chatMessagesAdded: one stream for several sessions, oldest first, of which one cannot be read', async () => {
    await using gateway = await liveGateway();
    const { emulator, url } = gateway;
    const query = `subscription($ids: [ID!]!, $after: ID) {
      chatMessagesAdded(sessionIds: $ids, after: $after) { messages { id chatSessionId message } cursor ended { sessionId end } } }`;
    const client = subscribeBy(transport, url, {
      query,
      variables: { ids: ['18', '44', '999999'], after: '299999' },
      headers,
    });
    const first = await client.event(1);
    expect(first.data?.['chatMessagesAdded']).toEqual({
      messages: [],
      cursor: '18:299999,44:299999',
      ended: [{ sessionId: '999999', end: 'NOT_VISIBLE' }],
    });
    emulator.clearLog();
    const id = emulator.addMessage(44, { Message: 'hei' });
    expect((await client.event(2)).data?.['chatMessagesAdded']).toEqual({
      messages: [{ id: String(id), chatSessionId: '44', message: 'hei' }],
      cursor: `18:299999,44:${id}`,
      ended: [],
    });
    expect(emulator.requests).toContain('GetChatMessages 44 after=299999 $select=ChatMessageId,ChatSessionId,Message');
    expect(emulator.requests.filter((line) => line.startsWith('GetChatMessages 18'))).toEqual([]);
    client.leave();
  });

  it('refuses what is no valid subscription before any call', async () => {
    await using gateway = await liveGateway();
    const { emulator, url } = gateway;
    for (const [query, code] of [
      ['subscription { chatSessionChanged(id: "x") { end } }', 'BAD_USER_INPUT'],
      ['subscription { chatMessagesAdded(sessionIds: []) { cursor } }', 'BAD_USER_INPUT'],
      ['subscription { chatMessagesAdded(sessionIds: ["1"], after: "1:2,x") { cursor } }', 'BAD_USER_INPUT'],
      ['subscription { myChatSessionsChanged(topicIds: ["-1"]) { goneIds } }', 'BAD_USER_INPUT'],
    ]) {
      const client = subscribeBy(transport, url, { query: query ?? '', headers });
      expect((await client.event(1)).errors?.map(({ extensions }) => extensions['code'])).toEqual([code]);
      await client.ended();
    }
    for (const query of [
      'subscription { chatSessionChanged(id: "1") { nothing } }',
      'subscription($x: Boolean!) { chatSessionChanged(id: "1") @include(if: $x) { end } }',
      'subscription { ... @skip(if: true) { chatSessionChanged(id: "1") { end } } }',
      'subscription { a: chatSessionChanged(id: "1") { end } b: chatSessionChanged(id: "2") { end } }',
    ]) {
      const client = subscribeBy(transport, url, { query, variables: { x: true }, headers });
      const { text = '', status = 400 } = await client.ended();
      expect(status).toBe(400);
      expect(text).toContain('GRAPHQL_VALIDATION_FAILED');
    }
    expect(emulator.requests).toEqual([]);
  });

  it('ends with the client: nothing is read any more', async () => {
    await using gateway = await liveGateway();
    const { emulator, url } = gateway;
    const client = subscribeBy(transport, url, { query: list, headers });
    await client.event(1);
    client.leave();
    const gauge = new RegExp(`superoffice_chat_streams\\{transport="${transport}"\\} 0`);
    let metrics = '';
    for (let check = 0; check < 100 && !gauge.test(metrics); check += 1) {
      metrics = await (await fetch(`${url}/metrics`)).text();
      await pause(10);
    }
    expect(metrics).toMatch(gauge);
    emulator.clearLog();
    emulator.addMessage(18, { Message: 'nobody listens' });
    await pause(300);
    expect(emulator.requests).toEqual([]);
    expect(gateway.log()).toContain('"event":"stream-end"');
    expect(await comesTrue(() => gateway.log().includes('"reason":"left"'))).toBe(true);
  });
});
