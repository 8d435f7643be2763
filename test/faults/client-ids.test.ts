/** C20, C27–C29: an invalid id makes no call, wherever it is. */
import { describe, expect, it } from '@jest/globals';
import { facingBody, facingQuery, json } from '../support/facing-clients.js';

const one = 'query ($id: ID!) { chatSession(id: $id) { id status } __typename }';
const many = 'query ($ids: [ID!]!) { chatSessions(ids: $ids) { id } __typename }';
const references =
  'query ($all: [_Any!]!) { _entities(representations: $all) { __typename ... on ChatSession { status } } }';

/** GraphQL accepts them as an ID; the gateway does not. */
const illTyped: readonly (readonly [string, unknown])[] = [
  ['C28', 1.5],
  ['C28', true],
  ['C28', null],
  ['C28', {}],
  ['C28', [1]],
];
const wellTyped: readonly (readonly [string, unknown])[] = [
  ['C27', 0],
  ['C27', -1],
  ['C27', '-192'],
  ['C28', 2_147_483_648],
  ['C28', '2147483648'],
  ['C28', '9007199254740993'],
  ['C28', Number.MAX_SAFE_INTEGER],
  ['C28', 1e21],
  ['C29', '1 '],
  ['C29', ' 1'],
  ['C29', '0x1'],
  ['C29', '1e3'],
  ['C29', '\u0661'],
  ['C29', '01'],
  ['C29', '+1'],
  ['C29', '1.0'],
  ['C29', '1,2'],
  ['C29', '1&$select=SessionKey'],
  ['C29', '192#'],
  ['C29', '1\n'],
  ['C29', '1\u0000'],
  ['C29', ''],
  ['C29', '\uff11'],
  ['C29', '1'.repeat(10_000)],
];

const named = (list: typeof illTyped) => list.map(([row, id]) => [row, JSON.stringify(id).slice(0, 40), id] as const);

describe('ids in variables', () => {
  it.each(named(wellTyped))('%s id %s: a field error, without a call', async (_row, _text, id) => {
    const { status, data, codes, calls, isWell, text } = await facingQuery(one, { id });
    expect({ status, data, codes, calls, isWell }).toEqual({
      status: 200,
      data: { chatSession: null, __typename: 'Query' },
      codes: ['BAD_USER_INPUT'],
      calls: [],
      isWell: true,
    });
    expect(text.length).toBeLessThan(600);
  });

  it.each(named(illTyped))('%s id %s: refused by 400, without a call', async (_row, _text, id) => {
    const { status, data, codes, calls, isWell } = await facingQuery(one, { id });
    expect({ status, data, codes, calls, isWell }).toEqual({
      status: 400,
      data: undefined,
      codes: ['BAD_USER_INPUT'],
      calls: [],
      isWell: true,
    });
  });

  it('C28 no id: refused by 400, without a call', async () => {
    const { status, codes, calls } = await facingQuery(one, {});
    expect([status, codes, calls]).toEqual([400, ['BAD_USER_INPUT'], []]);
  });

  it('C27 C28 C29 in a list: an error at each index, and the valid ones are read', async () => {
    const bad = wellTyped.map(([, id]) => id);
    const { status, data, errors, calls } = await facingQuery(many, { ids: [192, ...bad, '5'] });
    expect(status).toBe(200);
    expect(data.chatSessions).toEqual([{ id: '192' }, ...bad.map(() => null), { id: '5' }]);
    const failures = errors?.map(({ path, extensions }) => `${path?.join('.')} ${extensions.code}`);
    expect(failures?.sort()).toEqual(bad.map((_id, index) => `chatSessions.${index + 1} BAD_USER_INPUT`).sort());
    expect(calls).toHaveLength(2);
  });

  it.each(named(illTyped))('%s %s in a list: refused by 400, without a call', async (_row, _text, id) => {
    const { status, codes, calls, isWell } = await facingQuery(many, { ids: [192, id] });
    expect({ status, codes, calls, isWell }).toEqual({
      status: 400,
      codes: ['BAD_USER_INPUT'],
      calls: [],
      isWell: true,
    });
  });

  it('C28 a single id where a list is expected: read as a list of one', async () => {
    const good = await facingQuery(many, { ids: '192' });
    const bad = await facingQuery(many, { ids: '0' });
    expect([good.data.chatSessions, good.calls.length]).toEqual([[{ id: '192' }], 1]);
    expect([bad.data.chatSessions, bad.codes, bad.calls]).toEqual([[null], ['BAD_USER_INPUT'], []]);
  });
});

