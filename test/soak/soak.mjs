/**
 * `npm run test:soak`: 20,000 operations against the built gateway, with every fault of the emulator, clients that disconnect,
 * and an outage in every cycle. Afterwards nothing is open, no error was unhandled, and the heap is as before.
 * Arguments: operations, cycles, seed. The last line is `N passed, N failed`: operations and checks together.
 */
import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { gatewayConfig } from '../../dist/config/gateway-config.js';
import { startEmulator } from '../../dist/emulator/index.js';
import { gatewayLogger } from '../../dist/observability/logger.js';
import { startGateway } from '../../dist/server/gateway.js';
import { secretHeaders } from '../../dist/superoffice/request-headers.js';
import { drawOperation, healthyId, injectAll, outageId, probe, seededRandom } from './operations.mjs';

const [operations = 20_000, cycles = 10, seed = Date.now() % 1_000_000] = process.argv.slice(2).map(Number);
const concurrency = 48;
const outageShare = 0.03;
/** A little longer than the gateway keeps an idle connection to SuperOffice. */
const idleSocketMs = 4_300;
/** The first cycles fill caches and compile. */
const warmUpCycles = Math.floor(cycles / 3);
const maxGrowthPerCycleBytes = 150_000;
const settings = {
  HOST: '127.0.0.1',
  PORT: '0',
  CONNECT_TIMEOUT_MS: '400',
  ATTEMPT_TIMEOUT_MS: '500',
  UPSTREAM_TIMEOUT_MS: '1200',
  OPERATION_TIMEOUT_MS: '2500',
  MAX_RESPONSE_BYTES: '1000000',
  MAX_UPSTREAM_CALLS_PER_MINUTE: '1000000',
  MAX_EVENT_LOOP_DELAY_MS: '0', // the emulator and all clients share this process
  UPSTREAM_KEEP_ALIVE_MS: '4000',
  BREAKER_HALF_OPEN_MS: '100',
  BREAKER_WINDOW_MS: '1000',
};

let [passed, failed] = [0, 0];
const codes = new Map();
const unhandled = [];
for (const event of ['unhandledRejection', 'uncaughtException', 'warning']) {
  process.on(event, (reason) => unhandled.push(`${event}: ${reason?.stack ?? reason}`));
}

const print = (line) => process.stdout.write(`${line}\n`);

function check(what, isGood, detail = '') {
  if (isGood) passed += 1;
  else failed += 1;
  print(`${isGood ? 'ok     ' : 'FAILED '} ${what}${detail && ` (${detail})`}`);
}

/** @returns status and text; null when the client has disconnected */
function send(url, agent, { body, headers, leavesMs }) {
  return new Promise((resolve, reject) => {
    const length = { 'content-length': Buffer.byteLength(body) };
    const outgoing = request(
      `${url}/graphql`,
      { method: 'POST', agent, headers: { ...headers, ...length } },
      (response) => {
        const chunks = [];
        response.on('data', (chunk) => chunks.push(chunk));
        response.on('error', () => finish(null));
        response.on('end', () => finish({ status: response.statusCode, text: Buffer.concat(chunks).toString() }));
      },
    );
    const leaving = leavesMs === null ? undefined : setTimeout(() => outgoing.destroy(), leavesMs);
    const stuck = setTimeout(() => reject(new Error(`no response in 10 s: ${body.slice(0, 200)}`)), 10_000);
    const finish = (response) => {
      clearTimeout(leaving);
      clearTimeout(stuck);
      resolve(response);
    };
    outgoing.on('error', (error) => {
      if (leavesMs !== null) return finish(null);
      clearTimeout(stuck);
      reject(error);
    });
    outgoing.end(body);
  });
}

/** What is wrong with a response; null: nothing. */
function faultOf({ status, text }, { isHealthy }) {
  const { data, errors = [] } = JSON.parse(text);
  for (const { extensions } of errors) codes.set(extensions.code, (codes.get(extensions.code) ?? 0) + 1);
  if (status >= 500) return `status ${status}`;
  if (errors.some(({ extensions }) => extensions.code === 'INTERNAL_SERVER_ERROR')) return 'INTERNAL_SERVER_ERROR';
  if (status === 200 && data === undefined && errors.length === 0) return 'neither data nor errors';
  const failedHealthy = errors.find(({ extensions }) => extensions.code.startsWith('UPSTREAM'));
  return isHealthy && failedHealthy ? `a healthy session failed: ${failedHealthy.extensions.code}` : null;
}

