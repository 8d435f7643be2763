/** C8–C10, C12–C15, C19, C33, C38: operations over a limit are refused before execution. */
import { describe, expect, it } from '@jest/globals';
import { facingQuery, fastestMs, json, repeated, type Faced } from '../support/facing-clients.js';
import { sendQuery } from '../support/plain-http.js';
import { gatewayOnEmulator } from '../support/query-gateway.js';

const tooLarge = ['OPERATION_TOO_LARGE'];
/** The token limit applies during parsing. */
const tooManyTokens = ['OPERATION_TOO_LARGE', 'GRAPHQL_PARSE_FAILED'];
const invalid = ['OPERATION_TOO_LARGE', 'GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED'];

/** Refused by 400 and one of these codes, with a small response and no call; the gateway still serves others. */
function expectRefused(faced: Faced, codes: readonly string[]): void {
  const { status, calls, text } = faced;
  expect({ status, calls, isWell: faced.isWell, text }).toEqual({ status: 400, calls: [], isWell: true, text });
  expect(faced.codes.filter((code) => !codes.includes(code))).toEqual([]);
  expect(faced.codes).not.toEqual([]);
  expect(faced.data).toBeUndefined();
  expect(faced.bytes).toBeLessThan(2_000);
}

const session = (selection: string): string => `{ chatSession(id: 192) { ${selection} } }`;
const nested = (levels: number, inner = 'id'): string => `${'person { '.repeat(levels)}${inner}${' }'.repeat(levels)}`;

describe('depth', () => {
  it.each([13, 500, 5_000])('C8 a query of %i levels: refused', async (levels) => {
    expectRefused(await facingQuery(session(nested(levels))), invalid);
  });

  it('C8 a valid query with one level too many: refused for its depth', async () => {
    const settings = { MAX_DEPTH: '2' };
    expectRefused(await facingQuery(session('person { firstname }'), {}, { settings }), tooLarge);
    expect((await facingQuery(session('status'), {}, { settings })).codes).toEqual([]);
  });

  it('C8 depth in fragments: refused for its depth', async () => {
    const query = `${session('...a')} fragment a on ChatSession { ... { ...b } } fragment b on ChatSession { person { id } }`;
    expectRefused(await facingQuery(query, {}, { settings: { MAX_DEPTH: '2' } }), tooLarge);
  });

  it('C8 inline fragments as deep as the tokens allow: refused or accepted, and no stack overflow', async () => {
    const deep = `${'... { '.repeat(1_300)} status ${'}'.repeat(1_300)}`;
    const { status, calls, isWell, text } = await facingQuery(session(deep));
    expect([200, 400]).toContain(status);
    expect([calls.length <= 1, isWell, text.length < 2_000]).toEqual([true, true, true]);
  });

  it.each([
    ['500 levels', session(nested(500))],
    ['5,000 levels', session(nested(5_000))],
    ['1,000 aliases', `{ ${repeated(1_000, (n) => `a${n}: __typename`)} }`],
  ])('C8 %s: refused within 20 ms', async (_name, query) => {
    await using gateway = await gatewayOnEmulator();
    const ms = await fastestMs(40, () => sendQuery(gateway.url, { query }, json));
    expect(ms).toBeLessThan(20);
  });

  it('C8 introspection that is on is exempt', async () => {
    const ofType = (levels: number): string => (levels === 0 ? 'name' : `name ofType { ${ofType(levels - 1)} }`);
    const query = `{ __schema { types { fields { type { ${ofType(9)} } } } } }`;
    const { status, data, calls } = await facingQuery(query, {}, { settings: { INTROSPECTION: 'true' } });
    expect([status, data.__schema.types.length > 10, calls]).toEqual([200, true, []]);
  });
});

