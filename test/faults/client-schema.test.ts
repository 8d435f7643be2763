/** C16–C18, C34, C35: which callers see the schema, and which credentials count. */
import { afterEach, describe, expect, it } from '@jest/globals';
import { facingQuery, isWell, json } from '../support/facing-clients.js';
import { sendQuery } from '../support/plain-http.js';
import { authorization, gatewayAt, gatewayOnEmulator } from '../support/query-gateway.js';
import { answerJson, startUpstream } from '../support/upstream-servers.js';

const open = { 'content-type': 'application/json' };
const nodeEnv = process.env['NODE_ENV'];

afterEach(() => {
  process.env['NODE_ENV'] = nodeEnv;
});

describe('C16 introspection', () => {
  const queries = ['{ __schema { types { name } } }', '{ __type(name: "ChatSession") { fields { name } } }'];

  it.each(['production', 'development', 'test', ''])(
    'C16 with NODE_ENV=%j: refused unless it is configured',
    async (env) => {
      process.env['NODE_ENV'] = env;
      for (const query of queries) {
        const { status, codes, calls, bytes } = await facingQuery(query);
        expect([status, codes, calls, bytes < 1_000]).toEqual([400, ['GRAPHQL_VALIDATION_FAILED'], [], true]);
      }
    },
  );

  it.each(queries)('C16 configured: %s is accepted, without a call', async (query) => {
    process.env['NODE_ENV'] = 'production';
    const { status, codes, calls } = await facingQuery(
      query,
      {},
      { headers: open, settings: { INTROSPECTION: 'true' } },
    );
    expect([status, codes, calls]).toEqual([200, [], []]);
  });

  it('C16 refused in a fragment, under an alias and next to a valid field, before any call', async () => {
    const query = '{ chatSession(id: 192) { id } ...f } fragment f on Query { a: __schema { queryType { name } } }';
    const { status, calls } = await facingQuery(query);
    expect([status, calls]).toEqual([400, []]);
  });
});

describe('C17 _service { sdl }', () => {
  const secret = 'router-secret-of-the-test';
  const routed = { ...json, 'router-authorization': secret };
  const sdl = '{ _service { sdl } }';

  it.each([
    ['by default', {}, json],
    ['under an alias, by default', {}, json],
    ['with introspection, when it is switched off itself', { INTROSPECTION: 'true', EXPOSE_SDL: 'false' }, json],
    ['without the secret, where there is one', { ROUTER_SECRET: secret, EXPOSE_SDL: 'true' }, json],
    ['with another secret', { ROUTER_SECRET: secret }, { ...json, 'router-authorization': `${secret}x` }],
  ])('C17 refused %s', async (name, settings, headers) => {
    const query = name.includes('alias') ? '{ ...f } fragment f on Query { a: _service { ... { b: sdl } } }' : sdl;
    const { status, codes, text, calls } = await facingQuery(query, {}, { headers, settings });
    expect([status, codes, calls]).toEqual([403, ['FORBIDDEN'], []]);
    expect(text).not.toContain('type ');
  });

  it.each([
    ['EXPOSE_SDL', { EXPOSE_SDL: 'true' }, json],
    ['the secret', { ROUTER_SECRET: secret }, routed],
  ])('C17 accepted with %s', async (_name, settings, headers) => {
    const { status, data } = await facingQuery(sdl, {}, { headers, settings });
    expect([status, data._service.sdl.includes('type ChatSession')]).toEqual([200, true]);
  });
});

describe('C18 suggestions', () => {
  it.each([
    ['a field', '{ chatSession(id: 192) { statu } }'],
    ['a root field', '{ chatSesion(id: 192) { id } }'],
    ['an argument', '{ chatSession(ids: 192) { id } }'],
    ['a type', '{ chatSession(id: 192) { ... on ChatSesion { id } } }'],
    ['a directive', '{ chatSession(id: 192) { id @skipp(if: true) } }'],
    ['a field of a type that has one like it', '{ chatSession(id: 192) { person { firstnam } } }'],
  ])('C18 a misspelled name, %s: refused without a suggestion', async (_name, query) => {
    const { status, codes, text, calls } = await facingQuery(query);
    expect([status, calls]).toEqual([400, []]);
    expect(new Set(codes)).toEqual(new Set(['GRAPHQL_VALIDATION_FAILED']));
    expect(text).not.toMatch(/did you mean|"status"|firstname/i);
  });

  it('C18 a misspelled type of a variable: no suggestion either', async () => {
    const { status, text } = await facingQuery('query ($id: IDD) { chatSession(id: $id) { id } }', { id: 1 });
    expect([status, /did you mean/i.test(text)]).toEqual([400, false]);
  });
});

