/**
 * A console's hour with our gateway, with SuperOffice's own client, and with a naive gateway: calls, bytes and waiting, compared. All
 * three must show the same, and ours must not make more calls than the data require.
 * Alone: `node test/bench/shift/shift.mjs [minutes]`, on a built checkout.
 */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { graphqlConsole } from './consoles/graphql.mjs';
import { officialConsole } from './consoles/official-client.mjs';
import { leastCallsOf } from './least-calls.mjs';
import { startNaiveGateway } from './naive/gateway.mjs';
import { replay } from './replay.mjs';
import { shiftScript } from './script.mjs';
import { authorization, credentials, openStage } from './stage.mjs';

const latencyMs = 20;

/** Name → opens the console on a stage; `close` is called afterwards. */
const consoles = {
  ours: async ({ url }, checkout) => {
    const { createGateway } = await import(pathToFileURL(join(checkout, 'dist/index.js')));
    const settings = { SUPEROFFICE_URL: url, HOST: '127.0.0.1', PORT: '0' };
    const gateway = await createGateway({ ...settings, MAX_EVENT_LOOP_DELAY_MS: '0' }); // all share one process
    return { console: graphqlConsole(`${gateway.url}/graphql`, authorization), close: () => gateway.stop() };
  },
  'official client': async ({ url }) => ({ console: officialConsole(url, credentials), close: () => undefined }),
  'Apollo + got': async ({ url }) => {
    const gateway = await startNaiveGateway(url);
    return { console: graphqlConsole(gateway.url, authorization), close: gateway.stop };
  },
};

async function played(name, { checkout, script, unselected }) {
  const stage = await openStage({ checkout, latencyMs, unselected });
  const { console, close } = await consoles[name](stage, checkout);
  try {
    return await replay(script, console, stage);
  } finally {
    await close();
    await stage.close();
  }
}

const sum = (steps, valueOf) => steps.reduce((total, step) => total + valueOf(step), 0);

const totalsOf = (name, steps) => ({
  name,
  calls: sum(steps, ({ calls }) => calls.length),
  bytes: sum(steps, ({ bytes }) => bytes),
  waitedMs: Math.round(sum(steps, ({ waitedMs }) => waitedMs)),
});

const operationOf = (line) => line.split(' ')[0];

function assertLeast(steps) {
  for (const step of steps) {
    const operations = step.calls.map(operationOf).sort();
    assert.deepEqual(
      operations,
      leastCallsOf(step),
      `${step.act} at ${step.atMs / 1000} s: ours operations more calls than needed`,
    );
  }
}

function assertSame(steps, others, name) {
  for (const [index, step] of steps.entries()) {
    assert.deepEqual(
      others[index].shown,
      step.shown,
      `${step.act} at ${step.atMs / 1000} s: ${name} shows something else`,
    );
  }
}

/**
 * @param checkout the root of a built checkout
 * @returns counts of the steps, and the totals of each console; `leastCalls` is what the data allow
 * @throws {AssertionError} the consoles show different data, or ours makes more calls or bytes than allowed
 */
export async function replayShift({ checkout, minutes = 60 }) {
  const script = shiftScript(minutes);
  const ours = await played('ours', { checkout, script, unselected: 'absent' });
  const nulled = await played('ours', { checkout, script, unselected: 'null' });
  const official = await played('official client', { checkout, script });
  const naive = await played('Apollo + got', { checkout, script });
  assertLeast(ours);
  assertSame(ours, nulled, 'ours with nulls');
  assertSame(ours, official, 'the official client');
  assertSame(ours, naive, 'Apollo + got');
  const totals = [
    totalsOf('ours', ours),
    totalsOf('ours, unselected come as null', nulled),
    totalsOf('official client', official),
    totalsOf('Apollo + got', naive),
  ];
  assert.ok(
    totals[0].bytes * 10 <= totals[2].bytes,
    'ours takes more than a tenth of the bytes of the official client',
  );
  const count = (act) => ours.filter((step) => step.act === act && step.shown !== null).length;
  const happened = { looks: count('look'), chats: count('takeNext'), messages: count('say'), walls: count('showWall') };
  const sessions = ours.find(({ act }) => act === 'showWall')?.shown.length;
  return {
    minutes,
    latencyMs,
    happened: { ...happened, handedOver: count('handOver'), closed: count('close'), sessionsOnTheWall: sessions },
    leastCalls: sum(ours, (step) => leastCallsOf(step).length),
    totals,
  };
}

const times = (value, base) => `${(value / base).toFixed(value / base < 10 ? 2 : 0)}×`;

/** As Markdown. */
export function shiftTable({ minutes, latencyMs: latency, happened, leastCalls, totals }) {
  const [ours] = totals;
  const rows = totals.map(({ name, calls, bytes, waitedMs }) => {
    const cells = [calls, times(calls, ours.calls), `${(bytes / 1e6).toFixed(2)} MB`, times(bytes, ours.bytes)];
    return `| ${[name, ...cells, `${(waitedMs / 1000).toFixed(1)} s`, times(waitedMs, ours.waitedMs)].join(' | ')} |`;
  });
  return [
    `${minutes} minutes of one agent: ${JSON.stringify(happened)}. The data allow no fewer than ${leastCalls} calls.`,
    '',
    `| | calls | | bytes | | waiting at ${latency} ms | |`,
    '|---|---|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const checkout = fileURLToPath(new URL('../../..', import.meta.url));
  const result = await replayShift({ checkout, minutes: Number(process.argv[2] ?? 60) });
  process.stdout.write(`${shiftTable(result)}\n${JSON.stringify(result)}\n`);
}
