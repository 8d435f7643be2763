/** `print-schema`: prints the subgraph SDL for composition, or the schema that clients see. */
import { printSubgraphSdl, printApiSdl } from '../../subgraph/print-sdl.js';
import { gatewayConfig } from '../../config/gateway-config.js';
import type { Command } from '../command.js';

export const printSchema: Command = {
  name: 'print-schema',
  summary: 'prints the subgraph SDL (--api: the schema that clients see)',
  help: `Usage: superoffice-chat-graphql print-schema [--api]

Prints the federation 2 subgraph SDL on stdout, ready for composition (rover, Hive).
With --api it prints the schema without federation, for client tools. EXPOSE_SESSION_KEY=true adds sessionKey,
MUTATIONS=false leaves the mutations out, SUBSCRIPTIONS=true adds the subscriptions.`,
  usesSettings: false,
  options: { api: { type: 'boolean' } },
  run: async ({ values, environment, stdout }) => {
    const { EXPOSE_SESSION_KEY, MUTATIONS, SUBSCRIPTIONS = 'false' } = environment;
    const options = gatewayConfig({ EXPOSE_SESSION_KEY, MUTATIONS, SUBSCRIPTIONS });
    stdout(values['api'] ? printApiSdl(options) : printSubgraphSdl(options));
    return 0;
  },
};
