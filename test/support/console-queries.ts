/** The corpus of console queries in console-queries/, as operations that can be sent one by one. */
import { buildSchema, Kind, parse, print, separateOperations, type GraphQLSchema } from 'graphql';
import { readdirSync } from 'node:fs';
import { readText } from './source-files.js';

const folder = 'test/support/console-queries';

export interface ConsoleQuery {
  readonly name: string;
  /** One operation with its fragments; all variables have defaults. */
  readonly document: string;
}

export const consoleQueries: readonly ConsoleQuery[] = readdirSync(folder).flatMap((file) =>
  Object.entries(separateOperations(parse(readText(`${folder}/${file}`)))).map(([name, document]) => ({
    name,
    document: print({ kind: Kind.DOCUMENT, definitions: document.definitions }),
  })),
);

/** The schema for clients, from the SDL file, so that checks do not depend on the gateway's code. */
export function clientSchema(): GraphQLSchema {
  const entities = `scalar _Any union _Entity = ChatSession | ChatTopic
    extend type Query { _entities(representations: [_Any!]!): [_Entity]! }`;
  return buildSchema(`${readText('src/generated/api.graphql')} ${entities}`, { assumeValidSDL: true });
}
