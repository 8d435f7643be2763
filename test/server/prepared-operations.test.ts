/**
 * What is answered without going through Apollo again is what Apollo would have answered: the same request is sent several times, and only
 * the first one is Apollo's.
 */
import { describe, expect, it } from '@jest/globals';
import { HeaderMap } from '@apollo/server';
import fc from 'fast-check';
import { parse } from 'graphql';
import { gatewayConfig } from '../../src/config/gateway-config.js';
import { systemClock } from '../../src/observability/clock.js';
import { gatewayLogger } from '../../src/observability/logger.js';
import { gatewayMetrics } from '../../src/observability/metrics.js';
import { createContext } from '../../src/server/create-context.js';
import { documentCache } from '../../src/server/document-cache.js';
import { DocumentStore } from '../../src/server/document-store.js';
import { operationRules } from '../../src/server/operation-rules.js';
import { preparedOperations } from '../../src/server/prepared-operations.js';
import type { SentRequest } from '../../src/server/prepared-request.js';
import { documentHash } from '../../src/server/trusted-documents.js';
import { subgraphSchema } from '../../src/subgraph/subgraph-schema.js';
import { rehearsedSession } from '../../src/superoffice/rehearsed-session.js';
import { selectWriter } from '../../src/superoffice/select-text.js';
import { clockAt } from '../support/clocks.js';
import { authorization, gatewayAt, gatewayOnEmulator, type RunningGateway } from '../support/query-gateway.js';
import { randomQueries, randomQueryVariables, settingsForRandomQueries } from '../support/random-queries.js';
import { startUpstream } from '../support/upstream-servers.js';

interface Asked {
  readonly body: object;
  readonly headers?: Readonly<Record<string, string>>;
}

const requestId = 'the-same-each-time';

const varying = new Set(['time', 'durationMs', 'traceId']);

const lineWithoutTimes = (line: string): object =>
  Object.fromEntries(Object.entries(JSON.parse(line)).filter(([name]) => !varying.has(name)));

/** All that can be told of an answer: what is sent, and what is logged meanwhile. */
async function answerOf(gateway: RunningGateway, { body, headers = { authorization } }: Asked) {
  const before = gateway.log().length;
  const response = await fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': 'en', 'x-request-id': requestId, ...headers },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  await new Promise((resolve) => setImmediate(resolve)); // the turn's lines are one write
  const log = gateway.log().slice(before).split('\n').filter(Boolean).map(lineWithoutTimes);
  const told = [...response.headers].filter(([name]) => name !== 'date');
  return { status: response.status, headers: told, text, log };
}

const small = '{ chatSession(id: 192) { id topicName } }';
const byVariable = 'query One($id: ID! = "192") { chatSession(id: $id) { status } }';
const two = 'query A { chatSession(id: 192) { id } } query B { chatSession(id: 193) { alias: id } }';
const bad = '{ a: chatSession(id: "x") { id } b: chatSession(id: 192) { id } }';
const many = `{ ${Array.from({ length: 60 }, (_, n) => `a${n}: __typename`).join(' ')} }`;
const entities =
  'query ($of: [_Any!]!) { _entities(representations: $of) { ... on ChatSession { id status } __typename } }';
const away = 'mutation { setMyChatPresence(userId: 9, present: true) { presence { id } userErrors { code } } }';

const named = (text: string) => ({ extensions: { persistedQuery: { version: 1, sha256Hash: documentHash(text) } } });

const accepting = (accept: string): Asked => ({ body: { query: small }, headers: { authorization, accept } });

