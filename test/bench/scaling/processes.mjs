/** The gateway as it is shipped, as a process on its own core; and an upstream in another process. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { imageFlags } from '../gateways/index.mjs';

const pathOf = (name) => fileURLToPath(new URL(name, import.meta.url));

/** Linux counts a process's CPU time in hundredths of a second. */
const tickMs = 10;

/** @param core null: any */
const pinned = (core, command) => (core === null ? command : ['taskset', '-c', String(core), ...command]);

function started(argv, env) {
  const [command, ...rest] = argv;
  const child = spawn(command, rest, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  return { child, ended, stop };
}

/** Reads stdout to its end, as a log collector does. */
function urlIn({ child, ended }) {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (chunk) => {
      if (text === null) return;
      text += chunk;
      const url = /http:\/\/[\w.]+:\d+/.exec(text)?.[0];
      if (url === undefined) return;
      text = null;
      resolve(url);
    });
    void ended.then((code) => reject(new Error(`it ended with ${code} before it listened:\n${text}`)));
  });
}

function figureReader({ child }) {
  const waiting = new Map();
  let last = 0;
  child.on('message', ({ number, figure }) => {
    waiting.get(number)?.(figure);
    waiting.delete(number);
  });
  return (question) =>
    new Promise((resolve) => {
      last += 1;
      waiting.set(last, resolve);
      child.send({ number: last, question });
    });
}

/** CPU time of all threads of a process so far. */
export function cpuMsOf(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * tickMs;
}

/**
 * @param stage `checkout`: the root of a built one; `upstreamUrl`; `core`: the gateway's, null for any; `nodeFlags`, e.g. --cpu-prof
 * @param settings in addition to the defaults
 * @returns `url` of GraphQL; `cpuMs()`; `memory()` after a garbage collection; `longestDelay()` since its last call; `stop()`
 */
export async function startGateway({ checkout, upstreamUrl, core, nodeFlags = [] }, settings = {}) {
  const main = join(checkout, 'dist/cli/main.js');
  const command = pinned(core, [
    process.execPath,
    ...imageFlags(checkout),
    ...nodeFlags,
    '--import',
    pathOf('probe.mjs'),
    main,
    'serve',
  ]);
  const env = { HOST: '127.0.0.1', PORT: '0', SUPEROFFICE_URL: upstreamUrl, ...settings };
  const gateway = started(command, env);
  const read = figureReader(gateway);
  const url = `${await urlIn(gateway)}/graphql`;
  return {
    url,
    cpuMs: () => cpuMsOf(gateway.child.pid),
    memory: () => read('memory'),
    longestDelay: () => read('longestDelay'),
    stop: gateway.stop,
  };
}

/** @param latencyMs before each response
 * @returns `url` of a SuperOffice that is as fast as its core allows, and `stop()` */
export async function startUpstream({ checkout, core }, latencyMs = 0) {
  const upstream = started(pinned(core, [process.execPath, pathOf('upstream.mjs'), checkout, String(latencyMs)]), {});
  return { url: await urlIn(upstream), stop: upstream.stop };
}
