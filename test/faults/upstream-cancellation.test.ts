/** A client that disconnects, and an operation past its deadline: calls in flight are aborted, queued ones are never sent. */
import { describe, expect, it } from '@jest/globals';
import { comesTrue } from '../support/eventually.js';
import { leftOpen, openHandles } from '../support/open-handles.js';
import { authorization, gatewayAt, type RunningGateway } from '../support/query-gateway.js';
import { rawAnswer, sessionAnswer } from '../support/raw-answers.js';
import {
  drip,
  scriptedUpstream,
  silence,
  write,
  type Script,
  type ScriptedUpstream,
} from '../support/scripted-upstream.js';
import { codesOf, healthy } from '../support/upstream-row.js';

/** Limits longer than any test: what ends was ended by the client's disconnect. */
const unhurried = { OPERATION_TIMEOUT_MS: '300000', UPSTREAM_TIMEOUT_MS: '200000', ATTEMPT_TIMEOUT_MS: '100000' };

const closingMs = 100;

interface DisconnectingClient {
  leave(): Promise<void>;
}

function clientOf(gateway: RunningGateway, query: string): DisconnectingClient {
  const controller = new AbortController();
  const response = fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization },
    body: JSON.stringify({ query }),
    signal: controller.signal,
  }).then(
    () => 'answered',
    () => 'left',
  );
  return {
    async leave() {
      controller.abort();
      expect(await response).toBe('left');
    },
  };
}

async function expectHealthy(gateway: RunningGateway, upstream: ScriptedUpstream): Promise<void> {
  upstream.play(healthy);
  const { data, errors } = await gateway.query('{ chatSession(id: 193) { status } }');
  expect([data, errors]).toEqual([{ chatSession: { status: 'CLOSED' } }, undefined]);
}

/** Counts by outcome, from the metrics. */
async function outcomesAt({ url }: RunningGateway): Promise<Record<'calls' | 'operations', Record<string, number>>> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const outcomes = (name: string): Record<string, number> =>
    Object.fromEntries(
      [...text.matchAll(new RegExp(`^superoffice_chat_${name}\\{.*outcome="(\\w+)".*\\} (\\d+)$`, 'gm'))].map(
        ([, outcome, count]) => [outcome, Number(count)],
      ),
    );
  return { operations: outcomes('operations_total'), calls: outcomes('upstream_calls_total') };
}

const fiveSessions = '{ chatSessions(ids: [1, 2, 3, 4, 5]) { status } }';

/** Longer than any call takes that is still dispatched. */
const waitForLateCalls = (): Promise<boolean> => comesTrue(() => false, 300);

