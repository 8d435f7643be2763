/** What pages of another origin may send, and that they can read why they were refused. */
import { describe, expect, it } from '@jest/globals';
import { sendPlain } from '../../support/plain-http.js';
import { authorization, gatewayOnEmulator } from '../../support/query-gateway.js';

const origin = 'https://console.example.com';
const settings = { CORS_ORIGINS: origin, CORS_HEADERS: 'X-Tenant, x-flags' };
const json = { 'content-type': 'application/json', authorization, origin };
const query = JSON.stringify({ query: '{ chatSession(id: 192) { id } }' });

async function allowedHeaders(requested: string): Promise<readonly string[]> {
  await using gateway = await gatewayOnEmulator({}, settings);
  const headers = { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': requested };
  const response = await sendPlain(`${gateway.url}/graphql`, { method: 'OPTIONS', headers });
  expect([response?.status, response?.headers['access-control-allow-origin']]).toEqual([204, origin]);
  return String(response?.headers['access-control-allow-headers']).split(', ');
}

describe('a preflight', () => {
  it.each([
    'authorization',
    'baggage',
    'newrelic',
    'sentry-trace',
    'traceparent',
    'tracestate',
    'x-apollo-operation-name',
    'x-b3-traceid',
    'x-datadog-origin',
    'x-datadog-parent-id',
    'x-datadog-sampling-priority',
    'x-datadog-trace-id',
    'x-flags',
    'x-tenant',
  ])('allows %s', async (header) => {
    expect(await allowedHeaders(header)).toContain(header);
  });

  it('allows no other header', async () => {
    expect(await allowedHeaders('x-anything')).not.toContain('x-anything');
  });
});

describe('a refusal', () => {
  const gzip = { ...json, 'content-encoding': 'gzip' };
  it.each([
    ['404', 404, { method: 'GET', path: '/nothing', headers: { origin } }],
    ['405', 405, { method: 'GET', path: '/graphql', headers: { origin } }],
    ['406', 406, { headers: { ...json, accept: 'text/html' } }],
    ['413', 413, { headers: json, body: ' '.repeat(300_000) }],
    ['415 for its type', 415, { headers: { ...json, 'content-type': 'text/plain' } }],
    ['415 for its charset', 415, { headers: { ...json, 'content-type': 'application/json; charset=utf-16' } }],
    ['415 for its encoding', 415, { headers: gzip }],
    ['400 for its JSON', 400, { headers: json, body: '{' }],
    ['400 for a batch', 400, { headers: json, body: `[${query}]` }],
    ['400 for its header', 400, { headers: { ...json, 'so-language': '"' } }],
    ['400 for its document', 400, { headers: json, body: '{"query":"{ nope }"}' }],
  ])('with %s can be read by a page', async (_what, status, { path = '/graphql', ...request }: Request) => {
    await using gateway = await gatewayOnEmulator({}, settings);

    const response = await sendPlain(`${gateway.url}${path}`, {
      body: request.method === 'GET' ? '' : query,
      ...request,
    });

    expect([response?.status, response?.headers['access-control-allow-origin']]).toEqual([status, origin]);
    expect(response?.headers['access-control-expose-headers']).toContain('x-request-id');
    expect(gateway.emulator.requests).toEqual([]);
  });

  it('of a request over the limit can be read by a page', async () => {
    await using gateway = await gatewayOnEmulator({ latencyMs: 300 }, { ...settings, MAX_OPERATIONS_IN_FLIGHT: '1' });
    const send = () => sendPlain(`${gateway.url}/graphql`, { headers: json, body: query });

    const responses = await Promise.all([send(), send()]);

    const refused = responses.find((response) => response?.status === 503);
    expect(refused?.headers['access-control-allow-origin']).toBe(origin);
    expect(gateway.emulator.requests).toHaveLength(1);
  });
});

interface Request {
  readonly method?: string;
  readonly path?: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

describe('charset=utf8', () => {
  it.each([
    'application/json; charset=utf8',
    'application/json; charset= utf-8',
    'application/json;charset="UTF8"',
    'application/json; charset=UTF-8',
  ])('is UTF-8 from a client: %s', async (type) => {
    await using gateway = await gatewayOnEmulator();
    const response = await sendPlain(`${gateway.url}/graphql`, {
      headers: { ...json, 'content-type': type },
      body: query,
    });
    expect(JSON.parse(response?.text ?? '')).toEqual({ data: { chatSession: { id: '192' } } });
  });

  it.each(['application/json; charset=utf8', 'application/json; charset=UTF8; x=1', 'application/json;charset="utf8"'])(
    'is UTF-8 from SuperOffice: %s',
    async (contentType) => {
      await using gateway = await gatewayOnEmulator();
      const body = JSON.stringify({ ChatSessionId: 192, CustomerName: 'Åse' });
      gateway.emulator.injectFault({ kind: 'body', body, contentType });
      const { data, errors } = await gateway.query('{ chatSession(id: 192) { customerName } }');
      expect([errors, data]).toEqual([undefined, { chatSession: { customerName: 'Åse' } }]);
    },
  );
});
