/**
 * `npm run test:debian`: checks with Debian's programs: promtool for the alert rules, and tinyproxy in front of SuperOffice.
 * They must be in PATH; `.ci/run` fetches them where they are missing.
 */
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { createGateway, startEmulator } from '../../dist/index.js';

const folder = mkdtempSync(join(tmpdir(), 'debian-'));
after(() => rmSync(folder, { recursive: true }));

const run = (command, ...args) => execFileSync(command, args, { cwd: folder, encoding: 'utf8', stdio: 'pipe' });

describe('promtool', () => {
  copyFileSync('src/observability/alert-rules.yaml', join(folder, 'alert-rules.yaml'));
  copyFileSync('test/debian/alert-rules.test.yaml', join(folder, 'alert-rules.test.yaml'));

  it('accepts the alert rules', () => {
    assert.match(run('promtool', 'check', 'rules', 'alert-rules.yaml'), /SUCCESS: \d+ rules found/);
  });

  it('fires them in their situations', () => {
    assert.match(run('promtool', 'test', 'rules', 'alert-rules.test.yaml'), /SUCCESS/);
  });
});

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** @param more lines of its configuration */
async function tinyproxy(...more) {
  const port = await freePort();
  const path = join(folder, `tinyproxy-${port}.conf`);
  writeFileSync(path, [`Port ${port}`, 'Listen 127.0.0.1', 'Timeout 60', 'MaxClients 50', ...more, ''].join('\n'));
  const child = spawn('tinyproxy', ['-d', '-c', path], { stdio: 'ignore' });
  const isUp = async () =>
    fetch(`http://127.0.0.1:${port}/`).then(
      () => true,
      () => false,
    );
  for (let look = 0; look < 100 && !(await isUp()); look += 1) await pause(50);
  return { port, stop: () => child.kill() };
}

const query = JSON.stringify({ query: '{ chatSession(id: 192) { status } }' });

async function queryThrough(proxyUrl) {
  const emulator = await startEmulator();
  const superoffice = emulator.url.replace('127.0.0.1', '0.0.0.0'); // an address of this machine that does not count as loopback
  const gateway = await createGateway({
    SUPEROFFICE_URL: superoffice,
    ALLOW_INSECURE_UPSTREAM: 'true',
    UPSTREAM_PROXY: proxyUrl,
    HOST: '127.0.0.1',
    PORT: '0',
    LOG_LEVEL: 'silent',
  });
  const headers = { 'content-type': 'application/json', authorization: 'Basic dGplMDpUamUw' };
  try {
    const response = await fetch(`${gateway.url}/graphql`, { method: 'POST', headers, body: query });
    const { data, errors } = await response.json();
    return { data, codes: errors?.map(({ extensions }) => extensions.code), calls: emulator.requests.length };
  } finally {
    await gateway.stop();
    await emulator.close();
  }
}

const accepted = { data: { chatSession: { status: 'CLOSED' } }, codes: undefined, calls: 1 };
const refused = { data: { chatSession: null }, codes: ['UPSTREAM_UNAVAILABLE'], calls: 0 };

describe('tinyproxy', () => {
  it('lets calls through', async () => {
    const proxy = await tinyproxy();
    after(proxy.stop);
    assert.deepEqual(await queryThrough(`http://127.0.0.1:${proxy.port}`), accepted);
  });

  it('lets calls through with the right password only', async () => {
    const proxy = await tinyproxy('BasicAuth gateway pr0xy');
    after(proxy.stop);
    assert.deepEqual(await queryThrough(`http://gateway:pr0xy@127.0.0.1:${proxy.port}`), accepted);
    assert.deepEqual(await queryThrough(`http://gateway:wrong@127.0.0.1:${proxy.port}`), refused);
    assert.deepEqual(await queryThrough(`http://127.0.0.1:${proxy.port}`), refused);
  });

  it('forbids a port: UPSTREAM_UNAVAILABLE', async () => {
    const proxy = await tinyproxy('ConnectPort 443');
    after(proxy.stop);
    assert.deepEqual(await queryThrough(`http://127.0.0.1:${proxy.port}`), refused);
  });
});
