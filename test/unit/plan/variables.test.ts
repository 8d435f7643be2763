/** Variables are coerced as by graphql-js, and invalid ones have its error texts. */
import { describe, expect, it } from '@jest/globals';
import { buildSchema, getOperationAST, getVariableValues, parse } from 'graphql';
import { operationPlan } from '../../../src/plan/document-plan.js';

const schema = buildSchema(`
  scalar Anything
  enum Colour { RED GREEN }
  input Size { width: Int! = 3, unit: String }
  type Query { field(a: Anything, b: [Int!], c: Colour, d: Size, e: ID): Int }
`);

const rows: readonly (readonly [definitions: string, variables: Readonly<Record<string, unknown>>])[] = [
  ['$a: Anything', { a: { deep: [1] } }],
  ['$a: Anything!', { a: null }],
  ['$a: Anything!', {}],
  ['$toString: Anything!', {}],
  ['$toString: Anything = 5', {}],
  ['$__proto__: Anything!', JSON.parse('{ "__proto__": { "a": 1 } }')],
  ['$__proto__: Size = { unit: "cm" }, $a: Int', { a: 1 }],
  ['$a: [Int!] = [1, 2], $b: [Int!]', { b: 4 }],
  ['$a: [Int!]', { a: [1, null, 'x'] }],
  ['$a: Colour, $b: Colour = GREEN', { a: 'RED' }],
  ['$a: Colour, $b: Int', { a: 'BLUE', b: 'x' }],
  ['$a: Size', { a: { unit: 'cm' } }],
  ['$a: Size', { a: { colour: 1 } }],
  ['$a: ID!, $b: ID', { a: 192, c: 1 }],
  ['$a: ID = "7"', { a: null }],
  ['$a: Query', { a: 1 }],
  ['$a: Nothing', { a: 1 }],
];

describe('variables', () => {
  it.each(rows)('%s with %j are those of graphql-js, the second time, too', (definitions, variables) => {
    const document = parse(`query (${definitions}) { field }`);
    const node = getOperationAST(document);
    if (!node) throw new Error('there is no operation');
    const expected = getVariableValues(schema, node.variableDefinitions ?? [], variables, { maxErrors: 50 });
    for (let turn = 0; turn < 2; turn += 1)
      expect(operationPlan({ schema, document, node }).coerce(variables)).toStrictEqual(expected);
  });
});
