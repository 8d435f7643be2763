/** Signals of changes between replicas, with a real Redis that fails in all ways. */
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { comesTrue } from '../support/eventually.js';
import { faultProxy } from '../support/fault-proxy.js';
import { subscribeBy, type LiveClient } from '../support/live-clients.js';
import { authorization } from '../support/query-gateway.js';
import { redisServer, type RedisServer } from '../support/redis-server.js';
import { replicasOn, sourcesOf, type Replicas } from '../support/replicas.js';

const query = 'subscription ($id: ID!) { chatSessionChanged(id: $id) { session { lastMessage status } } }';

/** A new session, which a client of each replica follows. */
async function follow({ emulator, gateways }: Replicas): Promise<Followed> {
  const id = emulator.customerArrives({ name: 'Ada', text: 'hello' });
  const subscription = { query, variables: { id }, headers: { authorization } };
  const clients = gateways.map(({ url }) => subscribeBy('sse', url, subscription));
  await Promise.all(clients.map((client) => client.event(1)));
  return {
    ...{ id, clients },
    [Symbol.dispose]: () => {
      for (const client of clients) client.leave();
    },
  };
}

interface Followed extends Disposable {
  readonly id: number;
  readonly clients: readonly LiveClient[];
}

const lastOf = (client: LiveClient): unknown => client.events.at(-1)?.data?.['chatSessionChanged'].session.lastMessage;

/** The customer writes, and each client gets it. */
async function expectAllGet({ emulator }: Replicas, { id, clients }: Followed, text: string) {
  emulator.customerWrites(id, text);
  await comesTrue(() => clients.every((client) => lastOf(client) === text), 10_000);
  expect(clients.map(lastOf)).toEqual(clients.map(() => text));
}

const isPolling = async (replicas: Replicas): Promise<boolean> =>
  (await sourcesOf(replicas)).every((source) => source === 'polling');

async function comesToUse(replicas: Replicas, source: string, withinMs = 15_000): Promise<void> {
  for (let waitedMs = 0; waitedMs < withinMs; waitedMs += 100) {
    if ((await sourcesOf(replicas)).every((used) => used === source)) return;
    await pause(100);
  }
  expect(await sourcesOf(replicas)).toEqual(replicas.gateways.map(() => source));
}

const settings = { LIVE_POLL_SECONDS: '1', LIVE_SAFETY_SECONDS: '3600' };

const unusedPort = '1';

type Change = (redis: RedisServer) => Promise<void> | void;

/** How Redis fails, and how it comes back. */
const troubles: readonly (readonly [string, Change, Change])[] = [
  ['killed', (redis) => redis.kill(), (redis) => redis.start()],
  ['paused', (redis) => redis.pause(), (redis) => redis.resume()],
  [
    'full',
    (redis) => redis.command('CONFIG', 'SET', 'maxmemory', '1'),
    (redis) => redis.command('CONFIG', 'SET', 'maxmemory', '0'),
  ],
  [
    'a copy of another one',
    (redis) => redis.command('REPLICAOF', '127.0.0.1', unusedPort),
    (redis) => redis.command('REPLICAOF', 'NO', 'ONE'),
  ],
];

