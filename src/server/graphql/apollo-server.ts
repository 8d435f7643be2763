/**
 * Configures Apollo Server: no behaviour depends on NODE_ENV, no data is sent to Apollo, nothing is cached or batched by default.
 */
import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';
import type { GatewayConfig } from '../../config/gateway-config.js';
import type { GatewayContext } from '../../context.js';
import type { GatewayMetrics } from '../../observability/metrics.js';
import type { Logger } from '../../observability/logger.js';
import type { DocumentCache } from '../documents/document-cache.js';
import type { DocumentStore } from '../documents/document-store.js';
import { formatError, formatErrorWithoutSuggestion } from './format-error.js';
import { refuseDocuments } from './refused-documents.js';
import { operationPlugin } from './apollo-plugin.js';
import { responseText, type OperationRules } from './pipeline.js';

export interface ApolloOptions {
  readonly config: GatewayConfig;
  readonly schema: GraphQLSchema;
  readonly documents: DocumentStore;
  /** null: automatic persisted queries are off. */
  readonly automatic: DocumentCache | null;
  readonly rules: OperationRules;
  readonly logger: Logger;
  readonly metrics: GatewayMetrics;
}

const disabledPlugins = [
  ApolloServerPluginCacheControlDisabled(),
  ApolloServerPluginInlineTraceDisabled(),
  ApolloServerPluginLandingPageDisabled(),
  ApolloServerPluginSchemaReportingDisabled(),
  ApolloServerPluginUsageReportingDisabled(),
];

/** Browsers send these headers only after a preflight request. The settings ensure that for the first, whose name is configurable. */
const preflightedHeaders = ({ superoffice }: GatewayConfig): string[] => [
  superoffice.credentialsHeader,
  ...['authorization', 'x-xsrf-token', 'apollo-require-preflight', 'x-apollo-operation-name'],
];

export async function startedApolloServer(options: ApolloOptions): Promise<ApolloServer<GatewayContext>> {
  const { config, schema, documents, automatic, rules, logger, metrics } = options;
  const server = new ApolloServer<GatewayContext>({
    schema,
    plugins: [...disabledPlugins, operationPlugin(rules, schema, metrics)],
    formatError: config.introspection ? formatError : formatErrorWithoutSuggestion,
    introspection: config.introspection,
    hideSchemaDetailsFromClientErrors: !config.introspection,
    includeStacktraceInErrorResponses: false,
    allowBatchedHttpRequests: false,
    csrfPrevention: { requestHeaders: preflightedHeaders(config) },
    persistedQueries: automatic ? { cache: automatic } : false,
    documentStore: documents,
    stringifyResult: responseText,
    stopOnTerminationSignals: false,
    nodeEnv: 'production',
    validationOptions: { maxErrors: 5 },
    validationRules: [refuseDocuments],
    parseOptions: { maxTokens: config.limits.maxTokens },
    maxRecursiveSelections: config.limits.maxRecursiveSelections,
    logger,
  });
  await server.start();
  return server;
}