describe('ids in the document', () => {
  it.each(['1.5', 'true', '1e3', '[1]', '{ id: 1 }', 'CLOSED', 'null'])(
    'C28 %s: refused by 400, without a call',
    async (id) => {
      const { status, codes, calls, isWell } = await facingQuery(`{ chatSession(id: ${id}) { id } }`);
      expect({ status, codes, calls, isWell }).toEqual({
        status: 400,
        codes: ['GRAPHQL_VALIDATION_FAILED'],
        calls: [],
        isWell: true,
      });
    },
  );

  it.each(['1.5', 'true', '[[1]]', 'null'])('C28 %s in a list: refused by 400, without a call', async (id) => {
    const { status, codes, calls } = await facingQuery(`{ chatSessions(ids: [192, ${id}]) { id } }`);
    expect([status, codes, calls]).toEqual([400, ['GRAPHQL_VALIDATION_FAILED'], []]);
  });

  it.each([
    ['C27', '0'],
    ['C27', '-5'],
    ['C28', '99999999999'],
    ['C28', '123456789012345678901234567890'],
    ['C29', '"1 "'],
    ['C29', '"\u0661"'],
    ['C29', '"""\n  1e3\n"""'],
  ])('%s %s: a field error, without a call', async (_row, id) => {
    const { status, data, codes, calls } = await facingQuery(`{ chatSession(id: ${id}) { id } __typename }`);
    expect([status, data, codes, calls]).toEqual([
      200,
      { chatSession: null, __typename: 'Query' },
      ['BAD_USER_INPUT'],
      [],
    ]);
  });

  it('C28 an invalid default: the same', async () => {
    const { codes, calls } = await facingQuery('query ($id: ID! = "0") { chatSession(id: $id) { id } }');
    expect([codes, calls]).toEqual([['BAD_USER_INPUT'], []]);
  });
});

describe('ids in references', () => {
  const good = { __typename: 'ChatSession', id: '192' };
  const bad: readonly unknown[] = [
    {},
    { id: '5' },
    { __typename: 'Nope', id: '5' },
    { __typename: 'ChatSession' },
    { __typename: '__proto__', id: '5' },
    { __typename: 'ChatMessage', id: '5' },
    ...[...wellTyped, ...illTyped].map(([, id]) => ({ __typename: 'ChatSession', id })),
    5,
    'ChatSession',
    [good],
  ];

  it('C20 invalid representations: an error each, the valid ones are read, and the gateway goes on', async () => {
    const { status, data, errors, calls, isWell } = await facingQuery(references, { all: [good, ...bad, good] });
    expect([status, calls.length, isWell]).toEqual([200, 1, true]);
    expect(data._entities.map((entity: unknown) => entity !== null)).toEqual([true, ...bad.map(() => false), true]);
    const failures = errors?.map(({ path, extensions }) => `${path?.join('.')} ${extensions.code}`);
    expect(failures?.sort()).toEqual(bad.map((_bad, index) => `_entities.${index + 1} BAD_USER_INPUT`).sort());
  });

  it('C20 only invalid representations: no call', async () => {
    const { status, codes, calls } = await facingQuery(references, { all: bad });
    expect([status, codes.length, calls]).toEqual([200, bad.length, []]);
  });

  it('C20 __proto__ in a representation: has no effect', async () => {
    const all =
      '[{"__typename":"ChatSession","__proto__":{"id":"192"}},{"__typename":"ChatSession","id":"192","constructor":{"prototype":{"polluted":1}}}]';
    const body = JSON.stringify({ query: references, variables: { all: 'ALL' } }).replace('"ALL"', all);
    const { status, data, codes, calls } = await facingBody(body, json);
    expect([status, codes, calls.length, 'polluted' in {}]).toEqual([200, ['BAD_USER_INPUT'], 1, false]);
    expect(data._entities).toEqual([null, { __typename: 'ChatSession', status: 'CLOSED' }]);
  });
});
