/** Subscriptions are admitted exactly like queries, whatever brings them: limits, documents, callers, and what the client accepts. */
import { describe, expect, it } from '@jest/globals';
import { buildSchema, parse, validate, type GraphQLError } from 'graphql';
import { subscribeBy, transports, type LiveClient } from '../../support/live-clients.js';
import { liveGateway, liveSettings } from '../../support/live-gateway.js';
import { apiKeyLines, apiKeys, asConsole, asReport, files, systemUserSettings } from '../../support/own-gateway.js';
import { authorization, gatewayAt, gatewayOnEmulator } from '../../support/query-gateway.js';
import { startEmulator } from '../../../src/emulator/index.js';
import { printApiSdl } from '../../../src/subgraph/print-sdl.js';
import { application } from '../../support/login-world.js';

const headers = { authorization };
const query = 'subscription { chatSessionChanged(id: "18") { session { status } } }';

/** The error codes of a subscription that is not opened, or fails at once. */
async function refusalOf(client: LiveClient): Promise<string> {
  const { text = '' } = await client.ended();
  return `${text} ${JSON.stringify(client.events)}`;
}

async function post(url: string, body: object, more: Readonly<Record<string, string>> = {}) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers, ...more },
    body: JSON.stringify(body),
  });
  return { status: response.status, text: await response.text(), type: response.headers.get('content-type') };
}

describe('what a client accepts', () => {
  it('a subscription without a stream is an error that says what to send', async () => {
    await using gateway = await liveGateway();
    for (const accept of [
      'application/json',
      '*/*',
      'application/graphql-response+json',
      'text/event-stream;q=0, */*',
    ]) {
      const { status, text } = await post(gateway.url, { query }, { accept });
      expect({ accept, status }).toEqual({ accept, status: 406 });
      expect(text).toContain('accept text/event-stream, or multipart/mixed;subscriptionSpec=1.0');
      expect(text).toContain('BAD_REQUEST');
    }
    expect(gateway.emulator.requests).toEqual([]);
  });

  it('a query is answered as before by clients that take streams, too; not by those that take nothing else', async () => {
    await using gateway = await liveGateway();
    const plain = { query: '{ chatSession(id: 192) { id } }' };
    for (const accept of [
      'multipart/mixed;boundary=graphql;subscriptionSpec=1.0,application/graphql-response+json,application/json;q=0.9',
      'application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed',
    ]) {
      const { status, text, type } = await post(gateway.url, plain, { accept });
      expect([status, JSON.parse(text), type?.split(';')[0]]).toEqual([
        200,
        { data: { chatSession: { id: '192' } } },
        'application/graphql-response+json',
      ]);
    }
    const mutation = { query: 'mutation { pickUpChatSession(id: 4) { session { id } } }' };
    gateway.emulator.clearLog();
    for (const body of [plain, mutation]) {
      const { status, text } = await post(gateway.url, body, { accept: 'text/event-stream' });
      expect([status, text]).toEqual([406, expect.stringContaining('BAD_REQUEST')]);
    }
    expect(gateway.emulator.requests).toEqual([]);
  });

  it('GET opens a stream of server-sent events, whatever GET_QUERIES says, and nothing else', async () => {
    await using gateway = await liveGateway();
    const url = `${gateway.url}/graphql?${new URLSearchParams({
      query: 'subscription($id: ID!) { chatSessionChanged(id: $id) { session { id } } }',
      variables: JSON.stringify({ id: '18' }),
    })}`;
    const leaving = new AbortController();
    const response = await fetch(url, { headers: { ...headers, accept: 'text/event-stream' }, signal: leaving.signal });
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/event-stream; charset=utf-8']);
    let text = '';
    for await (const chunk of response.body ?? []) {
      text += Buffer.from(chunk).toString();
      if (text.includes('\n\nevent: next')) break;
    }
    expect(text).toContain('data: {"data":{"chatSessionChanged":{"session":{"id":"18"}}}}');
    leaving.abort();
    expect((await fetch(url, { headers })).status).toBe(405);
    const plain = url.replace(/subscription[^&]*/, encodeURIComponent('{ chatSession(id: 192) { id } }'));
    expect((await fetch(plain, { headers: { ...headers, accept: 'text/event-stream' } })).status).toBe(406);
  });

  it('there are no subscriptions unless they are switched on', async () => {
    await using gateway = await gatewayOnEmulator();
    const { status, text } = await post(gateway.url, { query }, { accept: 'text/event-stream' });
    expect([status, text]).toEqual([406, expect.stringContaining('BAD_REQUEST')]);
    const { text: other } = await post(gateway.url, { query }, { accept: 'application/json, text/event-stream' });
    expect(other).toContain('There is no subscription in this schema');
  });
});

