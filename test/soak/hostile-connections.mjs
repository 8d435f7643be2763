/**
 * `npm run test:hostile`: random clients that pipeline, stall, drip, drop, half-close, read slowly, or send invalid HTTP or far too much,
 * during requests of /live. Afterwards all gauges are 0, files and memory are as before, and /live never took more than a second.
 * Arguments: minutes, seed. The last line is `N passed, N failed`: connections and checks together.
 */
import { spawn } from 'node:child_process';
import { request } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { startEmulator } from '../../dist/emulator/index.js';

const [minutes = 10, seed = Date.now() % 1_000_000] = process.argv.slice(2).map(Number);
const atOnce = 150;
const maxLiveMs = 1_000;
const maxGrowthBytes = 40 * 1_048_576;
const authorization = 'Basic dGplMDpUamUw';
const print = (line) => process.stdout.write(`${line}\n`);

let state = seed;
const random = () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
const upTo = (max) => Math.floor(random() * (max + 1));
const oneOf = (items) => items[upTo(items.length - 1)];

let [passed, failed] = [0, 0];
function check(what, isGood, detail = '') {
  if (isGood) passed += 1;
  else failed += 1;
  print(`${isGood ? 'ok     ' : 'FAILED '} ${what}${detail && ` (${detail})`}`);
}

const head = (method, path, headers) =>
  `${method} ${path} HTTP/1.1\r\n${Object.entries({ host: 'gateway', ...headers })
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')}\r\n`;

function post(body, headers = {}) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const usual = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text), authorization };
  return head('POST', '/graphql', { ...usual, ...headers }) + text;
}

const ids = (count) => Array.from({ length: count }, () => 1 + upTo(300));
const session = () => post({ query: `{ chatSession(id: ${1 + upTo(300)}) { id status customerName } }` });
/** With variables, as documents are cached, up to 64 MiB, which would look like a leak. */
const many = () =>
  post({
    query: 'query ($ids: [ID!]!) { chatSessions(ids: $ids) { id messages { message whenPosted } } }',
    variables: { ids: ids(100) },
  });
const bad = () =>
  post({ query: `{ ${Array.from({ length: 49 }, (_, n) => `a${n}: chatSessions(ids: ["x"]) { id }`).join(' ')} }` });
const equal = () => post({ query: `{ chatSession(id: 1) { ${'user{id}'.repeat(upTo(1_200))} } }` });

const requests = [
  session,
  session,
  many,
  bad,
  equal,
  () => head('GET', '/metrics', {}),
  () => head('GET', '/live', {}),
  () => head('GET', '/ready?deep=1', {}),
  () => head('GET', '/', {}),
  () => head('GET', '/ide/altair-8.5.9/main.js', {}),
  () => head('GET', `/${'x'.repeat(upTo(20_000))}`, {}),
  () => head(oneOf(['CONNECT', 'OPTIONS', 'TRACE', 'PUT', 'NOPE']), '/graphql', {}),
  () => head('GET', '/live', { upgrade: 'websocket', connection: 'Upgrade' }),
  () => head('GET', '/live', { 'x-long': 'x'.repeat(upTo(40_000)) }),
  () => head('GET', '/live', Object.fromEntries(Array.from({ length: upTo(3_000) }, (_, n) => [`x-${n}`, 'a']))),
  () => post({ query: '{ __typename }', more: 'x'.repeat(upTo(500_000)) }),
  () => post(`[${'{"query":"{ __typename }"},'.repeat(upTo(200))}{}]`),
  () => post('['.repeat(upTo(100_000))),
  () => post({ query: '{'.repeat(upTo(20_000)) }),
  () => post('{"query":"{ __typename }"}', { 'content-length': upTo(100) }),
  () => post('{"query":"{ __typename }"}', { expect: '100-continue' }),
  () => post('{"query":"{ __typename }"}', { 'content-encoding': 'gzip' }),
  () =>
    `${head('POST', '/graphql', { 'transfer-encoding': 'chunked', 'content-type': 'application/json' })}${oneOf(['5\r\n{"que', 'FFFFFFFF\r\n', 'x\r\n', '0\r\n\r\n'])}`,
  () => Buffer.from(Array.from({ length: upTo(2_000) }, () => upTo(255))).toString('latin1'),
  () => '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03',
  () => '\r\n'.repeat(upTo(5_000)),
];

/** The end of a client's connection after it has sent. */
const endings = [
  (socket) => delay(upTo(3_000)).then(() => socket.destroy()),
  (socket) => socket.destroy(),
  (socket) => socket.resetAndDestroy(),
  (socket) => socket.end(),
  (socket) => delay(upTo(200), socket.end()).then(() => socket.destroy()),
  (socket) => delay(upTo(4_000), socket.pause()).then(() => socket.destroy()), // stalls
  async (socket) => {
    for (let round = 0; round < 20 && !socket.destroyed; round += 1) {
      socket.pause();
      await delay(100);
      socket.resume(); // reads slowly
      await delay(5);
    }
    socket.destroy();
  },
];

/** Writes all at once, or a part, or in small pieces. */
async function write(socket, text) {
  const kind = upTo(3);
  if (kind === 0)
    for (let at = 0; at < Math.min(text.length, 400) && !socket.destroyed; at += 20) {
      socket.write(text.slice(at, at + 20), 'latin1');
      await delay(upTo(40));
    }
  else socket.write(kind === 1 ? text.slice(0, upTo(text.length)) : text, 'latin1');
}

