/**
 * `npm run bench:scaling`: the curves and the surprises alone, on a built checkout. Writes scaling.svg into its folder;
 * `--quick` takes fewer points and rounds. Needs Linux. The gateway has its own core, all else has another.
 */
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { scalingPicture } from './picture.mjs';
import { startUpstream } from './processes.mjs';
import { measureScaling, scalingTables } from './scaling.mjs';
import { measureSurprises, surpriseText } from './surprises.mjs';

const checkout = fileURLToPath(new URL('../../..', import.meta.url));
const isQuick = process.argv.includes('--quick');
const [ownCore, gatewayCore] = availableParallelism() > 1 ? [0, 1] : [null, null];

/** Measures with an upstream that responds after `latencyMs`. */
async function onStage(latencyMs, measure) {
  const upstream = await startUpstream({ checkout, core: ownCore }, latencyMs);
  try {
    return await measure({ checkout, upstreamUrl: upstream.url, core: gatewayCore }, { isQuick });
  } finally {
    await upstream.stop();
  }
}

const print = (text) => process.stdout.write(`${text}\n\n`);

const scaling = await onStage(0, measureScaling);
print(scalingTables(scaling));
writeFileSync(new URL('scaling.svg', import.meta.url), scalingPicture(scaling));

const surprises = await onStage(20, measureSurprises);
print(surpriseText(surprises));
print(JSON.stringify({ scaling, surprises }));
if (!scaling.isLinear || !surprises.isBounded || !surprises.isCalm) process.exitCode = 1;
