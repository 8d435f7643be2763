/**
 * The executable schema: SDL and resolvers put together as a federation 2 subgraph.
 */
import { buildSubgraphSchema } from '@apollo/subgraph';
import { concatAST, type GraphQLSchema } from 'graphql';
import { ChatSession } from '../resolvers/chat-session.js';
import { Query } from '../resolvers/query.js';
import { DateTime } from '../resolvers/scalars.js';
import * as snapshots from '../resolvers/snapshots.js';
import * as values from '../resolvers/values.js';
import { entityReferences, type ReferenceResolver } from './entity-references.js';
import { typeDefs, type SchemaOptions } from './type-defs.js';

const { sessionKey, ...openFields } = ChatSession;

/** What a router may ask for by its key. */
const references = entityReferences(
  new Map<string, ReferenceResolver>([
    [
      'ChatSession',
      ({ id }, context, info) => ChatSession.__resolveReference({ __typename: 'ChatSession', id }, context, info),
    ],
  ]),
);

const nothing = concatAST([]);

type Modules = Parameters<typeof buildSubgraphSchema>[0];

export function subgraphSchema(options: SchemaOptions): GraphQLSchema {
  const session = options.exposeSessionKey ? { ...openFields, sessionKey } : openFields;
  const resolvers = { Query, ChatSession: session, DateTime, ...snapshots, ...values };
  const modules = [
    { typeDefs: concatAST(typeDefs(options)), resolvers },
    { typeDefs: nothing, resolvers: references }, // the last one wins: it takes `_entities` over from the library
  ];
  return buildSubgraphSchema(modules as Modules); // its type knows resolvers of `any` only
}
