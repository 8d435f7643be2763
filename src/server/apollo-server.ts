/**
 * Apollo Server as this gateway wants it: nothing by NODE_ENV, nothing phones home, nothing is cached or batched by default.
 */
import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { GatewayConfig } from '../config/gateway-config.js';
import type { GatewayContext } from '../context.js';
import type { Clock } from '../observability/clock.js';
import type { Logger } from '../observability/logger.js';
import { subgraphSchema } from '../subgraph/subgraph-schema.js';
import { formatError } from './format-error.js';
import { errorOrigin } from './plugins/error-origin.js';
import { operationGate } from './plugins/operation-gate.js';
import { operationLog } from './plugins/operation-log.js';

export interface ApolloOptions {
  readonly config: GatewayConfig;
  readonly logger: Logger;
  readonly clock: Clock;
}

const disabledPlugins = [
  ApolloServerPluginCacheControlDisabled(),
  ApolloServerPluginInlineTraceDisabled(),
  ApolloServerPluginLandingPageDisabled(),
  ApolloServerPluginSchemaReportingDisabled(),
  ApolloServerPluginUsageReportingDisabled(),
];

export async function startedApolloServer({
  config,
  logger,
  clock,
}: ApolloOptions): Promise<ApolloServer<GatewayContext>> {
  const server = new ApolloServer<GatewayContext>({
    schema: subgraphSchema(config),
    plugins: [...disabledPlugins, operationGate(config.router), errorOrigin, operationLog(clock)],
    formatError,
    introspection: config.introspection,
    hideSchemaDetailsFromClientErrors: !config.introspection,
    includeStacktraceInErrorResponses: false,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    nodeEnv: 'production',
    validationOptions: { maxErrors: 5 },
    logger,
  });
  await server.start();
  return server;
}
