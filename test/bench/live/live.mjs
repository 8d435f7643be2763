/**
 * What streams cost, as ratios of the same run: `node test/bench/live/live.mjs [--idle 10000]`, on a built checkout. The gateway has one core,
 * everything else the other. Ends with exit code 1 when a target is missed. Linux only.
 */
import { Agent } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { startGateway } from '../gateways/start.mjs';
import { gatewayCore, keepOffGatewayCore } from '../machine.mjs';
import { memoryOf, processorMsOf } from '../measure/processor-time.mjs';
import { quantile } from '../measure/statistics.mjs';
import { startChangingUpstream } from './changing-upstream.mjs';
import { collecting, heapAfterUse, manyCallers } from './many-callers.mjs';
import { openStream, secret, sendQuery, sendWebhook } from './clients.mjs';

const { values } = parseArgs({ options: { idle: { type: 'string', default: '10000' } } });
const checkout = fileURLToPath(new URL('../../..', import.meta.url));

const settings = {
  SUBSCRIPTIONS: 'true',
  WEBHOOK_SECRET: secret,
  LIVE_SOURCE: 'webhooks',
  LIVE_INTERVAL_MS: '100',
  LIVE_CALLS_PER_MINUTE: '100000',
  LIVE_SAFETY_SECONDS: '3600',
  MAX_SUBSCRIPTIONS: '20000',
  LOG_LEVEL: 'warn',
};

const [callers, callersOfSession, rounds] = [200, 10, 60];
const sessionOf = (caller) => 1 + (caller % (callers / callersOfSession));

async function until(condition, withinMs = 60_000) {
  const endMs = performance.now() + withinMs;
  while (!condition() && performance.now() < endMs) await delay(5);
  return condition();
}

const eventsOf = (streams) => streams.reduce((sum, stream) => sum + stream.events(), 0);

/** CPU ms of the gateway for each delivery, after warming up. */
async function perDelivery(gateway, streamsOfCaller) {
  const streams = Array.from({ length: callers * streamsOfCaller }, (_unused, index) =>
    openStream(gateway.url, `caller${index % callers}`, sessionOf(index % callers)),
  );
  await until(() => eventsOf(streams) === streams.length);
  const round = async () => {
    const before = eventsOf(streams);
    for (let id = 1; id <= callers / callersOfSession; id += 1) await sendWebhook(gateway.url, id);
    await until(() => eventsOf(streams) === before + streams.length, 5_000);
    await delay(110); // the interval
  };
  for (let count = 0; count < rounds / 3; count += 1) await round();
  const [startMs, before] = [processorMsOf(gateway.pid), eventsOf(streams)];
  for (let count = 0; count < rounds; count += 1) await round();
  const cpuMs = processorMsOf(gateway.pid) - startMs;
  const deliveries = eventsOf(streams) - before;
  for (const stream of streams) stream.close();
  await delay(300);
  return { cpuMs, deliveries, perCaller: cpuMs / (deliveries / streamsOfCaller) };
}

/** CPU ms of the gateway for the same read by POST, by as many callers, at the same pace. */
async function perPost(gateway) {
  const agents = Array.from({ length: callers }, () => new Agent({ keepAlive: true }));
  const round = async () => {
    await Promise.all(
      agents.map((agent, caller) => sendQuery(gateway.url, `caller${caller}`, sessionOf(caller), agent)),
    );
    await delay(110);
  };
  for (let count = 0; count < rounds / 3; count += 1) await round();
  const startMs = processorMsOf(gateway.pid);
  for (let count = 0; count < rounds; count += 1) await round();
  const cpuMs = processorMsOf(gateway.pid) - startMs;
  for (const agent of agents) agent.destroy();
  return cpuMs / (rounds * callers);
}

async function idleMemory(gateway, count) {
  const before = memoryOf(gateway.pid).nowMb;
  const streams = [];
  for (let index = 0; index < count; index += 1) {
    streams.push(openStream(gateway.url, `idle${index}`, 1 + (index % 1_000)));
    if (index % 100 === 99) await until(() => eventsOf(streams) === streams.length);
  }
  await until(() => eventsOf(streams) === count);
  await delay(5_000);
  const afterMb = memoryOf(gateway.pid).nowMb;
  const [startMs, startedMs] = [processorMsOf(gateway.pid), performance.now()];
  await delay(5_000);
  const processor = (processorMsOf(gateway.pid) - startMs) / (performance.now() - startedMs);
  for (const stream of streams) stream.close();
  return {
    streams: count,
    open: eventsOf(streams),
    beforeMb: before,
    afterMb,
    kbEach: ((afterMb - before) * 1024) / count,
    processor,
  };
}

