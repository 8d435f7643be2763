/** L7 Messages over 1,000 random disconnects, by each transport: none is lost, none arrives twice. */
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from '@jest/globals';
import { comesTrue } from '../support/eventually.js';
import { subscribeBy, transports } from '../support/live-clients.js';
import { liveGateway } from '../support/live-gateway.js';
import { authorization } from '../support/query-gateway.js';

const cuts = 1_000;
const sessionIds = ['4', '18', '43', '44', '58'];
const query = `subscription($ids: [ID!]!, $after: ID) {
  chatMessagesAdded(sessionIds: $ids, after: $after) { messages { id chatSessionId message } cursor } }`;

interface Message {
  readonly id: string;
}

it('L7 no message is lost or arrives twice when a client returns with its last cursor', async () => {
  await using gateway = await liveGateway({}, { LIVE_INTERVAL_MS: '100', LOG_LEVEL: 'silent' });
  const { emulator, url } = gateway;
  const added: string[] = [];
  const received: string[] = [];
  let isWriting = true;
  async function write(): Promise<void> {
    while (isWriting) {
      const sessionId = sessionIds[Math.floor(Math.random() * sessionIds.length)];
      added.push(
        String(emulator.addMessage(Number(sessionId), { Message: `message ${added.length}`, Type: 'Special' })),
      );
      await pause(Math.random() * 8);
    }
  }
  const writing = write();
  let cursor = sessionIds.map((id) => `${id}:300000`).join();

  /** Takes what has arrived; the cursor belongs to the last complete event. */
  function take(
    events: readonly { readonly data?: Readonly<Record<string, { messages: Message[]; cursor: string }>> | null }[],
  ): void {
    for (const { data } of events) {
      const update = data?.['chatMessagesAdded'];
      if (!update) continue;
      received.push(...update.messages.map(({ id }) => id));
      cursor = update.cursor;
    }
  }

  for (let cut = 0; cut < cuts; cut += 1) {
    const transport = transports[cut % transports.length] ?? 'sse';
    const client = subscribeBy(transport, url, {
      query,
      variables: { ids: sessionIds, after: cursor },
      headers: { authorization },
    });
    await pause(Math.random() * 40);
    client.leave();
    take([...client.events]);
  }
  isWriting = false;
  await writing;
  const last = subscribeBy('sse', url, {
    query,
    variables: { ids: sessionIds, after: cursor },
    headers: { authorization },
  });
  await last.event(1);
  await pause(400);
  last.leave();
  take(last.events);
  expect(await comesTrue(() => received.length >= added.length)).toBe(true);
  expect(new Set(received).size).toBe(received.length);
  expect([...received].sort()).toEqual([...added].sort());
});
