/** Which callers may send references and read the SDL, and how many references at once. */
import { describe, expect, it } from '@jest/globals';
import { authorization, gatewayOnEmulator } from '../support/query-gateway.js';

const secret = 'router-secret-0123456789';
const router = { authorization, 'router-authorization': secret };
const client = { authorization };

const references =
  '{ _entities(representations: [{ __typename: "ChatSession", id: "5" }]) { ... on ChatSession { status } } }';
const sdl = '{ _service { sdl } }';
const plain = '{ chatSession(id: 5) { id } }';
const hidden = '{ ...f } fragment f on Query { ... { found: _entities(representations: []) { __typename } } }';

async function outcomes(settings: Record<string, string>, headers: Record<string, string>) {
  await using gateway = await gatewayOnEmulator({}, settings);
  async function sendAll(): Promise<readonly string[]> {
    const responses: string[] = [];
    for (const document of [references, sdl, plain, hidden]) {
      const { status, errors } = await gateway.query(document, {}, headers);
      responses.push(errors?.[0] ? `${status} ${errors[0].extensions.code}` : String(status));
    }
    return responses;
  }
  const answers = await sendAll();
  const calls = gateway.emulator.requests.length;
  expect(await sendAll()).toEqual(answers); // the decision on a document is remembered
  return { answers, calls };
}

const refused = '403 FORBIDDEN';

describe('without a router secret', () => {
  it('any caller may send references, and the SDL is closed', async () => {
    expect(await outcomes({}, client)).toEqual({ answers: ['200', refused, '200', '200'], calls: 2 });
  });

  it.each([{ INTROSPECTION: 'true' }, { EXPOSE_SDL: 'true' }])('the SDL is open with %j', async (settings) => {
    expect((await outcomes(settings, client)).answers).toEqual(['200', '200', '200', '200']);
  });

  it('the SDL can stay closed where introspection is on', async () => {
    expect((await outcomes({ INTROSPECTION: 'true', EXPOSE_SDL: 'false' }, client)).answers[1]).toBe(refused);
  });
});

describe('with a router secret', () => {
  const settings = { ROUTER_SECRET: secret };

  it('the router may do everything', async () => {
    expect(await outcomes(settings, router)).toEqual({ answers: ['200', '200', '200', '200'], calls: 2 });
  });

  it('routers with the previous secret may do everything while it is set', async () => {
    const both = { ...settings, PREVIOUS_ROUTER_SECRET: 'router-secret-before-it' };
    const old = { ...client, 'router-authorization': both.PREVIOUS_ROUTER_SECRET };
    for (const headers of [router, old]) expect((await outcomes(both, headers)).answers[0]).toBe('200');
    expect((await outcomes(settings, old)).answers[0]).toBe(refused);
    expect((await outcomes(both, client)).answers[0]).toBe(refused);
  });

  it.each([
    ['nothing', client],
    ['another secret', { ...client, 'router-authorization': `${secret}x` }],
    ['part of it', { ...client, 'router-authorization': secret.slice(0, 10) }],
  ])('a client that sends %s gets the plain queries only', async (_name, headers) => {
    expect(await outcomes({ ...settings, EXPOSE_SDL: 'true' }, headers)).toEqual({
      answers: [refused, refused, '200', refused],
      calls: 1,
    });
  });

  it('and no query where only the router may send any', async () => {
    expect(await outcomes({ ...settings, ROUTER_ONLY: 'true' }, client)).toEqual({
      answers: [refused, refused, refused, refused],
      calls: 0,
    });
    expect((await outcomes({ ...settings, ROUTER_ONLY: 'true' }, router)).answers).toEqual([
      '200',
      '200',
      '200',
      '200',
    ]);
  });

  it('never shows the secret', async () => {
    await using gateway = await gatewayOnEmulator({}, { ...settings, LOG_LEVEL: 'debug' });
    const { errors } = await gateway.query(references, {}, { 'router-authorization': `${secret}x` });
    expect(JSON.stringify(errors) + gateway.log()).not.toContain(secret);
  });
});

describe('the number of representations', () => {
  const document = `query ($many: [_Any!]!, $more: [_Any!]! = []) {
    a: _entities(representations: $many) { ... on ChatSession { status } }
    b: _entities(representations: $more) { ... on ChatSession { status } }
  }`;
  const list = (from: number, count: number) =>
    Array.from({ length: count }, (_, index) => ({ __typename: 'ChatSession', id: `${from + index}` }));

  it.each([
    ['in one list', { many: list(1, 101) }, ['a', 100]],
    ['over several aliases', { many: list(1, 60), more: list(61, 41) }, ['b', 40]],
  ])('is resolved up to the limit %s, and the rest fails one by one', async (_name, variables, path) => {
    await using gateway = await gatewayOnEmulator();
    const { status, errors = [] } = await gateway.query(document, variables);
    expect([status, errors.map((error) => [error.path, error.extensions.code])]).toEqual([
      200,
      [[path, 'OPERATION_TOO_LARGE']],
    ]);
    expect(gateway.emulator.requests).toHaveLength(100);
  });

  it('counts lists in the document', async () => {
    await using gateway = await gatewayOnEmulator({}, { MAX_REPRESENTATIONS: '1' });
    const two = references.replace('}]', '}, { __typename: "ChatSession", id: "6" }]');
    expect((await gateway.query(two)).errors).toHaveLength(1);
    expect((await gateway.query(references)).errors).toBeUndefined();
    expect(gateway.emulator.requests).toHaveLength(2);
  });

  it.each(['of', 'constructor', 'toString', '__proto__'])(
    'counts the default of a variable called %s',
    async (name) => {
      await using gateway = await gatewayOnEmulator({}, { MAX_REPRESENTATIONS: '1' });
      const defaults = '[{ __typename: "ChatSession", id: "5" }, { __typename: "ChatSession", id: "6" }]';
      const { data, errors } = await gateway.query(
        `query ($${name}: [_Any!]! = ${defaults}) { _entities(representations: $${name}) { ... on ChatSession { status } } }`,
      );
      expect([data._entities[1], errors?.length, gateway.emulator.requests.length]).toEqual([null, 1, 1]);
    },
  );

  it('counts equal ones once', async () => {
    await using gateway = await gatewayOnEmulator();
    const { data, errors } = await gateway.query(document, {
      many: Array(60).fill(list(5, 1)[0]),
      more: Array(140).fill(list(5, 1)[0]),
    });
    expect(errors).toBeUndefined();
    expect([data.a.length, data.b.length]).toEqual([60, 140]);
    expect(gateway.emulator.requests).toEqual(['GetChatSessionEntity 5 $select=ChatSessionId,Status']);
  });
});
