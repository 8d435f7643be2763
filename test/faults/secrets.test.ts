/**
 * Tokens, keys and personal data in every situation, healthy and faulty: none is in the gateway's log, error bodies, response
 * headers or metrics, or in this process's output.
 */
import { describe, expect, it } from '@jest/globals';
import { canariesIn, canary, loudFaults, personalMessages, personalSession } from '../support/canaries.js';
import { sendPlain, sendQuery } from '../support/plain-http.js';
import { gatewayAt, gatewayOnEmulator } from '../support/query-gateway.js';
import { expectNothingWritten, expectQuiet, keepOutput, talkative } from '../support/quiet-gateway.js';
import { refusingUrl } from '../support/upstream-servers.js';

const settings = {
  ...talkative,
  PRINCIPAL_KEY: canary.principalKey,
  SUPEROFFICE_APP_TOKEN: canary.appToken,
  FORWARD_COOKIES: 'SoSession',
  EXPOSE_SESSION_KEY: 'true',
};

const id = 777;
const document = `query ($id: ID!, $all: [_Any!]!) {
  one: chatSession(id: $id) { ...all }
  many: chatSessions(ids: [$id]) { ...all }
  references: _entities(representations: $all) { ...all }
}
fragment all on ChatSession {
  id topicId status rank flags whenRequested sessionKey customerName customerEmail customerPhone firstMessage
  person { id firstname fullName } ticket { id title fromAddress } messages { id message author } transcript topic { name }
}`;
const body = { query: document, variables: { id: String(id), all: [{ __typename: 'ChatSession', id: String(id) }] } };

const callers: readonly Readonly<Record<string, string>>[] = [
  { authorization: canary.bearer },
  { authorization: canary.basic },
  { 'x-xsrf-token': canary.xsrf, cookie: `${canary.cookie}; other=${canary.cookie}` },
];

keepOutput();

describe('secrets and personal data', () => {
  it('are recognised by the check', () => {
    for (const secret of Object.values(canary)) expect(canariesIn(`x ${secret} y`)).not.toEqual([]);
  });

  it('are in no log, header or metric when SuperOffice is healthy; the data has what was selected', async () => {
    await using gateway = await gatewayOnEmulator({}, settings);
    gateway.emulator.putSession(personalSession(id));
    gateway.emulator.putMessages(id, personalMessages(id));
    for (const headers of callers) {
      const response = await sendQuery(gateway.url, body, headers);
      expect(JSON.parse(response?.text ?? '').data.one.sessionKey).toBe(canary.person);
      expectQuiet('healthy', response);
    }
    await expectNothingWritten(gateway);
  });

  it.each(
    loudFaults(id).map(
      (fault) =>
        [
          JSON.stringify(fault)
            .slice(0, 90)
            .replace(/c4n4ry/gi, '…'),
          fault,
        ] as const,
    ),
  )('are not output on a fault of SuperOffice: %s', async (_name, fault) => {
    await using gateway = await gatewayOnEmulator({}, settings);
    gateway.emulator.putSession(personalSession(id));
    gateway.emulator.putMessages(id, personalMessages(id));
    gateway.emulator.injectFault(fault);
    await Promise.all(
      callers.map(async (headers) => expectQuiet(fault.kind, await sendQuery(gateway.url, body, headers))),
    );
    await expectNothingWritten(gateway);
  });

  it('are not output when SuperOffice is unreachable', async () => {
    await using gateway = await gatewayAt(await refusingUrl(), settings);
    for (const headers of callers) expectQuiet('refused', await sendQuery(gateway.url, body, headers));
    await expectNothingWritten(gateway);
  });

  it('are not output when the client disconnects', async () => {
    await using gateway = await gatewayOnEmulator({ latencyMs: 60 }, settings);
    gateway.emulator.putSession(personalSession(id));
    gateway.emulator.putMessages(id, personalMessages(id));
    await Promise.all(callers.map((headers) => sendQuery(gateway.url, body, headers, AbortSignal.timeout(30))));
    for (const headers of callers) await sendQuery(gateway.url, body, headers);
    await expectNothingWritten(gateway);
  });
});

