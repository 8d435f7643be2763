/** Compressed responses, for clients that accept them; and no compressed requests. */
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { gatewayOnEmulator, authorization } from '../../support/query-gateway.js';

const ids = Array.from({ length: 60 }, (_, index) => index + 1).join();
const large = JSON.stringify({
  query: `{ chatSessions(ids: [${ids}]) { id status customerName customerEmail rank whenRequested topic { name } } }`,
});
const small = JSON.stringify({ query: '{ chatSession(id: 192) { id } }' });
const json = { 'content-type': 'application/json', authorization };

describe('responses', () => {
  it.each([
    ['gzip', 'gzip'],
    ['br', 'br'],
    ['gzip, deflate, br', 'gzip'],
    ['br;q=0.5, gzip', 'gzip'],
  ])('of more than 8 KiB for accept-encoding %s: %s, same content', async (accepted, expected) => {
    await using gateway = await gatewayOnEmulator();
    const url = `${gateway.url}/graphql`;
    const send = (encoding: string) =>
      fetch(url, { method: 'POST', headers: { ...json, 'accept-encoding': encoding }, body: large });
    const [plain, compressed] = [await send('identity'), await send(accepted)];
    expect([plain.headers.get('content-encoding'), compressed.headers.get('content-encoding')]).toEqual([
      null,
      expected,
    ]);
    expect(compressed.headers.get('vary')).toMatch(/accept-encoding/i);
    expect(compressed.headers.get('vary')).toMatch(/authorization/i);
    const text = await plain.text();
    expect(text.length).toBeGreaterThan(8_192);
    expect(await compressed.text()).toBe(text);
  });

  it.each([
    ['small', small, 'gzip', {}],
    ['not accepted', large, 'identity', {}],
    ['an encoding that is not known', large, 'zebra', {}],
    ['switched off', large, 'gzip', { COMPRESSION: 'false' }],
  ])('%s: not compressed', async (_what, body, encoding, settings) => {
    await using gateway = await gatewayOnEmulator({}, settings);
    const headers = { ...json, 'accept-encoding': encoding };
    const response = await fetch(`${gateway.url}/graphql`, { method: 'POST', headers, body });
    expect([response.status, response.headers.get('content-encoding')]).toEqual([200, null]);
    expect(await response.json()).toMatchObject({ data: {} });
  });
});

describe('requests', () => {
  it('that are compressed are refused and not decompressed: a gzip bomb has no effect', async () => {
    await using gateway = await gatewayOnEmulator();
    const bomb = gzipSync(Buffer.alloc(50_000_000, ' '));
    const headers = { ...json, 'content-encoding': 'gzip' };
    const response = await fetch(`${gateway.url}/graphql`, { method: 'POST', headers, body: bomb });
    expect(response.status).toBe(415);
    expect(gateway.emulator.requests).toEqual([]);
  });
});
