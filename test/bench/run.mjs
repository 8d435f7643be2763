/**
 * What the gateway costs, beside whatever else one could have picked. `npm run bench`, or on a built checkout
 * `node test/bench/run.mjs [--quick] [--only Q1,Q3] [--peers ours,mercurius] [--rounds 5] [--profile DIR] [--set LOG_LEVEL=silent]`.
 * Linux only.
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gateways as known } from './gateways/index.mjs';
import { startGateway } from './gateways/start.mjs';
import { compareAnswers } from './measure/answers.mjs';
import { processorRounds } from './measure/processor-rounds.mjs';
import { queries } from './queries.mjs';
import { busyTable, processorTable } from './report/processor-table.mjs';
import { startUpstream } from './upstream/start.mjs';

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string', default: Object.keys(queries).join(',') },
    peers: { type: 'string', default: Object.keys(known).join(',') },
    rounds: { type: 'string' },
    profile: { type: 'string' },
    set: { type: 'string', multiple: true, default: [] },
  },
});

const paces = {
  quick: { rounds: 2, durationMs: 600, warmUpMs: 300, mostWarmUps: 3 },
  full: { rounds: 5, durationMs: 1_500, warmUpMs: 700, mostWarmUps: 10 },
};
const pace = { ...paces[options.quick ? 'quick' : 'full'], ...(options.rounds && { rounds: Number(options.rounds) }) };

const gatewayCore = 0;
const checkout = fileURLToPath(new URL('../..', import.meta.url));
const print = (text) => process.stdout.write(`${text}\n`);
const titleOf = (name) => known[name].title;

/** Load and upstream keep off the gateway's core. */
function keepOff(core) {
  const cores = execFileSync('nproc', ['--all']).toString().trim();
  execFileSync('taskset', ['-acp', core === 0 ? `1-${Number(cores) - 1}` : '0', String(process.pid)]);
}

async function measured(running) {
  await compareAnswers(running, { isFloor: (name) => known[name].isFloor === true });
  print('All peers answer the same.\n');
  const byQuery = {};
  for (const query of options.only.split(',')) byQuery[query] = await processorRounds(running, query, pace);
  const base = 'reference' in byQuery[Object.keys(byQuery)[0]] ? 'reference' : running[0].name;
  print(`${processorTable(byQuery, base, titleOf)}\n`);
  if (base !== 'ours') print(`${processorTable(byQuery, 'mercurius', titleOf)}\n`);
  print(`${busyTable(byQuery, titleOf)}\n`);
}

keepOff(gatewayCore);
const upstream = await startUpstream(checkout);
const stage = { checkout, upstreamUrl: upstream.url, core: gatewayCore };
const ours = {
  nodeFlags: options.profile ? ['--cpu-prof', `--cpu-prof-dir=${options.profile}`] : [],
  settings: Object.fromEntries(options.set.map((pair) => pair.split(/=(.*)/s).slice(0, 2))),
};
const running = [];
try {
  for (const name of options.peers.split(','))
    running.push(await startGateway(name, stage, name === 'ours' ? ours : {}));
  await measured(running);
} finally {
  for (const gateway of running) await gateway.stop();
  await upstream.close();
}
