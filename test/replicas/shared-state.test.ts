/** Limits, outcomes and documents that replicas share, with a real Redis; and what is never in it. */
import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { comesTrue } from '../support/eventually.js';
import { authorization, queryAt } from '../support/query-gateway.js';
import { redisServer } from '../support/redis-server.js';
import { replicasOn, type Replicas } from '../support/replicas.js';

const rate = 40;

/** Calls that arrive at SuperOffice in any second of the time, under more demand than is allowed at each replica. */
async function sentUnderDemand({ gateways, emulator }: Replicas, seconds: number): Promise<readonly number[]> {
  const times: number[] = [];
  emulator.clearLog();
  const endsMs = performance.now() + seconds * 1_000;
  const clients = gateways.flatMap(({ url }, replica) =>
    Array.from({ length: 12 }, async (_, client) => {
      for (let id = 1; performance.now() < endsMs; id += 1)
        await queryAt(
          url,
          { query: `{ chatSession(id: ${1 + (id % 200)}) { id } }` },
          { authorization: `Bearer ${replica}-${client}` },
        );
    }),
  );
  let seen = 0;
  while (performance.now() < endsMs) {
    const { length } = emulator.log;
    for (; seen < length; seen += 1) times.push(performance.now());
    await pause(2);
  }
  await Promise.all(clients);
  const firstMs = (times[0] ?? 0) + 1_500; // calls of the first second arrive late, because each caller needs a connection
  return Array.from({ length: (seconds - 2.5) * 4 }, (_, index) => {
    const fromMs = firstMs + index * 250;
    return times.filter((atMs) => atMs >= fromMs && atMs < fromMs + 1_000).length;
  });
}

const limited = { MAX_UPSTREAM_CALLS_PER_SECOND: String(rate) };

/** One window may have a few more: a pause of this process, in which four replicas and all clients run, moves calls into the next. */
function expectRate(counts: readonly number[]): void {
  expect(counts.filter((count) => count > rate * 1.1).length).toBeLessThanOrEqual(1);
  expect(average(counts)).toBeGreaterThanOrEqual(rate * 0.9);
  expect(average(counts)).toBeLessThanOrEqual(rate * 1.02);
}

const average = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('the rate of calls', () => {
  it.each(['with', 'without'])('of four replicas together is the limit, %s Redis', async (how) => {
    await using redis = await redisServer();
    if (how === 'without') await redis.kill();
    await using replicas = await replicasOn({ redisUrl: redis.url, count: 4, settings: limited });
    const counts = await sentUnderDemand(replicas, 6);
    expectRate(counts);
  });

  it('of one replica is the limit of all, where the others have no calls', async () => {
    await using redis = await redisServer();
    await using replicas = await replicasOn({ redisUrl: redis.url, count: 4, settings: limited });
    const [first] = replicas.gateways;
    const counts = await sentUnderDemand({ ...replicas, gateways: first ? [first] : [] }, 6);
    expectRate(counts);
  });

  it('is a share of the limit while Redis is away, and the limit again afterwards', async () => {
    await using redis = await redisServer();
    await using replicas = await replicasOn({ redisUrl: redis.url, count: 4, settings: limited });
    redis.pause();
    await comesTrue(() => replicas.gateways.every((gateway) => gateway.log().includes('Redis is away')), 5_000);
    const alone = await sentUnderDemand(replicas, 6);
    redis.resume();
    await comesTrue(() => replicas.gateways.every((gateway) => gateway.log().includes('Redis is available')), 5_000);
    await pause(1_000);
    const together = await sentUnderDemand(replicas, 6);
    for (const counts of [alone, together]) expectRate(counts);
  });
});

describe('the calls of a caller in a minute', () => {
  it.each([
    ['together', 'with', 20],
    ['each its share', 'without', 20],
  ])('replicas allow %s, %s Redis', async (_what, how, limit) => {
    await using redis = await redisServer();
    if (how === 'without') await redis.kill();
    const settings = { ...limited, MAX_UPSTREAM_CALLS_PER_SECOND: '0', MAX_UPSTREAM_CALLS_PER_MINUTE: String(limit) };
    await using replicas = await replicasOn({ redisUrl: redis.url, count: 2, settings });
    const codes: (string | undefined)[] = [];
    for (let id = 1; id <= 30; id += 1) {
      const { errors } = (await replicas.gateways[id % 2]?.query(`{ chatSession(id: ${id}) { id } }`)) ?? {};
      codes.push(errors?.[0]?.extensions.code);
      await pause(150);
    }
    const sent = replicas.emulator.requests.length;
    expect(codes.filter((code) => code === undefined)).toHaveLength(sent);
    expect(sent).toBeGreaterThanOrEqual(limit);
    expect(sent).toBeLessThanOrEqual(limit + 3); // in the time, 1.5 more are allowed
    expect(new Set(codes.slice(-2))).toEqual(new Set(['UPSTREAM_CALL_LIMIT']));
  });
});

const send = (key: string, text: string, id = 5): string =>
  `mutation { addChatMessage(sessionId: ${id}, message: "${text}", lastMessageId: "1", idempotencyKey: "${key}") { message { id message } } }`;

const sentMessages = ({ emulator }: Replicas): number =>
  emulator.requests.filter((line) => line.startsWith('AddChatMessage')).length;

