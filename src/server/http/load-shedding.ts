/** Refuses requests before they cost anything, when too many are in flight or the event loop lags behind. */
import underPressure from '@fastify/under-pressure';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ServerConfig } from '../../config/server-config.js';
import type { GatewayMetrics } from '../../observability/metrics.js';
import type { TenantRequest, Tenants } from '../tenants/tenants.js';
import { sendError, type RequestCheck } from './http-errors.js';
import { whenRequestIsDone } from './request-end.js';

const retryAfterSeconds = 1;

export interface InFlightLimit {
  readonly check: RequestCheck;
  /** For an operation that is no request of its own. @returns ends it; null: there are too many in flight */
  begin(request: TenantRequest): (() => void) | null;
}

/** Counts operations in flight, and refuses those beyond the limit. A client that sends its body slowly takes no slot. */
export function inFlightLimit(
  tenants: Pick<Tenants, 'of'>,
  callerOf: (request: FastifyRequest) => TenantRequest['caller'],
): InFlightLimit {
  function begin(request: TenantRequest): (() => void) | null {
    const { operations, shared } = tenants.of(request);
    if (operations.take()) return () => operations.release();
    shared.metrics.refusals.inc({ reason: 'in-flight' });
    return null;
  }
  return {
    begin,
    check: (request, reply) => {
      const end = begin({ headers: request.headers, caller: callerOf(request) });
      if (end) whenRequestIsDone({ request: request.raw, response: reply.raw }, end);
      else sendError(reply.header('retry-after', retryAfterSeconds), 503);
      return end !== null;
    },
  };
}

/** Probes of load balancers and Prometheus are never refused. */
const isOperation = ({ routeOptions }: FastifyRequest): boolean => routeOptions.url === '/graphql'; // the path as sent may be encoded

/** How long the measured lag still contains the start, which is one long turn of the event loop. It is measured once in a second. */
const startMs = 2_100;

/** @returns whether the start is over */
function afterStart(server: FastifyInstance): () => boolean {
  let isOver = false;
  server.addHook('onListen', () => {
    setTimeout(() => (isOver = true), startMs).unref();
  });
  return () => isOver;
}

export async function shedLoad(server: FastifyInstance, config: ServerConfig, metrics: GatewayMetrics): Promise<void> {
  if (config.maxEventLoopDelayMs === 0) return;
  const isStarted = afterStart(server);
  await server.register(underPressure, {
    maxEventLoopDelay: config.maxEventLoopDelayMs,
    retryAfter: retryAfterSeconds,
    pressureHandler: (request, reply) => {
      if (!isOperation(request) || !isStarted()) return;
      metrics.refusals.inc({ reason: 'event-loop' });
      void sendError(reply.header('retry-after', retryAfterSeconds), 503);
    },
  });
}
