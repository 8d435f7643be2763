/** The gateway builds the subgraph's schema itself; Apollo's library is the reference. */
import { buildSubgraphSchema } from '@apollo/subgraph';
import { describe, expect, it } from '@jest/globals';
import {
  buildASTSchema,
  concatAST,
  execute,
  isSpecifiedDirective,
  lexicographicSortSchema,
  parse,
  print,
  printType,
  validateSchema,
  type GraphQLSchema,
} from 'graphql';
import { withFederation } from '../../src/subgraph/federation-definitions.js';
import { printSubgraphSdl } from '../../src/subgraph/print-sdl.js';
import { subgraphSchema } from '../../src/subgraph/subgraph-schema.js';
import { typeDefs } from '../../src/subgraph/type-defs.js';
import { schemaVariants } from '../support/schema-variants.js';

/** Names of types and directives that the schema does not use. */
const unused = /^federation__(?!FieldSet$)/;

const typesOf = (schema: GraphQLSchema): readonly string[] =>
  Object.values(lexicographicSortSchema(schema).getTypeMap())
    .filter(({ name }) => !name.startsWith('__') && !unused.test(name))
    .map(printType);

const directivesOf = (schema: GraphQLSchema): readonly string[] =>
  schema
    .getDirectives()
    .filter((directive) => !isSpecifiedDirective(directive) && !unused.test(directive.name))
    .map(({ name, args, locations, isRepeatable }) => {
      const written = args.map((arg) => `${arg.name}: ${String(arg.type)} = ${String(arg.defaultValue)}`);
      return `${name}(${written.join()}) ${isRepeatable} ${[...locations].sort().join()}`;
    })
    .sort();

/** Definitions in any order. */
const sorted = (sdl: string): readonly string[] => parse(sdl).definitions.map(print).sort();

async function sdlOf(schema: GraphQLSchema): Promise<string> {
  const { data, errors } = await execute({ schema, document: parse('{ _service { sdl } }'), contextValue: {} });
  expect(errors).toBeUndefined();
  return (data as { _service: { sdl: string } })._service.sdl; // as selected by the document
}

describe.each(schemaVariants)('the subgraph with %j', (options) => {
  const ours = subgraphSchema(options);
  const reference = buildSubgraphSchema(parse(printSubgraphSdl(options)));

  it('has the types, fields and descriptions that the library builds from its SDL', () => {
    expect(() => buildASTSchema(withFederation(concatAST(typeDefs(options))))).not.toThrow(); // it validates the SDL
    expect(validateSchema(ours)).toEqual([]);
    expect(typesOf(ours)).toEqual(typesOf(reference));
  });

  it('has the directives that it uses, as the library defines them', () => {
    expect(directivesOf(ours)).toEqual(directivesOf(reference));
  });

  it('returns as its SDL what print-schema prints, which the library builds to the same', async () => {
    const sdl = await sdlOf(ours);
    expect(sdl).toBe(printSubgraphSdl(options));
    const again = buildSubgraphSchema(parse(sdl));
    expect(sorted(await sdlOf(again))).toEqual(sorted(await sdlOf(reference)));
  });
});