describe('three replicas', () => {
  it('L14 a webhook at one of them wakes the streams of all, each event once, and each reads by itself', async () => {
    await using redis = await redisServer();
    await using replicas = await replicasOn({ redisUrl: redis.url, count: 3, settings });
    using followed = await follow(replicas);
    expect(await sourcesOf(replicas)).toEqual(['webhooks', 'webhooks', 'webhooks']);
    await pause(1_500); // the reads for the session's arrival
    replicas.emulator.clearLog();

    await expectAllGet(replicas, followed, 'once');
    await pause(1_500);
    expect(followed.clients.map(({ events }) => events.length)).toEqual([2, 2, 2]);
    expect(
      replicas.emulator.requests.filter((line) => line.startsWith(`GetChatSessionEntity ${followed.id}`)),
    ).toHaveLength(3);
  });

  it('an action by one of them wakes the streams of the others', async () => {
    await using redis = await redisServer();
    await using replicas = await replicasOn({ redisUrl: redis.url, count: 2, settings });
    for (const { id } of replicas.emulator.webhooks())
      await fetch(`${replicas.emulator.url}/api/v1/Webhook/${id}`, { method: 'DELETE', headers: { authorization } });
    using followed = await follow(replicas);
    const { id, clients } = followed;
    await replicas.first.query(`mutation { addChatMessage(sessionId: ${id}, message: "from one") { message { id } } }`);
    await comesTrue(() => clients.every((client) => lastOf(client) === 'from one'), 4_000);
    expect(clients.map(lastOf)).toEqual(['from one', 'from one']);
  });

  it.each(troubles)(
    'L14 with a Redis that is %s they poll, and return to webhooks; nothing is lost',
    async (what, begin, end) => {
      await using redis = await redisServer();
      await using replicas = await replicasOn({ redisUrl: redis.url, count: 3, settings });
      using followed = await follow(replicas);

      await begin(redis);
      await comesToUse(replicas, 'polling');
      await expectAllGet(replicas, followed, `while it is ${what}`);

      await end(redis);
      await comesToUse(replicas, 'webhooks');
      await expectAllGet(replicas, followed, 'after it');
      // Not each time that something fails; not at all where the check of half a second falls before and after.
      for (const gateway of replicas.gateways) expect(gateway.log().split('Redis is away').length).toBeLessThan(3);
    },
  );

  it('L14 after a Redis was emptied, nothing is lost', async () => {
    await using redis = await redisServer();
    await using replicas = await replicasOn({ redisUrl: redis.url, count: 3, settings });
    using followed = await follow(replicas);
    await expectAllGet(replicas, followed, 'before');
    await redis.empty();
    await expectAllGet(replicas, followed, 'after');
  });

  it('L14 a Redis that is replaced by another one, behind a proxy: nothing is lost', async () => {
    await using one = await redisServer();
    await using other = await redisServer();
    await using proxy = await faultProxy(one.url);
    const redisUrl = proxy.url.replace('http', 'redis');
    await using replicas = await replicasOn({ redisUrl, count: 3, settings });
    using followed = await follow(replicas);
    await expectAllGet(replicas, followed, 'before');

    proxy.retarget(other.url);
    await expectAllGet(replicas, followed, 'after');
    await comesToUse(replicas, 'webhooks');
    await expectAllGet(replicas, followed, 'and then');
  });

  it('one that cannot publish informs the others of the gap when it can', async () => {
    await using redis = await redisServer();
    await using proxy = await faultProxy(redis.url);
    const ofFirst = { REDIS_URL: proxy.url.replace('http', 'redis') };
    await using replicas = await replicasOn({ redisUrl: redis.url, count: 2, settings, ofFirst });
    using followed = await follow(replicas);
    proxy.add({ type: 'timeout', timeoutMs: 0 });
    await comesTrue(() => replicas.first.log().includes('Redis is away'), 5_000);
    replicas.emulator.customerWrites(followed.id, 'unpublished');
    await pause(1_500);
    expect(followed.clients.map(lastOf)).toEqual(['unpublished', 'hello']);

    proxy.clear();
    proxy.retarget(redis.url);
    await comesTrue(() => followed.clients.every((client) => lastOf(client) === 'unpublished'), 15_000);
    expect(followed.clients.map(lastOf)).toEqual(['unpublished', 'unpublished']);
  });

  it('start without a Redis, poll, and use it when it comes', async () => {
    await using redis = await redisServer();
    await redis.kill();
    await using replicas = await replicasOn({ redisUrl: redis.url, count: 2, settings });
    expect(await isPolling(replicas)).toBe(true);
    using followed = await follow(replicas);
    await expectAllGet(replicas, followed, 'by polling');
    await redis.start();
    await comesToUse(replicas, 'webhooks');
    await expectAllGet(replicas, followed, 'by a signal');
  });

  it('no query fails or waits while Redis does not reply', async () => {
    await using redis = await redisServer();
    await using replicas = await replicasOn({ redisUrl: redis.url, count: 2, settings: { ...settings, APQ: 'true' } });
    redis.pause();
    const startedMs = performance.now();
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        replicas.gateways[index % 2]?.query(`{ chatSession(id: ${1 + index}) { id } }`),
      ),
    );
    expect(answers.filter((answer) => answer?.errors !== undefined)).toEqual([]);
    expect(performance.now() - startedMs).toBeLessThan(2_000); // a hanging Redis would hold them until the deadline of 20 s
    redis.resume();
  });
});
