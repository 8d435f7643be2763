/**
 * Starts the gateway in front of SuperOffice or, where none is configured, in front of its own emulator: the demo. The command line
 * and the package share this. `stop` stops both, the gateway first.
 */
import { randomId } from './base/randomness.js';
import { packageVersion } from './base/version.js';
import type { GatewayConfig } from './config/gateway-config.js';
import { onSiteTenant } from './config/live-config.js';
import type { Proxies } from './config/proxies.js';
import { InvalidSettingsError } from './config/invalid-settings-error.js';
import type { Emulator } from './emulator/index.js';
import type { Logger } from './observability/logger.js';
import { startGateway, type Gateway } from './server/gateway.js';
import { sampleAuthorization } from './superoffice/forwarded-headers.js';

export interface GatewayOrDemoOptions {
  readonly config: GatewayConfig;
  readonly logger: Logger;
  /** Refuses the demo, because its sample data must not be taken for real data. */
  readonly isProduction: boolean;
}

/** By scheme of the requested URLs; undefined (the log omits it): no proxy is configured. */
function proxyOrigins({ https, http }: Proxies): object | undefined {
  if (https === null && http === null) return undefined;
  return { https: https?.origin, http: http?.origin };
}

function logStart({ config: { settings, warnings, superoffice }, logger }: GatewayOrDemoOptions): void {
  const record = { event: 'start', version: packageVersion(), settings, proxy: proxyOrigins(superoffice.proxies) };
  logger.info(record, 'The gateway starts');
  for (const warning of warnings) logger.warn({ event: 'settings' }, warning);
}

function logListening({ config, logger }: GatewayOrDemoOptions, { url, metricsUrl }: Gateway): void {
  const endpoint = `${url}${config.server.basePath}/graphql`;
  const record = {
    event: 'listening',
    url: endpoint,
    ...(metricsUrl !== null && { metrics: `${metricsUrl}/metrics` }),
  };
  logger.info(record, `The gateway listens on ${endpoint}`);
}

async function emulatorFor({ config, isProduction }: GatewayOrDemoOptions): Promise<Emulator | null> {
  if (!config.isDemo) return null;
  if (isProduction)
    throw new InvalidSettingsError(['SUPEROFFICE_URL or SUPEROFFICE_TENANT: expected with NODE_ENV=production']);
  const { startEmulator } = await import('./emulator/index.js'); // loaded only for the demo
  return startEmulator({ script: { seed: 1 } }); // with simulated customers who start chats
}

/** The emulator's webhook gets a secret of its own. */
function withWebhook(config: GatewayConfig): GatewayConfig {
  const { live } = config;
  if (live === null || live.webhook !== null) return config;
  const webhook = { secrets: [randomId()], path: '/webhooks/superoffice', tenant: onSiteTenant, checkMs: 0 };
  return { ...config, live: { ...live, webhook } };
}

const events = ['chatsession.created', 'chatsession.changed', 'chatsession.message'];

/** The emulator reports changes to the gateway, as a SuperOffice does whose operator has registered a webhook. */
async function registerWebhook(emulator: Emulator, { config }: GatewayOrDemoOptions, { url }: Gateway): Promise<void> {
  const webhook = config.live?.webhook;
  if (!webhook) return;
  const [Secret = ''] = webhook.secrets;
  const definition = {
    Name: 'demo',
    Events: events,
    TargetUrl: `${url}${config.server.basePath}${webhook.path}`,
    Secret,
  };
  await fetch(`${emulator.url}/api/v1/Webhook`, {
    method: 'POST',
    headers: { authorization: sampleAuthorization, 'content-type': 'application/json' },
    body: JSON.stringify(definition),
  });
}

/** @throws {InvalidSettingsError} a demo in production @throws {Error} node's error when it cannot listen on the port */
export async function gatewayOrDemo(given: GatewayOrDemoOptions): Promise<Gateway> {
  const { logger } = given;
  logStart(given);
  const emulator = await emulatorFor(given);
  const config = emulator ? withWebhook(given.config) : given.config;
  const options = { ...given, config };
  const baseUrl = emulator ? `${emulator.url}/api/v1` : config.superoffice.baseUrl;
  try {
    const gateway = await startGateway({ config, baseUrl, logger });
    if (emulator) await registerWebhook(emulator, options, gateway);
    logListening(options, gateway);
    const stopBoth = async (): Promise<void> => {
      logger.info({ event: 'stop' }, 'The gateway stops');
      await gateway.stop().finally(() => emulator?.close());
    };
    let stopped: Promise<void> | null = null;
    const stop = (): Promise<void> => (stopped ??= stopBoth());
    return { ...gateway, stop, [Symbol.asyncDispose]: stop };
  } catch (error) {
    await emulator?.close();
    throw error;
  }
}
