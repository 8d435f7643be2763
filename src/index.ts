/**
 * The entry point of the npm package. Nothing happens at import; functions that open a resource return a disposable.
 * In the browser use `superoffice-chat-graphql/error-codes` and `/client-policies`, which use no node modules.
 */
import type { GraphQLSchema } from 'graphql';
import { printApiSdl as apiSdl, printSubgraphSdl as subgraphSdl } from './subgraph/print-sdl.js';
import { subgraphSchema } from './subgraph/subgraph-schema.js';
import type { SchemaOptions } from './subgraph/type-defs.js';

export { createGateway } from './create-gateway.js';
export type { CreateGatewayOptions, SettingName, Settings } from './create-gateway.js';
export type { Gateway } from './server/gateway.js';
export { InvalidSettingsError } from './config/invalid-settings-error.js';
export { errorCodes, errorTexts } from './errors/error-codes.js';
export type { ErrorCode, ErrorExtensions } from './errors/error-codes.js';
export { startEmulator } from './emulator/index.js';
export type { Arrival, ChatSteps, Emulator, EmulatorOptions, SessionAgent } from './emulator/index.js';
export type { Fault, JsonRecord, JsonValue, RecordedRequest } from './emulator/index.js';
export type { MessageRecord, SessionRecord, TopicRecord } from './emulator/index.js';

export interface BuildSchemaOptions {
  /** Same as EXPOSE_SESSION_KEY. Default false: the schema omits the key that authenticates the customer's session. */
  readonly exposeSessionKey?: boolean | undefined;
  /** Same as MUTATIONS. Default true. */
  readonly mutations?: boolean | undefined;
  /** Same as ADMIN_MUTATIONS. Default false. */
  readonly adminMutations?: boolean | undefined;
  /** Same as SUBSCRIPTIONS. Default false. */
  readonly subscriptions?: boolean | undefined;
  /** Whether sessions can be found, as with ARCHIVE. Default true. */
  readonly archive?: boolean | undefined;
}

/** Only a plain `true` exposes the key, whatever value a JavaScript program passes. */
function schemaOptions(options: BuildSchemaOptions): SchemaOptions {
  const { exposeSessionKey, mutations, adminMutations, subscriptions, archive } = options;
  return {
    exposeSessionKey: exposeSessionKey === true,
    mutations: mutations !== false,
    admin: adminMutations === true,
    subscriptions: subscriptions === true,
    archive: archive !== false,
  };
}

/**
 * The executable subgraph schema, for tools: validation, mocks, stitching, checks of changes. Its resolvers read SuperOffice through
 * the context that the gateway creates for each request, so operations on real records go through `createGateway`.
 * The schema is an instance of this package's own `graphql` dependency; use that copy with it.
 */
export function buildSchema(options: BuildSchemaOptions = {}): GraphQLSchema {
  return subgraphSchema(schemaOptions(options));
}

/** The federation 2 subgraph SDL, ready for composition; with the defaults also `superoffice-chat-graphql/subgraph.graphql`. */
export function printSubgraphSdl(options: BuildSchemaOptions = {}): string {
  return subgraphSdl(schemaOptions(options));
}

/** The schema that clients see, without federation; with the defaults also `superoffice-chat-graphql/api.graphql`. */
export function printApiSdl(options: BuildSchemaOptions = {}): string {
  return apiSdl(schemaOptions(options));
}
