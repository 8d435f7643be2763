/** Our execution compared with graphql-js: the same responses, the same errors, the same arguments of resolvers. */
import { describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import {
  buildSchema,
  execute,
  getIntrospectionQuery,
  getOperationAST,
  isObjectType,
  parse,
  validate,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLError,
  type GraphQLSchema,
} from 'graphql';
import { executeOperation } from '../../../src/execution/execute-operation.js';
import {
  anythingDocuments,
  anythingSchema,
  type AnythingContext,
  type SeenField,
} from '../../support/random-schema.js';

const schema = anythingSchema();

interface Run {
  readonly document: DocumentNode;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly seed: number;
}

/** Messages about an invalid resolver are our own; no client ever reads them. */
const bugs: readonly (readonly [RegExp, string])[] = [
  [/^(?:Abstract type|Runtime Object type) .*/, 'no such runtime type'],
];

const formatted = (error: GraphQLError): unknown => {
  const message = bugs.reduce((text, [pattern, words]) => text.replace(pattern, words), error.message);
  return { ...error.toJSON(), message };
};

const plain = ({ data, errors }: ExecutionResult): unknown =>
  JSON.parse(JSON.stringify({ data, errors: errors?.map(formatted) }));

const sorted = (fields: readonly SeenField[]): string[] => fields.map((field) => JSON.stringify(field)).sort();

async function ours(of: GraphQLSchema, { document, variables, seed }: Run) {
  const contextValue: AnythingContext = { seed, fields: [] };
  const node = getOperationAST(document);
  if (!node) throw new Error('one operation is expected');
  const result = await executeOperation({ schema: of, document, node, variables, contextValue });
  return { response: plain(result), seen: sorted(contextValue.fields) };
}

async function theirs(of: GraphQLSchema, { document, variables, seed }: Run) {
  const contextValue: AnythingContext = { seed, fields: [] };
  const result = await execute({ schema: of, document, variableValues: variables, contextValue });
  return { response: plain(result), seen: sorted(contextValue.fields) };
}

const seeds = fc.integer({ min: 0, max: 1_000_000 });
const someVariables = fc.constantFrom<Readonly<Record<string, unknown>>>(
  { yes: true },
  { yes: false, no: true, text: 'given', n: null, of: { n: 1 } },
  { yes: true, no: null, n: 12, text: null, of: {} },
);

describe('an operation is executed as by graphql-js', () => {
  it.each([
    ['queries', schema.getQueryType(), 600],
    ['mutations, one field after the other', schema.getMutationType(), 150],
  ])('%s', async (_name, root, numRuns) => {
    if (!root) throw new Error('the schema has no such root');
    await fc.assert(
      fc.asyncProperty(anythingDocuments(schema, root), someVariables, seeds, async (text, variables, seed) => {
        const document = parse(text);
        fc.pre(validate(schema, document).length === 0);
        const run = { document, variables, seed };

        expect(await ours(schema, run)).toEqual(await theirs(schema, run));
      }),
      { numRuns },
    );
  });

  it('the same document again, with other conditions and values', async () => {
    const text = `query ($yes: Boolean!, $text: String) {
      echo(text: $text) node @include(if: $yes) { echo(text: $text) mustN } other: echo @skip(if: $yes)
    }`;
    const document = parse(text);
    for (let seed = 0; seed < 40; seed += 1) {
      const run = { document, variables: { yes: seed % 3 === 0, text: `text ${seed}` }, seed };
      expect(await ours(schema, run)).toEqual(await theirs(schema, run));
    }
  });

  it.each<readonly [name: string, text: string, variables?: Readonly<Record<string, unknown>>]>([
    ['introspection', getIntrospectionQuery()],
    ['one type', '{ __type(name: "Node") { name fields { name type { kind name } } } }'],
    [
      'keys that an object has of itself',
      '{ __proto__: echo constructor: echo toString: node { __proto__: n hasOwnProperty: n } }',
    ],
    ['a field that there is not', '{ nothing echo }'],
    ['a fragment that there is not', '{ ...Nothing echo }'],
    ['a condition without a value', 'query ($yes: Boolean) { echo @skip(if: $yes) }'],
    ['a condition without a value, further down', 'query ($yes: Boolean) { node { n @skip(if: $yes) } }'],
    ['arguments that do not fit', '{ echo(text: 7) node { echo(of: { n: "x" }) } }'],
    ['a variable that does not fit', 'query ($n: Int!) { echo(of: { n: $n }) }'],
    [
      'variables called as what every object has',
      'query ($toString: String, $valueOf: In) { greet(name: $toString) echo(text: $toString, of: $valueOf) }',
    ],
    [
      'a condition called so',
      'query ($constructor: Boolean) { echo @skip(if: $constructor) greet @include(if: $constructor) }',
    ],
    ['a root that there is not', 'subscription { echo }'],
    [
      'a variable called as what an object inherits from',
      'query ($__proto__: String) { echo(text: $__proto__) greet(name: $__proto__) }',
      JSON.parse('{ "__proto__": "text" }'),
    ],
    [
      'a condition called so',
      'query ($__proto__: Boolean!) { echo @include(if: $__proto__) greet }',
      JSON.parse('{ "__proto__": true }'),
    ],
  ])('%s', async (_name, text, variables = {}) => {
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      const run = { document: parse(text), variables, seed };
      expect(await ours(schema, run)).toEqual(await theirs(schema, run));
    }
  });
});

describe('a failure after another failure', () => {
  const shape = buildSchema('type Query { list: [Int!] must: Int! late: Int! }');
  const lateFailure = (): Promise<never> => new Promise((_, reject) => setImmediate(reject, new Error('late')));

  it.each([
    ['{ list }', { list: () => [lateFailure(), lateFailure(), new Error('at once')] }],
    ['{ late must }', { late: lateFailure, must: () => new Error('at once') }],
  ])('%s is reported once, and no rejection is unhandled', async (text, fields) => {
    const { Query } = shape.getTypeMap();
    if (!isObjectType(Query)) throw new Error('there is no Query');
    for (const [name, resolve] of Object.entries(fields)) Object.assign(Query.getFields()[name] ?? {}, { resolve });
    const unhandled = jest.fn();
    process.on('unhandledRejection', unhandled);

    const { response } = await ours(shape, { document: parse(text), variables: {}, seed: 0 });
    await new Promise((resolve) => setTimeout(resolve, 20));
    process.removeListener('unhandledRejection', unhandled);

    expect(response).toMatchObject({ errors: [{ message: 'at once' }] });
    expect(unhandled).not.toHaveBeenCalled();
  });
});