describe('outcomes of idempotency keys', () => {
  const settings = {};

  it('are known to all replicas, one after the other and at the same moment', async () => {
    await using redis = await redisServer();
    await using replicas = await replicasOn({ redisUrl: redis.url, count: 3, settings });
    const [one, two, three] = replicas.gateways;
    const first = await one?.query(send('key-1', 'once'));
    const again = await two?.query(send('key-1', 'once'));
    expect(again?.data).toEqual(first?.data);
    expect(sentMessages(replicas)).toBe(1);

    const mismatch = await three?.query(send('key-1', 'another text'));
    expect(mismatch?.errors?.map(({ extensions }) => extensions.code)).toEqual(['IDEMPOTENCY_KEY_PARAMETER_MISMATCH']);

    const both = await Promise.all(
      [one, two, three, one, two].map((gateway) => gateway?.query(send('key-2', 'at once'))),
    );
    expect(new Set(both.map((answer) => JSON.stringify(answer?.data))).size).toBe(1);
    expect(both.flatMap((answer) => answer?.errors ?? [])).toEqual([]);
    expect(sentMessages(replicas)).toBe(2);
  });

  it('after an unknown outcome another replica looks before it acts', async () => {
    await using redis = await redisServer();
    await using replicas = await replicasOn({
      redisUrl: redis.url,
      count: 2,
      settings: settings,
    });
    const [one, two] = replicas.gateways;
    replicas.emulator.injectFault({ match: { operation: 'AddChatMessage' }, kind: 'truncate' });
    const unknown = await one?.query(send('key-3', 'was it sent'));
    expect(unknown?.errors?.map(({ extensions }) => extensions.code)).toEqual(['UPSTREAM_OUTCOME_UNKNOWN']);
    const again = await two?.query(send('key-3', 'was it sent'));
    expect(again?.data.addChatMessage.message.message).toBe('was it sent');
    expect(sentMessages(replicas)).toBe(1);
  });

  it('are those of this replica while Redis is away', async () => {
    await using redis = await redisServer();
    await using replicas = await replicasOn({ redisUrl: redis.url, count: 2, settings });
    await redis.kill();
    const answers = [
      await replicas.first.query(send('key-4', 'alone')),
      await replicas.first.query(send('key-4', 'alone')),
    ];
    expect(answers[0]?.data).toEqual(answers[1]?.data);
    expect(sentMessages(replicas)).toBe(1);
  });
});

const persisted = (query: string): object => ({
  persistedQuery: { version: 1, sha256Hash: createHash('sha256').update(query).digest('hex') },
});

describe('automatic persisted queries', () => {
  const settings = { APQ: 'true' };

  it('that one replica has learnt are known to the others; not those with a text', async () => {
    await using redis = await redisServer();
    await using replicas = await replicasOn({ redisUrl: redis.url, count: 2, settings });
    const [one = '', two = ''] = replicas.gateways.map(({ url }) => url);
    const plain = '{ chatSession(id: 7) { id status } }';
    const named = '{ chatTopic(id: "1") { id } }';
    for (const query of [plain, named])
      expect((await queryAt(one, { query, extensions: persisted(query) }, { authorization })).errors).toBeUndefined();
    const atOther = (query: string) => queryAt(two, { extensions: persisted(query) }, { authorization });
    expect((await atOther(plain)).data.chatSession.id).toBe('7');
    expect((await atOther(named)).errors?.map(({ extensions }) => extensions.code)).toEqual([
      'PERSISTED_QUERY_NOT_FOUND',
    ]);
    expect(await redis.content()).not.toContain('chatTopic');
  });

  it('that was changed in Redis are not found, and cause no call', async () => {
    await using redis = await redisServer();
    await using replicas = await replicasOn({ redisUrl: redis.url, count: 2, settings });
    const [one = '', two = ''] = replicas.gateways.map(({ url }) => url);
    const query = '{ chatSession(id: 7) { id } }';
    await queryAt(one, { query, extensions: persisted(query) }, { authorization });
    const [key = ''] = /^superoffice-chat:document:\S+/m.exec(await redis.content()) ?? [];
    await redis.command('SET', key, '{ chatSession(id: 8) { id customerName } }');
    replicas.emulator.clearLog();

    const { errors } = await queryAt(two, { extensions: persisted(query) }, { authorization });
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['PERSISTED_QUERY_NOT_FOUND']);
    expect(replicas.emulator.requests).toEqual([]);
  });
});

describe('what Redis gets', () => {
  it('is no credential and no personal data, whatever callers do', async () => {
    await using redis = await redisServer();
    const settings = { APQ: 'true', MAX_UPSTREAM_CALLS_PER_SECOND: '100', MAX_UPSTREAM_CALLS_PER_MINUTE: '1000' };
    await using replicas = await replicasOn({ redisUrl: redis.url, count: 2, settings });
    const id = replicas.emulator.customerArrives({ name: 'Canary Customer', text: 'canary text' });
    const query = `{ chatSession(id: ${id}) { id customerName firstMessage } }`;
    const headers = { authorization: 'Bearer canary-token', cookie: 'canary=cookie' };
    for (const { url } of replicas.gateways) {
      await queryAt(url, { query, extensions: persisted(query) }, headers);
      await queryAt(url, { query: send('canary-key', 'canary message', id) }, headers);
      await queryAt(url, { query: '{ findChatSessions: chatTopic(id: "1") { name } # canary comment\n}' }, headers);
    }
    replicas.emulator.customerWrites(id, 'canary again');
    await pause(500);

    const content = await redis.content();
    for (const kind of ['signals', 'era', 'rate', 'minute', 'action', 'document'])
      expect(content).toContain(`superoffice-chat:${kind}`);
    const guess = JSON.stringify([
      'addChatMessage',
      [
        ['message', 'canary message'],
        ['sessionId', String(id)],
      ],
    ]);
    expect(content).not.toContain(createHash('sha256').update(guess).digest('base64url')); // anybody could compare it with a guess
    expect(content.replaceAll(query, '')).not.toMatch(/canary|Bearer|customerName|Ada|authorization/i);
  });
});
