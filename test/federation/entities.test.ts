/** The calls of a router's `_entities`, and that an invalid representation does not affect others. */
import { describe, expect, it } from '@jest/globals';
import { authorization, gatewayOnEmulator, queryAt } from '../support/query-gateway.js';

type Representation = Readonly<Record<string, unknown>>;

const session = (id: unknown, more: Representation = {}): Representation => ({
  __typename: 'ChatSession',
  id,
  ...more,
});

const query = (selection: string): string =>
  `query ($representations: [_Any!]!) { _entities(representations: $representations) { ${selection} } }`;

/** `count` references to the sessions 1 to `distinct`, in an order in which duplicates are apart. */
const references = (count: number, distinct: number): readonly Representation[] =>
  Array.from({ length: count }, (_, index) => session(String(1 + ((index * 7) % distinct))));

const codesByPath = (errors: readonly { path?: readonly unknown[]; extensions: { code: string } }[] = []) =>
  errors.map(({ path, extensions }) => [path, extensions.code]);

describe('_entities', () => {
  it('makes 40 calls for 100 references to 40 distinct sessions', async () => {
    await using gateway = await gatewayOnEmulator();

    const representations = references(100, 40);
    const { data, errors } = await gateway.query(query('... on ChatSession { id rank }'), { representations });

    expect(errors).toBeUndefined();
    expect(data._entities.map(({ id }: { id: string }) => id)).toEqual(representations.map(({ id }) => id));
    expect(gateway.emulator.requests.toSorted()).toEqual(
      Array.from({ length: 40 }, (_, index) => {
        return `GetChatSessionEntity ${index + 1} $select=ChatSessionId,Rank`;
      }).toSorted(),
    );
  });

  it('makes 40 calls also when aliased lists, chatSession fields and fragments read the same sessions', async () => {
    await using gateway = await gatewayOnEmulator();
    const all = references(100, 40);

    const { data, errors } = await gateway.query(
      `query ($a: [_Any!]!, $b: [_Any!]!, $c: [_Any!]!) {
        a: _entities(representations: $a) { ... on ChatSession { status } }
        first: chatSession(id: 1) { topicId }
        b: _entities(representations: $b) { __typename ...F }
        c: _entities(representations: $c) { ... on ChatSession { person { lastname } } ... on ChatPerson { firstname } }
        last: chatSession(id: 40) { person { firstname } }
      }
      fragment F on ChatSession { id customerName }`,
      { a: all.slice(0, 40), b: all.slice(40, 80), c: all.slice(80) },
    );

    expect(errors).toBeUndefined();
    expect([data.a, data.b, data.c].map(({ length }) => length)).toEqual([40, 40, 20]);
    expect(data.b[0]).toMatchObject({ __typename: 'ChatSession', customerName: expect.any(String) });
    expect(gateway.emulator.requests).toHaveLength(40);
    const named = all.slice(80).map(({ id }) => id);
    expect(gateway.emulator.requests.toSorted()).toEqual(
      Array.from({ length: 40 }, (_, index) => {
        const id = String(index + 1);
        const person = ['Person/Firstname', 'Person/Lastname', 'Person/PersonId'].filter((path) => {
          if (path === 'Person/Firstname') return id === '40';
          if (path === 'Person/Lastname') return named.includes(id);
          return id === '40' || named.includes(id);
        });
        const topic = id === '1' ? ['TopicId'] : [];
        return `GetChatSessionEntity ${id} $select=${['ChatSessionId', 'CustomerName', ...person, 'Status', ...topic].join()}`;
      }).toSorted(),
    );
  });

  it('makes no call for references of which only the key is selected', async () => {
    await using gateway = await gatewayOnEmulator();

    const { data, errors } = await gateway.query(
      `query ($representations: [_Any!]!) {
        a: _entities(representations: $representations) { __typename ... on ChatSession { id } }
        b: _entities(representations: $representations) { ... on ChatSession { __typename key: id } }
      }`,
      { representations: [session('7'), session('999999999')] },
    );

    expect(errors).toBeUndefined();
    expect(data.a).toEqual([
      { __typename: 'ChatSession', id: '7' },
      { __typename: 'ChatSession', id: '999999999' },
    ]);
    expect(data.b[0]).toEqual({ __typename: 'ChatSession', key: '7' });
    expect(gateway.emulator.requests).toEqual([]);
  });

  it('joins a key-only reference with one that selects more', async () => {
    await using gateway = await gatewayOnEmulator();

    const { data } = await gateway.query(
      `query ($both: [_Any!]!, $one: [_Any!]!) {
        keys: _entities(representations: $both) { ... on ChatSession { id } }
        more: _entities(representations: $one) { ... on ChatSession { id status } }
      }`,
      { both: [session('192'), session('5')], one: [session('192')] },
    );

    expect(data).toEqual({ keys: [{ id: '192' }, { id: '5' }], more: [{ id: '192', status: 'CLOSED' }] });
    expect(gateway.emulator.requests).toEqual(['GetChatSessionEntity 192 $select=ChatSessionId,Status']);
  });

  it('is null without an error where there is no such session', async () => {
    await using gateway = await gatewayOnEmulator();

    const { data, errors } = await gateway.query(query('... on ChatSession { status }'), {
      representations: [session('999999999'), session('192')],
    });

    expect({ data, errors }).toEqual({ data: { _entities: [null, { status: 'CLOSED' }] }, errors: undefined });
  });

  it('accepts integers as ids, and representations in the document', async () => {
    await using gateway = await gatewayOnEmulator();

    const { data, errors } = await gateway.query(`{
      _entities(representations: [{ __typename: "ChatSession", id: 192 }, { __typename: "ChatSession", id: "192" }]) {
        ... on ChatSession { id status }
      }
    }`);

    expect(errors).toBeUndefined();
    expect(data._entities).toEqual([
      { id: '192', status: 'CLOSED' },
      { id: '192', status: 'CLOSED' },
    ]);
    expect(gateway.emulator.requests).toEqual(['GetChatSessionEntity 192 $select=ChatSessionId,Status']);
  });
});

