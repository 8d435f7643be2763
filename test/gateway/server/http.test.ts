/** Responses before GraphQL, and of other paths: always JSON, never a stack, never an upstream call. */
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { ownGateway } from '../../support/own-gateway.js';
import { authorization, gatewayOnEmulator } from '../../support/query-gateway.js';

const query = JSON.stringify({ query: '{ chatSession(id: 192) { id } }' });
const json = 'application/json';

async function send(init: RequestInit & { path?: string }, settings: Record<string, string> = {}) {
  await using gateway = await gatewayOnEmulator({}, settings);
  const response = await fetch(`${gateway.url}${init.path ?? '/graphql'}`, init);
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, calls: gateway.emulator.requests.length };
}

const post = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
  send({ method: 'POST', body, headers: { 'content-type': json, authorization, ...headers } });

describe('an invalid request', () => {
  it.each([
    ['half a JSON', '{"query":', {}, 400],
    ['null', 'null', {}, 400],
    ['a list', '[]', {}, 400],
    ['an array batch', `[${query}]`, {}, 400],
    ['a number', '5', {}, 400],
    ['no query', '{}', {}, 400],
    ['plain text', query, { 'content-type': 'text/plain' }, 415],
    ['a form', 'query=x', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['another charset', query, { 'content-type': 'application/json; charset=latin1' }, 415],
    ['a syntax error', '{"query":"{"}', {}, 400],
    ['an unknown field', '{"query":"{ nope }"}', {}, 400],
  ])('%s is refused', async (_name, body, headers, expected) => {
    const { status, text, calls } = await post(body, headers);
    expect([status, calls]).toEqual([expected, 0]);
    const [error] = [JSON.parse(text)].flat()[0].errors;
    expect(error.extensions.code).toMatch(/^(BAD_REQUEST|GRAPHQL_\w+)$/);
    expect(text).not.toMatch(/\bat .*\.js|node_modules|<html/);
  });

  it.each([
    ['a syntax error', '{', {}],
    ['an unknown field', '{ nope }', {}],
    ['an operation that is not there', 'query A { __typename }', { operationName: 'B' }],
    ['too large', `{ ${Array.from({ length: 60 }, (_, n) => `a${n}: __typename`).join(' ')} }`, {}],
    ['null where none may be', 'query ($i: ID = 5) { chatSession(id: $i) { id } }', { variables: { i: null } }],
  ])('a refused document is 200 for the old media type: %s', async (_what, text, more) => {
    const body = JSON.stringify({ query: text, ...more });

    const responses = await Promise.all([json, '*/*'].map((accept) => post(body, { accept })));

    expect(responses.map(({ status, calls }) => [status, calls])).toEqual([
      [200, 0],
      [400, 0],
    ]);
  });

  it('a compressed one is refused before it is decompressed', async () => {
    const { status, calls } = await post(new Uint8Array(gzipSync(query)), { 'content-encoding': 'gzip' });
    expect([status, calls]).toEqual([415, 0]);
  });

  it('a large one is refused with 413', async () => {
    const { status, text, calls } = await post(JSON.stringify({ query: `{ __typename }${' '.repeat(300_000)}` }));
    expect([status, JSON.parse(text).errors[0].extensions.code, calls]).toEqual([413, 'BAD_REQUEST', 0]);
  });

  it.each(['GET', 'PUT', 'DELETE', 'PATCH'])('%s is refused with 405', async (method) => {
    const { status, headers } = await send({ method });
    expect([status, headers.get('allow'), headers.get('content-type')]).toEqual([
      405,
      'POST',
      'application/json; charset=utf-8',
    ]);
  });

  it.each(['GET', 'PUT', 'DELETE', 'PATCH'])('%s is refused with 405 also where callers have keys', async (method) => {
    await using gateway = await ownGateway();
    const response = await fetch(`${gateway.url}/graphql`, { method });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
    expect(gateway.emulator.requests).toEqual([]);
  });

  it('any other path is 404', async () => {
    expect((await send({ path: '/nothing' })).status).toBe(404);
  });

  it('a header that could not be forwarded is a bad request, whatever the query', async () => {
    const { status, text, calls } = await post(query, { 'so-language': 'språk'.normalize() });
    expect([status, JSON.parse(text).errors[0].extensions.code, calls]).toEqual([400, 'BAD_USER_INPUT', 0]);
    expect(text).not.toContain('spr');
  });

  it('credentials that could not be forwarded count as none: one error at each field', async () => {
    const { status, text, calls } = await post(query, { authorization: 'Bearer tökén'.normalize() });
    expect([status, JSON.parse(text).errors[0].extensions.code, calls]).toEqual([200, 'UNAUTHENTICATED', 0]);
    expect(text).not.toContain('tök');
  });
});

describe('request ids', () => {
  it('are accepted when they are harmless, and created otherwise', async () => {
    const accepted = await post(query, { 'x-request-id': 'trace-1' });
    expect(accepted.headers.get('x-request-id')).toBe('trace-1');
    const created = await post(query, { 'x-request-id': 'a b"c' });
    expect(created.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('are in every error', async () => {
    const { text } = await post('{"query":"{ chatSession(id: 0) { id } }"}', { 'x-request-id': 'trace-2' });
    expect(JSON.parse(text).errors[0].extensions).toEqual({ code: 'BAD_USER_INPUT', requestId: 'trace-2' });
  });
});

describe('schema details', () => {
  const introspection = JSON.stringify({ query: '{ __schema { queryType { name } } }' });
  const misspelled = JSON.stringify({ query: '{ chatSession(id: 1) { statu } }' });
  const headers = { 'content-type': json };
  const near = JSON.stringify({
    query: 'query ($status: [ChatSessionStatus!]) { myChatSessions(status: $status) { id } }',
    variables: { status: ['IN_QUEU'] },
  });

  it.each([
    ['hidden unless introspection is on', {}, false],
    ['shown when it is', { INTROSPECTION: 'true' }, true],
  ])('in the error of a variable are %s', async (_what, settings, isShown) => {
    const { text } = await send({ method: 'POST', body: near, headers }, settings);
    expect(text).toContain('does not exist in');
    expect(text.includes('IN_QUEUE\\"')).toBe(isShown);
    expect(text.includes('Did you mean')).toBe(isShown);
  });

  it('are hidden unless introspection is on', async () => {
    expect((await send({ method: 'POST', body: introspection, headers })).status).toBe(400);
    expect((await send({ method: 'POST', body: misspelled, headers })).text).not.toContain('Did you mean');
  });

  it('are shown when it is', async () => {
    const settings = { INTROSPECTION: 'true' };
    expect((await send({ method: 'POST', body: introspection, headers }, settings)).status).toBe(200);
    expect((await send({ method: 'POST', body: misspelled, headers }, settings)).text).toContain('Did you mean');
  });
});

describe('browsers', () => {
  const origin = 'https://console.example.com';
  const preflight = {
    method: 'OPTIONS',
    headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' },
  };

  it('from other origins are not allowed unless configured', async () => {
    expect((await send(preflight)).headers.get('access-control-allow-origin')).toBeNull();
  });

  it('from configured origins may send the relevant headers and read the request id', async () => {
    const settings = { CORS_ORIGINS: origin, CREDENTIALS_HEADER: 'x-superoffice-authorization' };
    const { headers } = await send(preflight, settings);
    expect(headers.get('access-control-allow-origin')).toBe(origin);
    expect(headers.get('access-control-allow-headers')).toContain('x-superoffice-authorization');

    const body = JSON.stringify({ query: '{ __typename }' });
    const response = await send({ method: 'POST', body, headers: { origin, 'content-type': json } }, settings);
    expect(response.headers.get('access-control-expose-headers')).toBe('x-request-id, retry-after');
  });
});
