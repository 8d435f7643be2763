/**
 * A projection is made once per document and conditions, and never served for others.
 */
import { parse } from 'graphql';
import { describe, expect, it } from '@jest/globals';
import { conditionVariables } from '../../src/plan/document-facts.js';
import { selectWriter } from '../../src/superoffice/select-text.js';
import { infosOf, projectionsOf } from '../support/captured-selections.js';

const write = selectWriter(1800);

describe('the same document', () => {
  it('gives the same object again', async () => {
    const document = parse('{ chatSession(id: "192") { status user { name } } }');

    const [first] = await projectionsOf(document);
    const [second] = await projectionsOf(document);

    expect(first).toBeDefined();
    expect(second).toBe(first);
  });

  it('gives the same object for other ids: variables that decide nothing do not count', async () => {
    const document = parse('query ($id: ID!, $yes: Boolean!) { chatSession(id: $id) { status @include(if: $yes) } }');

    const [first] = await projectionsOf(document, { id: '1', yes: true });
    const [second] = await projectionsOf(document, { id: '2', yes: true });

    expect(second).toBe(first);
  });

  it('parsed again is another document', async () => {
    const query = '{ chatSession(id: "192") { status } }';

    const [first] = await projectionsOf(parse(query));
    const [second] = await projectionsOf(parse(query));

    expect(second).not.toBe(first);
    expect(second).toEqual(first);
  });
});

describe('conditions', () => {
  const byField = `query ($x: Boolean!) { chatSession(id: "192") { rank status @include(if: $x) } }`;
  const bySpread = `query ($x: Boolean!) { chatSession(id: "192") { rank ...f @include(if: $x) } }
    fragment f on ChatSession { status }`;
  const insideFragment = `query ($x: Boolean!) { chatSession(id: "192") { rank ...f } }
    fragment f on ChatSession { ...g } fragment g on ChatSession { status @include(if: $x) }`;
  const aroundTheRoot = `query ($x: Boolean!) {
    chatSession(id: "192") { rank }
    ... @include(if: $x) { chatSession(id: "192") { status } }
  }`;
  const byInline = `query ($x: Boolean!) { chatSession(id: "192") { rank ... @include(if: $x) { status } } }`;

  // The first node alone is the same under both values here, and what was remembered for one was served for the other.
  it.each([
    ['on a field', byField],
    ['on a spread', bySpread],
    ['inside a fragment of a fragment', insideFragment],
    ['around a second place of the root field', aroundTheRoot],
    ['on an inline fragment', byInline],
  ])('%s are told apart each time, from the cache too', async (_place, query) => {
    const document = parse(query);
    const selects: string[] = [];
    for (const x of [true, false, true, false]) {
      const [projection] = await projectionsOf(document, { x });
      if (projection) selects.push(write(projection));
    }

    expect(selects).toEqual([
      'ChatSessionId,Rank,Status',
      'ChatSessionId,Rank',
      'ChatSessionId,Rank,Status',
      'ChatSessionId,Rank',
    ]);
  });

  it('each value has its own object, which stays', async () => {
    const document = parse(byField);
    const read = async (x: boolean) => (await projectionsOf(document, { x }))[0];

    const [yes, no] = [await read(true), await read(false)];

    expect([await read(true), await read(false)]).toEqual([yes, no]);
    expect(await read(true)).toBe(yes);
    expect(await read(false)).toBe(no);
  });

  it('two variables are not mixed up', async () => {
    const document = parse(`query ($x: Boolean!, $y: Boolean!) {
      chatSession(id: "192") { status @include(if: $x) rank @include(if: $y) }
    }`);
    const read = async (x: boolean, y: boolean) => write((await projectionsOf(document, { x, y }))[0] ?? new Map());

    expect([await read(true, false), await read(false, true)]).toEqual(['ChatSessionId,Status', 'ChatSessionId,Rank']);
  });

  it('more of them than are remembered are right all the same', async () => {
    const names = ['status', 'rank', 'topicId', 'rating', 'alertLevel', 'firstMessage', 'lastMessage'];
    const declared = names.map((name) => `$${name}: Boolean!`).join(' ');
    const selected = names.map((name) => `${name} @include(if: $${name})`).join(' ');
    const document = parse(`query (${declared}) { chatSession(id: "192") { ${selected} } }`);

    for (let bits = 0; bits < 2 ** names.length; bits += 1) {
      const variables = Object.fromEntries(names.map((name, index) => [name, (bits >> index) % 2 === 1]));
      const [projection] = await projectionsOf(document, variables);

      expect(projection?.size).toBe(1 + Object.values(variables).filter(Boolean).length);
    }
  });
});

describe('conditionVariables', () => {
  it.each([
    ['{ chatSession(id: $id) { status } }', []],
    ['{ chatSession(id: $id) @include(if: $x) { status } }', ['x']],
    ['{ chatSession(id: "1") { status @skip(if: $x) rank @include(if: $y) topicId @include(if: $x) } }', ['x', 'y']],
    [
      '{ chatSession(id: "1") { ...f @include(if: $x) } } fragment f on ChatSession { status @skip(if: $y) }',
      ['x', 'y'],
    ],
    ['{ chatSession(id: "1") { user { name @skip(if: $x) } } }', ['x']],
    ['{ chatSession(id: "1") { fieldProperties(names: $names) { name } } }', []],
  ])('%s: %j', async (body, names) => {
    const declared = '($id: ID! = "1", $x: Boolean! = true, $y: Boolean! = false, $names: [String!])';
    const [info] = await infosOf(parse(`query ${declared} ${body}`), {});
    if (!info) throw new Error('expected the resolver to be called');

    expect([...conditionVariables(info.fieldNodes, info.fragments)].sort()).toEqual(names);
  });
});
