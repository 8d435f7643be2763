/**
 * The gateway in front of SuperOffice, or, where none is configured, in front of an emulator of its own: the demo.
 * Shared by the command line and the package; stopping it stops both, the gateway first.
 */
import { packageVersion } from './base/version.js';
import type { GatewayConfig } from './config/gateway-config.js';
import { InvalidSettingsError } from './config/validated-settings.js';
import { startEmulator, type Emulator } from './emulator/index.js';
import type { Logger } from './observability/logger.js';
import { startGateway, type Gateway } from './server/gateway.js';

export interface GatewayOrDemoOptions {
  readonly config: GatewayConfig;
  readonly logger: Logger;
  /** There, made-up data must not be taken for real: no demo. */
  readonly isProduction: boolean;
}

function logStart({ config: { settings, warnings }, logger }: GatewayOrDemoOptions): void {
  logger.info({ event: 'start', version: packageVersion(), settings }, 'The gateway starts');
  for (const warning of warnings) logger.warn({ event: 'settings' }, warning);
}

async function emulatorFor({ config, isProduction }: GatewayOrDemoOptions): Promise<Emulator | null> {
  if (!config.isDemo) return null;
  if (isProduction)
    throw new InvalidSettingsError(['SUPEROFFICE_URL or SUPEROFFICE_TENANT: expected with NODE_ENV=production']);
  return startEmulator({ script: { seed: 1 } }); // with customers who come by themselves
}

/** @throws {InvalidSettingsError} a demo in production @throws {Error} node's own, when the port cannot be listened on */
export async function gatewayOrDemo(options: GatewayOrDemoOptions): Promise<Gateway> {
  const { config, logger } = options;
  logStart(options);
  const emulator = await emulatorFor(options);
  const baseUrl = emulator ? `${emulator.url}/api/v1` : config.superoffice.baseUrl;
  try {
    const gateway = await startGateway({ config, baseUrl, logger });
    const stopBoth = async (): Promise<void> => {
      logger.info({ event: 'stop' }, 'The gateway stops');
      await gateway.stop().finally(() => emulator?.close());
    };
    let stopped: Promise<void> | null = null;
    const stop = (): Promise<void> => (stopped ??= stopBoth());
    return { url: gateway.url, stop, [Symbol.asyncDispose]: stop };
  } catch (error) {
    await emulator?.close();
    throw error;
  }
}