describe.each(transports)('%s', (transport) => {
  it('the limits of operations and of subscriptions apply', async () => {
    await using gateway = await liveGateway(
      {},
      { MAX_DEPTH: '3', MAX_SUBSCRIPTIONS_PER_CALLER: '2', MAX_TOKENS: '60' },
    );
    const { url } = gateway;
    const deep = 'subscription { chatSessionChanged(id: "18") { session { contact { name } } } }';
    expect(await refusalOf(subscribeBy(transport, url, { query: deep, headers }))).toContain('OPERATION_TOO_LARGE');
    const long = `subscription { chatSessionChanged(id: "18") { session { ${'status '.repeat(60)} } } }`;
    expect(await refusalOf(subscribeBy(transport, url, { query: long, headers }))).toContain('GRAPHQL_PARSE_FAILED');
    const null_ = 'subscription($id: ID = "1") { chatSessionChanged(id: $id) { end } }';
    const withNull = subscribeBy(transport, url, { query: null_, variables: { id: null }, headers });
    expect(await refusalOf(withNull)).toContain('BAD_USER_INPUT');
    const open = [1, 2].map(() => subscribeBy(transport, url, { query, headers }));
    await Promise.all(open.map((client) => client.event(1)));
    const third = subscribeBy(transport, url, { query, headers });
    expect(await refusalOf(third)).toContain('REQUEST_CONCURRENCY_LIMITED');
    const other = subscribeBy(transport, url, { query, headers: { authorization: 'Bearer another' } });
    await other.event(1);
    [...open, other].forEach((client) => client.leave());
  });

  it('only published documents are accepted where they are enforced', async () => {
    using folder = files();
    const manifest = {
      format: 'apollo-persisted-query-manifest',
      version: 1,
      operations: [{ id: 'one', name: 'S', type: 'subscription', body: query }],
    };
    const path = folder.write('documents.json', JSON.stringify(manifest));
    await using gateway = await liveGateway({}, { TRUSTED_DOCUMENTS: path });
    const good = subscribeBy(transport, gateway.url, { query, headers });
    await good.event(1);
    const bad = subscribeBy(transport, gateway.url, { query: query.replace('status', 'id'), headers });
    expect(await refusalOf(bad)).toContain('PERSISTED_QUERY_NOT_IN_LIST');
    good.leave();
  });

  it('callers are checked where the gateway has credentials of its own; a key that is taken back ends its streams', async () => {
    using folder = files();
    await using emulator = await startEmulator({ login: application });
    const keys = folder.write('keys', apiKeyLines());
    const settings = { ...systemUserSettings(folder, emulator.url), API_KEYS_FILE: keys };
    await using gateway = await gatewayAt(null, {
      ...liveSettings,
      LIVE_SOURCE: 'polling',
      LIVE_POLL_SECONDS: '1',
      ...settings,
    });
    const client = subscribeBy(transport, gateway.url, { query, headers: asConsole });
    await client.event(1);
    emulator.clearLog();
    const stranger = subscribeBy(transport, gateway.url, { query, headers: { authorization: 'Bearer unknown-key' } });
    const end = await stranger.ended();
    if (transport === 'websocket') expect(end.code).toBe(4401);
    else expect([end.status, end.text]).toEqual([401, expect.stringContaining('UNAUTHENTICATED')]);
    const report = subscribeBy(transport, gateway.url, { query, headers: asReport });
    await report.event(1);
    folder.write('keys', apiKeyLines({ report: apiKeys.report }));
    const taken = await client.ended(10_000);
    if (transport === 'websocket') expect(taken.code).toBe(4403);
    else expect(client.events.at(-1)?.errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED');
    expect(report.end()).toBeNull();
    report.leave();
  });
});

describe('L18 documents', () => {
  const schema = buildSchema(printApiSdl({ exposeSessionKey: false, mutations: true, subscriptions: true }));
  const documents = [
    query,
    'subscription A { chatSessionChanged(id: "18") { end } } subscription B { chatSessionChanged(id: "1") { end } }',
    'subscription { __typename }',
    'subscription { chatSessionChanged(id: "18") { end } __typename }',
    'subscription { ...F } fragment F on Subscription { chatSessionChanged(id: "18") { end } }',
    'subscription { ...F } fragment F on Subscription { chatSessionChanged(id: "18") { end } myChatSessionsChanged { goneIds } }',
    'subscription { ... on Subscription { chatSessionChanged(id: "18") { end } } }',
    'subscription { chatSessionChanged { end } }',
    'subscription { chatSessionChanged(id: "18") }',
    'subscription($unused: Int) { chatSessionChanged(id: "18") { end } }',
  ];

  it.each(documents)('%s: valid for the gateway where it is for graphql-js', async (document) => {
    await using gateway = await liveGateway();
    const expected = validate(schema, parse(document)).map(({ message }: GraphQLError) =>
      message.replace(/ Did you mean .*/, ''),
    );
    const { status, text } = await post(
      gateway.url,
      { query: document, operationName: document.includes(' A ') ? 'A' : undefined },
      { accept: 'application/json' },
    );
    const { errors } = JSON.parse(text) as { errors: readonly { message: string; extensions: { code: string } }[] };
    if (expected.length > 0) expect(errors.map(({ message }) => message)).toEqual(expected);
    else expect([status, errors[0]?.extensions.code]).toEqual([406, 'BAD_REQUEST']);
  });
});
