/** The interface that each command of the CLI implements, and its input. */
import type { ParseArgsConfig } from 'node:util';
import type { Environment } from '../config/environment.js';

export interface CommandInput {
  /** Parsed options of the command line. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Arguments that are not options, in order. */
  readonly positionals: readonly string[];
  readonly environment: Environment;
  /** Writes a line to stdout. */
  stdout(text: string): void;
  /** Writes a line to stderr. */
  stderr(text: string): void;
}

export interface Command {
  readonly name: string;
  /** One line, for the list of commands. */
  readonly summary: string;
  /** What `NAME --help` prints. */
  readonly help: string;
  /** The help lists the settings. */
  readonly usesSettings: boolean;
  readonly options: NonNullable<ParseArgsConfig['options']>;
  /** The command accepts positionals, such as a file. */
  readonly takesPositionals?: true;
  /** @returns the exit code, after the command has finished or a signal has stopped it */
  run(input: CommandInput): Promise<number>;
}
