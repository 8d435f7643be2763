/** The targets, and whether they are met. */
import { latencyTargets, startTarget, targets } from '../targets.mjs';
import { ratioOf } from './processor-table.mjs';

function processorVerdicts(processor) {
  const verdicts = [];
  for (const [peer, byQuery] of Object.entries(targets))
    for (const [query, figures] of Object.entries(processor)) {
      if (!figures.ours || !figures[peer]) continue;
      const { ratio } = ratioOf(figures.ours, figures[peer]);
      verdicts.push({ what: `CPU of ours to ${peer}'s, ${query}`, is: ratio, atMost: byQuery[query] });
    }
  return verdicts;
}

function latencyVerdicts({ ours, mercurius }) {
  const { addedMs, p99BehindMs } = latencyTargets;
  return [
    { what: 'ms that ours adds to the p50 of upstream', is: ours.addedMs, atMost: addedMs },
    ...(mercurius ? [{ what: 'ms of p99, ours', is: ours.p99Ms, atMost: mercurius.p99Ms + p99BehindMs }] : []),
  ];
}

function startVerdicts({ ours, reference }) {
  const is = ours.medianMs / reference.medianMs;
  return [{ what: "start to first response of ours to reference's", is, atMost: startTarget }];
}

/** @returns `{ what, is, atMost, isMet }` for each measured target */
export function verdictsOf({ processor, latency, starts }) {
  const all = [
    ...processorVerdicts(processor),
    ...(latency?.ours ? latencyVerdicts(latency) : []),
    ...(starts ? startVerdicts(starts) : []),
  ];
  return all.map((verdict) => ({
    ...verdict,
    isMet: verdict.is <= verdict.atMost,
  }));
}

/** As Markdown. */
export const verdictTable = (verdicts) =>
  [
    '| target | measured | at most | |',
    '|---|---|---|---|',
    ...verdicts.map(
      ({ what, is, atMost, isMet }) =>
        `| ${what} | ${is.toFixed(2)} | ${atMost.toFixed(2)} | ${isMet ? 'met' : 'MISSED'} |`,
    ),
  ].join('\n');
