/** Our command line as a process, ended by its id. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../../dist/cli/main.js', import.meta.url));
const timeoutMs = 10_000;

function start(args, settings) {
  const child = spawn(process.execPath, [main, ...args], { env: { PATH: process.env.PATH, ...settings } });
  const printed = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text) => (printed.out += text));
  child.stderr.setEncoding('utf8').on('data', (text) => (printed.err += text));
  const ended = once(child, 'close');
  const endWithUs = () => void child.kill('SIGKILL');
  process.once('exit', endWithUs);
  void ended.then(() => process.off('exit', endWithUs));
  return { child, printed, ended };
}

/** The output of a command that ends by itself. */
export async function printedBy(args, settings = {}) {
  const { printed, ended } = start(args, settings);
  const [code] = await ended;
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}:\n${printed.err}`);
  return printed.out;
}

/** `serve` with these settings, on a free port. */
export async function servedChat(settings) {
  const fixed = { PORT: '0', HOST: '127.0.0.1', DRAIN_TIMEOUT_MS: '500' };
  const { child, printed, ended } = start(['serve'], { ...fixed, ...settings });
  const deadline = Date.now() + timeoutMs;
  let url;
  while (!(url = /http:\/\/[\d.:]+\d\/graphql/.exec(printed.out)?.[0])) {
    if (child.exitCode !== null || Date.now() > deadline) {
      child.kill('SIGKILL');
      throw new Error(`serve did not print its URL:\n${printed.out}${printed.err}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return {
    url,
    stop: async () => {
      child.kill('SIGTERM');
      const forced = setTimeout(() => child.kill('SIGKILL'), timeoutMs);
      const [code] = await ended;
      clearTimeout(forced);
      return { code, errors: printed.err };
    },
  };
}