const requests: readonly (readonly [what: string, asked: Asked])[] = [
  ['a query', { body: { query: small } }],
  ['one with nothing in all other places', { body: { query: small, variables: null, operationName: null } }],
  ['what clients say of themselves', { body: { query: small, extensions: { clientLibrary: { name: 'x' } } } }],
  ['the old media type', accepting('application/json')],
  ['the new media type', accepting('application/graphql-response+json')],
  ['both media types', accepting('application/graphql-response+json, application/json;q=0.9')],
  ['a browser', accepting('text/html, */*;q=0.8')],
  ['a media type that is not answered', accepting('text/html')],
  ['a hash that nobody has registered', { body: named('{ __typename }') }],
  ['a text with its hash', { body: { query: small, ...named(small) } }],
  ['a text with the hash of another', { body: { query: small, ...named(two) } }],
  ['variables', { body: { query: byVariable, variables: { id: 193 } } }],
  ['a default', { body: { query: byVariable } }],
  ['a variable that does not fit', { body: { query: byVariable, variables: { id: [1] } } }],
  ['a variable that is null where none may be', { body: { query: byVariable, variables: { id: null } } }],
  ['variables that are a list', { body: { query: byVariable, variables: [1] } }],
  ['one of two operations', { body: { query: two, operationName: 'B' } }],
  ['none of two operations', { body: { query: two } }],
  ['an operation that is not there', { body: { query: two, operationName: 'C' } }],
  ['an operation name that is empty', { body: { query: two, operationName: '' } }],
  ['an operation name that is a number', { body: { query: two, operationName: 5 } }],
  ['an error beside data', { body: { query: bad } }],
  ['too much', { body: { query: many } }],
  ['no credentials', { body: { query: small }, headers: {} }],
  ['a header that is not accepted', { body: { query: small }, headers: { authorization, 'so-language': '{}' } }],
  ['an explained one', { body: { query: small }, headers: { authorization, 'x-superoffice-explain': '1' } }],
  [
    'who asks, for the audit log',
    { body: { query: small }, headers: { authorization, 'apollographql-client-name': 'c' } },
  ],
  ['references', { body: { query: entities, variables: { of: [{ __typename: 'ChatSession', id: 192 }, {}] } } }],
  ['introspection', { body: { query: '{ __schema { queryType { name } } __typename }' } }],
  ['a mutation', { body: { query: away } }],
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
  it.each(requests)('has the same answer, the same log and the same calls: %s', async (_what, asked) => {
    await using gateway = await gatewayOnEmulator({}, everythingOn);
    const answers = [];
    const calls = [];
    for (let turn = 0; turn < 3; turn += 1) {
      const before = gateway.emulator.requests.length;
      answers.push(await answerOf(gateway, asked));
      calls.push(gateway.emulator.requests.slice(before));
    }
    const [first] = answers;
    expect(first?.log.length !== 0 || !first.text.includes('"data"')).toBe(true);
    expect(answers).toEqual([first, first, first]);
    expect(calls).toEqual([calls[0], calls[0], calls[0]]);
  });

  it('says how long to wait, and which errors have one cause', async () => {
    await using upstream = await startUpstream((response) => response.writeHead(429, { 'Retry-After': '7' }).end());
    await using gateway = await gatewayAt(`${upstream.url}/api/v1`, { UPSTREAM_RETRIES: '0' });
    const asked = { body: { query: '{ a: chatSession(id: 1) { id } b: chatSession(id: 1) { id } }' } };
    const [first, again] = [await answerOf(gateway, asked), await answerOf(gateway, asked)];
    expect(again).toEqual(first);
    expect(new Map(again.headers).get('retry-after')).toBe('7');
    expect(again.text).toContain(`"causeId":"${requestId}.1"`);
  });

  it('has the same answer for random queries', async () => {
    await using gateway = await gatewayOnEmulator({}, settingsForRandomQueries, clockAt(Date.parse('2020-01-01')));
    await gateway.query(small);
    await fc.assert(
      fc.asyncProperty(randomQueries(subgraphSchema({ exposeSessionKey: false, mutations: true })), async (query) => {
        const asked = { body: { query, variables: randomQueryVariables } };
        expect(await answerOf(gateway, asked)).toEqual(await answerOf(gateway, asked));
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ['registered', { APQ: 'true' }],
    ['not taken', { APQ: 'false' }],
  ])('has the same answer by its hash alone, where hashes are %s', async (_what, settings) => {
    await using gateway = await gatewayOnEmulator({}, { ...everythingOn, ...settings });
    const byHash = { body: { variables: { id: 193 }, ...named(byVariable) } };
    await answerOf(gateway, byHash);
    await answerOf(gateway, { body: { query: byVariable } }); // known by its text, and not registered yet
    expect((await answerOf(gateway, byHash)).text).toContain('"code":"PERSISTED_QUERY_NOT_');
    const registered = await answerOf(gateway, { body: { query: byVariable, ...byHash.body } });
    const before = gateway.emulator.requests.length;
    const answers = [await answerOf(gateway, byHash), await answerOf(gateway, byHash)];
    expect(answers).toEqual([registered, registered]);
    const call = 'GetChatSessionEntity 193 $select=ChatSessionId,Status';
    expect(gateway.emulator.requests.slice(before)).toEqual(settings.APQ === 'true' ? [call, call] : []);
  });

  it('counts what is refused once', async () => {
    await using gateway = await gatewayOnEmulator({}, { MAX_ROOT_FIELDS: '50' });
    for (let turn = 0; turn < 3; turn += 1) await gateway.query(many);
    const metrics = await (await fetch(`${gateway.url}/metrics`)).text();
    expect(metrics).toMatch(/refus\w*\{[^}]*reason="limit"[^}]*\} 3\n/);
    expect(metrics).toMatch(/operations\w*\{[^}]*outcome="failed"[^}]*\} 3\n/);
  });
});

const schema = subgraphSchema({ exposeSessionKey: false, mutations: true });
const known = [small, byVariable, two, many, entities];

