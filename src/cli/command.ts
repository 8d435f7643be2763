/** What every command of the CLI is made of. */
import type { ParseArgsConfig } from 'node:util';
import type { Environment } from '../config/environment.js';

export interface CommandInput {
  /** Parsed options of the command line. */
  readonly values: Readonly<Record<string, unknown>>;
  /** What is not an option, in order. */
  readonly words: readonly string[];
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
  /** Whether it takes words that are no options, such as a file. */
  readonly takesWords?: true;
  /** @returns the exit code, once the command is done or stopped by a signal */
  run(input: CommandInput): Promise<number>;
}