describe('a client that disconnects', () => {
  it.each<readonly [string, Script]>([
    ['U4 before any response', () => [silence]],
    [
      'U6 while bodies arrive',
      () => [write(rawAnswer({ headers: { 'Content-Length': '9000' } })), drip(Buffer.alloc(9000, ' '), 20)],
    ],
  ])('%s: all upstream sockets are closed within 100 ms', async (_name, script) => {
    const before = openHandles();
    await using upstream = await scriptedUpstream(script);
    const gateway = await gatewayAt(upstream.url, unhurried);
    const client = clientOf(gateway, fiveSessions);
    expect(await comesTrue(() => upstream.requests.length === 5)).toBe(true);

    await client.leave();

    expect(await comesTrue(() => upstream.openSockets() === 0, closingMs)).toBe(true);
    await waitForLateCalls();
    expect(upstream.requests).toHaveLength(5);
    expect(await outcomesAt(gateway)).toEqual({ operations: { client_left: 1 }, calls: { CLIENT_LEFT: 5 } });
    await expectHealthy(gateway, upstream);
    await gateway[Symbol.asyncDispose]();
    await upstream[Symbol.asyncDispose]();
    expect(await leftOpen(before)).toEqual([]);
  });

  it('U4 with calls in the queue: none of them is ever sent', async () => {
    await using upstream = await scriptedUpstream(() => [silence]);
    await using gateway = await gatewayAt(upstream.url, { ...unhurried, MAX_UPSTREAM_CONCURRENCY: '1' });
    const client = clientOf(gateway, fiveSessions);
    expect(await comesTrue(() => upstream.requests.length === 1)).toBe(true);

    await client.leave();

    expect(await comesTrue(() => upstream.openSockets() === 0, closingMs)).toBe(true);
    await waitForLateCalls();
    expect([upstream.requests.length, upstream.connections()]).toEqual([1, 1]);
    await expectHealthy(gateway, upstream);
  });

  it('U4 with calls in the queue of its own principal: the same, and others are not delayed', async () => {
    await using upstream = await scriptedUpstream(({ id }) =>
      Number(id) <= 5 ? [silence] : [write(sessionAnswer(id))],
    );
    await using gateway = await gatewayAt(upstream.url, { ...unhurried, MAX_UPSTREAM_PER_PRINCIPAL: '1' });
    const client = clientOf(gateway, fiveSessions);
    expect(await comesTrue(() => upstream.requests.length === 1)).toBe(true);
    const other = await gateway.query('{ chatSession(id: 9) { status } }', {}, { authorization: 'Bearer other' });
    expect(other.data).toEqual({ chatSession: { status: 'CLOSED' } });

    await client.leave();

    await waitForLateCalls();
    expect(upstream.requests.map(({ id }) => id)).toEqual(['1', '9']);
    await expectHealthy(gateway, upstream);
  });

  it('U31 while a retry waits: it is not sent', async () => {
    const throttled = write(rawAnswer({ status: 429, headers: { 'Retry-After': '1' } }));
    await using upstream = await scriptedUpstream(() => [throttled]);
    await using gateway = await gatewayAt(upstream.url, unhurried);
    const client = clientOf(gateway, '{ chatSession(id: 1) { status } }');
    expect(await comesTrue(() => gateway.log().includes('"status":429'))).toBe(true);

    await client.leave();

    await comesTrue(() => false, 1_300);
    expect(upstream.requests).toHaveLength(1);
    await expectHealthy(gateway, upstream);
  });

  it('U5 one of two: the other gets its response', async () => {
    await using upstream = await scriptedUpstream(({ id }) => (id === '1' ? [silence] : [write(sessionAnswer(id))]));
    await using gateway = await gatewayAt(upstream.url, unhurried);
    const client = clientOf(gateway, '{ chatSession(id: 1) { status } }');
    expect(await comesTrue(() => upstream.requests.length === 1)).toBe(true);
    const [other] = await Promise.all([gateway.query('{ chatSession(id: 2) { status } }'), client.leave()]);
    expect(other.data).toEqual({ chatSession: { status: 'CLOSED' } });
  });

  it('U4 two hundred times: nothing stays open', async () => {
    const before = openHandles();
    await using upstream = await scriptedUpstream(() => [silence]);
    const gateway = await gatewayAt(upstream.url, unhurried);
    for (let wave = 0; wave < 10; wave += 1) {
      const seen = upstream.requests.length;
      const clients = Array.from({ length: 20 }, () => clientOf(gateway, '{ chatSession(id: 1) { status } }'));
      expect(await comesTrue(() => upstream.requests.length === seen + 20)).toBe(true);
      await Promise.all(clients.map((client) => client.leave()));
    }
    expect(await comesTrue(() => upstream.openSockets() === 0)).toBe(true);
    await expectHealthy(gateway, upstream);
    await gateway[Symbol.asyncDispose]();
    await upstream[Symbol.asyncDispose]();
    expect(await leftOpen(before)).toEqual([]);
  });
});

describe('an operation past its deadline', () => {
  it('U4 gets a response at its deadline with the data so far, and no more calls are sent', async () => {
    const deadlines = {
      OPERATION_TIMEOUT_MS: '500',
      UPSTREAM_TIMEOUT_MS: '450',
      ATTEMPT_TIMEOUT_MS: '440',
      CONNECT_TIMEOUT_MS: '430',
    };
    await using upstream = await scriptedUpstream(({ id }) => (id === '1' ? [write(sessionAnswer(id))] : [silence]));
    await using gateway = await gatewayAt(upstream.url, {
      ...deadlines,
      MAX_UPSTREAM_CONCURRENCY: '1',
      UPSTREAM_RETRIES: '0',
      UPSTREAM_KEEP_ALIVE_MS: '2000',
    });

    const { data, errors = [] } = await gateway.query('{ chatSessions(ids: [1, 2, 3, 4]) { status } }');

    expect(data.chatSessions).toEqual([{ status: 'CLOSED' }, null, null, null]);
    // Their deadlines differ by a few milliseconds.
    expect([...codesOf(errors)].sort()).toEqual([1, 2, 3].map((index) => `chatSessions.${index}: UPSTREAM_TIMEOUT`));
    // An unused connection may stay idle for a while.
    expect(await comesTrue(() => upstream.openSockets() === 0, 8_000)).toBe(true);
    const sent = upstream.requests.length;
    await waitForLateCalls();
    expect(upstream.requests).toHaveLength(sent);
    await expectHealthy(gateway, upstream);
  });
});
