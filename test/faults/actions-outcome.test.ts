/** Actions that fail: none is sent twice, and where its response is lost the caller gets UPSTREAM_OUTCOME_UNKNOWN. */
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import type { Fault } from '../../src/emulator/index.js';
import { gatewayWithSession } from '../support/console-sessions.js';
import { gatewayAt, gatewayOnEmulator } from '../support/query-gateway.js';

/** Each action, with the upstream operation that changes something. */
const actions: readonly (readonly [field: string, operation: string])[] = [
  ['pickUpChatSession(id: 4) { session { id } userErrors { code } }', 'PickUpChatSession'],
  ['pickUpNextChatSession { session { id } userErrors { code } }', 'PickUpFirstChatSession'],
  ['transferChatSession(id: 4, toAssociateId: 702) { session { id } userErrors { code } }', 'TransferChatSession'],
  ['acceptChatSessionTransfer(id: 4) { session { id } }', 'AcceptChatSessionTransfer'],
  ['rejectChatSessionTransfer(id: 4) { session { id } }', 'RejectChatSessionTransfer'],
  ['resetChatSession(id: 4) { session { id } userErrors { code } }', 'ResetChatSession'],
  ['addChatMessage(sessionId: 4, message: "Hei") { message { id } userErrors { code } }', 'AddChatMessage'],
  ['createChatSession(topicId: 1) { session { id } userErrors { code } }', 'CreateChatSessionForTopic'],
  ['closeChatSession(id: 4) { session { id } userErrors { code } }', 'ChatSession'],
  ['updateChatSession(id: 4, input: { alertLevel: 1 }) { session { id } userErrors { code } }', 'ChatSession'],
  ['setMyChatPresence(userId: 702, present: true) { presence { id } userErrors { code } }', 'SaveChatPresence'],
];

const hasty = { UPSTREAM_TIMEOUT_MS: '400', ATTEMPT_TIMEOUT_MS: '300', CONNECT_TIMEOUT_MS: '200' };

/** Faults between the request and its response: whether the action was done is unknown. */
const lostResponses: readonly (readonly [what: string, fault: Fault])[] = [
  ['the connection breaks before the response', { kind: 'reset' }],
  ['the connection breaks inside the response', { kind: 'truncate' }],
  ['no response comes in time', { kind: 'hang' }],
  ['the response is not JSON', { kind: 'body', body: '<html>login</html>', contentType: 'text/html' }],
  ['the response is about another session', { kind: 'body', body: '{"ChatSessionId":5,"ChatMessageId":7}' }],
  ['the response is not HTTP', { kind: 'raw', bytes: 'garbage\r\n\r\n' }],
  ['status 500', { kind: 'status', status: 500 }],
  ['status 502', { kind: 'status', status: 502 }],
  ['status 503', { kind: 'status', status: 503, headers: { 'Retry-After': '0' } }],
  ['status 504', { kind: 'status', status: 504 }],
  ['status 408', { kind: 'status', status: 408 }],
  ['a redirect', { kind: 'status', status: 302, headers: { Location: '/elsewhere' } }],
];

/** Responses that say that the action was not done. */
const refusals: readonly (readonly [what: string, fault: Fault, code: string])[] = [
  ['400', { kind: 'status', status: 400 }, 'UPSTREAM_REJECTED'],
  ['401', { kind: 'status', status: 401 }, 'UNAUTHENTICATED'],
  ['403', { kind: 'status', status: 403 }, 'FORBIDDEN'],
  ['421', { kind: 'status', status: 421 }, 'UPSTREAM_UNAVAILABLE'],
  ['429', { kind: 'status', status: 429, headers: { 'Retry-After': '0' } }, 'UPSTREAM_RATE_LIMITED'],
  ['the error object', { kind: 'body', body: '{"Error":true,"ErrorType":"SoSentryException"}' }, 'FORBIDDEN'],
];

describe.each(lostResponses)('%s', (_name, fault) => {
  it.each(actions.filter(([, operation]) => isDetectable(operation, fault)))(
    '%s is not repeated, and its outcome is unknown',
    async (field, operation) => {
      await using gateway = await gatewayOnEmulator({}, hasty);
      gateway.emulator.injectFault({ ...fault, match: { operation }, times: 5 });

      const { data, errors } = await gateway.query(`mutation { ${field} }`);

      expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['UPSTREAM_OUTCOME_UNKNOWN']);
      expect(Object.values(data)).toEqual([null]);
      expect(gateway.emulator.log.filter((request) => request.operation === operation)).toHaveLength(1);
    },
  );
});

/** Where the response has no record, or may be about any session, its id does not show that it is for another request. */
function isDetectable(operation: string, fault: Fault): boolean {
  const isAboutAny = ['SaveChatPresence', 'PickUpFirstChatSession', 'CreateChatSessionForTopic'].includes(operation);
  return !(isAboutAny && fault.kind === 'body' && String(fault.body).startsWith('{"ChatSessionId"'));
}

