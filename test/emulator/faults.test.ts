/**
 * Injected faults as a client receives them.
 */
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { startEmulator } from '../../src/emulator/index.js';
import { at, post, readJson, requestText, sampleHeaders, sendBytes } from '../support/emulator-calls.js';

const id192 = '?chatSessionEntityId=192';

describe('faults', () => {
  it('SO-201 status: that status, headers and body, once', async () => {
    await using emulator = await startEmulator();
    emulator.injectFault({ kind: 'status', status: 503, headers: { 'Retry-After': '7' }, body: 'down' });

    const broken = await post(emulator);

    expect([broken.status, broken.headers.get('retry-after'), await broken.text()]).toEqual([503, '7', 'down']);
    expect((await post(emulator)).status).toBe(200);
    expect(emulator.log.map(({ status }) => status)).toEqual([503, 200]);
  });

  it('SO-202 status 204 and 304 have no body', async () => {
    await using emulator = await startEmulator();
    emulator.injectFault({ kind: 'status', status: 204 });

    const response = await post(emulator);

    expect([response.status, await response.text()]).toEqual([204, '']);
  });

  it('SO-203 body: 200 with any body and content type', async () => {
    await using emulator = await startEmulator();
    emulator.injectFault({ kind: 'body', body: '<html>login</html>', contentType: 'text/html' });
    emulator.injectFault({ kind: 'body', body: gzipSync('{"a":1}'), headers: { 'Content-Encoding': 'gzip' } });

    const page = await post(emulator);
    const zipped = await post(emulator);

    expect([page.status, page.headers.get('content-type'), await page.text()]).toEqual([
      200,
      'text/html',
      '<html>login</html>',
    ]);
    expect(await readJson(zipped)).toEqual({ a: 1 });
  });

  it('SO-204 delay: the normal response, late', async () => {
    await using emulator = await startEmulator();
    emulator.injectFault({ kind: 'delay', delayMs: 30 });

    const startedMs = performance.now();
    const session = await readJson(await post(emulator, id192));

    expect(performance.now() - startedMs).toBeGreaterThanOrEqual(28); // timers may fire up to 1 ms early
    expect(at(session, 'ChatSessionId')).toBe(192);
  });

  it('SO-205 reset: the socket is destroyed, and the request is recorded with status 0', async () => {
    await using emulator = await startEmulator();
    emulator.injectFault({ kind: 'reset' });

    await expect(post(emulator, id192)).rejects.toThrow('fetch failed');
    expect(emulator.log.map(({ line, status }) => [line, status])).toEqual([['GetChatSessionEntity 192', 0]]);
  });

  it('SO-206 truncate: half of the body under its full length', async () => {
    await using emulator = await startEmulator();
    emulator.injectFault({ kind: 'truncate' });

    const response = await post(emulator, id192);
    await expect(response.text()).rejects.toThrow();

    expect(response.status).toBe(200);
  });

  it('SO-207 drip: the whole body, a piece at a time', async () => {
    await using emulator = await startEmulator();
    emulator.injectFault({ kind: 'drip', bytesPerStep: 4000, stepMs: 5 });

    expect(at(await readJson(await post(emulator, id192)), 'ChatSessionId')).toBe(192);
  });

  it('SO-208 raw: these bytes instead of HTTP', async () => {
    await using emulator = await startEmulator();
    emulator.injectFault({ kind: 'raw', bytes: 'NONSENSE\r\n\r\n' });

    const received = await sendBytes(emulator, requestText('POST /x', { ...sampleHeaders, 'Content-Length': '0' }));

    expect(received).toBe('NONSENSE\r\n\r\n');
  });

  it('SO-209 hang: no response until the caller or the emulator closes the connection', async () => {
    await using emulator = await startEmulator();
    emulator.injectFault({ kind: 'hang' });

    const pending = fetch(emulator.url, { signal: AbortSignal.timeout(50) });

    await expect(pending).rejects.toThrow('timeout');
    expect((await post(emulator)).status).toBe(200);
  });
});

describe('which request a fault applies to', () => {
  it('SO-220 match by operation (case-insensitive) and id; other requests are normal', async () => {
    await using emulator = await startEmulator();
    emulator.injectFault({ kind: 'status', status: 500, match: { operation: 'getchatsessionentity', id: '2' } });
    emulator.injectFault({ kind: 'status', status: 501, match: { operation: 'AddChatMessage' } });

    const statuses = [];
    for (const id of ['1', '2', '2']) statuses.push((await post(emulator, `?chatSessionEntityId=${id}`)).status);

    expect(statuses).toEqual([200, 500, 200]);
  });

  it('SO-221 times: a number or Infinity; the oldest fault is first, before credentials are checked', async () => {
    await using emulator = await startEmulator();
    emulator.injectFault({ kind: 'status', status: 502, times: 2 });
    emulator.injectFault({ kind: 'status', status: 503, times: Infinity });

    const statuses = [];
    for (let call = 0; call < 5; call += 1) statuses.push((await post(emulator, id192, {})).status);

    expect(statuses).toEqual([502, 502, 503, 503, 503]);
  });

  it('SO-222 any fault can be delayed', async () => {
    await using emulator = await startEmulator();
    emulator.injectFault({ kind: 'status', status: 503, delayMs: 30 });

    const startedMs = performance.now();

    expect((await post(emulator)).status).toBe(503);
    expect(performance.now() - startedMs).toBeGreaterThanOrEqual(28); // timers may fire up to 1 ms early
  });
});
