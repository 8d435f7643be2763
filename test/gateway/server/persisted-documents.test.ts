/** Automatic persisted queries: off, on, and invalid; with the calls to SuperOffice. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { documentCache } from '../../../src/server/documents/document-cache.js';
import {
  call,
  closed,
  get,
  hashOf,
  persisted,
  rank,
  send,
  session,
  variables,
} from '../../support/persisted-documents.js';
import { gatewayOnEmulator, type GatewayWithEmulator } from '../../support/query-gateway.js';

describe('automatic persisted queries', () => {
  it('are off: an unknown hash leads to the error that the whole query must be sent (C32)', async () => {
    await using gateway = await gatewayOnEmulator();
    const { status, errors } = await send(gateway, { extensions: persisted(hashOf(session)) });
    expect([status, errors?.[0]?.extensions.code]).toEqual([200, 'PERSISTED_QUERY_NOT_SUPPORTED']);
    const named = await send(gateway, { documentId: hashOf(session) });
    expect([named.status, named.errors?.[0]?.extensions.code]).toEqual([400, 'BAD_REQUEST']);
    expect(gateway.emulator.requests).toEqual([]);
  });

  it('with APQ=true: not found, then registered, then found by the hash alone', async () => {
    await using gateway = await gatewayOnEmulator({}, { APQ: 'true' });
    const extensions = persisted(hashOf(session));

    const first = await send(gateway, { variables, extensions });
    expect([first.status, first.errors?.[0]?.extensions.code, first.errors?.[0]?.message]).toEqual([
      200,
      'PERSISTED_QUERY_NOT_FOUND',
      'PersistedQueryNotFound',
    ]);
    expect(first.headers.get('cache-control')).toBe('no-store');
    expect(gateway.emulator.requests).toEqual([]);

    expect((await send(gateway, { query: session, variables, extensions })).data).toEqual(closed);
    expect((await send(gateway, { variables, extensions })).data).toEqual(closed);
    expect(gateway.emulator.requests).toEqual([call, call]);
  });

  it('work by GET, where it is allowed', async () => {
    await using gateway = await gatewayOnEmulator({}, { APQ: 'true', GET_QUERIES: 'true' });
    const extensions = persisted(hashOf(rank));
    expect(await get(gateway, { extensions: JSON.stringify(extensions) })).toMatchObject({
      status: 200,
      code: 'PERSISTED_QUERY_NOT_FOUND',
    });
    await send(gateway, { query: rank, extensions });
    expect((await get(gateway, { extensions: JSON.stringify(extensions) })).data).toEqual({ chatSession: { rank: 6 } });
  });

  it('are not registered where the document is refused', async () => {
    await using gateway = await gatewayOnEmulator({}, { APQ: 'true', MAX_ALIASES: '0' });
    for (const query of ['{ nope }', '{', '{ a: chatSession(id: 5) { id } }']) {
      const extensions = persisted(hashOf(query));
      expect((await send(gateway, { query, extensions })).status).toBe(400);
      expect((await send(gateway, { extensions })).errors?.[0]?.extensions.code).toBe('PERSISTED_QUERY_NOT_FOUND');
    }
    expect(gateway.emulator.requests).toEqual([]);
  });
});

describe('an invalid automatic persisted query', () => {
  let gateway: GatewayWithEmulator;
  beforeAll(async () => {
    gateway = await gatewayOnEmulator({}, { APQ: 'true' });
  });
  afterAll(async () => gateway[Symbol.asyncDispose]());

  it.each([
    ['the hash of another query', { query: rank, extensions: persisted(hashOf(session)) }],
    ['the hash of an empty query', { query: '', extensions: persisted(hashOf(session)) }],
    ['another version', { query: rank, extensions: persisted(hashOf(rank), 2) }],
    ['no version', { query: rank, extensions: { persistedQuery: { sha256Hash: hashOf(rank) } } }],
    ['a hash that is an object', { extensions: persisted({ toString: 1, valueOf: 1 }) }],
    ['a hash that is a list', { extensions: persisted([hashOf(rank)]) }],
    ['a hash that is a number', { extensions: persisted(5) }],
    ['a long hash', { extensions: persisted('a'.repeat(100_000)) }],
    ['a text', { extensions: { persistedQuery: 'x' } }],
    ['__proto__', { extensions: persisted('__proto__') }],
  ])('%s is a bad request', async (_name, body) => {
    const { status, errors } = await send(gateway, body);
    expect([status, errors?.[0]?.extensions.code]).toEqual([400, 'BAD_REQUEST']);
    expect(errors?.[0]?.extensions['requestId']).toMatch(/./);
    expect(gateway.emulator.requests).toEqual([]);
    expect(gateway.log()).not.toContain('"level":50');
  });
});

describe('the cache of automatic persisted queries', () => {
  it('drops the document that was not used for the longest time, by number', async () => {
    const cache = documentCache({ maxDocuments: 2, maxChars: 1_000 });
    await cache.set('a', 'A');
    await cache.set('b', 'B');
    await cache.get('a');
    await cache.set('c', 'C');
    expect([await cache.get('a'), await cache.get('b'), await cache.get('c')]).toEqual(['A', undefined, 'C']);
  });

  it('and by size; a document that is too large alone is not stored', async () => {
    const cache = documentCache({ maxDocuments: 100, maxChars: 20 });
    await cache.set('a', 'x'.repeat(9));
    await cache.set('b', 'x'.repeat(9));
    await cache.set('b', 'y'.repeat(9));
    expect([(await cache.get('a'))?.length, (await cache.get('b'))?.[0]]).toEqual([9, 'y']);
    await cache.set('c', 'x');
    expect([await cache.get('a'), (await cache.get('b'))?.length]).toEqual([undefined, 9]);
    await cache.set('d', 'x'.repeat(30));
    expect([(await cache.get('b'))?.length, await cache.get('d')]).toEqual([9, undefined]); // too large: it displaces nothing
    await cache.set('e', 'x');
    expect([await cache.delete('e'), await cache.get('e')]).toEqual([true, undefined]);
  });
});
