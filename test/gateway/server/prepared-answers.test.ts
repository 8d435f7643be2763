/**
 * A response without Apollo equals Apollo's response: the same request is sent several times, and only the first one is executed by
 * Apollo.
 */
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { ApolloServer } from '@apollo/server';
import fc from 'fast-check';
import { subgraphSchema } from '../../../src/subgraph/subgraph-schema.js';
import { clockAt } from '../../support/clocks.js';
import { bad, byVariable, entities, many, named, small, two } from '../../support/known-documents.js';
import { authorization, gatewayAt, gatewayOnEmulator, type RunningGateway } from '../../support/query-gateway.js';
import { randomQueries, randomQueryVariables, settingsForRandomQueries } from '../../support/random-queries.js';
import { startUpstream } from '../../support/upstream-servers.js';

afterEach(() => {
  jest.restoreAllMocks();
});

interface SentRequest {
  readonly body: object;
  readonly headers?: Readonly<Record<string, string>>;
}

const requestId = 'the-same-each-time';

/** A compressed response does not include its length. */
const usualHeaders = {
  'content-type': 'application/json',
  'accept-encoding': 'identity',
  'accept-language': 'en',
  'x-request-id': requestId,
};

const varying = new Set(['time', 'durationMs', 'traceId']);

const lineWithoutTimes = (line: string): object =>
  Object.fromEntries(Object.entries(JSON.parse(line)).filter(([name]) => !varying.has(name)));

/** All that can be observed of a response: what is sent, and what is logged meanwhile. */
async function responseOf(gateway: RunningGateway, { body, headers = { authorization } }: SentRequest) {
  const before = gateway.log().length;
  const response = await fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: { ...usualHeaders, ...headers },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  await new Promise((resolve) => setImmediate(resolve)); // the lines of one event-loop turn are one write
  const log = gateway.log().slice(before).split('\n').filter(Boolean).map(lineWithoutTimes);
  expect(response.headers.get('content-length')).toBe(String(Buffer.byteLength(text)));
  const comparedHeaders = [...response.headers].filter(([name]) => name !== 'date' && name !== 'content-length'); // durations differ in length
  return {
    status: response.status,
    headers: comparedHeaders,
    text: text.replace(/"(?:start|duration)Ms":\d+/g, ''),
    log,
  };
}

const away = 'mutation { setMyChatPresence(userId: 9, present: true) { presence { id } userErrors { code } } }';

const accepting = (accept: string): SentRequest => ({ body: { query: small }, headers: { authorization, accept } });

/** How often Apollo is called for three requests: once when the document is cached then, never where the request fails earlier. */
type ByApollo = 0 | 1 | 3;

const requests: readonly (readonly [what: string, times: ByApollo, request: SentRequest])[] = [
  ['a query', 1, { body: { query: small } }],
  ['one with null in all other properties', 1, { body: { query: small, variables: null, operationName: null } }],
  ['data about the client', 1, { body: { query: small, extensions: { clientLibrary: { name: 'x' } } } }],
  ['the old media type', 1, accepting('application/json')],
  ['the new media type', 1, accepting('application/graphql-response+json')],
  ['both media types', 1, accepting('application/graphql-response+json, application/json;q=0.9')],
  ['a browser', 1, accepting('text/html, */*;q=0.8')],
  ['a media type that is not answered', 0, accepting('text/html')],
  ['a hash that is not registered', 3, { body: named('{ __typename }') }],
  ['a text with its hash', 3, { body: { query: small, ...named(small) } }],
  ['a text with the hash of another', 0, { body: { query: small, ...named(two) } }],
  ['variables', 1, { body: { query: byVariable, variables: { id: 193 } } }],
  ['a default', 1, { body: { query: byVariable } }],
  ['a variable that does not fit', 3, { body: { query: byVariable, variables: { id: [1] } } }],
  ['a variable that is null where none may be', 3, { body: { query: byVariable, variables: { id: null } } }],
  ['variables that are a list', 3, { body: { query: byVariable, variables: [1] } }],
  ['one of two operations', 1, { body: { query: two, operationName: 'B' } }],
  ['none of two operations', 3, { body: { query: two } }],
  ['an operation that is not there', 3, { body: { query: two, operationName: 'C' } }],
  ['an operation name that is empty', 3, { body: { query: two, operationName: '' } }],
  ['an operation name that is a number', 3, { body: { query: two, operationName: 5 } }],
  ['an error with data', 1, { body: { query: bad } }],
  ['too much', 3, { body: { query: many } }],
  ['no credentials', 1, { body: { query: small }, headers: {} }],
  ['a header that is not accepted', 3, { body: { query: small }, headers: { authorization, 'so-language': '{}' } }],
  ['with an explanation', 1, { body: { query: small }, headers: { authorization, 'x-superoffice-explain': '1' } }],
  [
    'who asks, for the audit log',
    1,
    { body: { query: small }, headers: { authorization, 'apollographql-client-name': 'c' } },
  ],
  ['references', 1, { body: { query: entities, variables: { of: [{ __typename: 'ChatSession', id: 192 }, {}] } } }],
  ['introspection', 1, { body: { query: '{ __schema { queryType { name } } __typename }' } }],
  ['a mutation', 1, { body: { query: away } }],
];

