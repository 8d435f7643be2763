/**
 * Which requests are retried, and how often. Every attempt is a metered call.
 */
import { describe, expect, it } from '@jest/globals';
import { startEmulator, type Fault } from '../../src/emulator/index.js';
import { openClient, readCall } from '../support/client-calls.js';

const record = { ChatSessionId: 192 };

describe('a temporary failure', () => {
  it.each<readonly [string, Fault]>([
    ['U33 502', { kind: 'status', status: 502 }],
    ['U33 503', { kind: 'status', status: 503 }],
    ['U33 504', { kind: 'status', status: 504 }],
    ['U29 408', { kind: 'status', status: 408 }],
    ['U31 429', { kind: 'status', status: 429 }],
    ['U31 429 with a Retry-After of 0', { kind: 'status', status: 429, headers: { 'Retry-After': '0' } }],
    ['U35 a reset before the response', { kind: 'reset' }],
    ['U7 a truncated response', { kind: 'truncate' }],
  ])('%s is retried once, successfully', async (_row, fault) => {
    await using emulator = await startEmulator();
    emulator.injectFault(fault);
    using client = openClient(emulator.url);

    await expect(client.session().post(readCall())).resolves.toMatchObject(record);
    expect(emulator.requests).toHaveLength(2);
    expect(client.logLines().map(({ attempt }) => attempt)).toEqual([1, 2]);
  });
});

describe('a permanent failure', () => {
  it.each<readonly [string, Fault, string]>([
    ['U33 503', { kind: 'status', status: 503 }, 'UPSTREAM_UNAVAILABLE'],
    ['U33 504', { kind: 'status', status: 504 }, 'UPSTREAM_TIMEOUT'],
    ['U31 429', { kind: 'status', status: 429 }, 'UPSTREAM_RATE_LIMITED'],
    ['U35 reset', { kind: 'reset' }, 'UPSTREAM_UNAVAILABLE'],
  ])('%s ends after two attempts', async (...[, fault, code]) => {
    await using emulator = await startEmulator();
    emulator.injectFault({ ...fault, times: Infinity });
    using client = openClient(emulator.url);

    await expect(client.session().post(readCall())).rejects.toMatchObject({ code });
    expect(emulator.requests).toHaveLength(2);
  });

  it.each<readonly [string, Fault]>([
    ['U33 503', { kind: 'status', status: 503 }],
    ['U35 reset', { kind: 'reset' }],
  ])('%s ends after one where UPSTREAM_RETRIES is 0', async (_row, fault) => {
    await using emulator = await startEmulator();
    emulator.injectFault(fault);
    using client = openClient(emulator.url, { UPSTREAM_RETRIES: '0' });

    await expect(client.session().post(readCall())).rejects.toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
    expect(emulator.requests).toHaveLength(1);
  });
});

describe('what is never retried', () => {
  it.each([
    ['U25', 400, 'UPSTREAM_REJECTED'],
    ['U26', 401, 'UNAUTHENTICATED'],
    ['U27', 403, 'FORBIDDEN'],
    ['U30', 421, 'UPSTREAM_UNAVAILABLE'],
    ['U32', 500, 'UPSTREAM_UNAVAILABLE'],
    ['U32', 501, 'UPSTREAM_UNAVAILABLE'],
  ])('%s status %d', async (...[, status, code]) => {
    await using emulator = await startEmulator();
    emulator.injectFault({ kind: 'status', status });
    using client = openClient(emulator.url);

    await expect(client.session().post(readCall())).rejects.toMatchObject({ code });
    expect(emulator.requests).toHaveLength(1);
  });

  it.each([
    ['60', 60],
    ['99999', 3600],
  ])('U31 a Retry-After of %s beyond the deadline is reported, clamped', async (text, seconds) => {
    await using emulator = await startEmulator();
    emulator.injectFault({ kind: 'status', status: 429, headers: { 'Retry-After': text } });
    using client = openClient(emulator.url);

    await expect(client.session().post(readCall())).rejects.toMatchObject({
      code: 'UPSTREAM_RATE_LIMITED',
      publicDetails: { retryAfterSeconds: seconds },
    });
    expect(emulator.requests).toHaveLength(1);
  });
});
