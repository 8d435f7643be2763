/** C1–C7, C11, C21–C24, C30–C32: what is not a GraphQL request gets a small response in JSON, and makes no call. */
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { facing, facingBody, isWell, json, requestBytes, sendBytes, type Faced } from '../support/facing-clients.js';
import { sendPlain } from '../support/plain-http.js';
import { authorization, gatewayOnEmulator } from '../support/query-gateway.js';

const query = JSON.stringify({ query: '{ chatSession(id: 192) { id } }' });
const readStatus = ['GetChatSessionEntity 192 $select=ChatSessionId,Status'];

/** The request is refused: a small response in JSON, no call, and the gateway still serves others. */
function expectRefused(faced: Faced, status: number, code = 'BAD_REQUEST'): void {
  const { calls, codes } = faced;
  expect({ status: faced.status, codes, calls, isWell: faced.isWell }).toEqual({
    status,
    codes: [code],
    calls: [],
    isWell: true,
  });
  expect(faced.headers['content-type']).toMatch(/^application\/json\b/);
  expect(faced.bytes).toBeLessThan(1_000);
  expect(faced.text).not.toMatch(/<html|\bat .*\.js|node_modules/i);
}

describe('invalid bodies', () => {
  it.each(['{"query":', '{"query":"{ __typename }"', 'query { __typename }', "{'query': 1}", '\u0000'])(
    'C1 malformed JSON %j: refused',
    async (body) => {
      expectRefused(await facingBody(body), 400);
    },
  );

  it('C2 a body over the limit: refused by its Content-Length', async () => {
    expectRefused(await facingBody(JSON.stringify({ query: ' '.repeat(300_000) })), 413);
  });

  it('C2 a body over the limit without Content-Length: refused while it arrives', async () => {
    await using gateway = await gatewayOnEmulator();
    const chunks = Array.from({ length: 40 }, () => `2710\r\n${' '.repeat(10_000)}\r\n`).join('');
    const headers = ['Host: gateway', 'Content-Type: application/json', 'Transfer-Encoding: chunked'];

    const response = await sendBytes(gateway.url, requestBytes(headers, `${chunks}0\r\n\r\n`)).catch(() => 'reset');

    expect(response).toMatch(/^(HTTP\/1\.1 413 |reset$)/);
    expect([gateway.emulator.requests, await isWell(gateway)]).toEqual([[], true]);
  });

  it('C3 a gzip bomb: refused before it is decompressed', async () => {
    const bomb = gzipSync(Buffer.alloc(100_000_000, ' '));
    const before = process.memoryUsage().rss;
    expectRefused(await facingBody(bomb, { ...json, 'content-encoding': 'gzip' }), 415);
    expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000);
  });

  it.each(['br', 'deflate', 'identity, gzip'])('C3 content-encoding %s: refused', async (encoding) => {
    expectRefused(await facingBody(query, { ...json, 'content-encoding': encoding }), 415);
  });

  it.each(['null', '[]', '5', '{}', '"{ __typename }"', 'true', '', '{"query":null}', '{"query":5}', '{"query":""}'])(
    'C4 the body %j: refused',
    async (body) => {
      expectRefused(await facingBody(body), 400);
    },
  );

  it.each([
    ['none', {}],
    ['text/plain', { 'content-type': 'text/plain' }],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['a multipart form', { 'content-type': 'multipart/form-data; boundary=x' }],
    ['graphql itself', { 'content-type': 'application/graphql' }],
    ['nonsense', { 'content-type': ';;;' }],
  ])('C5 content-type: %s is refused', async (_name, headers) => {
    expectRefused(await facingBody(query, { authorization, ...headers }), 415);
  });

  it.each(['latin1', 'utf-16', '"utf-7"', 'ISO-8859-1'])('C6 charset %s: refused', async (charset) => {
    expectRefused(await facingBody(query, { ...json, 'content-type': `application/json; charset=${charset}` }), 415);
  });

  it('C7 invalid UTF-8: accepted, invalid bytes are read as U+FFFD', async () => {
    const [before = '', after = ''] = '{"query":"{ chatSession(id: 192) { status } } # ?"}'.split('?');
    const body = Buffer.concat([Buffer.from(before), Buffer.of(0xff, 0xc3), Buffer.from(after)]);
    const { status, data, calls } = await facingBody(body);
    expect([status, data, calls]).toEqual([200, { chatSession: { status: 'CLOSED' } }, readStatus]);
  });

  it('C7 invalid UTF-8 inside an id: refused without a call', async () => {
    const [before = '', after = ''] =
      '{"query":"query ($id: ID!) { chatSession(id: $id) { id } }","variables":{"id":"19?2"}}'.split('?');
    const { codes, calls } = await facingBody(
      Buffer.concat([Buffer.from(before), Buffer.of(0xff), Buffer.from(after)]),
    );
    expect([codes, calls]).toEqual([['BAD_USER_INPUT'], []]);
  });

  it.each([
    [1, 1],
    [2, 2],
    [1000, 50],
  ])('C11 an array batch of %i: refused, %i errors', async (count, expected) => {
    const faced = await facingBody(`[${Array.from({ length: count }, () => query).join()}]`);
    const responses = JSON.parse(faced.text) as { errors: { message: string; extensions: { code: string } }[] }[];
    expect([faced.status, faced.calls, faced.isWell]).toEqual([400, [], true]);
    expect(responses.map(({ errors }) => errors.map(({ extensions }) => extensions.code))).toEqual(
      Array.from({ length: expected }, () => ['BAD_REQUEST']),
    );
    expect(responses[0]?.errors[0]?.message).toContain('one query in each request');
    expect(faced.bytes).toBeLessThan(20_000);
  });

  it('C11 an empty array: refused', async () => {
    expectRefused(await facingBody('[]'), 400);
  });
});

