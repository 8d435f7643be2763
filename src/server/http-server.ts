/**
 * The HTTP side: POST /graphql, health, CORS, errors in JSON, limits on size and time of requests.
 */
import type { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import { fastify, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { GatewayConfig } from '../config/gateway-config.js';
import type { GatewayContext } from '../context.js';
import type { Clock } from '../observability/clock.js';
import type { Logger } from '../observability/logger.js';
import { randomId } from '../observability/randomness.js';
import { forwardedHeaders, sampleAuthorization } from '../superoffice/credentials.js';
import { createContext, type SharedParts } from './create-context.js';
import { allowOrigins } from './cross-origin.js';
import { refusedRequest } from './format-error.js';
import { answerHealth, type Readiness } from './health.js';
import { answerErrorsInJson, sendError } from './http-errors.js';
import { requestLifetime } from './request-lifetime.js';
import { routerCheck } from './router-access.js';

export interface HttpParts {
  readonly config: GatewayConfig;
  readonly apollo: ApolloServer<GatewayContext>;
  readonly shared: SharedParts;
  readonly readiness: Readiness;
  readonly clock: Clock;
  readonly logger: Logger;
}

const acceptableRequestId = /^[\w.:-]{1,128}$/;

function bareServer({ maxBodyBytes }: GatewayConfig['server']): FastifyInstance {
  const server = fastify({
    bodyLimit: maxBodyBytes,
    onProtoPoisoning: 'ignore',
    onConstructorPoisoning: 'ignore',
    keepAliveTimeout: 70_000,
    requestTimeout: 30_000,
    connectionTimeout: 0,
    http: { headersTimeout: 10_000, connectionsCheckingInterval: 1_000, maxHeaderSize: 16_384 },
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    requestIdHeader: false,
    genReqId: ({ headers }) => {
      const given = headers['x-request-id'];
      return typeof given === 'string' && acceptableRequestId.test(given) ? given : randomId();
    },
  });
  server.removeContentTypeParser('text/plain');
  server.addHook('onRequest', async (request, reply) => void reply.header('x-request-id', request.id));
  return server;
}

function answerGraphql(server: FastifyInstance, { config, apollo, shared, clock }: HttpParts): void {
  const defaultAuthorization = config.isDemo ? sampleAuthorization : null;
  const rules = { ...config.superoffice, defaultAuthorization };

  const isRouter = routerCheck(config.router.secret);

  const context = async (request: FastifyRequest, { raw }: FastifyReply): Promise<GatewayContext> => {
    try {
      const forwarded = forwardedHeaders(request.headers, rules);
      const signal = requestLifetime(raw, config.server.operationTimeoutMs, clock);
      return createContext(shared, { requestId: request.id, forwarded, signal, isRouter: isRouter(request.headers) });
    } catch (error) {
      throw refusedRequest(error, 400);
    }
  };
  server.post('/graphql', fastifyApolloHandler(apollo, { context }));
  const otherMethods = ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE'] as const;
  server.route({
    method: [...otherMethods],
    url: '/graphql',
    handler: (_request, reply) => sendError(reply.header('allow', 'POST'), 405),
  });
}

export async function httpServer(parts: HttpParts): Promise<FastifyInstance> {
  const server = bareServer(parts.config.server);
  answerErrorsInJson(server, parts.logger);
  await allowOrigins(server, parts.config.server, parts.config.superoffice.credentialsHeader);
  answerHealth(server, parts.readiness);
  answerGraphql(server, parts);
  return server;
}
