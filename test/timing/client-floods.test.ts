/** C42: small requests that would become large responses or long work: refused or bounded, whether or not the document is cached. */
import { describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { plannedFields } from '../../src/plan/document-plan.js';
import { bytesOf } from '../../src/server/documents/document-store.js';
import { json } from '../support/facing-clients.js';
import { sendQuery } from '../support/plain-http.js';
import { gatewayOnEmulator, type GraphqlResponse } from '../support/query-gateway.js';

const repeated = (times: number, text: (index: number) => string): string =>
  Array.from({ length: times }, (_, index) => text(index)).join(' ');

describe('a document', () => {
  const long = 'a'.repeat(129);

  it.each([
    ['an alias', `{ chatSession(id: 5) { ${long}: id } }`, 'characters of a name'],
    ['a variable', `query ($${long}: ID!) { chatSession(id: $${long}) { id } }`, 'characters of a name'],
    ['a fragment', `{ ...${long} } fragment ${long} on Query { chatSession(id: 5) { id } }`, 'characters of a name'],
    ['an operation', `query ${long} { chatSession(id: 5) { id } }`, 'characters of a name'],
    ['empty lines', `${'\n'.repeat(4_000)}{ chatSession(id: 5) { id } }`, 'lines'],
    ['empty lines of another system', `${'\r\n'.repeat(4_000)}{ chatSession(id: 5) { id } }`, 'lines'],
  ])('is refused before any call for the size of %s, every time', async (_name, query, what) => {
    await using gateway = await gatewayOnEmulator();
    for (let turn = 0; turn < 2; turn += 1) {
      const { status, errors } = await gateway.query(query, { [long]: [1] });
      expect([status, errors?.length, errors?.[0]?.extensions.code]).toEqual([400, 1, 'OPERATION_TOO_LARGE']);
      expect(errors?.[0]?.message).toContain(what);
    }
    expect(gateway.emulator.requests).toEqual([]);
  });

  it('may have names of 128 characters, and 4000 lines', async () => {
    await using gateway = await gatewayOnEmulator();
    const alias = long.slice(1);
    const { data } = await gateway.query(`${'\n'.repeat(3_999)}{ chatSession(id: 5) { ${alias}: id } }`);
    expect(data).toEqual({ chatSession: { [alias]: '5' } });
  });

  it('may select 5000 fields, those of fragments counted for each use', async () => {
    await using gateway = await gatewayOnEmulator();
    const used = (times: number) =>
      `{ chatSession(id: 5) { ${repeated(40, (n) => `a${n}: contact { ...F }`)} } } fragment F on ChatContact { ${'name '.repeat(times)} }`;
    expect((await gateway.query(used(120))).errors).toBeUndefined();
    expect((await gateway.query(used(130))).status).toBe(400);
    expect(gateway.emulator.requests).toHaveLength(1);
  });
});

describe('a response', () => {
  const hundred = Array(100).fill('4');

  it('with too many fields has no data and one error', async () => {
    await using gateway = await gatewayOnEmulator({}, { MAX_ANSWER_RECORDS: '100' });
    const sessions = (fields: number) =>
      `query ($ids: [ID!]!) { chatSessions(ids: $ids) { ${repeated(fields, (n) => `a${n}: status`)} } }`;
    const within = await gateway.query(sessions(25), { ids: hundred });
    expect([within.errors, within.data.chatSessions.length]).toEqual([undefined, 100]);
    for (let turn = 0; turn < 2; turn += 1) {
      const query = sessions(26).replace('{', '{ before: chatSessions(ids: ["x"]) { id }'); // whose error is left out
      const { status, data, errors } = await gateway.query(query, { ids: hundred.slice(1) });
      expect([status, data, errors?.length, errors?.[0]?.extensions.code]).toEqual([
        200,
        null,
        1,
        'OPERATION_TOO_LARGE',
      ]);
    }
  });

  it.each([
    ['short names', 'a'],
    ['long names', 'a'.repeat(120)],
  ])(
    'C42 4,900 errors under %s: within 100 KB, each with its path, and the last counts the rest',
    async (_name, name) => {
      await using gateway = await gatewayOnEmulator();
      const query = `query ($ids: [ID!]!) { ${repeated(49, (n) => `${name}${n}: chatSessions(ids: $ids) { id }`)} }`;
      const sent = { query, variables: { ids: Array(100).fill('x') } };
      const { text = '' } = (await sendQuery(gateway.url, sent, json)) ?? {};
      const { data, errors } = JSON.parse(text) as Pick<GraphqlResponse, 'data' | 'errors'>; // JSON from the wire
      const listed = errors?.slice(0, -1) ?? [];
      expect(data[`${name}48`]).toEqual(Array(100).fill(null));
      expect(JSON.stringify(errors).length).toBeLessThan(100_000);
      expect(listed.length).toBeGreaterThan(100);
      expect(listed.map(({ path }) => path)).toEqual(listed.map((_, n) => [`${name}${Math.floor(n / 100)}`, n % 100]));
      expect(errors?.at(-1)).toMatchObject({
        message: `There are ${4_900 - listed.length} more errors than these ${listed.length}. Request less at once.`,
        extensions: { code: 'OPERATION_TOO_LARGE' },
      });
      expect(gateway.emulator.requests).toEqual([]);
    },
  );

  it('C42 a list whose hundred items all fail: each has its error', async () => {
    await using gateway = await gatewayOnEmulator();
    const query = 'query ($ids: [ID!]!) { chatSessions(ids: $ids) { id } }';
    const { errors = [] } = await gateway.query(query, { ids: Array(100).fill('x') });
    expect(errors.map(({ path }) => path)).toEqual(Array.from({ length: 100 }, (_, n) => ['chatSessions', n]));
  });

  it('accepts 500 names of field properties, and no more', async () => {
    await using gateway = await gatewayOnEmulator();
    const query = 'query ($names: [String!]) { chatSession(id: 5) { id fieldProperties(names: $names) { name } } }';
    expect((await gateway.query(query, { names: Array(500).fill('rank') })).errors).toBeUndefined();
    const written = query
      .replace('$names: [String!]', '')
      .replace('()', '')
      .replace('$names', `[${'"rank" '.repeat(501)}]`);
    for (const refused of [query, written, query, written]) {
      const { status, errors } = await gateway.query(refused, { names: Array(501).fill('rank') });
      expect([status, errors?.[0]?.extensions.code]).toEqual([400, 'OPERATION_TOO_LARGE']);
    }
    expect(gateway.emulator.requests).toHaveLength(1);
  });
});

describe('the plans of a document', () => {
  const conditional = (fields: number, conditions: number): string =>
    `query (${repeated(conditions, (n) => `$c${n}: Boolean!`)}) {
      chatSession(id: 5) { ${repeated(conditions, (n) => `id @include(if: $c${n})`)} ${'rank '.repeat(fields)} }
    }`;

  it.each([
    ['one without conditions', '{ chatSession(id: 5) { id rank } }', 3],
    ['a fragment that is used twice', '{ chatSession(id: 5) { ...F ...F } } fragment F on ChatSession { id }', 3],
    ['both values of a condition', conditional(8, 1), 20],
    ['64 combinations', conditional(8, 7), 64 * 16],
    ['fewer, where there are more fields', conditional(992, 7), 2 * 1_000],
    ['one, where there are very many', conditional(3_000, 7), 3_008],
    ['introspection', '{ __schema { types { name } } }', 3],
    ['two operations', 'query A { __typename } query B { __typename }', 2],
  ])('hold this many fields: %s', (_name, query, fields) => {
    expect(plannedFields(parse(query))).toBe(fields);
  });

  it('count for its size', () => {
    const [plain, planned] = [conditional(8, 0).replace('()', ''), conditional(8, 7)].map((text) =>
      bytesOf(parse(text)),
    );
    expect((planned ?? 0) - (plain ?? 0)).toBeGreaterThan(64 * 16 * 150);
  });
});
