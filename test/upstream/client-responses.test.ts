/**
 * Unexpected responses: redirects, endless ones, broken ones.
 */
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { startEmulator, type Fault } from '../../src/emulator/index.js';
import { openClient, readCall } from '../support/client-calls.js';
import { answerJson, refusingUrl, startUpstream } from '../support/upstream-servers.js';

describe('redirects', () => {
  it.each([301, 302, 303, 307, 308])('U34 status %d is not followed', async (status) => {
    await using other = await startUpstream((response) => answerJson(response, { ChatSessionId: 192 }));
    await using server = await startUpstream((response) => response.writeHead(status, { Location: other.url }).end());
    using client = openClient(server.url);

    const result = client.session({ 'x-xsrf-token': 'token' }).post(readCall());

    await expect(result).rejects.toMatchObject({ code: 'UPSTREAM_INVALID_RESPONSE' });
    expect([server.requests.length, other.requests.length, other.connections()]).toEqual([1, 0, 0]);
  });
});

describe('large responses', () => {
  it('U17 a gzip bomb is stopped at the limit, once', async () => {
    const bomb = gzipSync(Buffer.alloc(32 * 1_048_576));
    await using emulator = await startEmulator();
    emulator.injectFault({ kind: 'body', body: bomb, headers: { 'Content-Encoding': 'gzip' }, times: Infinity });
    using client = openClient(emulator.url, { MAX_RESPONSE_BYTES: '100000' });

    await expect(client.session().post(readCall())).rejects.toMatchObject({
      code: 'UPSTREAM_INVALID_RESPONSE',
      detail: 'GetChatSessionEntity 192: the response is larger than MAX_RESPONSE_BYTES',
    });
    expect(emulator.requests).toHaveLength(1);
    expect(client.logLines()[0]?.bytes).toBeLessThan(300_000);
  });

  it('U17 an endless response is stopped at the limit, and its socket closed', async () => {
    await using server = await startUpstream((response) => {
      response.writeHead(200, { 'Content-Type': 'application/json' });
      const writeOn = (): void => {
        while (!response.destroyed && response.write(Buffer.alloc(16_384, ' ')));
        response.once('drain', writeOn);
      };
      writeOn();
    });
    using client = openClient(server.url, { MAX_RESPONSE_BYTES: '100000' });

    await expect(client.session().post(readCall())).rejects.toMatchObject({ code: 'UPSTREAM_INVALID_RESPONSE' });
    await server.socketsClosed();
    expect(client.logLines()[0]?.bytes).toBeLessThan(300_000);
  });

  it('a response of exactly that size is accepted', async () => {
    const body = JSON.stringify('x'.repeat(1022)); // 1024 bytes
    await using server = await startUpstream((response) =>
      response.writeHead(200, { 'Content-Type': 'application/json' }).end(body),
    );
    using exact = openClient(server.url, { MAX_RESPONSE_BYTES: '1024' });

    await expect(exact.session().post(readCall())).resolves.toHaveLength(1022);
  });
});

describe('broken responses', () => {
  it.each<readonly [string, Fault, string, number]>([
    ['U7 truncated', { kind: 'truncate' }, 'UPSTREAM_INVALID_RESPONSE', 2],
    ['U9 no JSON', { kind: 'body', body: '{"a":' }, 'UPSTREAM_INVALID_RESPONSE', 1],
    ['U10 a login page', { kind: 'body', body: '<html>', contentType: 'text/html' }, 'UPSTREAM_INVALID_RESPONSE', 1],
    ['U12 empty', { kind: 'body', body: '' }, 'UPSTREAM_INVALID_RESPONSE', 1],
    [
      'no gzip, though it says so',
      { kind: 'body', body: 'null', headers: { 'Content-Encoding': 'gzip' } },
      'UPSTREAM_INVALID_RESPONSE',
      1,
    ],
    ['U38 no HTTP', { kind: 'raw', bytes: 'SSH-2.0-OpenSSH_9.6\r\n' }, 'UPSTREAM_INVALID_RESPONSE', 1],
    [
      'U38 a header of 40 KB',
      { kind: 'status', status: 200, headers: { 'X-Long': 'x'.repeat(40_000) } },
      'UPSTREAM_INVALID_RESPONSE',
      1,
    ],
    ['closed without a byte', { kind: 'raw', bytes: '' }, 'UPSTREAM_UNAVAILABLE', 2],
  ])('%s: the code, and the number of calls', async (...[, fault, code, calls]) => {
    await using emulator = await startEmulator();
    emulator.injectFault({ ...fault, times: Infinity });
    using client = openClient(emulator.url);

    await expect(client.session().post(readCall())).rejects.toMatchObject({ code });
    expect(emulator.requests).toHaveLength(calls);
  });

  it('U40 after a broken response the next call has a new connection, and a response', async () => {
    await using emulator = await startEmulator();
    emulator.injectFault({ kind: 'truncate', times: 2 });
    using client = openClient(emulator.url);
    const session = client.session();

    await expect(session.post(readCall())).rejects.toMatchObject({ code: 'UPSTREAM_INVALID_RESPONSE' });
    await expect(session.post(readCall())).resolves.toMatchObject({ ChatSessionId: 192 });
  });

  it.each([
    ['U12', { kind: 'status', status: 204 }],
    ['U13', { kind: 'body', body: 'null' }],
    ['U28', { kind: 'status', status: 404 }],
  ] as const)('%s is null', async (...[, fault]) => {
    await using emulator = await startEmulator();
    emulator.injectFault(fault);
    using client = openClient(emulator.url);

    await expect(client.session().post(readCall())).resolves.toBeNull();
    expect(emulator.requests).toHaveLength(1);
  });

  it('U15 a byte order mark is ignored', async () => {
    await using emulator = await startEmulator();
    emulator.injectFault({ kind: 'body', body: '\uFEFF{"ChatSessionId":192}' });
    using client = openClient(emulator.url);

    await expect(client.session().post(readCall())).resolves.toEqual({ ChatSessionId: 192 });
  });
});

describe('no connection', () => {
  it('U1 refused: unavailable, after two attempts', async () => {
    using client = openClient(await refusingUrl());

    await expect(client.session().post(readCall())).rejects.toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
    expect(client.logLines().map(({ attempt, status }) => [attempt, status])).toEqual([
      [1, null],
      [2, null],
    ]);
  });

  it('U37 plain HTTP where TLS is expected: unavailable, and no second attempt', async () => {
    await using server = await startUpstream((response) => answerJson(response, null));
    using client = openClient(server.url.replace('http:', 'https:'));

    await expect(client.session().post(readCall())).rejects.toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
    expect([client.logLines().length, server.requests.length]).toEqual([1, 0]);
  });
});
