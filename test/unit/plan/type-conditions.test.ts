/**
 * Type conditions compared with the runtime type, on a small schema with an interface and a union: the gateway's own has neither,
 * but a router may send `... on _Entity`, and schemas grow.
 */
import { buildSchema, execute, parse, type GraphQLObjectType, type GraphQLResolveInfo } from 'graphql';
import { describe, expect, it } from '@jest/globals';
import { collectedFields } from '../../../src/plan/collected-fields.js';

const schema = buildSchema(`
  interface Named { name: String }
  interface Loud implements Named { name: String volume: Int }
  type Cat implements Named { name: String lives: Int friend: Named }
  type Dog implements Named & Loud { name: String volume: Int }
  union Pet = Cat | Dog
  type Query { pet: Pet named: Named cat: Cat }
`);

/** Names of the fields that the root field selects for this type, and the number of nodes of each. */
async function selectedOn(typeName: 'Cat' | 'Dog', query: string): Promise<Readonly<Record<string, number>>> {
  const infos: GraphQLResolveInfo[] = [];
  const capture = (_args: unknown, _context: unknown, info: GraphQLResolveInfo): null => {
    infos.push(info);
    return null;
  };
  const result = await execute({
    schema,
    document: parse(query),
    rootValue: { pet: capture, named: capture, cat: capture },
  });
  const [info] = infos;
  if (!info) throw new Error(`the document did not execute: ${String(result.errors)}`);
  const type = schema.getType(typeName) as GraphQLObjectType; // of the schema above
  const nodes = [...collectedFields(info, type, info.fieldNodes).values()].flat();
  const names = new Set(nodes.map(({ name }) => name.value));
  return Object.fromEntries([...names].map((name) => [name, nodes.filter((node) => node.name.value === name).length]));
}

describe('type conditions', () => {
  it.each([
    ['Cat', '{ pet { ... on Cat { lives } ... on Dog { volume } } }', { lives: 1 }],
    ['Dog', '{ pet { ... on Cat { lives } ... on Dog { volume } } }', { volume: 1 }],
    ['Cat', '{ pet { ... on Named { name } ... on Loud { volume } } }', { name: 1 }],
    ['Dog', '{ pet { ... on Named { name } ... on Loud { volume } } }', { name: 1, volume: 1 }],
    ['Cat', '{ named { name ... on Pet { ... on Cat { lives } } } }', { name: 1, lives: 1 }],
    ['Dog', '{ named { name ... on Pet { ... on Cat { lives } } } }', { name: 1 }],
    ['Cat', '{ cat { ... on Pet { ... on Named { name } } } }', { name: 1 }],
    ['Dog', '{ pet { ...c ...d } } fragment c on Cat { lives } fragment d on Dog { name }', { name: 1 }],
    ['Cat', '{ pet { ...n } } fragment n on Named { name ...l } fragment l on Loud { volume }', { name: 1 }],
    ['Cat', '{ pet { __typename ... { __typename } } }', { __typename: 2 }],
  ] as const)('on %s, %s selects %j', async (type, query, fields) => {
    expect(await selectedOn(type, query)).toEqual(fields);
  });

  // graphql-parse-resolve-info lost the sub-selection of one where an interface and an object select the same field.
  it('an interface and an object that select the same field are both kept', async () => {
    const query = '{ pet { ... on Named { name } ... on Cat { name friend { name } } } }';

    expect(await selectedOn('Cat', query)).toEqual({ name: 2, friend: 1 });
  });

  it('a fragment counts once, even where its type does not apply', async () => {
    const query =
      '{ pet { ...d ...c ...c ... on Cat { ...c } } } fragment c on Cat { lives } fragment d on Dog { name }';

    expect(await selectedOn('Cat', query)).toEqual({ lives: 1 });
  });

  it('aliases are merged under the name of the field', async () => {
    expect(await selectedOn('Cat', '{ cat { a: name b: name name } }')).toEqual({ name: 3 });
  });
});
