/**
 * The HTTP side: POST /graphql, health, CORS, errors in JSON, limits on size and time of requests.
 */
import type { ServerOptions } from 'node:http';
import type { ApolloServer } from '@apollo/server';
import { fastify, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { GatewayConfig } from '../../config/gateway-config.js';
import type { ServerConfig } from '../../config/server-config.js';
import type { GatewayContext } from '../../context.js';
import type { Clock } from '../../base/clock.js';
import type { GatewayMetrics } from '../../observability/metrics.js';
import type { Logger } from '../../observability/logger.js';
import { randomId } from '../../base/randomness.js';
import { authenticator, type Authenticator } from '../authentication/authenticator.js';
import type { ClientConnections } from './client-connections.js';
import { allowOrigins, refuseForeignNames } from './cross-origin.js';
import { compressResponses } from './compression.js';
import { registerHealthRoutes, type Readiness } from './health.js';
import { graphqlRoute, responder } from '../graphql/graphql-route.js';
import { isNoBatch, isStreamOrPost, refuseMethod } from './client-advice.js';
import {
  respondToBrokenRequest,
  registerErrorResponses,
  acceptCheck,
  sendError,
  sendProblem,
  type RequestCheck,
} from './http-errors.js';
import { registerMetricsRoute } from './metrics-server.js';
import { inFlightLimit, shedLoad } from './load-shedding.js';
import { registerIdeRoutes } from '../ide/ide-routes.js';
import type { OperationRules } from '../graphql/pipeline.js';
import type { FastPath } from '../graphql/fast-path.js';
import { RequestContexts } from '../graphql/request-context.js';
import type { AdmitDocument } from '../documents/document-admission.js';
import type { LiveStreams } from '../streams/live-streams.js';
import { streamRoutes } from '../streams/stream-routes.js';
import type { Tenants } from '../tenants/tenants.js';
import { brokenRequestLog, logRefusals } from './refusal-log.js';
import type { RouterCheck } from '../authentication/router-access.js';

export interface HttpParts {
  readonly config: GatewayConfig;
  readonly apollo: ApolloServer<GatewayContext>;
  readonly fastPath: FastPath;
  readonly tenants: Tenants;
  /** Of the process. */
  readonly metrics: GatewayMetrics;
  readonly router: RouterCheck;
  readonly readiness: Readiness;
  readonly connections: ClientConnections;
  /** null: every document is admitted. */
  readonly admitDocument: AdmitDocument | null;
  readonly rules: OperationRules;
  /** null: there are no subscriptions. */
  readonly live: LiveStreams | null;
  readonly clock: Clock;
  readonly logger: Logger;
}

const acceptableRequestId = /^[\w.:-]{1,128}$/;

/** What node enforces on each connection, in milliseconds and bytes. */
export const connectionLimits = ({ headersTimeoutMs, requestTimeoutMs, keepAliveMs }: ServerConfig): ServerOptions => ({
  headersTimeout: headersTimeoutMs,
  requestTimeout: requestTimeoutMs,
  keepAliveTimeout: keepAliveMs,
  connectionsCheckingInterval: 1_000,
  maxHeaderSize: 16_384,
});

/** Probes of Kubernetes come without it, and so do requests through an ingress that takes it away. */
const withoutBasePath = (url: string, basePath: string): string =>
  basePath !== '' && /^($|[/?])/.test(url.slice(basePath.length)) && url.startsWith(basePath)
    ? url.slice(basePath.length).replace(/^(?!\/)/, '/')
    : url;

const pathWithout =
  (basePath: string) =>
  (url: string): string =>
    withoutBasePath(url, basePath).split('?')[0] ?? '';

function bareServer(parts: HttpParts): FastifyInstance {
  const { connections } = parts;
  const { server: config } = parts.config;
  const logBroken = brokenRequestLog(parts);
  const server = fastify({
    bodyLimit: config.maxBodyBytes,
    onProtoPoisoning: 'ignore',
    onConstructorPoisoning: 'ignore',
    serverFactory: (listener) => connections.serve(connectionLimits(config), listener),
    frameworkErrors: (_error, _request, reply) => void sendError(reply, 400),
    clientErrorHandler: (error, socket) => {
      logBroken(error, socket);
      respondToBrokenRequest(error, socket);
    },
    return503OnClosing: false,
    requestIdHeader: false,
    trustProxy: config.trustedProxies.length > 0 && [...config.trustedProxies],
    rewriteUrl: ({ url = '' }) => withoutBasePath(url, config.basePath),
    genReqId: ({ headers }) => {
      const given = headers['x-request-id'];
      return typeof given === 'string' && acceptableRequestId.test(given) ? given : randomId();
    },
  });
  server.removeContentTypeParser('text/plain');
  server.addHook('onSend', async ({ id, raw }, reply) => {
    void reply.header('x-request-id', id);
    if (connections.endsAfter(raw)) void reply.header('connection', 'close');
  });
  return server;
}

/** Null: SuperOffice knows the callers. */
function callersFor(server: FastifyInstance, { config, metrics, clock, logger }: HttpParts): Authenticator | null {
  const { callers, superoffice } = config;
  const check = callers && authenticator({ callers, superoffice, clock, logger, metrics });
  server.addHook('onClose', async () => check?.[Symbol.dispose]());
  return check;
}

const checkedBy =
  (checks: readonly RequestCheck[]) =>
  (request: FastifyRequest, reply: FastifyReply, done: () => void): void => {
    if (checks.every((check) => check(request, reply))) done();
  };

/** Refuses a document that is not admitted. */
const documentCheck =
  (admitDocument: AdmitDocument | null): RequestCheck =>
  (request, reply) => {
    const error = admitDocument?.(request) ?? null;
    if (error) sendProblem(reply, { status: 400, error });
    return error === null;
  };

/** Everything that /graphql does not take. */
function registerRefusedMethods(
  server: FastifyInstance,
  { corsOrigins }: ServerConfig,
  { methods, limit }: { readonly methods: readonly string[]; readonly limit: RequestCheck },
): void {
  const refused = ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'TRACE', ...(corsOrigins.length === 0 ? ['OPTIONS'] : [])];
  server.route({
    method: refused.filter((method) => !methods.includes(method)),
    url: '/graphql',
    exposeHeadRoute: false,
    preHandler: checkedBy([limit]),
    handler: (_request, reply) => refuseMethod(reply, methods),
  });
}

