/**
 * `npm run test:federation`: a supergraph of this subgraph and two subgraphs of a company, served by two routers, queried over
 * real HTTP. One line for each check; the last line is `N passed, N failed`. Only loopback is used, which is a check too.
 */
import './quiet-environment.mjs';
import { subscribe } from 'node:diagnostics_channel';
import { isDeepStrictEqual } from 'node:util';
import { startEmulator } from '../../../dist/emulator/index.js';
import { printedBy, servedChat } from './child-process.mjs';
import { startCompany } from './company.mjs';
import { composers } from './composers.mjs';
import { runLive } from './live.mjs';
import { routers } from './routers.mjs';
import { scenarios } from './scenarios.mjs';

const timeoutMs = 120_000;

let passed = 0;
let failed = 0;

function check(name, found, expected) {
  const isGood = isDeepStrictEqual(found, expected);
  if (isGood) passed += 1;
  else failed += 1;
  const detail = isGood
    ? ''
    : `\n        expected ${JSON.stringify(expected)}\n        found    ${JSON.stringify(found)}`;
  process.stdout.write(`${isGood ? 'ok     ' : 'FAILED '} ${name}${detail}\n`);
}

/** Every address that this process connects to or looks up, from now on. */
function watchConnections() {
  const addresses = new Set();
  subscribe('net.client.socket', ({ socket }) => {
    socket.once('lookup', (_error, _address, _family, host) => addresses.add(host));
    socket.once('connect', () => addresses.add(socket.remoteAddress));
  });
  return addresses;
}

async function responseOf(url, { query, headers }) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
    signal: AbortSignal.timeout(20_000),
  });
  return response.json();
}

async function runQueries({ scenario, url, emulator, company }) {
  for (const { name, query, headers = scenario.clientHeaders, expect } of scenario.queries) {
    emulator.clearLog();
    for (const { seen } of company) seen.length = 0;
    const response = await responseOf(url, { query, headers });
    expect({ response, emulator, company, check: (what, ...rest) => check(`${name}: ${what}`, ...rest) });
  }
}

/** Runs one scenario: its own emulator and chat subgraph, a supergraph by each composer, each served by each router. */
async function runScenario(scenario, company) {
  const emulator = await startEmulator();
  for (let id = 251; id <= 500; id += 1) emulator.putSession({ ChatSessionId: id, Status: 'Closed' }); // in addition to the emulator's own
  const chat = await servedChat({ SUPEROFFICE_URL: emulator.url, ...scenario.settings });
  const subgraphs = [{ name: 'chat', url: chat.url, typeDefs: await printedBy(['print-schema']) }, ...company];
  try {
    for (const [composer, compose] of composers) {
      const supergraph = compose(subgraphs);
      for (const [router, startRouter] of routers) {
        process.stdout.write(`${scenario.name} · ${composer} · ${router}\n`);
        const running = await startRouter(supergraph, scenario.headersFor);
        await runQueries({ scenario, url: running.url, emulator, company }).finally(running.stop);
      }
    }
  } finally {
    const { code, errors } = await chat.stop();
    check(`${scenario.name}: the chat subgraph ends with 0 and writes no error`, [code, errors], [0, '']);
    await emulator.close();
  }
}

const timeout = setTimeout(() => {
  process.stdout.write(`FAILED  not done after ${timeoutMs / 1000} s\n${passed} passed, ${failed + 1} failed\n`);
  process.exit(1); // also ends our children
}, timeoutMs);

const addresses = watchConnections();
const company = await startCompany();
try {
  for (const scenario of scenarios) await runScenario(scenario, company);
  await runLive(company, check);
} catch (error) {
  check(`no failure of the run itself (${error instanceof Error ? error.stack : String(error)})`, true, false);
} finally {
  for (const { stop } of company) await stop();
}
const isLoopback = (address) => ['127.0.0.1', '::1', 'localhost'].includes(address);
check(
  'only loopback was used',
  [...addresses].filter((address) => !isLoopback(address)),
  [],
);
clearTimeout(timeout);
process.exitCode = failed === 0 ? 0 : 1;
process.stdout.write(`${passed} passed, ${failed} failed\n`);