const badRepresentations: readonly (readonly [string, unknown])[] = [
  ['an unknown __typename', { __typename: 'Nope', id: '5' }],
  ['no __typename', { id: '5' }],
  ['a __typename of null', { __typename: null, id: '5' }],
  ['a __typename that is a list', { __typename: ['ChatSession'], id: '5' }],
  ['a __typename that names a property of every object', { __typename: 'constructor', id: '5' }],
  ['a snapshot, which only its session has', { __typename: 'ChatMessage', id: '5' }],
  ['an object that is no entity', { __typename: 'Query', id: '5' }],
  ['text', 'ChatSession'],
  ['a number', 5],
  ['a list', [session('5')]],
  ['no id', { __typename: 'ChatSession' }],
  ['an id of null', session(null)],
  ['a float as id', session(1.5)],
  ['a boolean as id', session(true)],
  ['an object as id', session({ id: '5' })],
  ['a list as id', session(['5'])],
  ['"x" as id', session('x')],
  ['"" as id', session('')],
  ['" 5" as id', session(' 5')],
  ['"05" as id', session('05')],
  ['"5.0" as id', session('5.0')],
  ['"5\\n" as id', session('5\n')],
  ['0 as id', session(0)],
  ['"0" as id', session('0')],
  ['-1 as id', session(-1)],
  ['2147483648 as id', session(2147483648)],
  ['"2147483648" as id', session('2147483648')],
  ['1e21 as id', session(1e21)],
];