function registerGraphqlRoutes(server: FastifyInstance, parts: HttpParts): void {
  const { config, apollo, fastPath, admitDocument } = parts;
  const callers = callersFor(server, parts);
  const contexts = new RequestContexts(parts, callers);
  const respond = responder(apollo, fastPath);
  const pathOf = pathWithout(config.server.basePath);
  const limit = inFlightLimit(parts.tenants, (request) => callers?.admitted(request));
  const { begin } = limit;
  const stream = streamRoutes(server, { ...parts, callers, contexts, respond, pathOf, begin });
  const methods = config.server.getQueries || stream ? ['GET', 'POST'] : ['POST'];
  const accepts = acceptCheck({ hasStreams: stream !== null });
  const getCheck = config.server.getQueries ? [] : [isStreamOrPost];
  server.route({
    method: methods,
    url: '/graphql',
    exposeHeadRoute: false,
    onRequest: callers ? [callers.authenticate] : [],
    preHandler: checkedBy([limit.check, ...getCheck, accepts, isNoBatch, documentCheck(admitDocument)]),
    handler: graphqlRoute({
      respond,
      contextOf: (request, { raw: response }, delivery) =>
        contexts.ofRequest(contexts.clientOf(request), delivery, { request: request.raw, response }),
      stream,
      getQueries: config.server.getQueries,
    }),
  });
  registerRefusedMethods(server, config.server, { methods, limit: limit.check });
}

export async function httpServer(parts: HttpParts): Promise<FastifyInstance> {
  const server = bareServer(parts);
  refuseForeignNames(server, parts.config);
  await allowOrigins(server, parts.config.server, parts.config.superoffice.credentialsHeader);
  if (parts.config.server.compression) await compressResponses(server);
  registerErrorResponses(server);
  logRefusals(server, parts);
  await shedLoad(server, parts.config.server, parts.metrics);
  registerHealthRoutes(server, parts.readiness, parts.tenants);
  const { metrics, metricsPort } = parts.config.server;
  if (metrics && metricsPort === null) registerMetricsRoute(server, parts.tenants.metrics, parts.clock);
  if (parts.config.ide) await registerIdeRoutes(server, parts.config);
  registerGraphqlRoutes(server, parts);
  await parts.live?.registerWebhooks(server);
  return server;
}
