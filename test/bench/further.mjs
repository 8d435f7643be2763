/** Further measurements of a whole run: the console shift, and scaling where it exists. Each has its own limits. */
import { existsSync, writeFileSync } from 'node:fs';
import { replayShift, shiftTable } from './shift/shift.mjs';

const scaling = (file) => new URL(`scaling/${file}`, import.meta.url);
const slowMs = 20;

/** The curves with few points, which saves minutes in a whole run: `npm run bench:scaling` draws them in full. */
async function measureCurves(stage, { print }) {
  const { measureScaling, scalingTables } = await import(scaling('scaling.mjs'));
  const { scalingPicture } = await import(scaling('picture.mjs'));
  const curves = await measureScaling(stage, { isQuick: true });
  print(scalingTables(curves));
  writeFileSync(scaling('scaling.svg'), scalingPicture(curves));
  return { curves, broken: curves.isLinear ? [] : ['cost grows faster than the response'] };
}

async function measureCalm(stage, upstream, { print }) {
  const { measureSurprises, surpriseText } = await import(scaling('surprises.mjs'));
  await upstream.setDelay(slowMs);
  const surprises = await measureSurprises(stage, { isQuick: true }).finally(() => upstream.setDelay(0));
  print(surpriseText(surprises));
  const { isBounded, isCalm } = surprises;
  return {
    surprises,
    broken: [...(isBounded ? [] : ['memory is not bounded']), ...(isCalm ? [] : ['a large response delays others'])],
  };
}

async function measureShift(stage, { pace, print }) {
  const shift = await replayShift({ checkout: stage.checkout, minutes: pace.shiftMinutes });
  print(shiftTable(shift));
  return { shift, broken: [] };
}

/** @returns the printed parts of the result, and `broken`: the limits that were exceeded */
export async function measureFurther(stage, upstream, options) {
  const parts = [['the console shift', () => measureShift(stage, options)]];
  if (existsSync(scaling('scaling.mjs'))) {
    parts.push(['scaling', () => measureCurves(stage, options)]);
    parts.push(['surprises', () => measureCalm(stage, upstream, options)]);
  }
  const results = [];
  for (const [title, measure] of parts) {
    options.progress(title);
    results.push(await measure().catch((error) => ({ broken: [`${title}: ${error.message}`] })));
  }
  return Object.assign({}, ...results, { broken: results.flatMap(({ broken }) => broken) });
}