const everythingOn = {
  EXPLAIN: 'true',
  INTROSPECTION: 'true',
  AUDIT_LOG: 'stdout',
  MAX_ROOT_FIELDS: '50',
  LOG_LEVEL: 'debug',
  APQ: 'true',
};

describe('the same request again', () => {
  it.each(requests)('has the same response, the same log and the same calls: %s', async (_what, times, request) => {
    await using gateway = await gatewayOnEmulator({}, everythingOn);
    const byApollo = jest.spyOn(ApolloServer.prototype, 'executeHTTPGraphQLRequest'); // still calls through
    const responses = [];
    const calls = [];
    for (let turn = 0; turn < 3; turn += 1) {
      const before = gateway.emulator.requests.length;
      responses.push(await responseOf(gateway, request));
      calls.push(gateway.emulator.requests.slice(before));
    }
    const [first] = responses;
    expect(first?.text).not.toContain('GRAPHQL_VALIDATION_FAILED');
    expect(first?.log.length === 0 && times === 1).toBe(false);
    expect(responses).toEqual([first, first, first]);
    expect(calls).toEqual([calls[0], calls[0], calls[0]]);
    expect(byApollo).toHaveBeenCalledTimes(times);
  });

  it('reports how long to wait, and which errors have one cause', async () => {
    await using upstream = await startUpstream((response) => response.writeHead(429, { 'Retry-After': '7' }).end());
    await using gateway = await gatewayAt(`${upstream.url}/api/v1`, { UPSTREAM_RETRIES: '0' });
    const request = { body: { query: '{ a: chatSession(id: 1) { id } b: chatSession(id: 1) { id } }' } };
    const [first, again] = [await responseOf(gateway, request), await responseOf(gateway, request)];
    expect(again).toEqual(first);
    expect(new Map(again.headers).get('retry-after')).toBe('7');
    expect(again.text).toContain(`"causeId":"${requestId}.1"`);
  });

  it('has the same response for random queries', async () => {
    await using gateway = await gatewayOnEmulator({}, settingsForRandomQueries, clockAt(Date.parse('2020-01-01')));
    await gateway.query(small);
    await fc.assert(
      fc.asyncProperty(randomQueries(subgraphSchema({ exposeSessionKey: false, mutations: true })), async (query) => {
        const request = { body: { query, variables: randomQueryVariables } };
        expect(await responseOf(gateway, request)).toEqual(await responseOf(gateway, request));
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ['registered', { APQ: 'true' }],
    ['not accepted', { APQ: 'false' }],
  ])('has the same response by its hash alone, where hashes are %s', async (_what, settings) => {
    await using gateway = await gatewayOnEmulator({}, { ...everythingOn, ...settings });
    const byHash = { body: { variables: { id: 193 }, ...named(byVariable) } };
    await responseOf(gateway, byHash);
    await responseOf(gateway, { body: { query: byVariable } }); // cached by its text, and not registered yet
    expect((await responseOf(gateway, byHash)).text).toContain('"code":"PERSISTED_QUERY_NOT_');
    const registered = await responseOf(gateway, { body: { query: byVariable, ...byHash.body } });
    const before = gateway.emulator.requests.length;
    const responses = [await responseOf(gateway, byHash), await responseOf(gateway, byHash)];
    expect(responses).toEqual([registered, registered]);
    const call = 'GetChatSessionEntity 193 $select=ChatSessionId,Status';
    expect(gateway.emulator.requests.slice(before)).toEqual(settings.APQ === 'true' ? [call, call] : []);
  });

  it('counts a refusal once', async () => {
    await using gateway = await gatewayOnEmulator({}, { MAX_ROOT_FIELDS: '50' });
    for (let turn = 0; turn < 3; turn += 1) await gateway.query(many);
    const metrics = await (await fetch(`${gateway.url}/metrics`)).text();
    expect(metrics).toMatch(/refus\w*\{[^}]*reason="limit"[^}]*\} 3\n/);
    expect(metrics).toMatch(/operations\w*\{[^}]*outcome="failed"[^}]*\} 3\n/);
  });
});
