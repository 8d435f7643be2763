/**
 * Two things that must not happen: memory that grows with every new document, and a large response that delays all other requests.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { authorizationOf } from './credentials.mjs';
import {
  differentRequests,
  ownSessionsRequest,
  selectionOf,
  sessionLeaves,
  smallRequest,
  wallRequest,
} from './documents.mjs';
import { median, quantile } from './figures.mjs';
import { sendAtRate, sendInTurn, openCaller } from './load.mjs';
import { startGateway } from './processes.mjs';
import { raisedLimits } from './scaling.mjs';

/** The limit of the document store, and 16 MB for the other caches (unions of projections, sizes) and for errors of measurement. */
const maxGrowthBytes = 67_108_864 + 16e6;

/** Limit of the growth after as many documents again. */
const maxFurtherGrowthBytes = 10e6;

const maxDelayMs = 50;
const wallSessions = 200;
const wallFields = 60;
const smallPerSecond = 50;

async function withGateway(stage, work) {
  const gateway = await startGateway(stage, raisedLimits);
  const callers = Array.from({ length: 4 }, (_, number) => openCaller(gateway.url, authorizationOf(number)));
  try {
    return await work(gateway, callers);
  } finally {
    await Promise.all(callers.map(({ close }) => close()));
    await gateway.stop();
  }
}

/** Live and resident memory before any document, after `documents` of them, and after as many new ones again. */
function measureMemory(stage, { leaves, documents }) {
  return withGateway(stage, async (gateway, callers) => {
    const requestOf = differentRequests(leaves);
    const memories = [];
    await sendInTurn(
      callers,
      () => smallRequest,
      (requests) => requests >= 1_000,
    );
    memories.push(await gateway.memory());
    for (const first of [0, documents]) {
      await sendInTurn(
        callers,
        (number) => requestOf(first + number),
        (requests) => requests >= documents,
      );
      memories.push(await gateway.memory());
    }
    const [before, after, again] = memories.map(({ liveBytes }) => liveBytes);
    const isBounded = after - before <= maxGrowthBytes && again - after <= maxFurtherGrowthBytes;
    return { documents, memories, isBounded };
  });
}

/** Sends small queries at their rate until `isOver()`. @returns the ms of each */
async function sendSmallUntil(callers, isOver) {
  const took = [];
  while (!isOver()) {
    took.push(...(await sendAtRate(callers, smallRequest, { perSecond: smallPerSecond, durationMs: 500 })));
  }
  return took;
}

/** The longest delay of the event loop during each large response, of many calls or of one; others send small queries meanwhile. */
function measureDelays(stage, { leaves, answers: responses }) {
  return withGateway(stage, async (gateway, [wide, ...others]) => {
    const fields = selectionOf(leaves.slice(0, wallFields)).slice(1, -1);
    const requests = [wallRequest(wallSessions, fields), ownSessionsRequest(fields)];
    await sendInTurn(
      others,
      () => smallRequest,
      (requests) => requests >= 1_000,
    );
    await sendInTurn(
      [wide],
      (number) => requests[number % 2],
      (requests) => requests >= 30,
    ); // the code is compiled
    let isOver = false;
    const smallQueries = sendSmallUntil(others, () => isOver);
    const delays = [];
    for (let response = 0; response < responses; response += 1) {
      await gateway.longestDelay();
      await wide.send(requests[response % 2]);
      await delay(5); // the response is sent, too
      delays.push(await gateway.longestDelay());
    }
    isOver = true;
    const p99 = (values) => quantile(values, 0.99);
    const [wallMs, cpuMs, small] = [
      delays.map((longest) => longest.wallMs),
      delays.map((longest) => longest.cpuMs),
      await smallQueries,
    ];
    return {
      answers: responses,
      turnMs: { p50: median(wallMs), p99: p99(wallMs) },
      turnCpuMs: { p50: median(cpuMs), p99: p99(cpuMs) },
      smallMs: { p50: median(small), p99: p99(small) },
      isCalm: p99(cpuMs) <= maxDelayMs,
    };
  });
}

/**
 * @param stage see startGateway; with a slow upstream (20 ms) all responses of a round arrive at once
 * @returns `isBounded`, `isCalm`, and what was measured. The run fails where one of them is false.
 */
export async function measureSurprises(stage, { isQuick = false } = {}) {
  const leaves = await sessionLeaves(stage.checkout);
  const memory = await measureMemory(stage, { leaves, documents: isQuick ? 3_500 : 10_000 });
  const turns = await measureDelays(stage, { leaves, answers: isQuick ? 100 : 200 });
  return { memory, turns, isBounded: memory.isBounded, isCalm: turns.isCalm };
}

const verdict = (isGood) => (isGood ? 'ok' : 'FAILED');

/** A few lines of Markdown. */
export function surpriseText({ memory, turns }) {
  const live = memory.memories.map(
    ({ liveBytes, residentBytes }) => `${Math.round(liveBytes / 1e6)} (${Math.round(residentBytes / 1e6)})`,
  );
  const ms = ({ p50, p99 }) => `p50 ${p50.toFixed(1)}, p99 ${p99.toFixed(1)} ms`;
  return [
    `- ${verdict(memory.isBounded)}: live memory (resident) before any document, after ${memory.documents} different ones and as many again: ` +
      `${live.join(', ')} MB. At most ${Math.round(maxGrowthBytes / 1e6)} MB more, then no more.`,
    `- ${verdict(turns.isCalm)}: the longest delay of the event loop during a response of ${wallSessions} sessions with ${wallFields} fields each, ` +
      `${turns.answers} responses: ${ms(turns.turnCpuMs)} of CPU (${ms(turns.turnMs)} by the clock, with other load of the machine). At most ${maxDelayMs} ms at p99. ` +
      `Small queries of others meanwhile: ${ms(turns.smallMs)}.`,
  ].join('\n');
}
