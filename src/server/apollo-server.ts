/**
 * Apollo Server as this gateway wants it: nothing by NODE_ENV, nothing phones home, nothing is cached or batched by default.
 */
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';
import type { GatewayConfig } from '../config/gateway-config.js';
import type { GatewayContext } from '../context.js';
import type { Clock } from '../observability/clock.js';
import type { GatewayMetrics } from '../observability/metrics.js';
import { personalFields } from '../subgraph/personal-fields.js';
import { typeDefs } from '../subgraph/type-defs.js';
import { auditLog } from './plugins/audit-log.js';
import type { Logger } from '../observability/logger.js';
import { documentCache } from './document-cache.js';
import { documentStore } from './document-store.js';
import { formatError } from './format-error.js';
import { errorOrigin } from './plugins/error-origin.js';
import { explainedAnswer } from './plugins/explained-answer.js';
import { legacyMediaType } from './plugins/legacy-media-type.js';
import { operationGate } from './plugins/operation-gate.js';
import { operationLog } from './plugins/operation-log.js';
import { operationTrace } from './plugins/operation-trace.js';
import { watchedOperations } from './plugins/watched-operations.js';

export interface ApolloOptions {
  readonly config: GatewayConfig;
  readonly schema: GraphQLSchema;
  readonly logger: Logger;
  readonly clock: Clock;
  readonly metrics: GatewayMetrics;
}

const disabledPlugins = [
  ApolloServerPluginCacheControlDisabled(),
  ApolloServerPluginInlineTraceDisabled(),
  ApolloServerPluginLandingPageDisabled(),
  ApolloServerPluginSchemaReportingDisabled(),
  ApolloServerPluginUsageReportingDisabled(),
];

/** What runs with every operation, in this order. */
function ownPlugin({ config, clock, metrics }: ApolloOptions): ApolloServerPlugin<GatewayContext> {
  return watchedOperations([
    errorOrigin,
    operationLog(clock, metrics),
    operationTrace,
    operationGate(config, metrics), // the trace knows what was refused
    legacyMediaType,
    explainedAnswer,
    ...(config.auditLog ? [auditLog(personalFields(typeDefs(config)))] : []),
  ]);
}

export async function startedApolloServer(options: ApolloOptions): Promise<ApolloServer<GatewayContext>> {
  const { config, schema, logger } = options;
  const server = new ApolloServer<GatewayContext>({
    schema,
    plugins: [...disabledPlugins, ownPlugin(options)],
    formatError,
    introspection: config.introspection,
    hideSchemaDetailsFromClientErrors: !config.introspection,
    includeStacktraceInErrorResponses: false,
    allowBatchedHttpRequests: false,
    persistedQueries: config.documents.automatic ? { cache: documentCache() } : false,
    documentStore: documentStore(),
    stopOnTerminationSignals: false,
    nodeEnv: 'production',
    validationOptions: { maxErrors: 5 },
    parseOptions: { maxTokens: config.limits.maxTokens },
    maxRecursiveSelections: config.limits.maxRecursiveSelections,
    logger,
  });
  await server.start();
  return server;
}
