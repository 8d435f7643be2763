/** Writes the table of a run into docs/performance.md, between its two marks, and the whole run to published-run.json. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gateways } from '../gateways/index.mjs';
import { waiting } from './other-tables.mjs';
import { medianOf, ratioOf } from './processor-table.mjs';
import { gatewayTable } from './table.mjs';

const between = /(<!-- bench -->\n)[\s\S]*?(<!-- \/bench -->)/;
const repeated = '20 aliases on 5 sessions';

/** The published table: ratios to the reference, and what is metered. */
export function readmeTable({ date, machine, processor, latency, upstreamCalls, memoryMb }) {
  const names = Object.keys(processor.Q1);
  const ratio = (query) => (name) => ratioOf(processor[query][name], processor[query].reference).ratio.toFixed(2);
  const columns = {
    ...Object.fromEntries(Object.keys(processor).map((query) => [query, ratio(query)])),
    'calls for 20 aliases on 5 sessions': (name) => upstreamCalls[name][repeated].calls,
    'bytes, Q1': (name) => upstreamCalls[name].Q1.bytes,
    'added at 20 ms, p50': (name) => waiting(latency[name].addedMs),
    p99: (name) => waiting(latency[name].p99Ms),
    memory: (name) => `${Math.round(memoryMb[name].nowMb)} MB`,
  };
  const { processor: model, cores, node } = machine;
  const reference = medianOf(processor.Q1.reference, 'msPerRequest').toFixed(2);
  return [
    `${date.slice(0, 10)}, ${model}, ${cores} cores, Node ${node.slice(1)}; 1.00 of Q1 is ${reference} ms.`,
    '',
    gatewayTable('CPU per request', names, columns, (name) => gateways[name].title),
  ].join('\n');
}

/** @throws {Error} the run was quick or partial, or the page has no marks */
export function publish(result, { checkout }) {
  if (result.isQuick || !result.latency) throw new Error('only a whole run is published');
  const readme = join(checkout, 'docs', 'performance.md');
  const text = readFileSync(readme, 'utf8');
  if (!between.test(text)) throw new Error('docs/performance.md has no <!-- bench --> … <!-- /bench -->');
  writeFileSync(
    readme,
    text.replace(between, (_all, begin, end) => `${begin}\n${readmeTable(result)}\n\n${end}`),
  );
  const run = fileURLToPath(new URL('../published-run.json', import.meta.url));
  writeFileSync(run, JSON.stringify(result));
  execFileSync(join(checkout, 'node_modules/.bin/prettier'), ['--write', readme, run]);
}
