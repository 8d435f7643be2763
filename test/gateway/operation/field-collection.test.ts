/** Which fields are selected, as the GraphQL specification has it, seen in literal texts of `$select` on the wire; the oracle must expect the same. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { checkedGateway, type CheckedGateway } from '../../support/checked-gateway.js';
import { clientSchema } from '../../support/console-queries.js';

let gateway: CheckedGateway;

beforeAll(async () => void (gateway = await checkedGateway(clientSchema())));

afterAll(async () => gateway[Symbol.asyncDispose]());

const toUser = 'User/AssociateId,User/FullName';

describe('all nodes of a field, merged by name', () => {
  it('merges aliases of one field, and fields of nodes that share a response key', async () => {
    const document = `{
      one: chatSession(id: 192) { a: status b: status }
      two: chatSession(id: 192) { user { fullName } }
      two: chatSession(id: 192) { chef: user { name } rank }
    }`;
    expect(await gateway.selects(document)).toEqual([`192 ChatSessionId,Rank,Status,${toUser},User/Name`]);
  });

  it.each([
    [
      'a: user { name } b: user { rank } c: status d: status',
      'ChatSessionId,Status,User/AssociateId,User/Name,User/Rank',
    ],
    ['user { name } ... { status user { rank } }', 'ChatSessionId,Status,User/AssociateId,User/Name,User/Rank'],
  ])('{ %s } selects %s', async (selection, select) => {
    expect(await gateway.selectOf(selection)).toBe(select);
  });

  it('merges three nodes of a root field', async () => {
    const document = `{
      chatSession(id: 192) { user { name } }
      chatSession(id: 192) { status user { rank } }
      ... { chatSession(id: 192) { user { fullName } } }
    }`;
    expect(await gateway.selects(document)).toEqual([
      '192 ChatSessionId,Status,User/AssociateId,User/FullName,User/Name,User/Rank',
    ]);
  });

  it('gives each alias of a root field its own selection, and a list one for all of it', async () => {
    const document = '{ a: chatSession(id: 1) { status } b: chatSession(id: 2) { rank } }';
    expect(await gateway.selects(document)).toEqual(['1 ChatSessionId,Status', '2 ChatSessionId,Rank']);
    expect(await gateway.selects('{ chatSessions(ids: [1, 2]) { person { email } } }')).toEqual(
      ['1', '2'].map((id) => `${id} ChatSessionId,Person/Email,Person/PersonId`),
    );
  });
});

describe('directives and fragments, as in graphql-js', () => {
  it.each([
    ['status @skip(if: true)', 'ChatSessionId'],
    ['status @skip(if: false)', 'ChatSessionId,Status'],
    ['status @include(if: false)', 'ChatSessionId'],
    ['status @include(if: true)', 'ChatSessionId,Status'],
    ['status @include(if: true) @skip(if: true)', 'ChatSessionId'],
    ['status @skip(if: false) @include(if: false)', 'ChatSessionId'],
    ['status @skip(if: true) status', 'ChatSessionId,Status'],
    ['user @skip(if: true) { name } user { rank }', 'ChatSessionId,User/AssociateId,User/Rank'],
    ['user { name @skip(if: true) }', 'ChatSessionId,User/AssociateId'],
    ['... @skip(if: true) { status } ... @include(if: true) { rank }', 'ChatSessionId,Rank'],
    ['...f @skip(if: true)', 'ChatSessionId'],
    ['...f @skip(if: true) ...f', 'ChatSessionId,Status'],
    ['...f @include(if: false) ... { ...f }', 'ChatSessionId,Status'],
  ])('{ %s } selects %s', async (selection, select) => {
    const fragment = selection.includes('...f') ? 'fragment f on ChatSession { status }' : '';
    expect(await gateway.selectOf(selection, fragment)).toBe(select);
  });

  it.each([
    [{}, 'ChatSessionId,Status'],
    [{ on: true }, 'ChatSessionId,Rank,Status'],
    [{ off: false }, 'ChatSessionId'],
    [{ on: true, off: false }, 'ChatSessionId,Rank'],
  ])('uses variables and their defaults: %j selects %s', async (variables, select) => {
    const document = `query ($on: Boolean! = false, $off: Boolean! = true) {
      chatSession(id: 192) { rank @include(if: $on) status @include(if: $off) }
    }`;
    expect(await gateway.selects(document, variables)).toEqual([`192 ${select}`]);
  });

  it('evaluates @skip before @include, with variables and their defaults', async () => {
    const document = `query ($yes: Boolean = true, $no: Boolean!) { chatSession(id: 192) {
      status @skip(if: $yes) @include(if: $yes)
      rank @include(if: $yes) @skip(if: $no)
      alertLevel @include(if: $no)
    } }`;
    expect(await gateway.selects(document, { no: false })).toEqual(['192 ChatSessionId,Rank']);
  });

  it.each([
    [
      '...outer ...left @include(if: false) ... on ChatSession { rank }',
      `fragment outer on ChatSession { status ...inner ...inner } fragment inner on ChatSession { user { fullName } }
       fragment left on ChatSession { alertLevel }`,
      `ChatSessionId,Rank,Status,${toUser}`,
    ],
    [
      '...a',
      `fragment a on ChatSession { status ...b } fragment b on ChatSession { ... { user { ...c } } }
       fragment c on ChatAssociate { ... on ChatAssociate { fullName } }`,
      `ChatSessionId,Status,${toUser}`,
    ],
    [
      'user { ...c ...c } transferTo { ...c }',
      'fragment c on ChatAssociate { fullName }',
      `ChatSessionId,TransferTo/AssociateId,TransferTo/FullName,${toUser}`,
    ],
    // graphql-fields-list took the name of this fragment for that of the field, and overflowed its stack.
    ['...user', 'fragment user on ChatSession { user { fullName } }', `ChatSessionId,${toUser}`],
    // graphql-fields-list kept one of these selections of a field and dropped the others.
    [
      '...a ...b user { type }',
      'fragment a on ChatSession { user { name } } fragment b on ChatSession { user { rank } }',
      'ChatSessionId,User/AssociateId,User/Name,User/Rank,User/Type',
    ],
  ])('{ %s } with %s selects %s', async (selection, fragments, select) => {
    expect(await gateway.selectOf(selection, fragments)).toBe(select);
  });
});

describe('a projection is cached by all of its nodes and the variables in them', () => {
  const rank = 'chatSession(id: 192) { rank';
  // The first node alone is the same under both values, and a cached projection of one was used for the other.
  it.each([
    ['a field', `{ ${rank} status @include(if: $x) } }`],
    ['a field of a second node', `{ ${rank} } chatSession(id: 192) { status @include(if: $x) } }`],
    ['a spread', `{ ${rank} ...f @include(if: $x) } } fragment f on ChatSession { status }`],
    [
      'a spread of a second node',
      `{ ${rank} } chatSession(id: 192) { ...f @include(if: $x) } } fragment f on ChatSession { status }`,
    ],
    [
      'a field in a fragment of a fragment',
      `{ ${rank} ...f } } fragment f on ChatSession { ...g } fragment g on ChatSession { status @include(if: $x) }`,
    ],
    ['a second node of the root field', `{ ${rank} } ... @include(if: $x) { chatSession(id: 192) { status } } }`],
    ['an inline fragment', `{ ${rank} ... @include(if: $x) { status } } }`],
  ])('differs for each value of a condition on %s, in any order of requests', async (_where, body) => {
    const calls: string[] = [];
    for (const x of [true, false, true, false])
      calls.push(...(await gateway.selects(`query ($x: Boolean!) ${body}`, { x })));
    const [both, one] = ['192 ChatSessionId,Rank,Status', '192 ChatSessionId,Rank'];
    expect(calls).toEqual([both, one, both, one]);
  });

  it('does not mix up two variables', async () => {
    const document = `query ($x: Boolean!, $y: Boolean!) {
      chatSession(id: 192) { status @skip(if: $x) rank @include(if: $y) }
    }`;
    expect(await gateway.selects(document, { x: false, y: false })).toEqual(['192 ChatSessionId,Status']);
    expect(await gateway.selects(document, { x: true, y: true })).toEqual(['192 ChatSessionId,Rank']);
    expect(await gateway.selects(document, { x: false, y: true })).toEqual(['192 ChatSessionId,Rank,Status']);
  });

  it('is correct for more combinations than are cached', async () => {
    const names = ['status', 'rank', 'topicId', 'rating', 'alertLevel', 'firstMessage', 'lastMessage'];
    const declared = names.map((name) => `$${name}: Boolean!`).join(' ');
    const selected = names.map((name) => `${name} @include(if: $${name})`).join(' ');
    const document = `query (${declared}) { chatSession(id: 192) { ${selected} } }`;

    for (let bits = 0; bits < 2 ** names.length; bits += 1) {
      const variables = Object.fromEntries(names.map((name, index) => [name, (bits >> index) % 2 === 1]));
      const [call] = await gateway.selects(document, variables);
      expect(call?.split(',')).toHaveLength(1 + Object.values(variables).filter(Boolean).length);
    }
  });
});
