/**
 * Isolation of streams: 100 callers with different topics subscribe, leave, return, write and lose their tokens, under random signals.
 * No event may hold a value that was read for another caller, or name a session that the caller may not see, and no call may have the
 * credentials of a caller without a stream. LIVE_SIGNALS sets the number of signals; the run of 100,000 is in test/README.md.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from '@jest/globals';
import { comesTrue } from '../support/eventually.js';
import { subscribeBy, transports, type LiveClient } from '../support/live-clients.js';
import { liveSettings, sendWebhook, webhookBody } from '../support/live-gateway.js';
import { liveUpstream, type LiveUpstream } from '../support/live-upstream.js';
import { gatewayAt, queryAt } from '../support/query-gateway.js';

const signals = Number(process.env['LIVE_SIGNALS'] ?? 10_000);
const callerCount = 100;
const sessionCount = 200;
const signalsAtOnce = 50;

/** Calls of a client that leaves may be under way. */
const graceMs = 500;

interface Caller {
  readonly name: string;
  clients: LiveClient[];
  /** When the last stream was closed; Infinity: one is open, or a query may be under way. */
  closedAtMs: number;
}

const seeded = (seed: number) => (): number => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return seed / 2 ** 32;
};

const list =
  'subscription { myChatSessionsChanged { isComplete addedIds goneIds sessions { id customerName lastMessage } } }';
const single = 'subscription($id: ID!) { chatSessionChanged(id: $id) { session { id customerName } end } }';
const messages =
  'subscription($ids: [ID!]!) { chatMessagesAdded(sessionIds: $ids) { messages { chatSessionId message } } }';

interface Checked {
  values: number;
  events: number;
  foreign: string[];
}

/** Checks each value of the events of a caller. */
function check(client: LiveClient, { name }: Caller, { topicsOf, topicOf }: LiveUpstream, checked: Checked): void {
  const own = topicsOf(name);
  for (const event of client.events) {
    checked.events += 1;
    const text = JSON.stringify(event);
    for (const [, caller = ''] of text.matchAll(/"(caller\d+) \d+/g)) {
      checked.values += 1;
      if (caller !== name) checked.foreign.push(text.slice(0, 300));
    }
    const { myChatSessionsChanged: update, chatSessionChanged: one } = event.data ?? {};
    const ids = [
      ...(update?.addedIds ?? []),
      ...(update?.goneIds ?? []),
      ...(update?.sessions ?? []).map(({ id }: { id: string }) => id),
    ];
    if (one?.session) ids.push(one.session.id);
    for (const id of ids) if (!own.includes(topicOf(Number(id)))) checked.foreign.push(`${name} sees ${id}`);
  }
}

it(
  'L isolation: no foreign value, no foreign session, no call with the credentials of an ended stream',
  async () => {
    const random = seeded(20_261_130);
    const any = (count: number): number => Math.floor(random() * count);
    const delays = monitorEventLoopDelay({ resolution: 10 });
    delays.enable();
    await using upstream = await liveUpstream(sessionCount);
    await using gateway = await gatewayAt(upstream.url, {
      ...liveSettings,
      ...{ JOIN_CALLS_IN_FLIGHT: 'true', CACHE_SLOW_SECONDS: '60' },
      LIVE_INTERVAL_MS: '100',
      LOG_LEVEL: 'silent',
      DRAIN_TIMEOUT_MS: '1000',
    });
    const { url } = gateway;
    const callers: Caller[] = Array.from({ length: callerCount }, (_, index) => ({
      name: `caller${index}`,
      clients: [],
      closedAtMs: 0,
    }));
    const checked: Checked = { values: 0, events: 0, foreign: [] };
    const violations: string[] = [];
    let checkedCalls = 0;
    const all: { readonly client: LiveClient; readonly caller: Caller }[] = [];

    function join(caller: Caller): void {
      const transport = transports[any(transports.length)] ?? 'sse';
      const headers = { authorization: `Bearer ${caller.name}` };
      const id = (): string => String(1 + any(sessionCount));
      const subscriptions = [
        { query: list, headers },
        { query: single, variables: { id: id() }, headers },
        { query: messages, variables: { ids: [id(), id(), id()] }, headers },
      ];
      const subscription = subscriptions[any(subscriptions.length)] ?? { query: list, headers };
      const client = subscribeBy(transport, url, subscription);
      caller.clients.push(client);
      caller.closedAtMs = Infinity;
      all.push({ client, caller });
    }

    function leaveAll(caller: Caller): void {
      for (const client of caller.clients) client.leave();
      caller.clients = [];
      caller.closedAtMs = performance.now();
    }

    /** A call must belong to a caller who has a stream, or has just left. */
    function checkCalls(): void {
      const closedAt = new Map(callers.map(({ name, closedAtMs }) => [name, closedAtMs]));
      for (const { caller, operation, atMs } of upstream.calls.slice(checkedCalls)) {
        checkedCalls += 1;
        const lateMs = 2 * (delays.max / 1e6); // the end and the call each wait for this process
        if (atMs > (closedAt.get(caller) ?? 0) + graceMs + lateMs) violations.push(`${caller} ${operation}`);
      }
    }

    for (const caller of callers) for (let count = 0; count < 2; count += 1) join(caller);
    await pause(1_000);
    for (let sent = 0; sent < signals; sent += signalsAtOnce) {
      const batch = Array.from({ length: signalsAtOnce }, () => {
        const id = 1 + any(sessionCount + 20);
        const kind = ['chatsession.created', 'chatsession.changed', 'chatsession.message'][any(3)] ?? '';
        if (any(2) === 0) upstream.change(id);
        if (kind.endsWith('message') && id <= sessionCount) upstream.addMessage(id);
        const fields = any(2) === 0 ? { TopicId: upstream.topicOf(id) } : {};
        return sendWebhook(url, webhookBody({ event: kind, id, fields }));
      });
      const caller = callers[any(callerCount)];
      if (caller && any(3) === 0) leaveAll(caller);
      const returning = callers[any(callerCount)];
      if (returning && returning.clients.length < 4) join(returning);
      const refused = callers[any(callerCount)];
      if (refused && any(4) === 0) upstream.expired.add(refused.name);
      if (any(4) === 0) upstream.expired.clear();
      const writer = callers.filter(({ clients }) => clients.length > 0)[any(20)];
      const mutation = `mutation { addChatMessage(sessionId: "${1 + any(sessionCount)}", message: "x") { message { id } } }`;
      const written = writer && queryAt(url, { query: mutation }, { authorization: `Bearer ${writer.name}` });
      await Promise.all([...batch, written]);
      checkCalls();
    }
    upstream.expired.clear();
    await pause(1_500);
    for (const caller of callers) leaveAll(caller);
    await comesTrue(() => false, graceMs + 100);
    const before = upstream.calls.length;
    checkCalls();
    for (let id = 1; id <= 50; id += 1) {
      upstream.change(id);
      await sendWebhook(url, webhookBody({ event: 'chatsession.changed', id }));
    }
    await pause(500);
    expect(upstream.calls.length).toBe(before);
    for (const { client, caller } of all) check(client, caller, upstream, checked);
    process.stdout.write(
      `isolation: ${signals} signals, ${all.length} streams, ${checked.events} events, ${checked.values} values, ${before} calls\n`,
    );
    expect(checked.foreign.slice(0, 5)).toEqual([]);
    expect(violations.slice(0, 5)).toEqual([]);
    expect(checked.values).toBeGreaterThan(signals / 10);
  },
  Math.max(120_000, signals * 20),
);