function hostileConnection(port) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => undefined);
    socket.on('data', () => undefined);
    socket.once('close', resolve);
    socket.once('connect', async () => {
      const draw = oneOf(requests);
      const text = Array.from({ length: 1 + (upTo(3) === 0 ? upTo(60) : upTo(2)) }, () => draw()).join('');
      await write(socket, text);
      await oneOf(endings)(socket);
      await delay(5_000);
      socket.destroy();
    });
  });
}

/** A request on its own connection. */
function text(url, { method = 'GET', headers = {}, body = '' } = {}) {
  return new Promise((resolve, reject) => {
    request(url, { method, headers, agent: false }, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => resolve({ status: response.statusCode, body: Buffer.concat(chunks).toString() }));
    })
      .on('error', reject)
      .end(body);
  });
}

async function figures(url) {
  await delay(1_100); // metrics are updated once a second
  const { body } = await text(`${url}/metrics`);
  const figure = (name) => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(body)?.[1]);
  const gauges = ['operations_in_flight', 'upstream_in_flight', 'upstream_waiting', 'held_bytes'];
  return {
    gauges: Object.fromEntries(gauges.map((name) => [name, figure(`superoffice_chat_${name}`)])),
    files: figure('process_open_fds'),
    memory: figure('nodejs_heap_size_used_bytes') + figure('nodejs_external_memory_bytes'),
    resident: figure('process_resident_memory_bytes'),
  };
}

/** The figures after healthy queries, which let garbage be collected. */
async function figuresAtRest(url) {
  const headers = { 'content-type': 'application/json', authorization };
  const body = JSON.stringify({ query: '{ chatSession(id: 192) { id status } }' });
  let least = null;
  for (let round = 0; round < 8; round += 1) {
    for (let count = 0; count < 100; count += 1)
      await Promise.all(Array.from({ length: 20 }, () => text(`${url}/graphql`, { method: 'POST', headers, body })));
    const now = await figures(url);
    if (least === null || now.memory < least.memory) least = now;
  }
  return least;
}

async function watchLive(url, until) {
  const live = { sent: 0, failed: 0, longestMs: 0 };
  while (performance.now() < until) {
    const sentMs = performance.now();
    const { status } = await text(`${url}/live`).catch(() => ({ status: 0 }));
    live.sent += 1;
    live.longestMs = Math.max(live.longestMs, performance.now() - sentMs);
    if (status !== 200) live.failed += 1;
    await delay(100);
  }
  return live;
}

async function attack(port, until) {
  let connections = 0;
  const one = async () => {
    while (performance.now() < until) {
      await hostileConnection(port);
      connections += 1;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, one));
  return connections;
}

async function startGateway(emulatorUrl) {
  const env = {
    ...{
      PATH: process.env.PATH,
      HOST: '127.0.0.1',
      PORT: '0',
      LOG_LEVEL: 'info',
      SUPEROFFICE_URL: emulatorUrl,
      IDE: 'true',
    },
    ...{
      OPERATION_TIMEOUT_MS: '4000',
      UPSTREAM_TIMEOUT_MS: '3000',
      ATTEMPT_TIMEOUT_MS: '2000',
      CONNECT_TIMEOUT_MS: '1000',
    },
    ...{ HEADERS_TIMEOUT_MS: '2000', REQUEST_TIMEOUT_MS: '4000' },
  };
  const flags = ['--max-semi-space-size=32', '--no-memory-reducer'];
  const child = spawn(process.execPath, [...flags, 'dist/cli/main.js', 'serve'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise((resolve) => {
    child.stdout.on('data', (chunk) => {
      const [, found] = /listens on (http:\/\/[\d.:]+\d)/.exec(String(chunk)) ?? [];
      if (found) resolve(found);
    });
  });
  return { child, url };
}

const emulator = await startEmulator({ latencyMs: 20 });
const { child, url } = await startGateway(emulator.url);
const { port } = new URL(url);
let exit = null;
child.once('exit', (code, signal) => (exit = signal ?? code));
await attack(port, performance.now() + 10_000); // code is compiled, caches are filled
const before = await figuresAtRest(url);
const until = performance.now() + minutes * 60_000;
const clearing = setInterval(() => emulator.clearLog(), 1_000);
const [connections, live] = await Promise.all([attack(port, until), watchLive(url, until)]);
clearInterval(clearing);
await delay(9_000); // unread requests are aborted
const after = exit === null ? await figuresAtRest(url) : null;
passed += connections;
print(`seed ${seed}: ${connections} connections in ${minutes} minutes`);
check('the process has not ended', exit === null, String(exit));
check(
  'all gauges are 0',
  after !== null && Object.values(after.gauges).every((value) => value === 0),
  JSON.stringify(after?.gauges),
);
check('/live always responded', live.failed === 0, `${live.sent - live.failed} of ${live.sent}`);
check('/live never took more than a second', live.longestMs < maxLiveMs, `${live.longestMs.toFixed(0)} ms at most`);
check(
  'open files are as before',
  after !== null && after.files <= before.files + 5,
  `${before.files}, then ${after?.files}`,
);
const megabytes = (bytes) => `${((bytes ?? NaN) / 1_048_576).toFixed(1)} MB`;
const detail = `${megabytes(before.memory)}, then ${megabytes(after?.memory)}; resident ${megabytes(before.resident)}, then ${megabytes(after?.resident)}`;
check('memory is as before', after !== null && after.memory - before.memory < maxGrowthBytes, detail);
child.kill('SIGTERM');
while (exit === null) await delay(50);
check('it stops', exit === 0 || exit === 'SIGTERM', String(exit));
await emulator.close();
print(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
