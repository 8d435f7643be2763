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
const clientDirectives = new Set(['deprecated', 'specifiedBy', 'fetchable']);

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

/** With the directives of types, which `printSchema` leaves out. client-policies/api-plugin does the same for codegen. */
export function printApiSdl(options: SchemaOptions): string {
  const schema = apiSchema(options);
  return printSchema(schema).replace(/^type (\w+)/gm, (text, name: string) => {
    const directives = schema.getType(name)?.astNode?.directives ?? [];
    return [text, ...directives.map(print)].join(' ');
  });
}
