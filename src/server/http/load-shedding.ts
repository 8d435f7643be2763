/**
 * Refuses requests before they cost anything, when too many are being worked on or the process lags behind.
 */
import underPressure from '@fastify/under-pressure';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ServerConfig } from '../../config/server-config.js';
import type { GatewayMetrics } from '../../observability/metrics.js';
import { sendError } from './http-errors.js';
import { whenRequestEnds } from './request-end.js';

const retryAfterSeconds = 1;

/** Load balancers and Prometheus are answered however busy it is. */
const isOperation = ({ routeOptions }: FastifyRequest): boolean => routeOptions.url === '/graphql'; // the path as sent may be encoded

export async function shedLoad(server: FastifyInstance, config: ServerConfig, metrics: GatewayMetrics): Promise<void> {
  let inFlight = 0;
  metrics.operationsInFlight.readFrom(() => inFlight);
  // Before the handler and not before the body: who sends his body slowly takes up no slot.
  server.addHook('preHandler', (request, reply, done) => {
    if (!isOperation(request)) return done();
    if (inFlight >= config.maxOperationsInFlight) {
      metrics.refusals.inc({ reason: 'in-flight' });
      sendError(reply.header('retry-after', retryAfterSeconds), 503);
      return;
    }
    inFlight += 1;
    whenRequestEnds({ request: request.raw, response: reply.raw }, () => (inFlight -= 1));
    done();
  });
  if (config.maxEventLoopDelayMs === 0) return;
  await server.register(underPressure, {
    maxEventLoopDelay: config.maxEventLoopDelayMs,
    retryAfter: retryAfterSeconds,
    pressureHandler: (request, reply) => {
      if (!isOperation(request)) return;
      metrics.refusals.inc({ reason: 'event-loop' });
      void sendError(reply.header('retry-after', retryAfterSeconds), 503);
    },
  });
}
