/** Many callers at the pace of a large contact centre, and whether memory stays the same after events, comings and goings. */
import { setTimeout as delay } from 'node:timers/promises';
import { processorMsOf } from '../measure/processor-time.mjs';
import { quantile } from '../measure/statistics.mjs';
import { openStream, sendWebhook } from './clients.mjs';

const latencyMs = 20;

async function until(condition, withinMs = 120_000) {
  const endMs = performance.now() + withinMs;
  while (!condition() && performance.now() < endMs) await delay(5);
}

/** 5,000 callers, 50 webhooks in a second for ten of them each. @returns `p99` ms from a webhook to its events, `processor` from 0 to 1 */
export async function manyCallers(gateway, upstream, { callers = 5_000, ofSession = 10, perSecond = 50 } = {}) {
  upstream.setDelay(latencyMs);
  const sessions = callers / ofSession;
  const sentMs = new Map();
  let [opened, delays] = [0, []];
  const streams = [];
  for (let caller = 0; caller < callers; caller += 1) {
    const id = 1 + (caller % sessions);
    const onEvent = () => {
      opened += 1;
      if (sentMs.has(id)) delays.push(performance.now() - sentMs.get(id));
    };
    streams.push(openStream(gateway.url, `many${caller}`, id, onEvent));
    if (caller % 100 === 99) await until(() => opened > caller);
  }
  let next = 0;
  const run = async (seconds) => {
    const startedMs = performance.now();
    for (let count = 1; count <= seconds * perSecond; count += 1) {
      const id = 1 + (next++ % sessions);
      sentMs.set(id, performance.now());
      void sendWebhook(gateway.url, id);
      await delay(startedMs + (count * 1_000) / perSecond - performance.now());
    }
  };
  await run(5);
  delays = [];
  const [cpuMs, startedMs] = [processorMsOf(gateway.pid), performance.now()];
  await run(20);
  const processor = (processorMsOf(gateway.pid) - cpuMs) / (performance.now() - startedMs);
  await delay(1_000);
  for (const stream of streams) stream.close();
  upstream.setDelay(0);
  const expected = 20 * perSecond * ofSession;
  const sorted = delays.sort((one, other) => one - other);
  return { p99: quantile(sorted, 0.99), processor, missing: expected - delays.length };
}

/** In MB, after two collections: finalisers of the first one release more. */
async function heapOf(gateway) {
  for (let count = 0; count < 2; count += 1) {
    process.kill(gateway.pid, 'SIGUSR2');
    await delay(1_000);
  }
  const text = await (await fetch(`${gateway.url}/metrics`)).text();
  return Number(/^nodejs_heap_size_used_bytes (\S+)/m.exec(text)?.[1]) / 1_048_576;
}

/** @param rounds of 200 events each @param comings of streams that leave after their first event */
async function use(gateway, rounds, comings) {
  const [callers, sessions] = [200, 20];
  let events = 0;
  const open = (name, id) => openStream(gateway.url, name, id, () => (events += 1));
  const streams = Array.from({ length: callers }, (_unused, index) => open(`stay${index}`, 1 + (index % sessions)));
  await until(() => events === callers);
  for (let round = 0; round < rounds; round += 1) {
    const before = events;
    for (let id = 1; id <= sessions; id += 1) await sendWebhook(gateway.url, id);
    await until(() => events >= before + callers, 5_000);
    await delay(110); // the interval
  }
  for (let come = 0; come < comings; come += 100) {
    const before = events;
    const some = Array.from({ length: 100 }, (_unused, index) => open(`come${come + index}`, 30));
    await until(() => events >= before + 100);
    for (const stream of some) stream.close();
  }
  for (const stream of streams) stream.close();
  await delay(2_000);
  return events;
}

/** Of the gateway for `heapAfterUse`. */
export const collecting = {
  NODE_OPTIONS: `--import=${new URL('collect-on-signal.mjs', import.meta.url)}`,
  METRICS: 'true',
};

/** 100,000 events, and 10,000 streams that come and go. @returns `ratio` of the heap afterwards to that before */
export async function heapAfterUse(gateway) {
  await use(gateway, 50, 10_000); // connections and limits of callers are kept for a while, up to a number that is reached now
  const before = await heapOf(gateway);
  const events = await use(gateway, 500, 10_000);
  const after = await heapOf(gateway);
  return { before, after, events, ratio: after / before };
}
