/** Options of the bench, and the durations that follow from them. */
import { parseArgs } from 'node:util';
import { gateways } from './gateways/index.mjs';
import { queries } from './queries.mjs';

/** For daily use: the peers of the targets, and a bare proxy. */
const few = ['ours', 'reference', 'mercurius', 'undici-proxy'];

const delayMs = 20;

const paces = {
  quick: {
    processor: { rounds: 3, durationMs: 500, warmUpMs: 500, mostWarmUps: { first: 11, next: 3 } },
    latency: { rounds: 2, durationMs: 1_500, perSecond: 200, delayMs },
    upstream: { durationMs: 500 },
    starts: 3,
  },
  full: {
    processor: { rounds: 5, durationMs: 1_500, warmUpMs: 1_000, mostWarmUps: { first: 14, next: 5 } },
    latency: { rounds: 4, durationMs: 4_000, perSecond: 200, delayMs },
    upstream: { durationMs: 1_000 },
    starts: 7,
    shiftMinutes: 60,
  },
};

const flags = {
  quick: { type: 'boolean', default: false },
  publish: { type: 'boolean', default: false },
  only: { type: 'string' },
  peers: { type: 'string' },
  rounds: { type: 'string' },
  profile: { type: 'string' },
  set: { type: 'string', multiple: true, default: [] },
};

/** @throws {Error} unknown name of a query or gateway */
function named(list, known) {
  const names = list.split(',');
  const unknown = names.filter((name) => !(name in known));
  if (unknown.length > 0) throw new Error(`${unknown.join(', ')}: there are ${Object.keys(known).join(', ')}`);
  return names;
}

/**
 * @returns `isPart`: only some queries or gateways, so only processor time is measured. `ours`: Node flags and settings of our
 * gateway.
 */
export function readOptions() {
  const { values } = parseArgs({ options: flags });
  const { quick: isQuick, publish: isPublished, only, peers, rounds, profile, set } = values;
  const pace = paces[isQuick ? 'quick' : 'full'];
  return {
    isQuick,
    isPublished,
    isPart: only !== undefined || peers !== undefined,
    queryNames: only ? named(only, queries) : Object.keys(queries),
    gatewayNames: peers ? named(peers, gateways) : isQuick ? few : Object.keys(gateways),
    pace: { ...pace, processor: { ...pace.processor, ...(rounds && { rounds: Number(rounds) }) } },
    ours: {
      nodeFlags: profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : [],
      settings: Object.fromEntries(set.map((pair) => pair.split(/=(.*)/s).slice(0, 2))),
    },
  };
}
