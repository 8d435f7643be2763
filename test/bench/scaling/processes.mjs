/** The gateway as it is shipped, in a process of its own and on a core of its own; and an upstream in another process. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { imageFlags } from '../gateways/index.mjs';

const here = (name) => fileURLToPath(new URL(name, import.meta.url));

/** Linux counts a process's CPU time in hundredths of a second. */
const tickMs = 10;

/** @param core null: any */
const pinned = (core, words) => (core === null ? words : ['taskset', '-c', String(core), ...words]);

function started(words, env) {
  const [command, ...rest] = words;
  const child = spawn(command, rest, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  return { child, ended, stop };
}

/** What is written on stdout is read to the end, as whoever gathers logs would. */
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

function asker({ child }) {
  const waiting = new Map();
  let last = 0;
  child.on('message', ({ number, answer: response }) => {
    waiting.get(number)?.(response);
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
 * @param settings beside the defaults
 * @returns `url` of GraphQL; `cpuMs()`; `memory()` after a garbage collection; `longestTurn()` since it was asked last; `stop()`
 */
export async function startGateway({ checkout, upstreamUrl, core, nodeFlags = [] }, settings = {}) {
  const main = join(checkout, 'dist/cli/main.js');
  const words = pinned(core, [
    process.execPath,
    ...imageFlags(checkout),
    ...nodeFlags,
    '--import',
    here('probe.mjs'),
    main,
    'serve',
  ]);
  const env = { HOST: '127.0.0.1', PORT: '0', SUPEROFFICE_URL: upstreamUrl, ...settings };
  const gateway = started(words, env);
  const ask = asker(gateway);
  const url = `${await urlIn(gateway)}/graphql`;
  return {
    url,
    cpuMs: () => cpuMsOf(gateway.child.pid),
    memory: () => ask('memory'),
    longestTurn: () => ask('longestTurn'),
    stop: gateway.stop,
  };
}

/** @param latencyMs before each answer
 * @returns `url` of a SuperOffice that is as fast as the bench's own half of the machine allows, and `stop()` */
export async function startUpstream({ checkout, core }, latencyMs = 0) {
  const upstream = started(pinned(core, [process.execPath, here('upstream.mjs'), checkout, String(latencyMs)]), {});
  return { url: await urlIn(upstream), stop: upstream.stop };
}
