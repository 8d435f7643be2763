/** `print-schema`: prints the subgraph SDL for composition, or the schema that clients see. */
import { printSubgraphSdl, printApiSdl } from '../../subgraph/print-sdl.js';
import { schemaVariant, variantComment } from '../../subgraph/schema-variant.js';
import { gatewayConfig } from '../../config/gateway-config.js';
import type { Command } from '../command.js';

export const printSchema: Command = {
  name: 'print-schema',
  summary: 'prints the subgraph SDL (--api: the schema that clients see)',
  help: `Usage: superoffice-chat-graphql print-schema [--api]

Prints the federation 2 subgraph SDL on stdout, ready for composition (rover, Hive).
The first line, a comment, has the switches below and a hash of the SDL, as /ready has them.
With --api it prints the schema without federation, for client tools. EXPOSE_SESSION_KEY=true adds sessionKey,
MUTATIONS=false leaves the mutations out, ADMIN_MUTATIONS=true adds those of administrators, SUBSCRIPTIONS=true adds
the subscriptions, ARCHIVE=off leaves lists and searches out.`,
  usesSettings: false,
  options: { api: { type: 'boolean' } },
  run: async ({ values, environment, stdout }) => {
    const { EXPOSE_SESSION_KEY, MUTATIONS, ADMIN_MUTATIONS, SUBSCRIPTIONS = 'false', ARCHIVE } = environment;
    const options = gatewayConfig({ EXPOSE_SESSION_KEY, MUTATIONS, ADMIN_MUTATIONS, SUBSCRIPTIONS, ARCHIVE });
    const sdl = printSubgraphSdl(options);
    const comment = variantComment(schemaVariant(options, sdl));
    stdout(`${comment}\n${values['api'] ? printApiSdl(options) : sdl}`);
    return 0;
  },
};
