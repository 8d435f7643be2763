/**
 * `npm run load`: consoles with streams, webhooks, and replicas behind a balancer, on this machine. Then all replicas are restarted one
 * after the other. redis-server has to be in PATH.
 *   --chaos (Redis is paused and killed, for eight seconds each, emptied, and replaced by another one) --replicas 3 --tenants 4 --streams 1000 --events 5 (in a second) --seconds 20 --latency 20 (of SuperOffice, ms) --rate 0 (calls per second of a tenant)
 * Ends with exit code 1 when a goal is missed.
 */
import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Console } from './console.mjs';
import { freePort } from './ports.mjs';
import { Queries } from './queries.mjs';
import { startRedis, startRelay } from './redis.mjs';
import { Replica, startBalancer } from './replicas.mjs';
import { startUpstream } from './upstream.mjs';

const defaults = { replicas: '3', tenants: '4', streams: '1000', events: '5', seconds: '20', latency: '20', rate: '0' };
const { values } = parseArgs({
  options: {
    ...Object.fromEntries(Object.entries(defaults).map(([name, value]) => [name, { type: 'string', default: value }])),
    chaos: { type: 'boolean', default: false },
  },
});
const given = Object.fromEntries(Object.keys(defaults).map((name) => [name, Number(values[name])]));
const callersOfSession = 10;
const secret = 'a-secret-of-the-webhook-of-at-least-32-characters';
const print = (line) => process.stdout.write(`${line}\n`);

const tenants = Array.from({ length: given.tenants }, (_unused, index) => `Cust${index + 1}`);
const folder = mkdtempSync(join(tmpdir(), 'load-'));
const upstream = await startUpstream({ latencyMs: given.latency });
const redis = await startRedis();
const otherRedis = await startRedis();
const relay = await startRelay(redis.port);
const tenantsFile = join(folder, 'tenants.json');
const ofTenant = (name) => ({ SUPEROFFICE_URL: `${upstream.url}/${name}`, WEBHOOK_SECRET: secret });
writeFileSync(tenantsFile, JSON.stringify(Object.fromEntries(tenants.map((name) => [name, ofTenant(name)]))));

const settings = {
  SUPEROFFICE_TENANTS: tenantsFile,
  REDIS_URL: relay.url,
  REPLICAS: String(given.replicas),
  PRINCIPAL_KEY: 'the-key-of-callers-of-all-replicas',
  SUBSCRIPTIONS: 'true',
  LIVE_SOURCE: 'webhooks',
  MAX_UPSTREAM_CALLS_PER_SECOND: String(given.rate),
  SHUTDOWN_DELAY_MS: '1000',
  DRAIN_TIMEOUT_MS: '20000',
  LOG_LEVEL: 'warn',
};
const replicas = [];
for (let index = 0; index < given.replicas; index += 1) replicas.push(new Replica(await freePort(), settings));
await Promise.all(replicas.map((replica) => replica.start()));
const balancer = await startBalancer(replicas);

let events = 0;

function sendWebhook(tenant, id) {
  events += 1;
  const event = { EventId: `e${events}`, Timestamp: new Date().toISOString(), Event: 'chatsession.changed' };
  const body = JSON.stringify({ ...event, PrimaryKey: id, ContextIdentifier: tenant });
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'x-superoffice-signature': createHmac('sha256', secret).update(body).digest('base64'),
  };
  return new Promise((resolve) => {
    const sent = request(`${balancer.url}/webhooks/superoffice/${tenant}`, { method: 'POST', agent: false, headers });
    sent.once('response', (response) => response.resume().once('end', () => resolve(response.statusCode)));
    sent.once('error', () => resolve(0));
    sent.end(body);
  });
}

/** As SuperOffice: three attempts. */
async function deliver(tenant, id) {
  for (const pauseMs of [0, 1_000, 4_000]) {
    await delay(pauseMs);
    if ((await sendWebhook(tenant, id)) === 200) return;
  }
}

const sessionsOfTenant = Math.max(1, Math.round(given.streams / given.tenants / callersOfSession));
const consoles = [];
for (let index = 0; index < given.streams; index += 1) {
  const tenant = tenants[index % tenants.length];
  const id = 1 + (Math.floor(index / tenants.length) % sessionsOfTenant);
  consoles.push(new Console(balancer.url, { tenant, caller: `caller${index}`, id }));
  if (index % 50 === 49) await delay(50);
}
const isCurrent = ({ tenant, id, version }) => version === upstream.versionOf(tenant, id);

async function untilCurrent(withinMs) {
  const startedMs = performance.now();
  while (!consoles.every(isCurrent) && performance.now() - startedMs < withinMs) await delay(20);
  return { lost: consoles.filter((each) => !isCurrent(each)).length, tookMs: performance.now() - startedMs };
}

const quantile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