async function storm(gateway, upstream) {
  const listeners = 1_000;
  upstream.setDelay(20);
  const streams = Array.from({ length: listeners }, (_unused, index) => openStream(gateway.url, `storm${index}`, 500));
  await until(() => eventsOf(streams) === listeners);
  const agent = new Agent({ keepAlive: true });
  const statuses = new Set();
  const latencies = async (isOver) => {
    const found = [];
    while (!isOver()) {
      const startedMs = performance.now();
      statuses.add(await sendQuery(gateway.url, 'someone', 3, agent));
      found.push(performance.now() - startedMs);
      await delay(5);
    }
    return found;
  };
  const idleEnds = performance.now() + 5_000;
  await latencies(() => performance.now() > idleEnds - 3_000);
  const idle = await latencies(() => performance.now() > idleEnds);
  const busy = [];
  const startedMs = performance.now();
  for (let count = 0; count < 3; count += 1) {
    const before = eventsOf(streams);
    await sendWebhook(gateway.url, 500);
    busy.push(...(await latencies(() => eventsOf(streams) >= before + listeners)));
    await delay(200);
  }
  const seconds = (performance.now() - startedMs) / 3_000;
  for (const stream of streams) stream.close();
  upstream.setDelay(0);
  return {
    idleP99: quantile(idle, 0.99),
    busyP99: quantile(busy, 0.99),
    queries: busy.length,
    seconds,
    statuses: [...statuses],
  };
}

keepOffGatewayCore();
const upstream = await startChangingUpstream();
const stage = { checkout, upstreamUrl: upstream.url, core: gatewayCore };
const withGateway = async (measure, more = {}) => {
  const gateway = await startGateway('ours', stage, { settings: { ...settings, ...more } });
  return measure(gateway).finally(gateway.stop);
};
const ratios = [];
for (let start = 0; start < 3; start += 1) {
  const [post, one, two] = await withGateway(async (gateway) => [
    await perPost(gateway),
    await perDelivery(gateway, 1),
    await perDelivery(gateway, 2),
  ]);
  ratios.push({ delivery: one.perCaller / post, second: (two.perCaller - one.perCaller) / post, post, one, two });
  process.stderr.write(`${JSON.stringify(ratios.at(-1))}\n`);
}
const storms = await withGateway((gateway) => storm(gateway, upstream));
process.stderr.write(`${JSON.stringify(storms)}\n`);
const idle = await withGateway((gateway) => idleMemory(gateway, Number(values.idle)));
process.stderr.write(`${JSON.stringify(idle)}\n`);
const many = await withGateway((gateway) => manyCallers(gateway, upstream));
process.stderr.write(`${JSON.stringify(many)}\n`);
const heap = await withGateway(heapAfterUse, collecting);
process.stderr.write(`${JSON.stringify(heap)}\n`);
await upstream.close();
const middle = (name) => ratios.map((ratio) => ratio[name]).sort((one, other) => one - other)[1];
const targets = [
  ['a delivery with its read / the same read by POST', middle('delivery'), 1.5],
  ['a second stream of a caller / the same read by POST', middle('second'), 0.2],
  ['KB of an idle stream', idle.kbEach, 40],
  [`MB with ${idle.streams} idle streams`, idle.afterMb, 550],
  ['query p99 in a storm / idle', storms.busyP99 / storms.idleP99, 2],
  ['ms from a webhook to the event (p99), 5,000 callers, 500 events in a second', many.p99, 500],
  ['core used for it', many.processor, 0.7],
  ['events that did not come', many.missing, 0],
  ['heap after 100,000 events and 10,000 streams / before', heap.ratio, 1.05],
  ['refused queries in a storm', storms.statuses.filter((status) => status !== 200).length, 0],
];
for (const [what, found, most] of targets)
  process.stdout.write(`${found <= most ? 'met   ' : 'MISSED'} ${what}: ${found.toFixed(2)} (at most ${most})\n`);
process.exitCode = targets.every(([, found, most]) => found <= most) ? 0 : 1;