describe('bytes that are not HTTP', () => {
  const length = `Content-Length: ${query.length}`;
  const type = 'Content-Type: application/json';

  it.each([
    ['C21 a bare LF in a header', ['Host: gateway', type, length, 'X-A: 1\nX-Injected: 1']],
    ['C21 a bare CR in a header', ['Host: gateway', type, length, 'X-A: 1\rX-Injected: 1']],
    ['C21 a NUL in a header', ['Host: gateway', type, length, 'X-A: 1\u00002']],
    ['C23 both Content-Length and Transfer-Encoding', ['Host: gateway', type, length, 'Transfer-Encoding: chunked']],
    ['C23 two Content-Lengths', ['Host: gateway', type, length, 'Content-Length: 5']],
    ['C23 no Host', [type, length]],
    ['C23 two encodings', ['Host: gateway', type, 'Transfer-Encoding: chunked, identity']],
  ])('%s: refused by 400', async (_name, headers) => {
    await using gateway = await gatewayOnEmulator();
    const response = await sendBytes(gateway.url, requestBytes([...headers, `Authorization: ${authorization}`], query));
    expect(response).toMatch(/^HTTP\/1\.1 400 /);
    expect(response.length).toBeLessThan(1_000);
    expect([gateway.emulator.requests, await isWell(gateway)]).toEqual([[], true]);
  });

  it('C24 headers over 16 KB: refused by 431', async () => {
    await using gateway = await gatewayOnEmulator();
    const headers = ['Host: gateway', type, length, `X-A: ${'a'.repeat(20_000)}`];
    expect(await sendBytes(gateway.url, requestBytes(headers, query))).toMatch(/^HTTP\/1\.1 431 /);
    expect([gateway.emulator.requests, await isWell(gateway)]).toEqual([[], true]);
  });

  it('C24 a token over 8 KB: refused by 400', async () => {
    const faced = await facingBody(query, { ...json, authorization: `Bearer ${'a'.repeat(8_193)}` });
    expectRefused(faced, 400, 'BAD_USER_INPUT');
  });
});