describe('aliases and root fields', () => {
  const many = (count: number, field: string): string => `{ ${repeated(count, (index) => `a${index}: ${field}`)} }`;

  it('C9 alias bomb of 5,000: refused before any call', async () => {
    expectRefused(await facingQuery(many(5_000, 'chatSession(id: 1) { id }')), tooManyTokens);
  });

  it('C9 one alias too many: refused before any call', async () => {
    expectRefused(await facingQuery(many(51, 'chatSession(id: 192) { id }')), tooLarge);
  });

  it('C9 as many aliases as are allowed: accepted', async () => {
    const { status, codes, data, calls } = await facingQuery(many(50, 'chatSession(id: 192) { id }'));
    expect([status, codes, Object.keys(data).length, calls.length]).toEqual([200, [], 50, 1]);
  });

  it('C9 aliases below the root: refused before any call', async () => {
    expectRefused(await facingQuery(session(repeated(51, (index) => `a${index}: status`))), tooLarge);
  });

  it('C9 aliases in a fragment: counted for each use', async () => {
    const fragment = `fragment f on ChatSession { ${repeated(30, (index) => `a${index}: status`)} }`;
    const query = `{ chatSession(id: 1) { ...f } chatSessions(ids: [2]) { ...f } } ${fragment}`;
    expectRefused(await facingQuery(query), tooLarge);
  });

  it('C9 root fields beyond the limit, without aliases: refused before any call', async () => {
    const query = `{ ${repeated(51, () => 'chatSession(id: 192) { id }')} }`;
    expectRefused(await facingQuery(query), tooLarge);
  });

  it('C9 root fields in fragments: refused before any call', async () => {
    const fragment = `fragment f on Query { ${repeated(26, () => 'chatSession(id: 192) { id }')} }`;
    expectRefused(await facingQuery(`{ ...f ... on Query { ...f } } ${fragment}`), tooLarge);
  });

  it('C9 aliases below introspection that is on: counted', async () => {
    const settings = { INTROSPECTION: 'true' };
    const aliased = (count: number): string => `{ __schema { ${repeated(count, (n) => `a${n}: types { name }`)} } }`;
    expectRefused(await facingQuery(aliased(51), {}, { settings }), tooLarge);
    expect((await facingQuery(aliased(50), {}, { settings })).codes).toEqual([]);
  });

  it('C9 _entities is exempt: routers use aliases', async () => {
    const query = many(60, '_entities(representations: [{ __typename: "ChatSession", id: "192" }]) { __typename }');
    const { status, codes, data } = await facingQuery(query);
    expect([status, codes, Object.keys(data).length]).toEqual([200, [], 60]);
  });

  it.each([51, 5_000])('C10 %i aliases of __typename: refused', async (count) => {
    expectRefused(await facingQuery(many(count, '__typename')), count > 1_000 ? tooManyTokens : tooLarge);
  });
});

