/**
 * Field collection as the GraphQL specification has it: conditions, fragments, and the traps that other libraries fell into.
 */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { selectOf, selectsOf } from '../support/captured-selections.js';

describe('@skip and @include', () => {
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
  ])('{ %s } asks for %s', async (selection, select) => {
    const fragment = selection.includes('...f') ? 'fragment f on ChatSession { status }' : '';

    expect(await selectOf(selection, fragment)).toBe(select);
  });

  it.each([
    [{}, 'ChatSessionId,Status'],
    [{ on: true }, 'ChatSessionId,Rank,Status'],
    [{ off: false }, 'ChatSessionId'],
    [{ on: true, off: false }, 'ChatSessionId,Rank'],
  ])('take variables and their defaults: %j asks for %s', async (variables, select) => {
    const query = `query ($on: Boolean! = false, $off: Boolean! = true) {
      chatSession(id: "192") { rank @include(if: $on) status @include(if: $off) }
    }`;

    expect(await selectsOf(query, variables)).toEqual([select]);
  });
});

describe('fragments', () => {
  it('nested, spread and inline, reach the bottom', async () => {
    const fragments = `
      fragment a on ChatSession { status ...b }
      fragment b on ChatSession { ... { user { ...c } } }
      fragment c on ChatAssociate { ... on ChatAssociate { name } }`;

    expect(await selectOf('...a', fragments)).toBe('ChatSessionId,Status,User/AssociateId,User/Name');
  });

  it('one that is spread twice counts wherever it is spread', async () => {
    const fragments = 'fragment c on ChatAssociate { name }';

    expect(await selectOf('user { ...c ...c } transferTo { ...c }', fragments)).toBe(
      'ChatSessionId,TransferTo/AssociateId,TransferTo/Name,User/AssociateId,User/Name',
    );
  });

  // graphql-fields-list overflowed its stack here: it took the name of the fragment for that of the field.
  it('one that is named like the field in it is no trap', async () => {
    expect(await selectOf('...user', 'fragment user on ChatSession { user { name } }')).toBe(
      'ChatSessionId,User/AssociateId,User/Name',
    );
  });

  // graphql-fields-list kept one place of a field and dropped the others.
  it('a field that is merged from fragments and in place keeps what each of them selects', async () => {
    const fragments = 'fragment a on ChatSession { user { name } } fragment b on ChatSession { user { rank } }';

    expect(await selectOf('...a ...b user { type }', fragments)).toBe(
      'ChatSessionId,User/AssociateId,User/Name,User/Rank,User/Type',
    );
  });

  it('one that is spread first under a condition and then without one counts once it is included', async () => {
    const fragments = 'fragment a on ChatSession { status }';

    expect(await selectOf('...a @include(if: false) ... { ...a }', fragments)).toBe('ChatSessionId,Status');
  });
});

describe('however a selection is written', () => {
  const scalars = { status: 'Status', rank: 'Rank', topicId: 'TopicId', customerName: 'CustomerName' } as const;
  const inside = { name: 'User/Name', tooltip: 'User/Tooltip', personId: 'User/PersonId' } as const;

  interface Written {
    readonly text: string;
    readonly paths: readonly string[];
  }

  const wrappers: readonly ((inner: Written) => Written)[] = [
    (inner) => inner,
    ({ text, paths }) => ({ text: `... { ${text} }`, paths }),
    ({ text, paths }) => ({ text: `... @include(if: $yes) { ${text} }`, paths }),
    ({ text, paths }) => ({ text: `... @skip(if: $no) { ${text} }`, paths }),
    ({ text }) => ({ text: `... @include(if: $no) { ${text} }`, paths: [] }),
    ({ text }) => ({ text: `... @skip(if: $yes) @include(if: $yes) { ${text} }`, paths: [] }),
  ];

  /** One field under its own name, or under one of many aliases. */
  const leafOf = (names: Readonly<Record<string, string>>): fc.Arbitrary<Written> =>
    fc
      .tuple(fc.constantFrom(...Object.entries(names)), fc.option(fc.nat(99)))
      .map(([[name, path], salt]) => ({ text: salt === null ? name : `${name}${salt}: ${name}`, paths: [path] }));

  const groupOf = (items: fc.Arbitrary<Written>): fc.Arbitrary<Written> =>
    fc.tuple(fc.array(items, { minLength: 1, maxLength: 4 }), fc.constantFrom(...wrappers)).map(([written, wrap]) =>
      wrap({
        text: written.map(({ text }) => text).join(' '),
        paths: written.flatMap(({ paths }) => paths),
      }),
    );

  const user = groupOf(groupOf(leafOf(inside))).map(({ text, paths }) => ({
    text: `user { ${text} }`,
    paths: ['User/AssociateId', ...paths],
  }));
  const session = groupOf(groupOf(fc.oneof(leafOf(scalars), user)));

  it('it asks for what is included, once, and for nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(session, async ({ text, paths }) => {
        const query = `query ($yes: Boolean! = true, $no: Boolean! = false) { chatSession(id: "192") { ${text} } }`;
        const expected = [...new Set(['ChatSessionId', ...paths])].sort().join(',');

        expect(await selectsOf(query)).toEqual([expected]);
      }),
      { numRuns: 300 },
    );
  });
});