/** Prepared for some documents and for who accepts anything; without Apollo, and with a record of what was begun. */
async function prepared(settings: Readonly<Record<string, string>> = {}) {
  const where = { SUPEROFFICE_URL: 'https://online.example.com/Cust1/api/v1', APQ: 'true' };
  const config = gatewayConfig({ ...where, ...settings });
  const metrics = gatewayMetrics();
  const lines: string[] = [];
  const logger = gatewayLogger({
    level: 'debug',
    secretHeaders: [],
    stream: { write: (line) => void lines.push(line) },
  });
  const documents = new DocumentStore();
  for (const text of known) await documents.set(`of the schema:${documentHash(text)}`, parse(text));
  const automatic = config.documents.automatic ? documentCache() : null;
  await automatic?.set(`apq:${documentHash(small)}`, small);
  const rules = operationRules(config, systemClock, metrics);
  const operations = preparedOperations({ schema, documents, automatic, rules });
  const answer = {
    headers: new HeaderMap([['content-type', 'text/of-apollo']]),
    body: { kind: 'complete', string: '' },
  } as const;
  operations.learn({ method: 'POST', headers: {} }, answer);
  operations.learn({ method: 'POST', headers: { accept: 'application/json' } }, { status: 406, ...answer });
  const session = rehearsedSession(() => null);
  const contextOf = () =>
    createContext(
      {
        client: { session: () => session },
        writeSelect: selectWriter(1_800),
        principalKeysOf: () => ({ principal: 'p', payer: 'p' }),
        reading: { baseTimeZone: 'UTC', customerGoneAfterMs: 60_000, reportUnrecognized: () => undefined },
        clock: systemClock,
        logger,
        metrics,
        maxUpstreamCalls: 100,
        maxAnswerRecords: 100,
        isAudited: false,
      },
      {
        requestId,
        isRouter: false,
        isExplained: false,
        signal: new AbortController().signal,
        forwarded: { headers: {}, hasCredentials: true },
      },
    );
  return { operations, contextOf, session, log: () => lines };
}

const sent = (body: unknown, more: Partial<SentRequest> = {}): SentRequest => ({
  method: 'POST',
  headers: {},
  body,
  ...more,
});

describe('a prepared operation', () => {
  it.each([
    ['a known document', sent({ query: small }), '{"data":{"chatSession":null}}\n'],
    ['with variables', sent({ query: byVariable, variables: { id: '7' } }), '{"data":{"chatSession":null}}\n'],
    ['a hash that is registered', sent(named(small)), '{"data":{"chatSession":null}}\n'],
    ['one of two', sent({ query: two, operationName: 'A', extensions: {} }), '{"data":{"chatSession":null}}\n'],
  ])('is answered without Apollo, with the content type that Apollo chose: %s', async (_what, request, text) => {
    const { operations, contextOf, session } = await prepared();
    const answer = await operations.answer(request, contextOf);
    expect(answer?.body).toEqual({ kind: 'complete', string: text });
    expect([...(answer?.headers ?? [])]).toEqual([['content-type', 'text/of-apollo']]);
    expect(session.calls.length).toBe(1);
  });

  it.each([
    ['a document that Apollo has not seen', sent({ query: '{ chatSession(id: 5) { id } }' }), {}],
    ['GET', sent({ query: small }, { method: 'GET' }), {}],
    ['a list', sent([{ query: small }]), {}],
    ['no body', sent(undefined), {}],
    ['a document to be registered', sent({ query: small, ...named(small) }), {}],
    ['a hash of a document that is known by its text', sent({ variables: { id: '7' }, ...named(byVariable) }), {}],
    ['a hash where none is taken', sent(named(small)), { APQ: 'false' }],
    [
      'a hash of another version',
      sent({ extensions: { persistedQuery: { version: 2, sha256Hash: documentHash(small) } } }),
      {},
    ],
    [
      'a hash that is none',
      sent({ extensions: { persistedQuery: { version: 1, sha256Hash: [documentHash(small)] } } }),
      {},
    ],
    ['a persisted query that is nothing', sent({ query: small, extensions: { persistedQuery: null } }), {}],
    ['extensions that are a text', sent({ query: small, extensions: 'x' }), {}],
    ['variables that are a text', sent({ query: small, variables: 'x' }), {}],
    ['an operation name that is none', sent({ query: small, operationName: 5 }), {}],
    ['no such operation', sent({ query: two, operationName: 'C' }), {}],
    ['a choice of two', sent({ query: two }), {}],
    ['a variable that does not fit', sent({ query: byVariable, variables: { id: {} } }), {}],
    ['an Accept that Apollo has not answered', sent({ query: small }, { headers: { accept: 'application/*' } }), {}],
    ['an Accept that Apollo has refused', sent({ query: small }, { headers: { accept: 'application/json' } }), {}],
    ['too much', sent({ query: many }), { MAX_ROOT_FIELDS: '50' }],
    ['what is for the router', sent({ query: entities, variables: { of: [] } }), { ROUTER_SECRET: 'r'.repeat(32) }],
  ])('is left to Apollo, and nothing was begun: %s', async (_what, request, settings) => {
    const { operations, contextOf, session, log } = await prepared(settings);
    expect(await operations.answer(request, contextOf)).toBeNull();
    expect([session.calls, log()]).toEqual([[], []]);
  });

  it('is left to Apollo when there can be no context', async () => {
    const { operations } = await prepared();
    const contextOf = () => {
      throw new Error('a header is not accepted');
    };
    expect(await operations.answer(sent({ query: small }), contextOf)).toBeNull();
  });
});
