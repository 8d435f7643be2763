/** `serve`: runs the gateway in front of SuperOffice, or of an embedded emulator when no SuperOffice is configured. */
import { gatewayConfig, type GatewayConfig } from '../../config/gateway-config.js';
import type { Environment } from '../../config/environment.js';
import { gatewayOrDemo } from '../../gateway-or-demo.js';
import { gatewayLogger } from '../../observability/logger.js';
import { secretHeaders } from '../../superoffice/request-headers.js';
import type { Command, CommandInput } from '../command.js';
import { commandName } from '../help.js';
import { endWithoutReader, stopSignal } from '../signals.js';

const sampleQuery =
  '{"query":"{ chatSession(id: 192) { id status customerName user { fullName } whenRequested flags } }"}';

function demoText(url: string, ide: boolean): string {
  const page = ide ? `\nOpen ${url}/ in a browser to write queries and see their calls.\n` : '';
  return `
No SUPEROFFICE_URL is set, so an embedded emulator responds with sample data. Try:

  curl -s ${url}/graphql -H 'content-type: application/json' -d '${sampleQuery}'
${page}
Each call to SuperOffice is logged below with its $select. Settings: ${commandName()} serve --help
`;
}

/** A log on a terminal is for people; a program that reads stdout needs JSON. @returns undefined: JSON */
function readableFor({ logFormat }: GatewayConfig, environment: Environment): { isColoured: boolean } | undefined {
  const isTerminal = process.stdout.isTTY === true;
  if (logFormat === 'json' || (logFormat === 'auto' && !isTerminal)) return undefined;
  return { isColoured: isTerminal && !environment['NO_COLOR'] };
}

async function serveUntilStopped({ environment, stdout, stderr }: CommandInput): Promise<number> {
  const stopped = stopSignal(stderr); // first, so that a signal during the start stops the gateway, too
  const config = gatewayConfig(environment);
  const readable = readableFor(config, environment);
  const logger = gatewayLogger({ level: config.logLevel, secretHeaders, readable });
  const isProduction = environment['NODE_ENV'] === 'production';
  await using gateway = await gatewayOrDemo({ config, logger, isProduction });
  if (config.isDemo && readable && config.logLevel !== 'silent')
    stdout(demoText(`${gateway.url}${config.server.basePath}`, config.ide));
  return await stopped; // then `await using` stops the gateway, and the emulator after it
}

export const serve: Command = {
  name: 'serve',
  summary: 'runs the gateway; without SUPEROFFICE_URL or SUPEROFFICE_TENANT, on an embedded emulator',
  help: `Usage: superoffice-chat-graphql serve

Serves GraphQL on POST /graphql, and /live and /ready for probes; /ready?deep=1 reports the state of the tenant. SIGTERM stops it gracefully.`,
  usesSettings: true,
  options: {},
  run: async (input) => endWithoutReader(await serveUntilStopped(input)),
};
