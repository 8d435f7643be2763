/** What customers and agents do: the result of each step, the session as REST reads it, and the webhooks that report it. */
import { text } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
import { startEmulator } from '../../src/emulator/index.js';
import type { Emulator, JsonValue } from '../../src/emulator/index.js';
import { at, fetchSession } from '../support/emulator-calls.js';
import { comesTrue } from '../support/eventually.js';
import { startUpstream } from '../support/upstream-servers.js';
import { call, callList, idsOf, kari, manualClock, noticesOf } from './chat-agent-calls.js';

const ada = { name: 'Ada', text: 'My order is late.' };
const now = '2026-03-02T09:00:00Z';
const events = ['chatsession.created', 'chatsession.changed', 'chatsession.message'];

interface Story extends AsyncDisposable {
  readonly emulator: Emulator;
  /** Does a step. @returns the events that it sends, in any order, such as `created 100001` */
  eventsOf(step: () => unknown): Promise<readonly string[]>;
}

async function newStory(): Promise<Story> {
  const emulator = await startEmulator({ world: 'empty', clock: manualClock(now) });
  const received: string[] = [];
  const target = await startUpstream((response, request) => {
    void text(request).then((body) => {
      const { Event, PrimaryKey } = JSON.parse(body) as { Event: string; PrimaryKey: number }; // as it is documented
      received.push(`${Event.replace('chatsession.', '')} ${PrimaryKey}`);
      response.end();
    });
  });
  const hook = { Name: 'test', Events: events, TargetUrl: target.url, Secret: 's' };
  const headers = { authorization: kari, 'content-type': 'application/json' };
  await fetch(`${emulator.url}/api/v1/Webhook`, { method: 'POST', headers, body: JSON.stringify(hook) });
  const calls = (): number => emulator.webhooks()[0]?.totalCalls ?? 0;
  return {
    emulator,
    eventsOf: async (step) => {
      const before = calls();
      await comesTrue(() => received.length > before); // the first one is the test of the target
      step();
      const after = calls();
      await comesTrue(() => received.length > after);
      return received.slice(1 + before).sort();
    },
    [Symbol.asyncDispose]: async () => {
      await emulator.close();
      await target[Symbol.asyncDispose]();
    },
  };
}

async function lastMessage(emulator: Emulator, id: number): Promise<JsonValue> {
  return (await callList(emulator, 'GetChatMessages', { ChatSessionId: id })).at(-1) ?? null;
}

