/** Latency at a fixed rate, with an upstream as slow as over a network. */
import { openLoop } from '../load/open-loop.mjs';
import { callsTo, requestsTo } from '../load/requests.mjs';
import { median, quantile } from './statistics.mjs';
import { turned } from './turned.mjs';
import { undisturbed } from './undisturbed.mjs';

const query = 'Q1';
const connections = 128;

/** p99 over all rounds, as few requests determine it. p50 of each round, and its difference to upstream's of the same round. */
function figuresOf({ rounds, again, disturbed }, upstream) {
  const p50s = rounds.map((waits) => quantile(waits, 0.5));
  const addedMs = p50s.map((p50, round) => p50 - quantile(upstream.rounds[round], 0.5));
  return { p50Ms: median(p50s), addedMs: median(addedMs), p99Ms: quantile(rounds.flat(), 0.99), again, disturbed };
}

/**
 * @param pace `{ rounds, durationMs, perSecond, delayMs }`
 * @returns name → `{ p50Ms, addedMs, p99Ms }`, how many rounds were measured `again` and how many stayed `disturbed` by another
 * gateway; `upstream` is one of the names
 */
export async function measureLatency(gateways, upstream, pace) {
  const laneOf = ({ name, pid }, requests) => {
    const others = gateways.map((gateway) => gateway.pid).filter((other) => other !== pid);
    return { name, requests, others, rounds: [], again: 0, disturbed: 0 };
  };
  const lanes = [
    laneOf({ name: 'upstream' }, callsTo(upstream.url, query, connections)),
    ...gateways.map((gateway) => laneOf(gateway, requestsTo(gateway.url, query, connections))),
  ];
  await upstream.setDelay(pace.delayMs);
  for (const { requests } of lanes) await openLoop(requests, { ...pace, durationMs: 500 }); // opens connections
  for (let round = 0; round < pace.rounds; round += 1)
    for (const lane of turned(lanes, round)) {
      const { measured, again, isDisturbed } = await undisturbed(() => openLoop(lane.requests, pace), lane.others);
      lane.rounds.push(measured);
      lane.again += again;
      lane.disturbed += Number(isDisturbed);
    }
  await upstream.setDelay(0);
  for (const { requests } of lanes) await requests.close();
  return Object.fromEntries(lanes.map((lane) => [lane.name, figuresOf(lane, lanes[0])]));
}
