/** The CLI as a process, from dist/ (npm test builds it first). */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

export interface CommandLine extends AsyncDisposable {
  readonly stdout: () => string;
  readonly stderr: () => string;
  /** Resolves with the exit code, null when a signal ended it. */
  readonly ended: Promise<number | null>;
  isRunning(): boolean;
  signal(name: NodeJS.Signals): void;
  /** Stops reading stdout, until `readAgain`. */
  stall(): void;
  readAgain(): void;
  /** Closes stdout. */
  leave(): void;
  /** Waits until stdout, or stderr, matches. */
  printed(pattern: RegExp, where?: 'stdout' | 'stderr'): Promise<RegExpMatchArray>;
}

const timeoutMs = 60_000;

export function commandLine(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  nodeFlags: readonly string[] = [],
): CommandLine {
  if (!existsSync(main)) throw new Error('dist/ is missing: run npm run build');
  const child = spawn(process.execPath, [...nodeFlags, main, ...args], {
    env: { PATH: process.env['PATH'], ...environment },
  });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));

  async function printed(pattern: RegExp, where = 'stdout'): Promise<RegExpMatchArray> {
    const deadline = Date.now() + timeoutMs;
    for (;;) {
      const match = (where === 'stdout' ? out : err).match(pattern);
      if (match) return match;
      if (child.exitCode !== null || Date.now() > deadline)
        throw new Error(`${pattern} was not printed:\n${out}\n${err}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  return {
    stdout: () => out,
    stderr: () => err,
    ended,
    isRunning: () => child.exitCode === null && child.signalCode === null,
    signal: (name) => void child.kill(name),
    stall: () => void child.stdout.pause(),
    readAgain: () => void child.stdout.resume(),
    leave: () => void child.stdout.destroy(),
    printed,
    [Symbol.asyncDispose]: async () => {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
      await ended;
    },
  };
}

/** Waits for the first line of a server, which names its URL. */
export async function urlOf(server: CommandLine): Promise<string> {
  const [, url = ''] = await server.printed(/listens on (http:\/\/[\d.:]+\d)/);
  return url;
}
