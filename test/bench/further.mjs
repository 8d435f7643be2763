/** What is measured on its own: the console shift, and scaling where it is there. Each says itself what it promises. */
import { existsSync } from 'node:fs';
import { replayShift, shiftTable } from './shift/shift.mjs';

const scalingUrl = new URL('scaling/index.mjs', import.meta.url);

async function measureScalingToo(stage, { isQuick, print }) {
  if (!existsSync(scalingUrl)) return {};
  const { measureScaling, measureSurprises, scalingTables, surpriseText } = await import(scalingUrl);
  const scaling = await measureScaling(stage, { isQuick });
  print(scalingTables(scaling));
  const surprises = await measureSurprises(stage, { isQuick });
  print(surpriseText(surprises));
  return { scaling, surprises };
}

/** @returns the parts of the result; they were printed */
export async function measureFurther(stage, { isQuick, pace, print, tell }) {
  tell('the console shift …');
  const shift = await replayShift({ checkout: stage.checkout, minutes: pace.shiftMinutes });
  print(shiftTable(shift));
  tell('scaling …');
  return { shift, ...(await measureScalingToo(stage, { isQuick, print })) };
}