describe.each(refusals)('refused by %s', (_name, fault, code) => {
  it.each(actions)('%s is not repeated, and its outcome is known', async (field, operation) => {
    await using gateway = await gatewayOnEmulator();
    gateway.emulator.injectFault({ ...fault, match: { operation }, times: 5 });

    const { errors } = await gateway.query(`mutation { ${field} }`);

    expect(errors?.map(({ extensions }) => extensions.code)).toEqual([code]);
    expect(gateway.emulator.log.filter((request) => request.operation === operation)).toHaveLength(1);
  });
});

describe('an action whose response is lost', () => {
  it('may have been done: a later read shows it, and the error says to read the record', async () => {
    await using gateway = await gatewayOnEmulator();
    gateway.emulator.injectFault({ kind: 'truncate', match: { operation: 'PickUpChatSession' } });

    const { errors } = await gateway.query('mutation { pickUpChatSession(id: 4) { session { id } } }');
    const { data } = await gateway.query('{ chatSession(id: 4) { status user { id } } }');

    expect(errors?.[0]?.message).toMatch(/its outcome is unknown. Read the record/);
    expect(data.chatSession).toEqual({ status: 'CUSTOMER_LAST', user: { id: '701' } });
    expect(gateway.emulator.requests).toHaveLength(2);
  });

  it('does not stop the actions after it', async () => {
    await using gateway = await gatewayWithSession();
    gateway.emulator.injectFault({ kind: 'reset', match: { operation: 'AddChatMessage' } });

    const { data, errors } = await gateway.query(`mutation {
      lost: addChatMessage(sessionId: 4, message: "one") { message { id } }
      kept: addChatMessage(sessionId: 4, message: "two") { message { message } }
    }`);

    expect(data).toEqual({ lost: null, kept: { message: { message: 'two' } } });
    expect(errors?.map(({ path }) => path)).toEqual([['lost']]);
    expect(gateway.emulator.requests).toHaveLength(2);
  });
});

describe('an action that was not sent', () => {
  const field = 'mutation { pickUpChatSession(id: 4) { session { id } } }';

  it('because the connection was refused is retried once, and its outcome is known', async () => {
    const refused = createServer();
    await new Promise<void>((resolve) => refused.listen(0, '127.0.0.1', resolve));
    const { port } = refused.address() as AddressInfo; // listening on TCP
    await new Promise((resolve) => refused.close(resolve));
    await using gateway = await gatewayAt(`http://127.0.0.1:${port}`);

    const { errors } = await gateway.query(field);

    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['UPSTREAM_UNAVAILABLE']);
    expect(gateway.log().match(/PickUpChatSession/g)?.length).toBeGreaterThan(1);
  });

  it('because credentials are missing is not sent', async () => {
    await using gateway = await gatewayOnEmulator();

    const { errors } = await gateway.query(field, {}, {});

    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED']);
    expect(gateway.emulator.requests).toEqual([]);
  });

  it('because its operation has no calls left is not sent', async () => {
    await using gateway = await gatewayOnEmulator({}, { MAX_UPSTREAM_CALLS: '1' });

    const { data, errors } = await gateway.query(`mutation {
      a: resetChatSession(id: 18) { session { id } }
      b: resetChatSession(id: 44) { session { id } }
    }`);

    expect([data, errors?.map(({ extensions }) => extensions.code)]).toEqual([
      { a: { session: { id: '18' } }, b: null },
      ['UPSTREAM_CALL_LIMIT'],
    ]);
    expect(gateway.emulator.requests).toEqual(['ResetChatSession 18 $select=ChatSessionId']);
  });

  it.each([
    'application/json;odata=verbose',
    'application/json; charset=utf-16',
    'application/json ; q = 0',
    'application/json;q=-1',
    '*/*;x=1',
    'application/graphql-response+json;foo=1',
    'application/json;q=0, application/graphql-response+json;q=0, */*',
  ])('is not reported as such when it was done, whatever the client accepts: %s', async (accept) => {
    await using gateway = await gatewayOnEmulator();

    const { status, data } = await gateway.query(field, {}, { authorization: 'Bearer kari', accept });

    expect([status, data]).toEqual([200, { pickUpChatSession: { session: { id: '4' } } }]);
    expect(gateway.emulator.requests).toHaveLength(1);
  });

  it.each(['text/html', 'application/json;q=0', 'application/xml;q=1'])(
    'because the client accepts no media type of ours is not sent: %s',
    async (accept) => {
      await using gateway = await gatewayOnEmulator();

      const { status } = await gateway.query(field, {}, { authorization: 'Bearer kari', accept });

      expect(status).toBe(406);
      expect(gateway.emulator.requests).toEqual([]);
    },
  );

  it('is never sent by GET', async () => {
    await using gateway = await gatewayOnEmulator({}, { GET_QUERIES: 'true' });
    const url = `${gateway.url}/graphql?query=${encodeURIComponent(field)}`;

    const response = await fetch(url, { headers: { 'apollo-require-preflight': '1', authorization: 'Bearer kari' } });

    expect(response.status).toBe(405);
    expect(gateway.emulator.requests).toEqual([]);
  });
});