describe('header values that must not be forwarded', () => {
  it.each([
    ['authorization', 'Bearer t\u00f6ken'],
    ['authorization', 'Bearer \u00ff'],
    ['authorization', 'Bearer a\tb'],
    ['authorization', 'Bearer a b'],
    ['authorization', 'Digest a'],
    ['authorization', 'Token x'],
    ['authorization', 'hunter2'],
    ['authorization', 'Bearer '],
    ['authorization', 'Bearer null'],
    ['authorization', 'bearer undefined'],
    ['authorization', 'Basic null'],
    ['x-xsrf-token', 'undefined'],
    ['x-xsrf-token', 'a b'],
  ])('C22 %s: %j counts as no credentials: UNAUTHENTICATED, without a call', async (name, value) => {
    const withoutDefault = name === 'x-xsrf-token' ? { 'content-type': 'application/json' } : json;
    const faced = await facingBody(query, { ...withoutDefault, [name]: value });
    expect([faced.status, faced.codes, faced.calls]).toEqual([200, ['UNAUTHENTICATED'], []]);
    expect(faced.data).toEqual({ chatSession: null });
  });

  it.each([
    ['so-language', 'en\u00e9'],
    ['so-culture', 'en"GB'],
    ['so-timezone', '5;\u00fe'],
    ['accept-language', 'en\tnb'],
  ])('C22 %s: %j is refused by 400 and not repeated', async (name, value) => {
    const faced = await facingBody(query, { ...json, [name]: value });
    expectRefused(faced, 400, 'BAD_USER_INPUT');
    expect(faced.text).not.toContain(value);
  });
});

describe('methods', () => {
  const path = `/graphql?query=${encodeURIComponent('{ chatSession(id: 192) { status } }')}`;
  const get = (headers: Record<string, string>, settings: Record<string, string> = {}) =>
    facing(({ url }) => sendPlain(`${url}${path}`, { method: 'GET', headers }), settings);
  const preflight = { 'apollo-require-preflight': 'true' };
  const on = { GET_QUERIES: 'true' };

  it('C30 GET: refused by default', async () => {
    expectRefused(await get(preflight), 405);
  });

  it('C30 GET, switched on: refused without a header that forms cannot send', async () => {
    expectRefused(await get({}, on), 400);
  });

  it('C30 GET as text/plain: refused', async () => {
    expectRefused(await get({ 'content-type': 'text/plain', ...preflight }, on), 415);
    expectRefused(await get({ 'content-type': 'text/plain' }, on), 400);
  });

  it('C30 GET, switched on, with that header: accepted', async () => {
    const { status, codes, calls } = await get(preflight, on);
    expect([status, codes, calls]).toEqual([200, ['UNAUTHENTICATED'], []]);
  });

  it('C30 GET, switched on, with credentials, which forms cannot send: accepted', async () => {
    const { status, data, calls } = await get({ authorization }, on);
    expect([status, data, calls]).toEqual([200, { chatSession: { status: 'CLOSED' } }, readStatus]);
  });

  it.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'])('C31 %s: refused by 405', async (method) => {
    const faced = await facing(({ url }) => sendPlain(`${url}/graphql`, { method, headers: { authorization } }));
    expectRefused(faced, 405);
    expect(faced.headers.allow).toContain('POST');
  });

  it('C31 HEAD: refused by 405, without a body', async () => {
    const { status, text, calls } = await facing(({ url }) => sendPlain(`${url}${path}`, { method: 'HEAD' }));
    expect([status, text, calls]).toEqual([405, '', []]);
  });

  it('C31 a preflight: accepted, without a call', async () => {
    const headers = { origin: 'https://a.example', 'access-control-request-method': 'POST' };
    const settings = { CORS_ORIGINS: 'https://a.example' };
    const faced = await facing(({ url }) => sendPlain(`${url}/graphql`, { method: 'OPTIONS', headers }), settings);
    expect([faced.status, faced.headers['access-control-allow-origin'], faced.calls]).toEqual([
      204,
      'https://a.example',
      [],
    ]);
  });
});

describe('persisted queries', () => {
  const sha256Hash = 'ecf4edb46db40b5132295c0291d62fb65d6759a9eedfa4d5d612dd5ec54a6b38';
  const extensions = { persistedQuery: { version: 1, sha256Hash } };

  it('C32 an unknown hash: not supported, not stored', async () => {
    const faced = await facingBody(JSON.stringify({ extensions }));
    expect([faced.status, faced.codes, faced.calls, faced.isWell]).toEqual([
      200,
      ['PERSISTED_QUERY_NOT_SUPPORTED'],
      [],
      true,
    ]);
  });
});
