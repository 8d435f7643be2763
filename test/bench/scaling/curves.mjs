/**
 * The four curves: what a request costs against how much is asked of the gateway in one respect, all else alike. A point is measured in
 * several rounds, all points of a curve in turn, and the cheapest round counts: what else the machine does only ever makes it dearer.
 */
import { differentRequests, selectionOf, sessionRequest, smallRequest, wallRequest } from './documents.mjs';
import { authorizationOf } from './credentials.mjs';
import { median, spreadPercent } from './figures.mjs';
import { askAtRate, askInTurns, openCaller } from './load.mjs';

const callersAtOnce = 4;

const chunkOfRequests = 400;
const standsWithin = 0.05;

async function withCallers(gateway, count, work) {
  const callers = Array.from({ length: count }, (_, number) => openCaller(gateway.url, authorizationOf(number)));
  try {
    return await work(callers);
  } finally {
    await Promise.all(callers.map(({ close }) => close()));
  }
}

/** CPU ms for each request of a load. */
async function costOf(gateway, load) {
  const before = gateway.cpuMs();
  const requests = await load();
  return (gateway.cpuMs() - before) / requests;
}

/** @param costAt how much → CPU ms of a request, measured once */
async function curveOf(amounts, rounds, costAt) {
  const costs = new Map(amounts.map((amount) => [amount, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const amount of amounts) costs.get(amount).push(await costAt(amount));
  }
  return amounts.map((amount) => {
    const measured = costs.get(amount);
    return { amount, cpuMs: Math.min(...measured), spreadPercent: spreadPercent(measured) };
  });
}

/** @param requestAt how much → request */
const repeated =
  (gateway, { roundMs }, requestAt) =>
  (amount) =>
    withCallers(gateway, callersAtOnce, (callers) => {
      const request = requestAt(amount);
      return costOf(gateway, () =>
        askInTurns(
          callers,
          () => request,
          (_, ms) => ms > roundMs,
        ),
      );
    });

/** Asks a bit of everything until it does not become cheaper any more: the code is compiled then. */
export async function warmUp({ gateway, leaves, effort }) {
  const mix = [smallRequest, sessionRequest(selectionOf(leaves)), smallRequest, wallRequest(20)];
  await withCallers(gateway, callersAtOnce, async (callers) => {
    let [before, cost] = [Infinity, Infinity];
    for (let chunk = 0; chunk < effort.warmUpChunks && !(cost > before * (1 - standsWithin)); chunk += 1) {
      before = cost;
      cost = await costOf(gateway, () =>
        askInTurns(
          callers,
          (number) => mix[number % mix.length],
          (requests) => requests >= chunkOfRequests,
        ),
      );
    }
  });
}

export async function sessionsCurve({ gateway, effort }) {
  const amounts = effort.isQuick ? [1, 20, 100, 200] : [1, 5, 20, 60, 100, 150, 200];
  const costAt = repeated(gateway, effort, (sessions) => wallRequest(sessions));
  return curveOf(amounts, effort.rounds, costAt);
}

export async function fieldsCurve({ gateway, effort, leaves }) {
  const amounts = effort.isQuick ? [1, 100, leaves.length] : [1, 10, 50, 100, 200, leaves.length];
  const costAt = repeated(gateway, effort, (fields) => sessionRequest(selectionOf(leaves.slice(0, fields))));
  return curveOf(amounts, effort.rounds, costAt);
}

/**
 * Documents in turn, each again only after all others; they are made known first. What they take in memory stands beside.
 * Every amount has documents of its own.
 */
export async function documentsCurve({ gateway, effort, leaves }) {
  const amounts = effort.isQuick ? [1, 100, 1_000] : [1, 10, 100, 1_000, 10_000];
  const requestOf = differentRequests(leaves);
  const points = [];
  let first = 0;
  for (const amount of amounts) {
    const requestAt = (number) => requestOf(first + (number % amount));
    const point = await withCallers(gateway, callersAtOnce, async (callers) => {
      await askInTurns(callers, requestAt, (requests) => requests >= amount);
      const enough = Math.max(amount, effort.isQuick ? 1_000 : 4_000);
      return {
        amount,
        cpuMs: await costOf(gateway, () => askInTurns(callers, requestAt, (requests) => requests >= enough)),
      };
    });
    points.push({ ...point, ...(await gateway.memory()) });
    first += amount;
  }
  return points;
}

/** Callers with credentials and connections of their own, who ask in turns at a rate that is the same for all amounts. */
export async function clientsCurve({ gateway, effort }) {
  const amounts = effort.isQuick ? [1, 30, 300] : [1, 10, 100, 300, 1_000];
  const { perSecond, clientsMs: durationMs } = effort;
  const points = [];
  for (const amount of amounts) {
    const point = await withCallers(gateway, amount, async (callers) => {
      await askAtRate(callers, smallRequest, { perSecond, durationMs: (1_000 * amount) / perSecond });
      let responses = [];
      const cpuMs = await costOf(gateway, async () => {
        responses = await askAtRate(callers, smallRequest, { perSecond, durationMs });
        return responses.length;
      });
      return { amount, cpuMs, medianMs: median(responses) };
    });
    points.push(point);
  }
  return points;
}
