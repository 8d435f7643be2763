/** All results, as Markdown. */
import { gateways } from '../gateways/index.mjs';
import { callsTable, footprintTable, latencyTable, upstreamLine } from './other-tables.mjs';
import { busyTable, processorTable } from './processor-table.mjs';

const titleOf = (name) => gateways[name]?.title ?? name;

/** The gateways of the targets; without both of them, the first gateway. */
function basesOf(processor) {
  const names = Object.keys(Object.values(processor)[0]);
  const bases = ['reference', 'mercurius'].filter((name) => names.includes(name));
  return bases.length > 0 ? bases : names.slice(0, 1);
}

export function tablesOf({ processor, latency, upstreamCalls, memoryMb, startUpMs, upstream }, pace) {
  return [
    ...basesOf(processor).map((base) => processorTable(processor, base, titleOf)),
    busyTable(processor, titleOf),
    ...(latency
      ? [
          latencyTable(latency, pace.latency, titleOf),
          callsTable(upstreamCalls, titleOf),
          footprintTable({ memoryMb, startUpMs }, titleOf),
          upstreamLine(upstream),
        ]
      : []),
  ].join('\n\n');
}
