/**
 * `npm run test:restart`: two replicas with default settings behind haproxy as Debian configures it, restarted one after the other under
 * load. Needs Debian's package `haproxy`. Arguments: requests, clients. The last line is `N passed, N failed`: requests and checks together.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, mkdir, writeFile } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { startEmulator } from '../../dist/emulator/index.js';

const [requests = 10_000, clients = 20] = process.argv.slice(2).map(Number);
const stockConfiguration = '/etc/haproxy/haproxy.cfg';
const headers = { 'content-type': 'application/json', authorization: 'Basic dGplMDpUamUw' };
const print = (line) => process.stdout.write(`${line}\n`);

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

const ended = (child) => new Promise((resolve) => child.once('exit', resolve));

async function isReady(port) {
  const response = await fetch(`http://127.0.0.1:${port}/ready`).catch(() => null);
  await response?.arrayBuffer();
  return response?.ok === true;
}

async function startReplica(emulatorUrl, port) {
  const settings = { SUPEROFFICE_URL: emulatorUrl, PORT: String(port), HOST: '127.0.0.1', LOG_LEVEL: 'silent' };
  const child = spawn(process.execPath, ['dist/cli/main.js', 'serve'], {
    env: { PATH: process.env.PATH, ...settings },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  for (let check = 0; check < 400 && !(await isReady(port)); check += 1) await delay(25);
  return child;
}

async function startBalancer(ports) {
  const front = await freePort();
  const file = join(await mkdtemp(join(tmpdir(), 'haproxy-')), 'gateway.cfg');
  const servers = ports.map((port, index) => `  server replica${index} 127.0.0.1:${port} check`);
  const lines = [
    'frontend gateway',
    `  bind 127.0.0.1:${front}`,
    '  default_backend replicas',
    'backend replicas',
    ...servers,
  ];
  await writeFile(file, `${lines.join('\n')}\n`);
  await mkdir('/run/haproxy', { recursive: true }); // the package's unit creates it
  const child = spawn('haproxy', ['-db', '-q', '-f', stockConfiguration, '-f', file], {
    stdio: ['ignore', 'ignore', 'ignore'],
  });
  while (!(await isReady(front))) await delay(25);
  return { child, front };
}

/** @returns the outcome: success, a status, or Node's error code */
function send(port, agent, id) {
  const body = JSON.stringify({
    query: 'query ($id: ID!) { chatSession(id: $id) { id } }',
    variables: { id: String(id) },
  });
  return new Promise((resolve) => {
    request({ port, host: '127.0.0.1', path: '/graphql', method: 'POST', agent, headers }, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('error', () => resolve('aborted'));
      response.on('end', () => {
        const isExpected = Buffer.concat(chunks).toString().includes(`"id":"${id}"`);
        resolve(response.statusCode === 200 && isExpected ? 'succeeded' : `status ${response.statusCode}`);
      });
    })
      .on('error', ({ code }) => resolve(code))
      .end(body);
  });
}

const emulator = await startEmulator({ latencyMs: 5 });
const ports = [await freePort(), await freePort()];
const replicas = await Promise.all(ports.map((port) => startReplica(emulator.url, port)));
const { child: balancer, front } = await startBalancer(ports);
const agent = new Agent({ keepAlive: true, maxSockets: clients });
const outcomes = new Map();
let [sent, restarts] = [0, 0];
let isRestarting = true;

async function client() {
  while (sent < requests || isRestarting) {
    sent += 1;
    const outcome = await send(front, agent, 1 + (sent % 200));
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    await delay(Math.random() * 10);
  }
}

async function restartEach() {
  for (const [index, port] of ports.entries()) {
    await delay(1_000);
    const end = ended(replicas[index]);
    replicas[index].kill('SIGTERM');
    const exitCode = await end;
    replicas[index] = await startReplica(emulator.url, port);
    if (exitCode === 0) restarts += 1;
    print(`replica ${index}: exit code ${exitCode}, ready again after ${sent} requests`);
    await delay(3_000); // for the balancer's checks
  }
  isRestarting = false;
}

await Promise.all([restartEach(), ...Array.from({ length: clients }, client)]);
const succeeded = outcomes.get('succeeded') ?? 0;
for (const child of [...replicas, balancer]) {
  const end = ended(child);
  child.kill('SIGTERM');
  await end;
}
agent.destroy();
await emulator.close();
print(`outcomes: ${[...outcomes].map(([outcome, count]) => `${outcome} ${count}`).join(', ')}`);
const failed = sent - succeeded + (2 - restarts) + (sent < requests ? 1 : 0);
print(`${succeeded + restarts} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
