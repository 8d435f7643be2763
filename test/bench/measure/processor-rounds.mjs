/**
 * Processor time per request of each gateway. They take turns (A B C, B C A, …), so that other load of the machine affects all of
 * them; comparisons are within a round.
 */
import { closedLoop } from '../load/closed-loop.mjs';
import { requestsTo } from '../load/requests.mjs';
import { queries } from '../queries.mjs';
import { processorMsOf } from './processor-time.mjs';
import { turned } from './turned.mjs';

const steadyWithin = 0.05;

/** Sessions that were read: before that, V8 has not compiled everything, and figures can look steady while they still fall. */
const leastWarmUpSessions = 8_000;

/** CPU ms of this process, which creates the load, and of upstream's. */
const restMsOf = (pids) => [process.pid, ...pids].reduce((total, pid) => total + processorMsOf(pid), 0);

/** @returns responses and refusals, CPU ms per request, requests in a second, and the load (1: a whole core) of the gateway and of the rest */
async function spell({ pid, url }, { queryName, durationMs, atOnce, upstreamPids }) {
  const requests = requestsTo(url, queryName, atOnce);
  const [startedMs, spentMs, restMs] = [performance.now(), processorMsOf(pid), restMsOf(upstreamPids)];
  const { responses, refused } = await closedLoop(requests, { durationMs, atOnce });
  const [tookMs, usedMs] = [performance.now() - startedMs, processorMsOf(pid) - spentMs];
  await requests.close(); // idle until its next turn, the gateway would close it
  const restBusy = (restMsOf(upstreamPids) - restMs) / tookMs;
  return {
    answers: responses,
    refused,
    msPerRequest: usedMs / responses,
    perSecond: (responses * 1000) / tookMs,
    busy: usedMs / tookMs,
    restBusy,
  };
}

/** Until the figure is steady: enough requests, and the last three spells within five percent. */
async function warmUp(gateway, pace) {
  const figures = [];
  let requests = 0;
  while (figures.length < pace.mostWarmUps) {
    const { answers: responses, msPerRequest } = await spell(gateway, { ...pace, durationMs: pace.warmUpMs });
    figures.push(msPerRequest);
    requests += responses;
    const last = figures.slice(-3);
    const isSteady = last.length === 3 && Math.max(...last) / Math.min(...last) < 1 + steadyWithin;
    if (isSteady && requests * pace.sessions >= leastWarmUpSessions) return;
  }
}

/**
 * @param pace `{ rounds, durationMs, warmUpMs, mostWarmUps, upstreamPids }`
 * @returns name → its figures, one for each round, in the same order for all
 */
export async function processorRounds(gateways, queryName, pace) {
  const spelled = { ...pace, ...queries[queryName], queryName };
  const lanes = gateways.map((gateway) => ({ gateway, figures: [] }));
  for (const { gateway } of lanes) await warmUp(gateway, spelled);
  for (let round = 0; round < pace.rounds; round += 1)
    for (const { gateway, figures } of turned(lanes, round)) figures.push(await spell(gateway, spelled));
  return Object.fromEntries(lanes.map(({ gateway, figures }) => [gateway.name, figures]));
}
