/** Starts a gateway on the core that is set aside for it. Its log goes nowhere, but is written; its complaints are kept. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { requestOf } from '../queries.mjs';
import { gateways } from './index.mjs';

const patienceMs = 30_000;

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  return port;
}

const headers = { 'content-type': 'application/json', authorization: `Basic ${btoa('agent0:secret')}` };

async function firstAnswer(url) {
  const { body } = requestOf('Q1', 0);
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body }).catch(() => null);
  return response?.ok === true;
}

async function whenAnswering(url, { child, complaints, name }) {
  const startedMs = performance.now();
  for (;;) {
    if (await firstAnswer(url)) return performance.now() - startedMs;
    const isLate = performance.now() - startedMs > patienceMs;
    if (isLate || child.exitCode !== null) throw new Error(`${name} did not answer: ${complaints.join('')}`);
    await delay(5);
  }
}

/**
 * @param stage `{ checkout, upstreamUrl, core }`
 * @param nodeFlags for its node, such as `--cpu-prof`
 * @param settings by environment, beside where things are
 * @returns name, url, pid, ms to its first answer, and `stop()`
 */
export async function startGateway(name, { checkout, upstreamUrl, core }, { nodeFlags = [], settings = {} } = {}) {
  const port = await freePort();
  const { PATH, HOME } = process.env;
  const places = { SUPEROFFICE_URL: upstreamUrl, UPSTREAM_URL: upstreamUrl, CHECKOUT: checkout };
  const env = { PATH, HOME, NODE_ENV: 'production', HOST: '127.0.0.1', PORT: String(port), ...places, ...settings };
  const { scriptOf, nodeFlagsOf = () => [] } = gateways[name];
  const command = [process.execPath, ...nodeFlagsOf(checkout), ...nodeFlags, ...scriptOf(checkout)];
  const child = spawn('taskset', ['-c', String(core), ...command], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  const complaints = [];
  child.stderr.on('data', (chunk) => complaints.push(chunk));
  const url = `http://127.0.0.1:${port}`;
  const startUpMs = await whenAnswering(url, { child, complaints, name });
  const stop = async () => {
    if (child.exitCode !== null) return;
    child.kill('SIGTERM');
    await Promise.race([once(child, 'exit'), delay(5_000).then(() => child.kill('SIGKILL'))]);
  };
  return { name, url, pid: child.pid, startUpMs, stop };
}
