/**
 * The shift with subscriptions instead of reads of the inbox: calls, and how late the console shows what happens. Ten times as fast as the
 * clock on the wall: an interval of 100 ms is a second of the shift. Alone: `node test/bench/shift/live.mjs [minutes]`, on a built checkout.
 */
import { createServer } from 'node:http';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { graphqlConsole } from './consoles/graphql.mjs';
import { liveConsole } from './consoles/live.mjs';
import { shiftScript } from './script.mjs';
import { authorization, openStage } from './stage.mjs';

const speed = 10;
const latencyMs = 2; // 20 ms of the shift
const secret = 'a-secret-of-the-webhook-of-at-least-32-characters';

async function registerWebhook({ emulator }, TargetUrl) {
  const Events = ['chatsession.created', 'chatsession.changed', 'chatsession.message'];
  const response = await fetch(`${emulator.url}/api/v1/Webhook`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json' },
    body: JSON.stringify({ Name: TargetUrl, Events, TargetUrl, Secret: secret }),
  });
  if (!response.ok) throw new Error(await response.text());
}

/** Receives the same webhooks as the gateway. */
async function witness(onEvent) {
  const server = createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    response.writeHead(200).end();
    const { Event, PrimaryKey } = JSON.parse(Buffer.concat(chunks).toString());
    if (PrimaryKey !== 0) onEvent(Event, String(PrimaryKey));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () => new Promise((resolve) => server.close(resolve).closeAllConnections());
  return { url: `http://127.0.0.1:${server.address().port}/`, close };
}

/** It has the clock of the shift: webhooks have its time. */
async function gatewayAt({ url, clock }, checkout) {
  const load = (path) => import(pathToFileURL(join(checkout, 'dist', path)));
  const { gatewayConfig } = await load('config/gateway-config.js');
  const { gatewayLogger } = await load('observability/logger.js');
  const { startGateway } = await load('server/gateway.js');
  const config = gatewayConfig({
    SUPEROFFICE_URL: url,
    HOST: '127.0.0.1',
    PORT: '0',
    MAX_EVENT_LOOP_DELAY_MS: '0',
    SUBSCRIPTIONS: 'true',
    WEBHOOK_SECRET: secret,
    LIVE_INTERVAL_MS: String(1_000 / speed),
    LIVE_CALLS_PER_MINUTE: String(60 * speed),
    LIVE_SAFETY_SECONDS: String(120 / speed),
  });
  const logger = gatewayLogger({ level: 'silent', secretHeaders: [], stream: { write: () => undefined } });
  const now = { now: () => clock.now(), monotonicMs: () => performance.now() };
  return startGateway({ config, baseUrl: config.superoffice.baseUrl, logger, clock: now });
}

async function lateness(stage, live) {
  const waiting = [];
  const late = [];
  const seen = await witness((event, id) => {
    const atMs = performance.now();
    if (event === 'chatsession.created') waiting.push({ atMs, isShown: () => live.rows.has(id) || live.gone.has(id) });
    if (event === 'chatsession.message' && live.isOpen(id)) {
      const before = live.updates;
      waiting.push({ atMs, isShown: () => live.updates > before });
    }
  });
  await registerWebhook(stage, seen.url);
  const timer = setInterval(() => {
    for (const item of waiting.splice(0)) {
      if (item.isShown()) late.push(((performance.now() - item.atMs) * speed) / 1000);
      else waiting.push(item);
    }
  }, 1);
  return { late, waiting, close: async () => (clearInterval(timer), seen.close()) };
}

async function play(script, desk, live, stage) {
  const chats = new Map();
  const startedMs = performance.now();
  const now = () => (performance.now() - startedMs) * speed;
  const clock = setInterval(() => stage.setTime(now()), 5);
  for (const { act, atMs, chat, text, to } of script) {
    if (act === 'look') continue; // the streams do it
    await delay(Math.max(0, (atMs - now()) / speed));
    if (act === 'takeNext') {
      const session = await desk.takeNext();
      if (session) {
        chats.set(chat, session.id);
        live.open(session.id, session.messages.at(-1)?.id);
      }
    } else if (chat === undefined) await desk[act]();
    else if (chats.has(chat)) {
      const id = chats.get(chat);
      await desk[act](id, ...[text ?? to].filter(Boolean)).catch(() => undefined); // the customer has left
      if (act === 'close' || act === 'handOver') {
        live.leave(id);
        chats.delete(chat);
      }
    }
  }
  clearInterval(clock);
}

const quantile = (values, share) =>
  [...values].sort((one, other) => one - other)[Math.floor(share * (values.length - 1))];

/** @returns calls, and seconds of the shift until the console shows what has happened */
export async function liveShift({ checkout, minutes = 60 }) {
  const stage = await openStage({ checkout, latencyMs, unselected: 'absent', everyMs: 10 });
  const gateway = await gatewayAt(stage, checkout);
  await registerWebhook(stage, `${gateway.url}/webhooks/superoffice`);
  const url = `${gateway.url}/graphql`;
  const live = liveConsole(url, authorization);
  const watch = await lateness(stage, live);
  const before = stage.calls().length;
  try {
    await live.begin();
    await play(shiftScript(minutes), graphqlConsole(url, authorization), live, stage);
    await delay(500);
    const lines = stage.calls().slice(before);
    const byOperation = {};
    for (const line of lines) byOperation[line.split(' ')[0]] = (byOperation[line.split(' ')[0]] ?? 0) + 1;
    const { late, waiting } = watch;
    return {
      minutes,
      calls: lines.length,
      byOperation,
      events: live.updates,
      shown: late.length,
      missing: waiting.length,
      secondsLate: { p50: quantile(late, 0.5), p95: quantile(late, 0.95), most: Math.max(...late) },
    };
  } finally {
    live.close();
    await watch.close();
    await gateway.stop();
    await stage.close();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const checkout = fileURLToPath(new URL('../../..', import.meta.url));
  const result = await liveShift({ checkout, minutes: Number(process.argv[2] ?? 60) });
  process.stdout.write(`${JSON.stringify(result, null, 1)}\n`);
}
