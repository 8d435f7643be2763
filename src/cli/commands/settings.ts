/** `settings`: what `serve` would run with in this environment. */
import { effectiveSettings } from '../../config/effective-settings.js';
import { gatewayConfig } from '../../config/gateway-config.js';
import type { Command } from '../command.js';

export const settings: Command = {
  name: 'settings',
  summary: 'prints the settings that serve would run with; of secrets only whether they are set',
  help: `Usage: superoffice-chat-graphql settings

Prints each setting with its value, or with its default, which is marked. Exit code 2: a setting is not right.`,
  usesSettings: true,
  options: {},
  run: async ({ environment, say, complain }) => {
    const { warnings } = gatewayConfig(environment);
    for (const { name, text, isGiven } of effectiveSettings(environment))
      say(`${name}=${text}${isGiven ? '' : '  (default)'}`);
    for (const warning of warnings) complain(warning);
    return 0;
  },
};