/** Changes sessions until `isOver`; how stale consoles are, and how many calls there are in a second. */
async function observe(isOver) {
  const delays = [];
  const changedMs = new Map();
  for (const each of consoles)
    each.onVersion = ({ tenant, id, version }) => {
      const atMs = changedMs.get(`${tenant} ${id} ${version}`);
      if (atMs !== undefined) delays.push(performance.now() - atMs);
    };
  const [startedMs, callsBefore] = [performance.now(), upstream.calls()];
  let changes = 0;
  while (!isOver()) {
    const tenant = tenants[Math.floor(Math.random() * tenants.length)];
    const id = 1 + Math.floor(Math.random() * sessionsOfTenant);
    upstream.change(tenant, id);
    changedMs.set(`${tenant} ${id} ${upstream.versionOf(tenant, id)}`, performance.now());
    void deliver(tenant, id);
    changes += 1;
    await delay(startedMs + (changes * 1_000) / given.events - performance.now());
  }
  const seconds = (performance.now() - startedMs) / 1_000;
  const calls = (upstream.calls() - callsBefore) / seconds;
  const sorted = delays.sort((one, other) => one - other);
  return { seconds, changes, calls, p50: quantile(sorted, 0.5), p99: quantile(sorted, 0.99) };
}

const line = (name, { seconds, changes, calls, p50, p99 }) =>
  `${name.padEnd(10)} ${seconds.toFixed(0)} s, ${changes} changes, ${calls.toFixed(1)} calls/s, seen after ${p50.toFixed(0)} ms (p50), ${p99.toFixed(0)} ms (p99)`;

const opened = await untilCurrent(60_000);
print(
  `${given.replicas} replicas, ${given.tenants} tenants, ${given.streams} streams: open after ${(opened.tookMs / 1_000).toFixed(1)} s`,
);
const endsMs = performance.now() + given.seconds * 1_000;
const queries = new Queries(balancer.url, given.rate === 0 ? tenants : []); // with a rate, they would wait for their turn
const quiet = await observe(() => performance.now() > endsMs);
print(line('quiet', quiet));

/** How Redis fails; eight seconds later, how it comes back. */
const troubles = {
  paused: [() => redis.signal('SIGSTOP'), () => redis.signal('SIGCONT')],
  killed: [() => redis.stop(), () => redis.start()],
  emptied: [() => redis.empty()],
  replaced: [() => relay.lead(otherRedis.port)],
};
const staleAfter = [];
for (const [name, [begin, end]] of Object.entries(values.chaos ? troubles : {})) {
  let isOver = false;
  const observed = observe(() => isOver);
  await begin();
  await delay(8_000);
  await end?.();
  await delay(8_000);
  isOver = true;
  print(line(name, await observed));
  staleAfter.push((await untilCurrent(15_000)).lost);
}

let isRolled = false;
const exitCodes = [];
const rolled = observe(() => isRolled);
for (const replica of replicas) exitCodes.push(await replica.restart());
await delay(2_000);
isRolled = true;
const rolling = await rolled;
print(line('rolling', rolling));
const settled = await untilCurrent(15_000);
const gaps = consoles.flatMap((each) => each.gaps).sort((one, other) => one - other);
const sum = (name) => consoles.reduce((total, each) => total + each[name], 0);
print(
  `returned   ${gaps.length} streams, after ${quantile(gaps, 0.5).toFixed(0)} ms (p50), ${(gaps.at(-1) ?? 0).toFixed(0)} ms (most)`,
);

const foreign = sum('foreign') + queries.foreign + upstream.foreign();
const codes = consoles.flatMap(({ errors }) => errors);
const goals = [
  ['every console is current in the end', settled.lost === 0, `${settled.lost} are not`],
  [
    'with a Redis that was away, too',
    staleAfter.every((lost) => lost === 0),
    `${staleAfter.join(', ') || 'not tried'}`,
  ],
  ['every console returned within 10 s', (gaps.at(-1) ?? 0) <= 10_000, `${(gaps.at(-1) ?? 0).toFixed(0)} ms`],
  ['at most twice the quiet calls', rolling.calls <= 2 * quiet.calls, `${(rolling.calls / quiet.calls).toFixed(2)}`],
  ['no value and no call of another tenant', foreign === 0, `${foreign}`],
  [
    'no query failed',
    queries.failed === 0,
    `${queries.failed} of ${queries.sent}, ${queries.slow} took longer than two seconds`,
  ],
  ['no error of a stream', codes.length === 0, `${codes.length} ${[...new Set(codes)].join(' ')}`],
  ['each replica ended with exit code 0', exitCodes.every((code) => code === 0), exitCodes.join()],
];
await queries.close();
for (const [goal, isMet, found] of goals) print(`${isMet ? 'ok    ' : 'MISSED'} ${goal}: ${found}`);
for (const each of consoles) each.close();
balancer.close();
await Promise.all(replicas.map((replica) => replica.stop()));
relay.close();
await Promise.all([redis.stop(), otherRedis.stop()]);
await upstream.close();
rmSync(folder, { recursive: true });
process.exitCode = goals.every(([, isMet]) => isMet) ? 0 : 1;
