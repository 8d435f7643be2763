/**
 * Processor time per request of each gateway. They take turns (A B C, B C A, …), so that whatever else the machine does hits
 * all of them; what is compared is always of the same round.
 */
import { closedLoop } from '../load/closed-loop.mjs';
import { requestsTo } from '../load/requests.mjs';
import { queries } from '../queries.mjs';
import { processorMsOf } from './processor-time.mjs';
import { turned } from './turned.mjs';

const stands = 0.05;

/** Sessions that were answered: before that, V8 has not compiled all that it will, and figures stand still on the way down. */
const leastWarmUpSessions = 8_000;

/** This process, which makes the load, and upstream's. */
const restMsOf = (pids) => [process.pid, ...pids].reduce((total, pid) => total + processorMsOf(pid), 0);

/** @returns answers and refusals, CPU ms per request, requests in a second, and how busy (1: a whole core) the gateway and all the rest were */
async function spell({ pid, url }, { queryName, durationMs, atOnce, upstreamPids }) {
  const requests = requestsTo(url, queryName, atOnce);
  const [startedMs, spentMs, restMs] = [performance.now(), processorMsOf(pid), restMsOf(upstreamPids)];
  const { answers: responses, refused } = await closedLoop(requests, { durationMs, atOnce });
  const [tookMs, usedMs] = [performance.now() - startedMs, processorMsOf(pid) - spentMs];
  await requests.close(); // until its next turn it would idle, and be closed from the other end
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

/** Until the figure stands: enough requests were made, and the last three spells lie within five percent. */
async function warmUp(gateway, pace) {
  const figures = [];
  let made = 0;
  while (figures.length < pace.mostWarmUps) {
    const { answers: responses, msPerRequest } = await spell(gateway, { ...pace, durationMs: pace.warmUpMs });
    figures.push(msPerRequest);
    made += responses;
    const last = figures.slice(-3);
    const isSteady = last.length === 3 && Math.max(...last) / Math.min(...last) < 1 + stands;
    if (isSteady && made * pace.sessions >= leastWarmUpSessions) return;
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
