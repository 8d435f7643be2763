/**
 * Processor time per request of each gateway. They take turns (A B C, B C A, …), so that whatever else the machine does hits
 * all of them; what is compared is always of the same round.
 */
import { closedLoop } from '../load/closed-loop.mjs';
import { requestsTo } from '../load/requests.mjs';
import { queries } from '../queries.mjs';
import { processorMsOf } from './processor-time.mjs';

const stands = 0.05;

/** Fewer than these and V8 has not made machine code of all that it will; for the queries that take long, time decides. */
const leastWarmUpRequests = 1_500;

/** @returns answers, CPU ms per request, requests in a second, and how busy its core was (1: always) */
async function spell({ pid }, requests, { durationMs, atOnce }) {
  const [startedMs, spentMs] = [performance.now(), processorMsOf(pid)];
  const answers = await closedLoop(requests, { durationMs, atOnce });
  const [tookMs, usedMs] = [performance.now() - startedMs, processorMsOf(pid) - spentMs];
  return { answers, msPerRequest: usedMs / answers, perSecond: (answers * 1000) / tookMs, busy: usedMs / tookMs };
}

/** Until the figure stands: enough requests were made, and the last three spells lie within five percent. */
async function warmUp(gateway, requests, { atOnce, warmUpMs, mostWarmUps }) {
  const figures = [];
  let made = 0;
  while (figures.length < mostWarmUps) {
    const { answers, msPerRequest } = await spell(gateway, requests, { durationMs: warmUpMs, atOnce });
    figures.push(msPerRequest);
    made += answers;
    const last = figures.slice(-3);
    const isSteady = last.length === 3 && Math.max(...last) / Math.min(...last) < 1 + stands;
    if (isSteady && made >= leastWarmUpRequests) return;
  }
}

const turned = (list, by) => list.map((_, index) => list[(index + by) % list.length]);

/**
 * @param pace `{ rounds, durationMs, warmUpMs, mostWarmUps }`
 * @returns name → its figures, one for each round, in the same order for all
 */
export async function processorRounds(gateways, queryName, pace) {
  const { atOnce } = queries[queryName];
  const lanes = gateways.map((gateway) => ({
    gateway,
    requests: requestsTo(gateway.url, queryName, atOnce),
    figures: [],
  }));
  for (const { gateway, requests } of lanes) await warmUp(gateway, requests, { ...pace, atOnce });
  for (let round = 0; round < pace.rounds; round += 1)
    for (const { gateway, requests, figures } of turned(lanes, round))
      figures.push(await spell(gateway, requests, { ...pace, atOnce }));
  for (const { requests } of lanes) await requests.close();
  return Object.fromEntries(lanes.map(({ gateway, figures }) => [gateway.name, figures]));
}
