/**
 * What the gateway costs, beside whatever else one could have picked. `npm run bench`, or on a built checkout
 * `node test/bench/run.mjs [--quick] [--publish]`, and of processor time only
 * `… [--only Q1,Q3] [--peers ours,mercurius] [--rounds 5] [--profile DIR] [--set LOG_LEVEL=silent]`.
 * Ends with exit code 1 when answers differ or a target is missed. Linux only.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gatewayCore, keepOffGatewayCore, machine } from './machine.mjs';
import { measureEverything } from './measure/everything.mjs';
import { measureFurther } from './further.mjs';
import { readOptions } from './options.mjs';
import { publish } from './report/publish.mjs';
import { tablesOf } from './report/print.mjs';
import { verdictsOf, verdictTable } from './report/verdicts.mjs';
import { startUpstream } from './upstream/start.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const print = (text) => process.stdout.write(`${text}\n\n`);
const tell = (text) => process.stderr.write(`${text}\n`);

const options = readOptions();
const checkout = here('../..');
keepOffGatewayCore();
const upstream = await startUpstream(checkout);
const stage = { checkout, upstreamUrl: upstream.url, core: gatewayCore };

try {
  const measured = await measureEverything(stage, upstream, { ...options, tell });
  print(tablesOf(measured, options.pace));
  const further = options.isPart ? {} : await measureFurther(stage, { ...options, print, tell });
  const verdicts = verdictsOf(measured);
  print(verdictTable(verdicts));
  const { isQuick, isPart, pace } = options;
  const result = { date: new Date().toISOString(), machine, isQuick, pace, verdicts, ...measured, ...further };
  if (!isPart) writeFileSync(here('last-run.json'), `${JSON.stringify(result, null, 1)}\n`);
  if (options.isPublished) publish(result, { checkout });
  const missed = verdicts.filter(({ isMet }) => !isMet);
  if (missed.length > 0) {
    tell(`${missed.length} of ${verdicts.length} targets were missed: ${missed.map(({ what }) => what).join('; ')}`);
    process.exitCode = 1;
  }
} finally {
  await upstream.close();
}