describe('documents with costly validation', () => {
  const spreads = (count: number): string => repeated(count, (index) => `...f${index}`);
  const fragments = (count: number, selection: (index: number) => string): string =>
    repeated(count, (index) => `fragment f${index} on ChatSession { ${selection(index)} }`);
  const costly = [
    ['equal keys', session(repeated(980, () => 'user{id}'))],
    ['equal keys with arguments', `{ ${repeated(300, () => 'chatSession(id: 1) { id }')} }`],
    ['equal keys in many fragments', `${session(spreads(300))} ${fragments(300, () => 'id')}`],
    [
      'fragments that each hold the next one twice',
      `${session('...f0')} ${fragments(100, (n) => `user { id } user { name } ...f${Math.min(n + 1, 99)}`)}`,
    ],
    [
      'equal keys in nested inline fragments',
      session(`${'... { '.repeat(90)} ${repeated(99, () => 'user{id}')} ${'}'.repeat(90)}`),
    ],
    [
      'a fragment that holds itself',
      `${session('...f0')} ${fragments(1, () => 'user { id } user { ...g } ...f0')} fragment g on ChatAssociate { id }`,
    ],
  ] as const;

  it.each(costly.slice(0, -1))('C38 %s: refused', async (_name, query) => {
    const faced = await facingQuery(query);
    expectRefused(faced, ['GRAPHQL_VALIDATION_FAILED']);
    expect(faced.errors?.map(({ message }) => message)).toEqual([expect.stringContaining('the same response key')]);
  });

  it.each(costly)('C38 %s: costs less than five small queries', async (_name, query) => {
    await using gateway = await gatewayOnEmulator();
    /** Each text is new to the gateway. */
    async function cpuOf(text: string): Promise<number> {
      const started = process.cpuUsage();
      for (let spaces = 1; spaces <= 20; spaces += 1)
        await sendQuery(gateway.url, { query: `${' '.repeat(spaces)}${text}` }, json);
      const { user, system } = process.cpuUsage(started);
      return user + system;
    }
    const small = '{ __typename chatSession(id: 0) { id status } }';
    await cpuOf(`${small} # code is compiled`);

    expect((await cpuOf(query)) / (await cpuOf(small))).toBeLessThan(5);
  });

  it('C38 a hundred fragments with the same selection: accepted', async () => {
    const { status, codes, data } = await facingQuery(
      `${session(spreads(100))} ${fragments(100, () => '__typename id')}`,
    );
    expect([status, codes, data]).toEqual([200, [], { chatSession: { __typename: 'ChatSession', id: '192' } }]);
  });
});

describe('costly documents', () => {
  it.each(['@skip(if: false)', '@nope', '@deprecated'])(
    'C12 10,000 directives %s: refused, small response',
    async (directive) => {
      expectRefused(await facingQuery(`{ __typename ${repeated(10_000, () => directive)} }`), tooManyTokens);
    },
  );

  it('C12 eleven directives at one location: refused, small response', async () => {
    expectRefused(await facingQuery(`{ __typename ${repeated(11, () => '@skip(if: false)')} }`), invalid);
  });

  it('C12 nine hundred unknown directives, within the tokens: five errors at most', async () => {
    const faced = await facingQuery(`{ __typename ${repeated(900, (index) => `@nope${index}`)} }`);
    expectRefused(faced, invalid);
    expect(faced.codes.length).toBeLessThanOrEqual(6);
  });

  it.each([
    ['of itself', 'fragment a on ChatSession { ...a }'],
    ['of two', 'fragment a on ChatSession { ...b } fragment b on ChatSession { ...a }'],
    ['through a field', 'fragment a on ChatSession { status ... { ...a } }'],
  ])('C13 a cycle of fragments, %s: refused', async (_name, fragments) => {
    expectRefused(await facingQuery(`${session('...a')} ${fragments}`), invalid);
  });

  const doubling = (levels: number, type: string, last: string): string =>
    repeated(levels, (n) => `fragment f${n} on ${type} { ${n + 1 < levels ? `...f${n + 1} ...f${n + 1}` : last} }`);

  it.each([
    ['sessions', `${session('...f0')} ${doubling(22, 'ChatSession', 'status')}`],
    ['the root', `{ ...f0 } ${doubling(22, 'Query', 'chatSession(id: 192) { id }')}`],
    ['the root, __typename', `{ ...f0 } ${doubling(22, 'Query', '__typename')}`],
  ])('C14 fragments that double 22 times, on %s: refused', async (_name, query) => {
    expectRefused(await facingQuery(query), invalid);
  });

  it('C14 fragments that double 300 times: refused within 100 ms', async () => {
    await using gateway = await gatewayOnEmulator();
    const query = `{ ...f0 } ${doubling(300, 'Query', '__typename')}`;
    expect(await fastestMs(3, () => sendQuery(gateway.url, { query }, json))).toBeLessThan(100);
    expectRefused(await facingQuery(query), invalid);
  });

  it.each([
    ['3,000 duplicate fields', `{ ${repeated(3_000, () => 'chatSession(id: 192) { id }')} }`],
    ['20,000 unknown fields', `{ ${repeated(20_000, (index) => `nope${index}`)} }`],
    ['20,000 duplicate names', session(repeated(20_000, () => 'status'))],
  ])('C15 %s: refused by the token limit, before validation', async (_name, query) => {
    expectRefused(await facingQuery(query), tooManyTokens);
  });

  it.each([
    ['duplicate', repeated(3_900, () => 'status')],
    ['unknown', repeated(3_900, (index) => `nope${index}`)],
  ])('C15 as many %s fields as the tokens allow: within 250 ms, small response', async (_name, fields) => {
    await using gateway = await gatewayOnEmulator();
    const query = session(fields);
    expect(await fastestMs(3, () => sendQuery(gateway.url, { query }, json))).toBeLessThan(250);
    const response = await sendQuery(gateway.url, { query }, json);
    expect(response?.text.length).toBeLessThan(2_000);
  });

  it('C33 300 operations in one document: refused by the token limit', async () => {
    const query = repeated(300, (n) => `query q${n}($id: ID!) { chatSession(id: $id) { id status topicName } }`);
    expectRefused(await facingQuery(query, { id: '192' }), tooManyTokens);
  });

  it('C33 several operations and no name: refused', async () => {
    const { status, calls, isWell } = await facingQuery('query a { __typename } query b { __typename }');
    expect([status, calls, isWell]).toEqual([400, [], true]);
  });
});

