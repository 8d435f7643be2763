/** What `serve` writes to stdout: an example query in a terminal, only JSON otherwise. */
import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { startEmulator } from '../../src/emulator/index.js';
import { commandLine, urlOf } from '../support/command-line.js';
import { authorization, queryAt } from '../support/query-gateway.js';

const query = '{ chatSession(id: 192) { id } }';

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer()
      .once('error', () => resolve(false))
      .listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });

/** Below the range of port 0, where the gateway of another test may respond instead. */
async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(10_000, 30_000);
    if (await isFree(port)) return port;
  }
}

describe('the output of serve', () => {
  it('prints an example query in a terminal', async () => {
    await using gateway = commandLine(['serve'], { PORT: '0', LOG_FORMAT: 'pretty' });
    const url = await urlOf(gateway);
    await gateway.printed(/curl -s/);
    expect(gateway.stdout()).toContain(`curl -s ${url}/graphql`);
    const { data } = await queryAt(url, { query });
    expect(data.chatSession.id).toBe('192');
    await gateway.printed(/POST Agents\/Chat\/GetChatSessionEntity\?chatSessionEntityId=192/);
  });

  it.each([
    ['silent', /^$/],
    ['error', /^$/],
    ['warn', /^$/],
    ['info', /^\{[^\n]*"event":"start"[^\n]*\}\n\{[^\n]*"event":"listening"[^\n]*\}\n/],
  ])('prints only the log, in JSON, at LOG_LEVEL=%s', async (LOG_LEVEL, expected) => {
    const port = await freePort();
    await using emulator = await startEmulator();
    const settings = { PORT: String(port), HOST: '127.0.0.1', LOG_FORMAT: 'json', LOG_LEVEL };
    await using gateway = commandLine(['serve'], { ...settings, SUPEROFFICE_URL: emulator.url });
    const url = `http://127.0.0.1:${port}`;
    const isThere = () =>
      fetch(`${url}/live`).then(
        ({ ok }) => ok,
        () => false,
      );
    for (let look = 0; look < 400 && !(await isThere()); look += 1) await pause(25);
    expect((await queryAt(url, { query }, { authorization })).status).toBe(200);
    gateway.signal('SIGTERM');
    expect(await gateway.ended).toBe(0);
    expect(gateway.stdout()).toMatch(expected);
  });

  it('logs at the start which proxies are used, without their passwords; the demo uses none', async () => {
    const proxy = 'http://user:pr0xy-secret@127.0.0.1:9';
    await using gateway = commandLine(['serve'], {
      PORT: '0',
      HTTPS_PROXY: proxy,
      http_proxy: 'proxy.example.com:3128',
    });
    const url = await urlOf(gateway);
    const [start = ''] = gateway.stdout().split('\n');
    expect(JSON.parse(start)).toMatchObject({
      event: 'start',
      proxy: { https: 'http://127.0.0.1:9', http: 'http://proxy.example.com:3128' },
    });
    expect(await queryAt(url, { query })).toMatchObject({ status: 200, data: { chatSession: { id: '192' } } });
    expect(gateway.stdout()).not.toContain('pr0xy-secret');
  });
});