describe('what a client writes', () => {
  const write =
    'mutation ($id: ID!, $message: String!) { addChatMessage(sessionId: $id, message: $message) { message { id } } }';
  const close = 'mutation ($id: ID!) { closeChatSession(id: $id) { session { id } } }';
  const variables = { id: String(id), message: canary.person };

  it.each(
    [null, ...loudFaults(id)].map(
      (fault) => [`${fault?.kind} ${fault?.kind === 'status' ? fault.status : ''}`, fault] as const,
    ),
  )('is in no log, header or error, nor is what closing reads: %s', async (_name, fault) => {
    await using gateway = await gatewayOnEmulator({}, settings);
    gateway.emulator.putSession(personalSession(id));
    if (fault) gateway.emulator.injectFault(fault);
    for (const query of [write, close]) {
      expectQuiet('action', await sendQuery(gateway.url, { query, variables }, { authorization: canary.bearer }));
    }
    await expectNothingWritten(gateway);
  });
});

describe('what a client sends', () => {
  const json = { 'content-type': 'application/json', authorization: canary.bearer };
  const bodyOf = (query: string, variables: object = {}) => JSON.stringify({ query, variables });
  const { person } = canary;

  it.each<[string, { path?: string; method?: string; body?: string; headers?: Record<string, string> }]>([
    ['invalid credentials', { headers: { ...json, authorization: `Digest ${canary.bearer}` } }],
    ['an invalid language', { headers: { ...json, 'so-language': `"${person}"` } }],
    ['a wrong router secret', { headers: { ...json, 'router-authorization': `${canary.routerSecret}-` } }],
    ['an invalid id', { body: bodyOf('query ($id: ID!) { chatSession(id: $id) { id } }', { id: person }) }],
    ['invalid ids', { body: bodyOf('query ($ids: [ID!]!) { chatSessions(ids: $ids) { id } }', { ids: [person] }) }],
    ['truncated JSON', { body: `{"query":"${person}` }],
    ['a large body', { body: person.repeat(20_000) }],
    ['another path', { path: `/${canary.xsrf}?a=${canary.xsrf}` }],
    ['another method', { path: `/graphql?query=${canary.xsrf}`, method: 'PUT' }],
    ['another charset', { headers: { ...json, 'content-type': `application/json; charset=${canary.xsrf}` } }],
    ['an invalid request id', { headers: { ...json, 'x-request-id': `"${person}"` } }],
    ['a foreign origin', { headers: { ...json, origin: `https://${canary.xsrf}.example.com` } }],
  ])('is neither repeated nor logged: %s', async (what, request) => {
    await using gateway = await gatewayOnEmulator({}, { ...settings, ROUTER_SECRET: canary.routerSecret });
    const { path = '/graphql', method = 'POST', body: sentBody = bodyOf('{ __typename }'), headers = json } = request;
    expectQuiet(what, await sendPlain(`${gateway.url}${path}`, { method, body: sentBody, headers }));
    await sendQuery(gateway.url, { query: '{ __typename }' }, json); // writes the log
    await expectNothingWritten(gateway);
  });

  it.each([
    ['an unknown field', '{ c4n4ry_field }'],
    ['text in place of an id', '{ chatSession(id: c4n4ry) { id } }'],
    ['a comment', '{ __typename } # c4n4ry'],
    ['a syntax error', '{ "c4n4ry'],
    ['an alias', '{ c4n4ry: chatSession(id: 0) { id } }'],
    ['a variable', 'query ($id: ID!) { chatSession(id: $id) { id } }'],
  ])('is not logged, even where its error repeats it: %s', async (_name, query) => {
    await using gateway = await gatewayOnEmulator({}, settings);
    await sendQuery(gateway.url, { query, variables: { id: { person } } }, json);
    await sendQuery(gateway.url, { query: '{ __typename }' }, json);
    await expectNothingWritten(gateway);
  });
});
