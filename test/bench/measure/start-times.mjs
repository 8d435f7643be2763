/** How long gateways take from their start to their first response: several starts of each, in turn. */
import { startGateway } from '../gateways/start.mjs';
import { median } from './statistics.mjs';

/** @returns `{ [name]: { medianMs, fastestMs, slowestMs } }` */
export async function measureStarts(stage, names, rounds) {
  const times = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1)
    for (const name of names) {
      const gateway = await startGateway(name, stage);
      times[name].push(gateway.startUpMs);
      await gateway.stop();
    }
  return Object.fromEntries(
    names.map((name) => [
      name,
      { medianMs: median(times[name]), fastestMs: Math.min(...times[name]), slowestMs: Math.max(...times[name]) },
    ]),
  );
}