describe('C20: an invalid representation', () => {
  it.each(badRepresentations)('%s is an error at its index, and the others are resolved', async (_name, bad) => {
    await using gateway = await gatewayOnEmulator();

    const { status, data, errors } = await gateway.query(query('... on ChatSession { id status }'), {
      representations: [session('192'), bad, session('4')],
    });

    expect(status).toBe(200);
    expect(data._entities).toEqual([{ id: '192', status: 'CLOSED' }, null, { id: '4', status: 'IN_QUEUE' }]);
    expect(codesByPath(errors)).toEqual([[['_entities', 1], 'BAD_USER_INPUT']]);
    expect(gateway.emulator.requests).toEqual([
      'GetChatSessionEntity 192 $select=ChatSessionId,Status',
      'GetChatSessionEntity 4 $select=ChatSessionId,Status',
    ]);
  });

  it('makes no call when all are invalid, and each has its error under its alias', async () => {
    await using gateway = await gatewayOnEmulator();

    const { data, errors } = await gateway.query(
      `query ($all: [_Any!]!) { a: _entities(representations: $all) { __typename ... on ChatSession { status } } }`,
      { all: badRepresentations.map(([, bad]) => bad) },
    );

    expect(data.a).toEqual(badRepresentations.map(() => null));
    expect(codesByPath(errors)).toEqual(badRepresentations.map((_bad, index) => [['a', index], 'BAD_USER_INPUT']));
    expect(gateway.emulator.requests).toEqual([]);
  });

  it('stays an error when only the key is selected', async () => {
    await using gateway = await gatewayOnEmulator();

    const { data, errors } = await gateway.query(query('... on ChatSession { id }'), {
      representations: [session('0'), session('5')],
    });

    expect(data._entities).toEqual([null, { id: '5' }]);
    expect(codesByPath(errors)).toEqual([[['_entities', 0], 'BAD_USER_INPUT']]);
  });

  it('is not repeated in its error', async () => {
    await using gateway = await gatewayOnEmulator();

    const { errors } = await gateway.query(query('... on ChatSession { id }'), {
      representations: [session('kamren@example.com'), { __typename: 'Kamren', id: '5' }],
    });

    expect(errors).toHaveLength(2);
    expect(JSON.stringify(errors)).not.toMatch(/kamren/i);
  });

  it('ignores an own __proto__ key and fields beyond the key', async () => {
    await using gateway = await gatewayOnEmulator();
    const body = JSON.stringify({
      query: query('... on ChatSession { id customerName }'),
      variables: { representations: ['PROTO', session('192', { customerName: 'forged', person: { id: '1' } })] },
    }).replace('"PROTO"', '{"__typename":"ChatSession","__proto__":{"id":"6","polluted":true},"id":"192"}');

    const { data, errors } = await queryAt(gateway.url, JSON.parse(body), { authorization });
    const withoutId = await gateway.query(query('... on ChatSession { id customerName }'), {
      representations: [JSON.parse('{"__typename":"ChatSession","__proto__":{"id":"6"}}')],
    });

    expect(errors).toBeUndefined();
    expect(data._entities).toEqual([
      { id: '192', customerName: 'Barton Inc and Sons' },
      { id: '192', customerName: 'Barton Inc and Sons' },
    ]);
    expect(codesByPath(withoutId.errors)).toEqual([[['_entities', 0], 'BAD_USER_INPUT']]);
    expect('polluted' in {}).toBe(false);
    expect(gateway.emulator.requests).toEqual(['GetChatSessionEntity 192 $select=ChatSessionId,CustomerName']);
  });

  it('null in the list is refused as a whole, before any call', async () => {
    await using gateway = await gatewayOnEmulator();

    const { status, errors } = await gateway.query(query('... on ChatSession { status }'), {
      representations: [session('5'), null],
    });

    expect([status, errors?.[0]?.extensions.code]).toEqual([400, 'BAD_USER_INPUT']);
    expect(gateway.emulator.requests).toEqual([]);
  });
});

describe('U42: one of many sessions that fails', () => {
  it('is an error at each of its indices, and the others have data', async () => {
    await using gateway = await gatewayOnEmulator();
    gateway.emulator.injectFault({ kind: 'status', status: 500, match: { id: '7' } });

    const { status, data, errors } = await gateway.query(query('... on ChatSession { id rank }'), {
      representations: [session('5'), session('7'), session('8'), session(7)],
    });

    expect(status).toBe(200);
    expect(data._entities.map((entity: { id: string } | null) => entity?.id)).toEqual(['5', undefined, '8', undefined]);
    expect(codesByPath(errors)).toEqual([
      [['_entities', 1], 'UPSTREAM_UNAVAILABLE'],
      [['_entities', 3], 'UPSTREAM_UNAVAILABLE'],
    ]);
    expect(gateway.emulator.requests).toHaveLength(3);
  });

  it('is UNAUTHENTICATED at every index without credentials, without a call', async () => {
    await using gateway = await gatewayOnEmulator();

    const { data, errors } = await gateway.query(
      query('... on ChatSession { status }'),
      { representations: [session('5'), session('6')] },
      {},
    );

    expect(data._entities).toEqual([null, null]);
    expect(codesByPath(errors)).toEqual([
      [['_entities', 0], 'UNAUTHENTICATED'],
      [['_entities', 1], 'UNAUTHENTICATED'],
    ]);
    expect(gateway.emulator.requests).toEqual([]);
  });
});
