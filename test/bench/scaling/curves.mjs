/**
 * The four curves: the cost of a request against its size in one respect, all else equal. A point is measured in several rounds, all points
 * of a curve in turn, and the cheapest round counts, because other load of the machine only increases the cost.
 */
import { differentRequests, selectionOf, sessionRequest, smallRequest, wallRequest } from './documents.mjs';
import { authorizationOf } from './credentials.mjs';
import { median, spreadPercent } from './figures.mjs';
import { sendAtRate, sendInTurn, openCaller } from './load.mjs';

const callersAtOnce = 4;

const chunkOfRequests = 400;
const steadyWithin = 0.05;

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

/** @param costAt amount → CPU ms of a request, measured once */
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

/** @param requestAt amount → request */
const repeated =
  (gateway, { roundMs }, requestAt) =>
  (amount) =>
    withCallers(gateway, callersAtOnce, (callers) => {
      const request = requestAt(amount);
      return costOf(gateway, () =>
        sendInTurn(
          callers,
          () => request,
          (_, ms) => ms > roundMs,
        ),
      );
    });

/** Sends a mix of requests until their cost no longer falls: the code is compiled then. */
export async function warmUp({ gateway, leaves, effort }) {
  const mix = [smallRequest, sessionRequest(selectionOf(leaves)), smallRequest, wallRequest(20)];
  await withCallers(gateway, callersAtOnce, async (callers) => {
    let [before, cost] = [Infinity, Infinity];
    for (let chunk = 0; chunk < effort.warmUpChunks && !(cost > before * (1 - steadyWithin)); chunk += 1) {
      before = cost;
      cost = await costOf(gateway, () =>
        sendInTurn(
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
 * Documents in turn, each again only after all others; all are sent once before. Points have the memory as well. Every amount has its own
 * documents.
 */
export async function documentsCurve({ gateway, effort, leaves }) {
  const amounts = effort.isQuick ? [1, 100, 1_000] : [1, 10, 100, 1_000, 10_000];
  const requestOf = differentRequests(leaves);
  const points = [];
  let first = 0;
  for (const amount of amounts) {
    const requestAt = (number) => requestOf(first + (number % amount));
    const point = await withCallers(gateway, callersAtOnce, async (callers) => {
      await sendInTurn(callers, requestAt, (requests) => requests >= amount);
      const enough = Math.max(amount, effort.isQuick ? 1_000 : 4_000);
      return {
        amount,
        cpuMs: await costOf(gateway, () => sendInTurn(callers, requestAt, (requests) => requests >= enough)),
      };
    });
    points.push({ ...point, ...(await gateway.memory()) });
    first += amount;
  }
  return points;
}

/** Callers with their own credentials and connections, which send in turn at a rate that is the same for all amounts. */
export async function clientsCurve({ gateway, effort }) {
  const amounts = effort.isQuick ? [1, 30, 300] : [1, 10, 100, 300, 1_000];
  const { perSecond, clientsMs: durationMs } = effort;
  const points = [];
  for (const amount of amounts) {
    const point = await withCallers(gateway, amount, async (callers) => {
      await sendAtRate(callers, smallRequest, { perSecond, durationMs: (1_000 * amount) / perSecond });
      let responses = [];
      const cpuMs = await costOf(gateway, async () => {
        responses = await sendAtRate(callers, smallRequest, { perSecond, durationMs });
        return responses.length;
      });
      return { amount, cpuMs, medianMs: median(responses) };
    });
    points.push(point);
  }
  return points;
}
