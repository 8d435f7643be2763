/** Prints the schema: the SDL for composition, and the SDL that clients see. */
import {
  buildASTSchema,
  concatAST,
  Kind,
  print,
  printSchema,
  visit,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';
import { typeDefs, type SchemaOptions } from './type-defs.js';

/** Directives in the clients' schema; all others belong to federation. */
const clientDirectives = new Set(['deprecated', 'specifiedBy']);

function withoutFederation(document: DocumentNode): DocumentNode {
  return visit(document, {
    [Kind.SCHEMA_EXTENSION]: () => null,
    [Kind.DIRECTIVE]: ({ name }) => (clientDirectives.has(name.value) ? undefined : null),
  });
}

/** The federation 2 subgraph SDL, as it is written in schema/. */
export function printSubgraphSdl(options: SchemaOptions): string {
  return print(concatAST(typeDefs(options)));
}

/** The schema without federation. It has no resolvers. */
export const apiSchema = (options: SchemaOptions): GraphQLSchema =>
  buildASTSchema(withoutFederation(concatAST(typeDefs(options))));

export function printApiSdl(options: SchemaOptions): string {
  return printSchema(apiSchema(options));
}
