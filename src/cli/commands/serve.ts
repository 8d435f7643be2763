/** `serve`: the gateway in front of SuperOffice, or on its embedded emulator when none is configured. */
import { gatewayConfig, type GatewayConfig } from '../../config/gateway-config.js';
import { InvalidSettingsError } from '../../config/validated-settings.js';
import { startEmulator, type Emulator } from '../../emulator/index.js';
import { gatewayLogger } from '../../observability/logger.js';
import { startGateway } from '../../server/gateway.js';
import { secretHeaders } from '../../superoffice/request-headers.js';
import type { Command } from '../command.js';
import { commandName } from '../help.js';
import { stopSignal } from '../signals.js';

const sampleQuery =
  '{"query":"{ chatSession(id: 192) { id status customerName user { fullName } whenRequested flags } }"}';

function demoWords(url: string): string {
  return `
No SUPEROFFICE_URL is set, so an embedded emulator answers with made-up data. Try:

  curl -s ${url}/graphql -H 'content-type: application/json' -d '${sampleQuery}'

Each call to SuperOffice is logged below with its $select. Settings: ${commandName()} serve --help
`;
}

/** @throws {InvalidSettingsError} in production, where made-up data must not be taken for real */
async function emulatorFor(config: GatewayConfig, isProduction: boolean): Promise<Emulator | null> {
  if (!config.isDemo) return null;
  if (isProduction) throw new InvalidSettingsError(['SUPEROFFICE_URL: expected with NODE_ENV=production']);
  return startEmulator();
}

export const serve: Command = {
  name: 'serve',
  summary: 'runs the gateway; without SUPEROFFICE_URL on an embedded emulator',
  help: `Usage: superoffice-chat-graphql serve

Serves GraphQL on POST /graphql, and /live and /ready for probes. SIGTERM stops it gracefully.`,
  usesSettings: true,
  options: {},
  run: async ({ environment, say, complain }) => {
    const stopped = stopSignal(complain); // before anybody can learn that there is something to stop
    const config = gatewayConfig(environment);
    await using emulator = await emulatorFor(config, environment['NODE_ENV'] === 'production');
    const baseUrl = config.superoffice.baseUrl ?? `${emulator?.url}/api/v1`;
    const logger = gatewayLogger({ level: config.logLevel, secretHeaders });
    await using gateway = await startGateway({ config, baseUrl, logger });
    say(`The gateway listens on ${gateway.url}/graphql`);
    if (emulator) say(demoWords(gateway.url));
    return await stopped; // and then, in order, the gateway and the emulator stop
  },
};
