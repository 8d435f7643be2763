/**
 * The emulator's languages, request log and lifecycle. Each test quotes the documented behaviour that it checks, where there
 * is one (SPEC, facts.md by section).
 */
import { describe, expect, it } from '@jest/globals';
import { startEmulator } from '../../src/emulator/index.js';
import type { RecordedRequest } from '../../src/emulator/index.js';
import { at, fetchSession, operationPath, post, sampleHeaders, sendBytes } from '../support/emulator-calls.js';

describe('languages', () => {
  it('SO-025 facts 8: no language header gives raw multi-language text and resource ids', async () => {
    await using emulator = await startEmulator();

    const session = await fetchSession(emulator, 10, { headers: { Authorization: 'Bearer x', 'Accept-Language': '' } });

    expect(at(session, 'Contact', 'CategoryName')).toBe('NO:"Leverandør";US:"Supplier"');
    expect(at(session, 'TableRight', 'Reason')).toBe('[SR_CHATSESSION_NO_ACCESS]');
  });

  it.each([
    [{ 'Accept-Language': 'en' }, 'Supplier'],
    [{ 'Accept-Language': 'nb-NO,nb;q=0.9,en;q=0.8' }, 'Leverandør'],
    [{ 'Accept-Language': 'de' }, 'Supplier'],
    [{ 'Accept-Language': 'en', 'SO-Language': 'no' }, 'Leverandør'],
    [{ 'Accept-Language': 'en', 'SO-Language': '*' }, 'NO:"Leverandør";US:"Supplier"'],
    [{ 'Accept-Language': 'en', 'SO-Language': 'x' }, 'NO:"Leverandør";US:"Supplier"'],
  ])('SO-026 SPEC: %j; "SO-Language overrides", * and x cancel: %s', async (languages, expected) => {
    await using emulator = await startEmulator();

    const session = await fetchSession(emulator, 10, {
      headers: { Authorization: 'Bearer x', ...languages } as Record<string, string>,
    }); // each lists other keys

    expect(at(session, 'Contact', 'CategoryName')).toBe(expected);
  });
});

describe('the request log', () => {
  it('SO-030 keeps url, select and headers as received', async () => {
    const seen: RecordedRequest[] = [];
    await using emulator = await startEmulator({ onRequest: (request) => seen.push(request) });
    const query = '?chatSessionEntityId=192&%24select=Status%2CUser%2FFullName';

    await fetch(`${emulator.url}/Cust1${operationPath}${query}`, {
      method: 'POST',
      headers: sampleHeaders,
      body: '{}',
    });

    expect(emulator.log).toEqual(seen);
    expect(emulator.log).toEqual([
      {
        method: 'POST',
        url: `/Cust1${operationPath}${query}`,
        path: `/Cust1${operationPath}`,
        operation: 'GetChatSessionEntity',
        id: '192',
        select: 'Status%2CUser%2FFullName',
        headers: expect.objectContaining({ authorization: 'Basic dGplMDpUamUw' }),
        status: 200,
        bodyText: '{}',
        line: 'GetChatSessionEntity 192 $select=Status%2CUser%2FFullName',
      },
    ]);
  });

  it('SO-031 lists requests in order of arrival, also when the first gets its response last; clearLog empties it', async () => {
    await using emulator = await startEmulator();
    emulator.injectFault({ kind: 'hang', match: { id: '1' } });
    const first = post(emulator, '?chatSessionEntityId=1').catch(() => 'closed');
    while (emulator.requests.length === 0) await new Promise((resolve) => setImmediate(resolve));
    await post(emulator, '?chatSessionEntityId=2');

    expect(emulator.requests).toEqual(['GetChatSessionEntity 1', 'GetChatSessionEntity 2']);
    expect(emulator.log.map(({ status }) => status)).toEqual([0, 200]);
    emulator.clearLog();
    expect(emulator.log).toEqual([]);
    await emulator.close();
    expect(await first).toBe('closed');
  });
});

describe('the lifecycle of the server', () => {
  it('SO-035 listens on a free port by default and reports it', async () => {
    await using first = await startEmulator();
    await using second = await startEmulator();

    expect(first.url).toBe(`http://127.0.0.1:${first.port}`);
    expect(second.port).not.toBe(first.port);
    await expect(startEmulator({ port: first.port })).rejects.toThrow('EADDRINUSE');
  });

  it('SO-036 closes within 100 ms with a connection kept alive and requests open, and may be closed twice', async () => {
    const emulator = await startEmulator({ latencyMs: 60_000 });
    const open = post(emulator).catch(() => 'closed');
    while (emulator.requests.length === 0) await new Promise((resolve) => setImmediate(resolve));

    const startedMs = performance.now();
    await emulator.close();
    await emulator.close();

    expect(performance.now() - startedMs).toBeLessThan(100);
    expect(await open).toBe('closed');
    await expect(post(emulator)).rejects.toThrow();
  });

  it('SO-037 stays up after broken requests: bad bytes, bad encoding, an abort, a throwing listener, a huge body', async () => {
    let isThrowing = false;
    await using emulator = await startEmulator({
      onRequest: () => {
        if (isThrowing) throw new Error('listener');
      },
    });

    expect(await sendBytes(emulator, 'garbage\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
    await post(emulator, '?%=%&&=&chatSessionEntityId=%E0%A4%A');
    const aborting = new AbortController();
    const aborted = fetch(emulator.url + operationPath, { method: 'POST', signal: aborting.signal }).catch(
      () => 'aborted',
    );
    aborting.abort();
    expect(await aborted).toBe('aborted');
    isThrowing = true;
    expect((await post(emulator)).status).toBe(500);
    isThrowing = false;
    const huge = await fetch(emulator.url + operationPath, {
      method: 'POST',
      headers: sampleHeaders,
      body: 'x'.repeat(1024 * 1024 + 1),
    }).then(
      ({ status }) => status,
      () => 413,
    );

    expect(huge).toBe(413);
    expect((await post(emulator)).status).toBe(200);
  });

  it('SO-038 waits latencyMs before every response', async () => {
    await using emulator = await startEmulator({ latencyMs: 30 });

    const startedMs = performance.now();
    await post(emulator);

    expect(performance.now() - startedMs).toBeGreaterThanOrEqual(28); // timers may fire up to 1 ms early
  });
});
