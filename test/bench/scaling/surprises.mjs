/**
 * Two things that must not happen: memory that grows with every new document, and a large answer that holds up everybody else.
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
import { askAtRate, askInTurns, openCaller } from './load.mjs';
import { startGateway } from './processes.mjs';
import { raisedLimits } from './scaling.mjs';

/** What the document store may hold, and 16 MB for the other caches (unions of projections, sizes) and for what is measured inexactly. */
const maxGrowthBytes = 67_108_864 + 16e6;

/** What is new after as many documents again. */
const maxFurtherGrowthBytes = 10e6;

const maxTurnMs = 50;
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
    await askInTurns(
      callers,
      () => smallRequest,
      (requests) => requests >= 1_000,
    );
    memories.push(await gateway.memory());
    for (const first of [0, documents]) {
      await askInTurns(
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

/** Small queries at their rate until `isOver()`; the ms that they took. */
async function besides(callers, isOver) {
  const took = [];
  while (!isOver()) {
    took.push(...(await askAtRate(callers, smallRequest, { perSecond: smallPerSecond, durationMs: 500 })));
  }
  return took;
}

/** The longest turn of the event loop within each large answer, of many calls or of one; others ask small things meanwhile. */
function measureTurns(stage, { leaves, answers: responses }) {
  return withGateway(stage, async (gateway, [wide, ...others]) => {
    const fields = selectionOf(leaves.slice(0, wallFields)).slice(1, -1);
    const requests = [wallRequest(wallSessions, fields), ownSessionsRequest(fields)];
    await askInTurns(
      others,
      () => smallRequest,
      (requests) => requests >= 1_000,
    );
    await askInTurns(
      [wide],
      (number) => requests[number % 2],
      (requests) => requests >= 30,
    ); // the code is compiled
    let isOver = false;
    const beside = besides(others, () => isOver);
    const turns = [];
    for (let response = 0; response < responses; response += 1) {
      await gateway.longestTurn();
      await wide.ask(requests[response % 2]);
      await delay(5); // the answer is on its way, too
      turns.push(await gateway.longestTurn());
    }
    isOver = true;
    const p99 = (values) => quantile(values, 0.99);
    const [wallMs, cpuMs, small] = [turns.map((turn) => turn.wallMs), turns.map((turn) => turn.cpuMs), await beside];
    return {
      answers: responses,
      turnMs: { p50: median(wallMs), p99: p99(wallMs) },
      turnCpuMs: { p50: median(cpuMs), p99: p99(cpuMs) },
      smallMs: { p50: median(small), p99: p99(small) },
      isCalm: p99(cpuMs) <= maxTurnMs,
    };
  });
}

/**
 * @param stage see startGateway; an upstream that takes its time (20 ms) makes all answers of a round arrive at once
 * @returns `isBounded`, `isCalm`, and what was measured. The run fails where one of them is false.
 */
export async function measureSurprises(stage, { isQuick = false } = {}) {
  const leaves = await sessionLeaves(stage.checkout);
  const memory = await measureMemory(stage, { leaves, documents: isQuick ? 3_500 : 10_000 });
  const turns = await measureTurns(stage, { leaves, answers: isQuick ? 100 : 200 });
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
    `- ${verdict(turns.isCalm)}: the longest turn of the event loop within an answer of ${wallSessions} sessions with ${wallFields} fields each, ` +
      `${turns.answers} answers: ${ms(turns.turnCpuMs)} of CPU (${ms(turns.turnMs)} by the clock, with what else the machine did). At most ${maxTurnMs} ms at p99. ` +
      `Small queries of others beside it: ${ms(turns.smallMs)}.`,
  ].join('\n');
}
