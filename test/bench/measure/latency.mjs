/** How long one waits, at a fixed rate and with an upstream that takes as long as one over a network. */
import { openLoop } from '../load/open-loop.mjs';
import { callsTo, requestsTo } from '../load/requests.mjs';
import { median, quantile } from './statistics.mjs';
import { turned } from './turned.mjs';

const query = 'Q1';
const connections = 128;

/** p99 over all rounds: it is made of few requests. p50 round by round, and what it is above upstream's of the same round. */
function figuresOf({ rounds }, upstream) {
  const p50s = rounds.map((waits) => quantile(waits, 0.5));
  const addedMs = p50s.map((p50, round) => p50 - quantile(upstream.rounds[round], 0.5));
  return { p50Ms: median(p50s), addedMs: median(addedMs), p99Ms: quantile(rounds.flat(), 0.99) };
}

/**
 * @param pace `{ rounds, durationMs, perSecond, delayMs }`
 * @returns name → `{ p50Ms, addedMs, p99Ms }`; `upstream` is among the names
 */
export async function measureLatency(gateways, upstream, pace) {
  const lanes = [
    { name: 'upstream', requests: callsTo(upstream.url, query, connections), rounds: [] },
    ...gateways.map(({ name, url }) => ({ name, requests: requestsTo(url, query, connections), rounds: [] })),
  ];
  await upstream.setDelay(pace.delayMs);
  for (const { requests } of lanes) await openLoop(requests, { ...pace, durationMs: 500 }); // connections are made
  for (let round = 0; round < pace.rounds; round += 1)
    for (const { requests, rounds } of turned(lanes, round)) rounds.push(await openLoop(requests, pace));
  await upstream.setDelay(0);
  for (const { requests } of lanes) await requests.close();
  return Object.fromEntries(lanes.map((lane) => [lane.name, figuresOf(lane, lanes[0])]));
}
