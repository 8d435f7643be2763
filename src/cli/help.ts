/** The texts of --help. */
import { basename, relative } from 'node:path';
import { settings } from '../config/settings.js';
import type { Command } from './command.js';

/** The command as the user typed it. */
export function commandName(): string {
  const script = process.argv[1] ?? '';
  return basename(script) === 'main.js' ? `node ${relative(process.cwd(), script)}` : 'superoffice-chat-graphql';
}

export function helpText(commands: readonly Command[]): string {
  const list = commands.map(({ name, summary }) => `  ${name.padEnd(14)}${summary}`).join('\n');
  return `GraphQL over SuperOffice's chat: the fields of a query become $select, one call per session.

Usage: ${commandName()} COMMAND [options]

${list}

  COMMAND --help  prints the help of a command, with all settings
  --version       prints the version

Start with \`${commandName()} serve\`: without SUPEROFFICE_URL it serves data of an embedded emulator.`;
}

/** Every setting as it is documented. */
export const settingTexts = Object.entries(settings).map(([name, { about, defaultText, beyond, ...more }]) => {
  const file = 'isSecret' in more ? ` Or by file: ${name}_FILE.` : '';
  return { name, about: `${about}${file}`, defaultText, beyond };
});

/** For the commands that read them. */
export function settingsHelp(): string {
  const lines = settingTexts.map(
    ({ name, about, defaultText }) => `  ${name}\n      ${about}\n      Default: ${defaultText}`,
  );
  return `Settings (environment):\n${lines.join('\n')}`;
}
