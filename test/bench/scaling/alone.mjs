/**
 * `npm run bench:scaling`: the curves and the surprises on their own, on a built checkout. Writes scaling.svg beside itself;
 * `--quick` takes fewer points and rounds. Needs Linux. The gateway has a core of its own, all else has another.
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

/** Measures with an upstream that answers after so many ms. */
async function onStage(latencyMs, measure) {
  const upstream = await startUpstream({ checkout, core: ownCore }, latencyMs);
  try {
    return await measure({ checkout, upstreamUrl: upstream.url, core: gatewayCore }, { isQuick });
  } finally {
    await upstream.stop();
  }
}

const say = (text) => process.stdout.write(`${text}\n\n`);

const scaling = await onStage(0, measureScaling);
say(scalingTables(scaling));
writeFileSync(new URL('scaling.svg', import.meta.url), scalingPicture(scaling));

const surprises = await onStage(20, measureSurprises);
say(surpriseText(surprises));
say(JSON.stringify({ scaling, surprises }));
if (!scaling.isLinear || !surprises.isBounded || !surprises.isCalm) process.exitCode = 1;
