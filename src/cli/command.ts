/** What every command of the CLI is made of. */
import type { ParseArgsConfig } from 'node:util';
import type { Environment } from '../config/environment.js';

export interface CommandInput {
  /** Parsed options of the command line. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly environment: Environment;
  /** Writes a line on stdout. */
  say(text: string): void;
  /** Writes a line on stderr. */
  complain(text: string): void;
}

export interface Command {
  readonly name: string;
  /** One line, for the list of commands. */
  readonly summary: string;
  /** What `NAME --help` prints. */
  readonly help: string;
  /** Whether the settings are listed in its help. */
  readonly usesSettings: boolean;
  readonly options: NonNullable<ParseArgsConfig['options']>;
  /** @returns the exit code, once the command is done or stopped by a signal */
  run(input: CommandInput): Promise<number>;
}