describe('a customer', () => {
  it('SO-830 arrives: in the queue of the topic, with the first message', async () => {
    await using story = await newStory();
    const { emulator } = story;

    const sent = await story.eventsOf(() => expect(emulator.customerArrives({ ...ada, topicId: 2 })).toBe(100_001));

    expect(sent).toEqual(['created 100001', 'message 100001']);
    expect(await fetchSession(emulator, 100_001)).toMatchObject({
      ...{ TopicId: 2, Status: 'InQueue', CustomerName: 'Ada', InitialQueuePos: 1, User: null },
      ...{ FirstMessage: ada.text, LastMessage: ada.text, WhenRequested: now, WhenIdle: now },
    });
    expect(await lastMessage(emulator, 100_001)).toMatchObject({
      ...{ Type: 'ToUser', SpecialType: 'None', Message: ada.text, Author: 'Ada', WhenPosted: now },
    });
    expect(emulator.customerArrives(ada)).toBe(100_002);
    expect(emulator.agentOf(100_002)).toBeNull();
  });

  it('SO-839 arrives once, also when the session can be read later than the webhook reports it', async () => {
    await using story = await newStory();
    const { emulator } = story;
    emulator.injectWebhookFault({ kind: 'before-commit', delayMs: 1 });

    const sent = await story.eventsOf(() => emulator.customerArrives(ada));

    expect(sent).toEqual(['created 100001', 'message 100001']);
    expect(await fetchSession(emulator, 100_001)).toMatchObject({ FirstMessage: ada.text, Status: 'InQueue' });
  });

  it('SO-831 writes, and reads what the agent wrote: the status is CustomerLast', async () => {
    await using story = await newStory();
    const { emulator } = story;
    const id = emulator.customerArrives(ada);
    emulator.agentPicksUp(id, 'kari');
    emulator.agentWrites(id, 'Which order?');

    const sent = await story.eventsOf(() => emulator.customerWrites(id, 'Number 7'));

    expect(sent).toEqual([`changed ${id}`, `message ${id}`]);
    expect(await fetchSession(emulator, id)).toMatchObject({ Status: 'CustomerLast', LastMessage: 'Number 7' });
    const messages = await callList(emulator, 'GetChatMessages', { ChatSessionId: id });
    expect(idsOf(messages, 'Message').slice(-2)).toEqual(['Which order?', 'Number 7']);
    expect(messages.at(-2)).toMatchObject({ ReadByCustomer: 1 });
    expect(messages.at(-1)).toMatchObject({ Type: 'ToUser', Author: 'Ada' });
  });

  it.each([
    ['the queue', 'ClosedFromQueue', []],
    ['the conversation', 'Closed', ['kari']],
  ])('SO-832 leaves %s: the status is %s', async (_place, status, agents) => {
    await using story = await newStory();
    const { emulator } = story;
    const id = emulator.customerArrives(ada);
    agents.forEach((agent) => emulator.agentPicksUp(id, agent));

    const sent = await story.eventsOf(() => emulator.customerLeaves(id));

    expect(sent).toEqual([`changed ${id}`, `message ${id}`]);
    expect(await fetchSession(emulator, id)).toMatchObject({ Status: status, WhenEnded: now });
    expect((await noticesOf(emulator, id)).at(-1)).toBe('ClosedByCustomer');
  });
});

describe('an agent', () => {
  it('SO-833 picks up, writes and closes', async () => {
    await using story = await newStory();
    const { emulator } = story;
    const id = emulator.customerArrives(ada);

    const pickedUp = await story.eventsOf(() => emulator.agentPicksUp(id, 'kari@example.com'));
    expect(emulator.agentOf(id)).toEqual({ associateId: 702, fullName: 'Kari Ødegård' });
    expect(await fetchSession(emulator, id)).toMatchObject({ Status: 'CustomerLast', WhenStarted: now });
    const wrote = await story.eventsOf(() => emulator.agentWrites(id, 'Hei!'));
    expect(await fetchSession(emulator, id)).toMatchObject({ Status: 'UserLast', LastMessage: 'Hei!' });
    expect(await lastMessage(emulator, id)).toMatchObject({ Type: 'ToCustomer', Author: 'Kari Ødegård' });
    const closed = await story.eventsOf(() => emulator.agentCloses(id));

    expect(await fetchSession(emulator, id)).toMatchObject({ Status: 'Finished', WhenEnded: now });
    expect(await noticesOf(emulator, id)).toEqual(['None', 'Welcome', 'None', 'ClosedByUser']);
    expect([pickedUp, wrote, closed]).toEqual(Array(3).fill([`changed ${id}`, `message ${id}`]));
  });

  it.each([
    ['accepts', 703, 'TransferedSession'],
    ['rejects', 702, 'TransferRejected'],
  ] as const)('SO-834 offers a session, which the other one %s: %i has it', async (decision, owner, notice) => {
    await using story = await newStory();
    const { emulator } = story;
    const id = emulator.customerArrives(ada);
    emulator.agentPicksUp(id, 'kari');

    emulator.agentOffers(id, 'jan');
    expect(emulator.agentOf(id)).toMatchObject({ associateId: 702 });
    expect(at(await fetchSession(emulator, id), 'TransferTo', 'AssociateId')).toBe(703);
    const decide = { accepts: emulator.agentAccepts, rejects: emulator.agentRejects }[decision];
    expect(await story.eventsOf(() => decide(id))).toEqual([`message ${id}`]);

    expect(emulator.agentOf(id)).toMatchObject({ associateId: owner });
    expect(await fetchSession(emulator, id)).toMatchObject({ TransferTo: null, Status: 'CustomerLast' });
    expect((await noticesOf(emulator, id)).at(-1)).toBe(notice);
  });
});

