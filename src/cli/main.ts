#!/usr/bin/env -S node --max-semi-space-size=32 --no-memory-reducer
/**
 * The command line: finds the command, runs it, and maps its result or error to an exit code.
 * 0 done · 1 failed · 2 wrong arguments or settings.
 */
import { parseArgs } from 'node:util';
import { packageVersion } from '../base/version.js';
import { processEnvironment } from '../config/environment.js';
import { InvalidSettingsError } from '../config/invalid-settings-error.js';
import { commands } from './commands.js';
import { commandName, helpText, settingsHelp } from './help.js';

const stdout = (text: string): void => void process.stdout.write(`${text}\n`);
const stderr = (text: string): void => void process.stderr.write(`${text}\n`);

function usageError(text: string): number {
  stderr(`${text}\nTry: ${commandName()} --help`);
  return 2;
}

async function run(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    stdout(helpText(await Promise.all([...commands.values()].map((load) => load()))));
    return name === undefined ? 2 : 0;
  }
  if (name === '--version' || name === '-v') {
    stdout(packageVersion());
    return 0;
  }
  const command = await commands.get(name)?.();
  if (!command) return usageError(`There is no command '${name}'.`);
  const options = { ...command.options, help: { type: 'boolean', short: 'h' } } as const;
  const allowPositionals = command.takesPositionals === true;
  const { values, positionals } = parseArgs({ args: rest, options, allowPositionals });
  if (values['help']) {
    stdout(`${command.help}${command.usesSettings ? `\n\n${settingsHelp()}` : ''}`);
    return 0;
  }
  return command.run({ values, positionals, environment: processEnvironment(), stdout, stderr });
}

function exitCodeOf(error: unknown): number {
  if (error instanceof InvalidSettingsError) {
    stderr(`The settings are not valid:\n${error.problems.map((problem) => `  ${problem}`).join('\n')}`);
    stderr(`Read more: ${commandName()} serve --help, or docs/settings.md in the repository.`);
    return 2;
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code.startsWith('ERR_PARSE_ARGS')) return usageError(error instanceof Error ? error.message : '');
  if (code === 'EADDRINUSE') stderr('The port is taken. Set PORT to another one (or --port for emulate).');
  else if (code === 'ENOTFOUND' || code === 'EADDRNOTAVAIL') stderr('HOST is not an address of this machine.');
  else stderr(error instanceof Error ? (error.stack ?? error.message) : 'failed');
  return 1;
}

process.exitCode = await run(process.argv.slice(2)).catch(exitCodeOf);
