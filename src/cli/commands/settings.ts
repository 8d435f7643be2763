/** `settings`: prints the settings that `serve` would use in this environment. */
import { effectiveSettings } from '../../config/effective-settings.js';
import { gatewayConfig } from '../../config/gateway-config.js';
import type { Command } from '../command.js';

export const settings: Command = {
  name: 'settings',
  summary: 'prints the settings that serve would use; for secrets only whether they are set',
  help: `Usage: superoffice-chat-graphql settings

Prints each setting with its value, or with its default, which is marked. Exit code 2: a setting is not valid.`,
  usesSettings: true,
  options: {},
  run: async ({ environment, stdout, stderr }) => {
    const { warnings } = gatewayConfig(environment);
    for (const { name, text, isSet } of effectiveSettings(environment))
      stdout(`${name}=${text}${isSet ? '' : '  (default)'}`);
    for (const warning of warnings) stderr(warning);
    return 0;
  },
};
