/**
 * The servers of the console: an emulator whose customers act when the test moves its clock, the gateway, and the built console on
 * separate origins. Everything listens on 127.0.0.1.
 */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { gatewayConfig } from '../../../dist/config/gateway-config.js';
import { startEmulator } from '../../../dist/emulator/index.js';
import { gatewayLogger } from '../../../dist/observability/logger.js';
import { startGateway } from '../../../dist/server/gateway.js';
import { secretHeaders } from '../../../dist/superoffice/request-headers.js';

/** So rare that a round begins only when the test moves the page's clock forward. */
export const pollSeconds = 300;
const built = join(import.meta.dirname, '../../../examples/console/dist');
const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json' };
/** Sessions of the emulator without changes since 2011. Only changing ones may be in the list. */
const stillSessions = [4, 18, 19, 43, 44, 58];

/** The time in the emulated world, for the gateway too. */
function worldClock() {
  let nowMs = Date.parse('2026-03-02T09:30:00Z');
  return {
    now: () => nowMs,
    monotonicMs: () => performance.now(),
    advance: (seconds) => (nowMs += 1000 * seconds),
  };
}

/** Serves the built console like any web server; only the URL of the gateway is different. */
async function startSite(gatewayUrl, isLive) {
  const server = createServer(async ({ url }, response) => {
    const { pathname } = new URL(url, 'http://site');
    const path = join(built, pathname === '/' ? 'index.html' : pathname);
    const config = JSON.stringify({ gatewayUrl: `${gatewayUrl()}/graphql`, pollSeconds, isLive });
    if (pathname !== '/config.json' && !existsSync(path)) return response.writeHead(404).end();
    const body = pathname === '/config.json' ? config : await readFile(path);
    response.writeHead(200, { 'content-type': types[extname(path)] }).end(body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () => new Promise((resolve) => server.close(resolve).closeAllConnections());
  return { url: `http://127.0.0.1:${server.address().port}`, close };
}

const secret = 'a-secret-of-the-webhook-of-at-least-32-characters';

function gatewayFor(emulator, site, { clock, port, isLive }) {
  const config = gatewayConfig({
    SUPEROFFICE_URL: emulator.url,
    CORS_ORIGINS: site.url,
    TRUSTED_DOCUMENTS: 'builtin', // the console has no other operations
    HOST: '127.0.0.1',
    PORT: String(port),
    ...(isLive && { SUBSCRIPTIONS: 'true', WEBHOOK_SECRET: secret, LIVE_INTERVAL_MS: '200', DRAIN_TIMEOUT_MS: '1000' }),
    MAX_EVENT_LOOP_DELAY_MS: '0', // the emulator and the web server are in this process too
  });
  const logger = gatewayLogger({ level: 'info', secretHeaders, stream: { write: () => undefined } });
  return startGateway({ config, baseUrl: config.superoffice.baseUrl, logger, clock });
}

async function registerWebhook(emulator, gateway) {
  const definition = {
    Name: 'console',
    Events: ['chatsession.created', 'chatsession.changed', 'chatsession.message'],
    TargetUrl: `${gateway.url}/webhooks/superoffice`,
    Secret: secret,
  };
  await fetch(`${emulator.url}/api/v1/Webhook`, {
    method: 'POST',
    headers: { authorization: 'Basic dGplMDpUamUw', 'content-type': 'application/json' },
    body: JSON.stringify(definition),
  });
}

/** @param options of the emulator, in addition to those of every stage; `isLive`: the console subscribes */
export async function startStage({ isLive = false, ...options } = {}) {
  const clock = worldClock();
  const emulator = await startEmulator({
    clock,
    script: { seed: 5 },
    rejectCredentials: ['Bearer expired'],
    ...options,
  });
  for (const id of stillSessions) emulator.putSession({ ChatSessionId: id, TopicId: 1, Status: 'Closed' });
  let gateway;
  const site = await startSite(() => gateway.url, isLive);
  const strangerSite = await startSite(() => gateway.url, isLive);
  gateway = await gatewayFor(emulator, site, { clock, port: 0, isLive });
  if (isLive) await registerWebhook(emulator, gateway);
  const { port } = new URL(gateway.url);
  return {
    emulator,
    site,
    strangerSite,
    clock,
    gatewayUrl: gateway.url,
    stopGateway: () => gateway.stop(),
    startGatewayAgain: async () => (gateway = await gatewayFor(emulator, site, { clock, port, isLive })),
    close: async () => {
      await gateway.stop();
      await Promise.all([site.close(), strangerSite.close(), emulator.close()]);
    },
  };
}