describe('C19 references', () => {
  const query = `query ($all: [_Any!]!) { _entities(representations: $all) { ... on ChatSession { status } } }`;
  const references = (count: number) =>
    Array.from({ length: count }, (_, n) => ({ __typename: 'ChatSession', id: `${n + 1}` }));

  it.each([101, 5_000])('C19 %i different ones: a hundred are resolved, the others fail one by one', async (count) => {
    await using gateway = await gatewayOnEmulator();
    const { status, data, errors = [] } = await gateway.query(query, { all: references(count) });
    expect([status, data._entities.length, data._entities.filter((entity: unknown) => entity !== null).length]).toEqual(
      [200, count, 100],
    );
    expect(errors[0]).toMatchObject({ path: ['_entities', 100], extensions: { code: 'OPERATION_TOO_LARGE' } });
    expect(gateway.emulator.requests).toHaveLength(100);
  });

  it('C19 the same one many times, also in aliases: counts once', async () => {
    await using gateway = await gatewayOnEmulator();
    const all = [...references(100), ...references(100)];
    const document =
      'query ($all: [_Any!]!) { a: _entities(representations: $all) { ... on ChatSession { status } } b: _entities(representations: $all) { ... on ChatSession { status } } }';
    const { data, errors } = await gateway.query(document, { all });
    expect([data.a.length, data.b.length, errors]).toEqual([200, 200, undefined]);
    expect(gateway.emulator.requests).toHaveLength(100);
  });

  it('C19 of a router with its secret: a thousand', async () => {
    const secret = 'a-secret-of-the-router';
    await using gateway = await gatewayOnEmulator({}, { ROUTER_SECRET: secret });
    const headers = { ...json, 'router-authorization': secret };
    const { data, errors = [] } = await gateway.query(query, { all: references(1_001) }, headers);
    expect(data._entities.filter((entity: unknown) => entity !== null)).toHaveLength(250); // the existing ones
    expect(errors.map(({ path }) => path)).toEqual([['_entities', 1_000]]);
    expect(gateway.emulator.requests).toHaveLength(1_000);
  });

  it('C19 as many representations as are allowed: accepted', async () => {
    const { status, codes, data } = await facingQuery(query, { all: references(100) });
    expect([status, codes, data._entities.length]).toEqual([200, [], 100]);
  });

  it('C19 more than a hundred ids: refused before any call', async () => {
    const ids = Array.from({ length: 101 }, (_, index) => index + 1);
    const { codes, calls, isWell } = await facingQuery(`{ chatSessions(ids: [${ids.join()}]) { id } }`);
    expect([codes.length, calls, isWell]).toEqual([1, [], true]);
  });
});
