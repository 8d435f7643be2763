import type { GraphQLSchema } from 'graphql';

/** @throws {Error} a field with arguments for which no cache policy can be created */
export function plugin(schema: GraphQLSchema): string;