describe('C34 no credentials', () => {
  it('C34 a session: UNAUTHENTICATED at the field, the rest has data, without a call', async () => {
    const query = `query ($ref: [_Any!]!) {
      __typename
      chatSession(id: 192) { id }
      chatSessions(ids: [1, 2]) { id }
      _entities(representations: $ref) { ... on ChatSession { id } }
    }`;
    const ref = [{ __typename: 'ChatSession', id: '192' }];
    const { status, data, codes, calls, headers } = await facingQuery(query, { ref }, { headers: open });
    expect(status).toBe(200);
    expect(data).toEqual({
      __typename: 'Query',
      chatSession: null,
      chatSessions: [null, null],
      _entities: [{ id: '192' }], // the key alone, as the caller sent it
    });
    expect([codes, calls]).toEqual([['UNAUTHENTICATED', 'UNAUTHENTICATED', 'UNAUTHENTICATED'], []]);
    expect(headers['www-authenticate']).toBeUndefined();
  });

  it.each([
    ['an empty Authorization', { authorization: '' }],
    ['an empty XSRF token', { 'x-xsrf-token': '' }],
    ['a cookie alone', { cookie: 'SoSession=abc' }],
    ['an app token of its own', { 'so-apptoken': 'abc' }],
  ])('C34 %s: none', async (_name, headers) => {
    const { status, codes, calls } = await facingQuery(
      '{ chatSession(id: 192) { id } }',
      {},
      { headers: { ...open, ...headers } },
    );
    expect([status, codes, calls]).toEqual([200, ['UNAUTHENTICATED'], []]);
  });

  it('C34 introspection that is on: accepted', async () => {
    const settings = { INTROSPECTION: 'true' };
    const { status, codes } = await facingQuery('{ __schema { queryType { name } } }', {}, { headers: open, settings });
    expect([status, codes]).toEqual([200, []]);
  });
});

describe('C35 conflicting credentials', () => {
  const settings = { FORWARD_COOKIES: 'SoSession', SUPEROFFICE_APP_TOKEN: 'of-the-operator' };
  const query = '{ chatSession(id: 192) { id } }';

  it('C35 Authorization and an XSRF token with its cookie: only Authorization is forwarded', async () => {
    await using upstream = await startUpstream((response) => answerJson(response, { ChatSessionId: 192 }));
    await using gateway = await gatewayAt(upstream.url, settings);
    const headers = { ...json, 'x-xsrf-token': 'xsrf', cookie: 'SoSession=s; other=o', 'so-apptoken': 'of-the-caller' };

    await sendQuery(gateway.url, { query }, headers);

    expect(upstream.requests).toHaveLength(1);
    const [seen] = upstream.requests;
    expect(seen?.headers).toMatchObject({ authorization, 'so-apptoken': 'of-the-operator' });
    expect([seen?.headers['x-xsrf-token'], seen?.headers.cookie]).toEqual([undefined, undefined]);
    expect(JSON.stringify(seen)).not.toMatch(/of-the-caller|other=|xsrf/);
  });

  it('C35 an XSRF token with cookies: only the named cookie is forwarded', async () => {
    await using upstream = await startUpstream((response) => answerJson(response, { ChatSessionId: 192 }));
    await using gateway = await gatewayAt(upstream.url, settings);

    await sendQuery(
      gateway.url,
      { query },
      { ...open, 'x-xsrf-token': 'xsrf', cookie: 'a=1; SoSession=s; XSoSession=2' },
    );

    expect(upstream.requests[0]?.headers).toMatchObject({ 'x-xsrf-token': 'xsrf', cookie: 'SoSession=s' });
    expect(upstream.requests[0]?.headers.authorization).toBeUndefined();
  });

  it('C35 an invalid Authorization: refused, and no other credentials are tried', async () => {
    await using gateway = await gatewayOnEmulator({}, settings);
    const headers = { ...open, authorization: 'Digest x', 'x-xsrf-token': 'xsrf', cookie: 'SoSession=s' };
    const response = await sendQuery(gateway.url, { query }, headers);
    expect(JSON.parse(response?.text ?? '').errors[0].extensions.code).toBe('UNAUTHENTICATED');
    expect([response?.status, gateway.emulator.requests, await isWell(gateway)]).toEqual([200, [], true]);
  });

  it('C35 two Authorization headers: at most the first is forwarded', async () => {
    await using upstream = await startUpstream((response) => answerJson(response, { ChatSessionId: 192 }));
    await using gateway = await gatewayAt(upstream.url, settings);
    await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: [
        ['content-type', 'application/json'],
        ['authorization', 'Bearer first'],
        ['authorization', 'Bearer second'],
      ],
      body: JSON.stringify({ query }),
    });
    for (const { headers } of upstream.requests) expect(headers.authorization).toBe('Bearer first');
  });
});
