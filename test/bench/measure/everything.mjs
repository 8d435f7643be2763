/** Starts, compares and measures gateways, in the order in which measurements affect each other least. */
import { gateways as known } from '../gateways/index.mjs';
import { startGateway } from '../gateways/start.mjs';
import { compareResponses } from './answers.mjs';
import { measureLatency } from './latency.mjs';
import { processorRounds } from './processor-rounds.mjs';
import { memoryOf } from './processor-time.mjs';
import { countUpstreamCalls } from './upstream-calls.mjs';
import { measureStarts } from './start-times.mjs';
import { measureUpstream } from './upstream-limit.mjs';

const byName = (gateways, valueOf) => Object.fromEntries(gateways.map((gateway) => [gateway.name, valueOf(gateway)]));

/** Measurements of a whole run only. */
async function measuredInWholeRun(running, upstream, pace) {
  return {
    upstreamCalls: await countUpstreamCalls(running, upstream),
    latency: await measureLatency(running, upstream, pace.latency),
    memoryMb: byName(running, ({ pid }) => memoryOf(pid)),
    startUpMs: byName(running, ({ startUpMs }) => startUpMs),
    upstream: await measureUpstream(upstream, pace.upstream),
  };
}

/** The first query warms up what all of them share. */
async function processorTimes(running, upstream, { queryNames, pace, progress }) {
  const { mostWarmUps } = pace.processor;
  const processor = {};
  for (const [index, query] of queryNames.entries()) {
    progress(`processor time, ${query}`);
    processor[query] = await processorRounds(running, query, {
      ...pace.processor,
      mostWarmUps: index === 0 ? mostWarmUps.first : mostWarmUps.next,
      upstreamPids: upstream.pids,
    });
  }
  return processor;
}

async function measured(running, upstream, options) {
  await compareResponses(running, { isFloor: (name) => known[name].isFloor === true });
  options.progress('all respond the same');
  const processor = await processorTimes(running, upstream, options);
  if (options.isPart) return { processor };
  options.progress('latency, calls, memory');
  return { processor, ...(await measuredInWholeRun(running, upstream, options.pace)) };
}

/**
 * @param stage `{ checkout, upstreamUrl, core }`
 * @param options see options.mjs; `progress` reports the current step
 * @throws {AssertionError} two respond to the same query differently
 */
export async function measureEverything(stage, upstream, options) {
  const running = [];
  try {
    options.progress('starts');
    const starts = options.isPart
      ? {}
      : { starts: await measureStarts(stage, ['ours', 'reference'], options.pace.starts) };
    for (const name of options.gatewayNames)
      running.push(await startGateway(name, stage, name === 'ours' ? options.ours : {}));
    return { ...starts, ...(await measured(running, upstream, options)) };
  } finally {
    for (const gateway of running) await gateway.stop();
  }
}
