/**
 * The cost of the gateway, compared with alternatives. `npm run bench`, or on a built checkout
 * `node test/bench/run.mjs [--quick] [--publish]`, and of processor time only
 * `… [--only Q1,Q3] [--peers ours,mercurius] [--rounds 5] [--profile DIR] [--set LOG_LEVEL=silent]`.
 * Ends with exit code 1 when responses differ or a target is missed. Linux only.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { measureFurther } from './further.mjs';
import { gatewayCore, keepOffGatewayCore, machine } from './machine.mjs';
import { measureEverything } from './measure/everything.mjs';
import { readOptions } from './options.mjs';
import { tablesOf } from './report/print.mjs';
import { publish } from './report/publish.mjs';
import { verdictsOf, verdictTable } from './report/verdicts.mjs';
import { startUpstream } from './upstream/start.mjs';

const pathOf = (path) => fileURLToPath(new URL(path, import.meta.url));
const checkout = pathOf('../..');
const print = (text) => process.stdout.write(`${text}\n\n`);
const progress = (text) => process.stderr.write(`${Math.round(performance.now() / 1000)} s: ${text}\n`);

async function measureAll(options) {
  const upstream = await startUpstream(checkout);
  const stage = { checkout, upstreamUrl: upstream.url, core: gatewayCore };
  try {
    const measured = await measureEverything(stage, upstream, options);
    print(tablesOf(measured, options.pace));
    if (options.isQuick || options.isPart) return { ...measured, broken: [] };
    return { ...measured, ...(await measureFurther(stage, upstream, options)) };
  } finally {
    await upstream.close();
  }
}

async function run() {
  const options = readOptions();
  keepOffGatewayCore();
  const measured = await measureAll({ ...options, print, progress });
  const verdicts = verdictsOf(measured);
  print(verdictTable(verdicts));
  const { isQuick, pace } = options;
  const result = { date: new Date().toISOString(), machine, isQuick, pace, verdicts, ...measured };
  if (!options.isPart) writeFileSync(pathOf('last-run.json'), `${JSON.stringify(result, null, 1)}\n`);
  if (options.isPublished) publish(result, { checkout });
  return [...verdicts.filter(({ isMet }) => !isMet).map(({ what }) => what), ...measured.broken];
}

const broken = await run().catch((error) => [error.message]);
progress(broken.length === 0 ? 'all targets are met' : `missed: ${broken.join('; ')}`);
process.exitCode = broken.length === 0 ? 0 : 1;