describe('a step that is impossible', () => {
  it.each<[string, (emulator: Emulator, id: number) => unknown]>([
    ['there is no topic 99', (emulator) => emulator.customerArrives({ ...ada, topicId: 99 })],
    ['there is no session 9', (emulator) => emulator.customerWrites(9, 'x')],
    ['there is no session 9', (emulator) => emulator.customerLeaves(9)],
    ['there is no session 9', (emulator) => emulator.agentOf(9)],
    ['there is no session 9', (emulator) => emulator.agentPicksUp(9, 'kari')],
    ['there is no agent "eve"', (emulator, id) => emulator.agentPicksUp(id, 'eve')],
    ['lxl@example.com has no role in topic 2', (emulator, id) => emulator.agentPicksUp(id, 'lxl')],
    ['no agent has session 100001', (emulator, id) => emulator.agentWrites(id, 'x')],
    ['no agent has session 100001', (emulator, id) => emulator.agentOffers(id, 'jan')],
    ['no agent has session 100001', (emulator, id) => emulator.agentCloses(id)],
    ['session 100001 is not offered to an agent', (emulator, id) => emulator.agentAccepts(id)],
    ['session 100001 is not offered to an agent', (emulator, id) => emulator.agentRejects(id)],
  ])('SO-835 is a TypeError, and changes nothing: %s', async (message, step) => {
    await using story = await newStory();
    const { emulator } = story;
    const id = emulator.customerArrives({ ...ada, topicId: 2 });
    const before = await fetchSession(emulator, id);

    const sent = await story.eventsOf(() => expect(() => step(emulator, id)).toThrow(TypeError));

    expect(() => step(emulator, id)).toThrow(message);
    expect(sent).toEqual([]);
    expect(await fetchSession(emulator, id)).toEqual(before);
  });

  it('SO-836 is every one in a session that is over, and a second pick up', async () => {
    await using story = await newStory();
    const { emulator } = story;
    const id = emulator.customerArrives(ada);
    emulator.agentPicksUp(id, 'kari');
    const again = (): void => emulator.agentPicksUp(id, 'jan');
    expect(again).toThrow('session 100001 is not in the queue: its status is CustomerLast');
    emulator.agentOffers(id, 'jan');
    emulator.agentCloses(id);
    const { customerWrites, customerLeaves, agentWrites, agentOffers, agentAccepts, agentCloses } = emulator;

    for (const step of [customerLeaves, agentAccepts, agentCloses]) {
      expect(() => step(id)).toThrow('session 100001 is not open: its status is Finished');
    }
    for (const step of [customerWrites, agentWrites, agentOffers]) {
      expect(() => step(id, 'jan')).toThrow('session 100001 is not open: its status is Finished');
    }
  });
});

describe('an empty world', () => {
  it('SO-837 has topics and agents, and no sessions but those that the test makes', async () => {
    await using emulator = await startEmulator({ world: 'empty' });
    emulator.putSession({ ChatSessionId: 18, TopicId: 1, Status: 'InQueue' });
    const sessions = () => callList(emulator, 'ChatSessionsForUser', null, { as: kari });

    expect(idsOf(await sessions())).toEqual([18]);
    expect(await callList(emulator, 'GetChatMessages', { ChatSessionId: 18 })).toEqual([]);
    const known = [1, 5, 192, 250].map((id) => call(emulator, 'GetChatMessages', { ChatSessionId: id }));
    expect(await Promise.all(known)).toEqual([null, null, null, null]);
    expect(idsOf(await callList(emulator, 'ChatTopicsForUser'), 'ChatTopicId')).toEqual([1, 2, 3]);
    const added = emulator.addMessage(18, { Message: 'Hei' });
    expect(idsOf(await callList(emulator, 'GetChatMessages', { ChatSessionId: 18 }), 'ChatMessageId')).toEqual([added]);
    emulator.agentPicksUp(18, 'agent742');
    expect(emulator.agentOf(18)).toEqual({ associateId: 742, fullName: expect.any(String) });
  });
});
