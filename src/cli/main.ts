#!/usr/bin/env -S node --max-semi-space-size=32 --no-memory-reducer
/**
 * The command line: finds the command, runs it, turns its end into an exit code.
 * 0 done · 1 failed · 2 wrong words or settings.
 */
import { parseArgs } from 'node:util';
import { packageVersion } from '../base/version.js';
import { processEnvironment } from '../config/environment.js';
import { InvalidSettingsError } from '../config/validated-settings.js';
import type { Command } from './command.js';
import { doctor } from './commands/doctor.js';
import { emulate } from './commands/emulate.js';
import { explain } from './commands/explain.js';
import { printSchema } from './commands/print-schema.js';
import { serve } from './commands/serve.js';
import { settings } from './commands/settings.js';
import { commandName, helpText, settingsHelp } from './help.js';

const commands: ReadonlyMap<string, Command> = new Map(
  [serve, doctor, emulate, explain, printSchema, settings].map((command) => [command.name, command]),
);

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const complain = (text: string): void => void process.stderr.write(`${text}\n`);

function wrongWords(text: string): number {
  complain(`${text}\nTry: ${commandName()} --help`);
  return 2;
}

async function run(words: readonly string[]): Promise<number> {
  const [name, ...rest] = words;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    say(helpText([...commands.values()]));
    return name === undefined ? 2 : 0;
  }
  if (name === '--version' || name === '-v') {
    say(packageVersion());
    return 0;
  }
  const command = commands.get(name);
  if (!command) return wrongWords(`There is no command '${name}'.`);
  const options = { ...command.options, help: { type: 'boolean', short: 'h' } } as const;
  const allowPositionals = command.takesWords === true;
  const { values, positionals } = parseArgs({ args: rest, options, allowPositionals });
  if (values['help']) {
    say(`${command.help}${command.usesSettings ? `\n\n${settingsHelp()}` : ''}`);
    return 0;
  }
  return command.run({ values, words: positionals, environment: processEnvironment(), say, complain });
}

function exitCodeOf(error: unknown): number {
  if (error instanceof InvalidSettingsError) {
    complain(`The settings are not right:\n${error.problems.map((problem) => `  ${problem}`).join('\n')}`);
    complain(`Read more: ${commandName()} serve --help, or README.md, "Settings".`);
    return 2;
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code.startsWith('ERR_PARSE_ARGS')) return wrongWords(error instanceof Error ? error.message : '');
  if (code === 'EADDRINUSE') complain('The port is taken. Set PORT to another one (or --port for emulate).');
  else if (code === 'ENOTFOUND' || code === 'EADDRNOTAVAIL') complain('HOST is no address of this machine.');
  else complain(error instanceof Error ? (error.stack ?? error.message) : 'failed');
  return 1;
}

process.exitCode = await run(process.argv.slice(2)).catch(exitCodeOf);
