/**
 * The executable schema: SDL and resolvers as a federation 2 subgraph.
 */
import { makeExecutableSchema } from '@graphql-tools/schema';
import { concatAST, type GraphQLSchema } from 'graphql';
import { recordReads } from '../catalog/catalog.js';
import { AdminMutation } from '../resolvers/admin-mutation.js';
import { entityResolvers, referenceResolver } from '../resolvers/entity-resolvers.js';
import { entityOf } from '../resolvers/load-entity.js';
import { withKeys } from '../resolvers/idempotency.js';
import { Mutation } from '../resolvers/mutation.js';
import { Query } from '../resolvers/query.js';
import { Subscription } from '../resolvers/subscription.js';
import * as scalars from '../resolvers/scalars.js';
import { entityReferences } from './entity-references.js';
import { withFederation } from './federation-definitions.js';
import { apiSchema, printSubgraphSdl } from './print-sdl.js';
import { typeDefs, type SchemaOptions } from './type-defs.js';

const { sessionKey, ...openFields } = entityResolvers.ChatSession;

/** The types that have a list of sessions, without it. */
const withoutArchive = Object.fromEntries(
  (['ChatTopic', 'ChatPerson', 'ChatContact'] as const).map((name) => {
    const fields = Object.entries(entityResolvers[name]);
    return [name, Object.fromEntries(fields.filter(([field]) => field !== 'chatSessions'))];
  }),
);

/** What a router may request by key: every entity that has a read by id. */
const references = entityReferences(new Map(recordReads.map((read) => [entityOf(read).name, referenceResolver(read)])));

type Resolvers = NonNullable<Parameters<typeof makeExecutableSchema>[0]['resolvers']>;

/** By executable schema; created on first use. */
const apiSchemas = new WeakMap<GraphQLSchema, () => GraphQLSchema>();

/** The schema without federation, which introspection shows to all callers but a router. */
export const apiSchemaOf = (schema: GraphQLSchema): GraphQLSchema => apiSchemas.get(schema)?.() ?? schema;

export function subgraphSchema(options: SchemaOptions): GraphQLSchema {
  const session = options.exposeSessionKey ? { ...openFields, sessionKey } : openFields;
  const archive = options.archive ?? true;
  let sdl: string | undefined; // printed on first use
  const { findChatSessions, ...queries } = Query;
  const query = {
    ...queries,
    ...(archive && { findChatSessions }),
    ...references.Query,
    _service: () => ({ sdl: (sdl ??= printSubgraphSdl(options)) }),
  };
  const roots = {
    Query: query,
    ...(options.mutations && { Mutation: withKeys({ ...Mutation, ...(options.admin && AdminMutation) }) }),
    ...(options.subscriptions && { Subscription }),
  };
  const entities = archive ? entityResolvers : { ...entityResolvers, ...withoutArchive };
  const resolvers = { ...roots, ...entities, ChatSession: session, ...scalars };
  const schema = makeExecutableSchema({
    typeDefs: withFederation(concatAST(typeDefs(options))),
    resolvers: { ...resolvers, _Entity: references._Entity } as Resolvers, // its type only accepts resolvers of `any`
    updateResolversInPlace: true,
    assumeValidSDL: true, // a test validates it; here it would take a tenth of the start time
  });
  let created: GraphQLSchema | undefined;
  apiSchemas.set(schema, () => (created ??= apiSchema(options)));
  return schema;
}