async function runOne(url, agent, operation) {
  try {
    const response = await send(url, agent, operation);
    const fault = response && faultOf(response, operation);
    if (fault) throw new Error(fault);
    passed += 1;
  } catch (error) {
    failed += 1;
    if (failed < 20) print(`FAILED  ${error.message}: ${operation.body.slice(0, 160)}`);
  }
}

async function runMany(count, run) {
  let left = count;
  const worker = async () => {
    while (left > 0) {
      left -= 1;
      await run();
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
}

/** A connection that sends half a request and is reset. */
const halfRequest = (url) =>
  new Promise((resolve) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => {
      socket.write('POST /graphql HTTP/1.1\r\nHost: gateway\r\nContent-Length: 50\r\n\r\n{"que', () =>
        socket.resetAndDestroy(),
      );
    });
    socket.on('error', () => undefined);
    socket.once('close', resolve);
  });

async function cycle(url, agent, random, count) {
  const inOutage = Math.floor(count * outageShare);
  await runMany(count - 2 * inOutage, () => runOne(url, agent, drawOperation(random)));
  await runMany(inOutage, () => runOne(url, agent, drawOperation(random, outageId)));
  await delay(1_200); // the window of the breaker, and the probe after it
  await runOne(url, agent, probe);
  await runMany(inOutage - 1, () => runOne(url, agent, drawOperation(random, healthyId)));
  await Promise.all(Array.from({ length: 10 }, () => halfRequest(url)));
}

/** Used heap after all requests, when idle connections have closed. */
async function settledHeap() {
  await delay(idleSocketMs);
  for (let round = 0; round < 4; round += 1) {
    await delay(50);
    global.gc();
  }
  return process.memoryUsage().heapUsed;
}

/** Bytes per cycle, by least squares. */
function slopeOf(values) {
  const middle = (values.length - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const covariance = values.reduce((sum, value, index) => sum + (index - middle) * (value - mean), 0);
  const variance = values.reduce((sum, _value, index) => sum + (index - middle) ** 2, 0);
  return variance === 0 ? 0 : covariance / variance;
}

const megabytes = (bytes) => `${(bytes / 1_048_576).toFixed(1)} MB`;
const openResources = () =>
  process.getActiveResourcesInfo().filter((kind) => /TCP|TLS|Timeout|Immediate|DNS|GetAddr/.test(kind));

async function soak() {
  const random = seededRandom(seed);
  const emulator = await startEmulator();
  injectAll(emulator);
  const config = gatewayConfig({ ...settings, SUPEROFFICE_URL: emulator.url });
  const logger = gatewayLogger({ level: 'info', secretHeaders, stream: { write: () => undefined } });
  const gateway = await startGateway({ config, baseUrl: config.superoffice.baseUrl, logger });
  const agent = new Agent({ keepAlive: true, maxSockets: concurrency });
  const heaps = [];
  for (let index = 0; index < cycles; index += 1) {
    await cycle(gateway.url, agent, random, Math.floor(operations / cycles));
    emulator.clearLog();
    const heap = await settledHeap();
    heaps.push(heap);
    print(`cycle ${index + 1}: ${passed} passed, ${failed} failed, heap ${megabytes(heap)}`);
  }
  agent.destroy();
  await gateway.stop();
  await emulator.close();
  return heaps;
}

if (!global.gc) throw new Error('run it as: node --expose-gc test/soak/soak.mjs');
print(`seed ${seed}`);
const heaps = await soak();
await delay(300);
print(`codes: ${[...codes].map(([code, count]) => `${code} ${count}`).join(', ')}`);
const growth = slopeOf(heaps.slice(warmUpCycles));
const expected = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'BAD_USER_INPUT',
  'UPSTREAM_UNAVAILABLE',
  'UPSTREAM_TIMEOUT',
  'UPSTREAM_INVALID_RESPONSE',
  'UPSTREAM_RATE_LIMITED',
  'UPSTREAM_REJECTED',
];
check(
  'every kind of error occurred',
  expected.every((code) => codes.has(code)),
  expected.filter((code) => !codes.has(code)).join(),
);
check('no unhandled rejection, exception or warning', unhandled.length === 0, unhandled.slice(0, 3).join('\n'));
check('no open socket or timer', openResources().length === 0, openResources().join());
check('the heap is as before', growth < maxGrowthPerCycleBytes, `slope ${(growth / 1024).toFixed(1)} KB per cycle`);
print(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
