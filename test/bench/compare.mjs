/**
 * Compares this checkout with another built one, e.g. of the commit before: `npm run bench:compare -- OTHER [--starts 2] [--rounds 9] [--only Q1,list]`.
 * CPU per request, in alternating slices of a second, with a second gateway of the other checkout as a control. Ends with exit code 1 when a
 * median ratio is above 1.05, or calls and bytes are not equal.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { startGateway } from './gateways/start.mjs';
import { closedLoop } from './load/closed-loop.mjs';
import { bodiesTo } from './load/requests.mjs';
import { gatewayCore, keepOffGatewayCore } from './machine.mjs';
import { processorMsOf } from './measure/processor-time.mjs';
import { median, quantile } from './measure/statistics.mjs';
import { turned } from './measure/turned.mjs';
import { queries, requestOf, sessionIds } from './queries.mjs';
import { startUpstream } from './upstream/start.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    starts: { type: 'string', default: '2' },
    rounds: { type: 'string', default: '9' },
    only: { type: 'string' },
  },
});
const [other] = positionals;
if (!other) throw new Error('Name the other checkout, which is built: npm run bench:compare -- OTHER');
const checkouts = {
  before: resolve(other),
  control: resolve(other),
  after: fileURLToPath(new URL('../..', import.meta.url)),
};

const maxRatio = 1.05;
const [sliceMs, warmUpMs] = [1_000, 4_000];

const row = 'id status customerName rank whenRequested lastMessage user { fullName } person { email }';

/** name → the body of its nth request, and requests at once. */
const compared = {
  ...Object.fromEntries(
    Object.entries(queries).map(([name, { atOnce }]) => [
      name,
      { bodyOf: (n) => requestOf(name, n % 200).body, atOnce },
    ]),
  ),
  list: { bodyOf: () => JSON.stringify({ query: `{ myChatSessions { ${row} } }` }), atOnce: 4 },
  literals: {
    bodyOf: (n) => JSON.stringify({ query: `query N${n} { chatSession(id: ${sessionIds[n % 200]}) { ${row} } }` }),
    atOnce: 16,
  },
};

const selected = Object.entries(compared).filter(([name]) => values.only?.split(',').includes(name) ?? true);

let sent = 0; // so that no document with literal ids is sent twice

async function slice(gateway, query, durationMs) {
  const load = bodiesTo(gateway.url, () => query.bodyOf(sent++), query.atOnce);
  const beforeMs = processorMsOf(gateway.pid);
  const { responses } = await closedLoop(load, { durationMs, atOnce: query.atOnce });
  const msPerRequest = (processorMsOf(gateway.pid) - beforeMs) / responses;
  await load.close();
  return msPerRequest;
}

/** @returns upstream calls and bytes of a few requests */
async function costOf(gateway, { bodyOf }, upstream) {
  await upstream.count();
  const load = bodiesTo(gateway.url, bodyOf, 1);
  for (let n = 0; n < 5; n += 1) await load.send(n);
  await load.close();
  return JSON.stringify(await upstream.count());
}

async function compareStart(upstream, figures, costs) {
  const stage = { upstreamUrl: upstream.url, core: gatewayCore };
  const gateways = [];
  for (const [label, checkout] of Object.entries(checkouts))
    gateways.push({
      label,
      ...(await startGateway('ours', { ...stage, checkout }, { settings: { MAX_UPSTREAM_CALLS_PER_MINUTE: '0' } })),
    });
  for (const [name, query] of selected) {
    for (const gateway of gateways) await slice(gateway, query, warmUpMs);
    for (const gateway of gateways) (costs[name] ??= new Set()).add(await costOf(gateway, query, upstream));
    for (let round = 0; round < Number(values.rounds); round += 1) {
      const ms = {};
      for (const gateway of turned(gateways, round)) ms[gateway.label] = await slice(gateway, query, sliceMs);
      (figures[name] ??= []).push({ after: ms.after / ms.before, control: ms.control / ms.before });
    }
  }
  for (const gateway of gateways) await gateway.stop();
}

const text = (ratios) =>
  `${median(ratios).toFixed(3)} (${quantile(ratios, 0.25).toFixed(2)}–${quantile(ratios, 0.75).toFixed(2)})`;

async function run() {
  keepOffGatewayCore();
  const upstream = await startUpstream(checkouts.after, { Status: 'InQueue', TopicId: 1 }); // so that they are in the list
  const [figures, costs] = [{}, {}];
  try {
    for (let start = 0; start < Number(values.starts); start += 1) await compareStart(upstream, figures, costs);
  } finally {
    await upstream.close();
  }
  return Object.entries(figures).filter(([name, rounds]) => {
    const [after, control] = ['after', 'control'].map((label) => rounds.map((ratios) => ratios[label]));
    const isEqual = costs[name].size === 1;
    console.log(
      `${name.padEnd(9)} after/before ${text(after)}  control ${text(control)}  calls and bytes ${isEqual ? 'equal' : [...costs[name]].join(' ≠ ')}`,
    );
    return !isEqual || median(after) > maxRatio;
  });
}

process.exitCode = (await run()).length === 0 ? 0 : 1;
