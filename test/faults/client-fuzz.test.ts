/** C36: random bodies over HTTP against the real schema. None gets a 5xx, and only a valid query makes calls. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { calm, isWell, json } from '../support/facing-clients.js';
import { sendPlain } from '../support/plain-http.js';
import { gatewayOnEmulator, type GatewayWithEmulator } from '../support/query-gateway.js';

let gateway: GatewayWithEmulator;

beforeAll(async () => {
  gateway = await gatewayOnEmulator({}, calm);
});

afterAll(async () => {
  expect(await isWell(gateway)).toBe(true);
  await gateway[Symbol.asyncDispose]();
});

const runs = Number(process.env['FUZZ_RUNS'] ?? 300);

async function responseTo(body: string | Uint8Array, headers: Readonly<Record<string, string>> = json) {
  gateway.emulator.clearLog();
  const response = await sendPlain(`${gateway.url}/graphql`, { body, headers });
  return { status: response?.status ?? 0, text: response?.text ?? '', calls: gateway.emulator.requests.length };
}

/** Either a refusal in JSON, or a GraphQL response. */
function expectWellFormed({ status, text }: { status: number; text: string }): void {
  expect(status).toBeGreaterThanOrEqual(200);
  expect(status).toBeLessThan(500);
  expect(() => JSON.parse(text)).not.toThrow();
  expect(text).not.toMatch(/INTERNAL_SERVER_ERROR|node_modules|<html/);
}

const notQueries = fc.oneof(
  fc.jsonValue(),
  fc.record(
    { query: fc.jsonValue(), variables: fc.jsonValue(), operationName: fc.jsonValue(), extensions: fc.jsonValue() },
    { requiredKeys: [] },
  ),
  fc.record({ query: fc.string({ unit: 'binary' }), variables: fc.jsonValue() }, { requiredKeys: ['query'] }),
);

const words = fc.constantFrom(
  ...'{ } ( ) [ ] : ! $ @ ... " """ # , query mutation subscription fragment on id ids chatSession chatSessions _entities'.split(
    ' ',
  ),
  ...'_service sdl __typename __schema ChatSession status person $id $ids 192 -1 0 1.5 "192" null true false @skip @include if'.split(
    ' ',
  ),
  '(id: 192)',
  '{ id }',
  '{ chatSession(id: 192) { id } }',
  '\n',
  '\u0000',
  '\uFEFF',
);

describe('C36 fuzz', () => {
  it('C36 random JSON: never a 5xx, never a call', async () => {
    await fc.assert(
      fc.asyncProperty(notQueries, async (body) => {
        const response = await responseTo(JSON.stringify(body));
        expectWellFormed(response);
        expect(response.calls).toBe(0);
      }),
      { numRuns: runs },
    );
  });

  it('C36 random bytes: refused, never a 5xx, never a call', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (body) => {
        const response = await responseTo(body);
        expectWellFormed(response);
        expect(response.calls).toBe(0);
      }),
      { numRuns: runs },
    );
  });

  it('C36 documents of random words: never a 5xx; calls only by an executed operation', async () => {
    const documents = fc.array(words, { maxLength: 25 }).map((list) => list.join(' '));
    await fc.assert(
      fc.asyncProperty(documents, async (query) => {
        const response = await responseTo(JSON.stringify({ query }));
        expectWellFormed(response);
        if (response.status !== 200) expect(response.calls).toBe(0);
      }),
      { numRuns: runs },
    );
  });

  it('C36 a valid query with random variables: calls only for valid ids', async () => {
    const query = `query ($id: ID, $ids: [ID!], $all: [_Any!], $yes: Boolean) {
      a: chatSession(id: $id) @include(if: $yes) { id } b: chatSessions(ids: $ids) { id }
      c: _entities(representations: $all) { ... on ChatSession { status } }
    }`.replace(/ID,|ID!\],|Any!\],|Boolean/g, (type) => type.replace(/(,?)$/, '!$1'));
    const value = fc.oneof(fc.jsonValue(), fc.array(fc.jsonValue()), fc.integer(), fc.string());
    const variables = fc.record({ id: value, ids: value, all: value, yes: fc.boolean() }, { requiredKeys: [] });
    await fc.assert(
      fc.asyncProperty(variables, async (variables) => {
        const response = await responseTo(JSON.stringify({ query, variables: variables }));
        expectWellFormed(response);
        if (response.status !== 200) expect(response.calls).toBe(0);
        for (const line of gateway.emulator.requests) expect(line).toMatch(/^GetChatSessionEntity [1-9]\d{0,9} /);
      }),
      { numRuns: runs },
    );
  });

  it('C36 random header values: never a 5xx, no call by a refused request', async () => {
    const names = fc.constantFrom(
      'authorization',
      'accept',
      'accept-language',
      'so-culture',
      'so-timezone',
      'cookie',
      'x-request-id',
      'host',
      'content-type',
      'x-xsrf-token',
      'router-authorization',
      'origin',
      'traceparent',
    );
    const bytes = fc.integer({ min: 0x20, max: 0xff }).filter((code) => code !== 0x7f); // those that Node's client sends
    const values = fc.string({ unit: bytes.map((code) => String.fromCharCode(code)) });
    const body = JSON.stringify({ query: '{ chatSession(id: 192) { id } }' });
    await fc.assert(
      fc.asyncProperty(fc.dictionary(names, values, { noNullPrototype: true }), async (headers) => {
        const response = await responseTo(body, { ...json, ...headers });
        expectWellFormed(response);
        if (response.status !== 200) expect(response.calls).toBe(0);
      }),
      { numRuns: runs },
    );
  });
});
