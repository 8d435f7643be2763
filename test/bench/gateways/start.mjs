/** Starts a gateway on its reserved core. It writes its log to /dev/null; stderr is recorded for errors. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { requestOf } from '../queries.mjs';
import { gateways } from './index.mjs';

const timeoutMs = 30_000;

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  return port;
}

const headers = { 'content-type': 'application/json', authorization: `Basic ${btoa('agent0:secret')}` };

async function isResponding(url) {
  const { body } = requestOf('Q1', 0);
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body }).catch(() => null);
  return response?.ok === true;
}

async function untilFirstResponse(url, { child, stderr, name }) {
  const startedMs = performance.now();
  for (;;) {
    if (await isResponding(url)) return performance.now() - startedMs;
    const isLate = performance.now() - startedMs > timeoutMs;
    if (isLate || child.exitCode !== null) throw new Error(`${name} did not respond: ${stderr.join('')}`);
    await delay(5);
  }
}

/**
 * @param stage `{ checkout, upstreamUrl, core }`
 * @param nodeFlags such as `--cpu-prof`
 * @param settings environment in addition to URLs, host and port
 * @returns name, url, pid, ms to its first response, and `stop()`
 */
export async function startGateway(name, { checkout, upstreamUrl, core }, { nodeFlags = [], settings = {} } = {}) {
  const port = await freePort();
  const { PATH, HOME } = process.env;
  const urls = { SUPEROFFICE_URL: upstreamUrl, UPSTREAM_URL: upstreamUrl, CHECKOUT: checkout };
  const env = { PATH, HOME, NODE_ENV: 'production', HOST: '127.0.0.1', PORT: String(port), ...urls, ...settings };
  const { scriptOf, nodeFlagsOf = () => [] } = gateways[name];
  const command = [process.execPath, ...nodeFlagsOf(checkout), ...nodeFlags, ...scriptOf(checkout)];
  const child = spawn('taskset', ['-c', String(core), ...command], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  const stderr = [];
  child.stderr.on('data', (chunk) => stderr.push(chunk));
  const url = `http://127.0.0.1:${port}`;
  const startUpMs = await untilFirstResponse(url, { child, stderr, name });
  const stop = async () => {
    if (child.exitCode !== null) return;
    child.kill('SIGTERM');
    await Promise.race([once(child, 'exit'), delay(5_000).then(() => child.kill('SIGKILL'))]);
  };
  return { name, url, pid: child.pid, startUpMs, stop };
}
