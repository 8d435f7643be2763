/** Logs one line per request that is refused before it becomes an operation; repeated errors are sampled. */
import type { Socket } from 'node:net';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Clock } from '../../base/clock.js';
import type { Logger } from '../../observability/logger.js';
import { SampledCauses } from '../../observability/sampled-causes.js';

/** The error of a refused request. */
export interface Refusal {
  /** The error code. */
  readonly code: string;
  /** For the operator. */
  readonly detail?: string | undefined;
}

const refused = new WeakMap<FastifyReply, Refusal>();

/** Marks the reply as an error that comes from no operation. */
export function noteRefusal(reply: FastifyReply, refusal: Refusal): void {
  refused.set(reply, refusal);
}

/** An IPv4-mapped IPv6 address is shown as IPv4. `ip` is missing once the client has left, unless it was read before. */
export const addressOf = ({ ip }: { readonly ip?: string }): string => (ip ?? '').replace(/^::ffff:(?=\d+\.)/i, '');

export interface RefusalLog {
  readonly logger: Logger;
  readonly clock: Clock;
  readonly config: { readonly logClientAddress: boolean };
}

type WriteRefusal = (error: { readonly status: number; readonly code: string }, more: object) => void;

function levelOf(status: number): 'info' | 'warn' | 'error' {
  if (status < 500) return 'info';
  return status === 500 ? 'error' : 'warn'; // 500 is a bug in the gateway
}

function refusalWriter({ logger, clock }: RefusalLog): WriteRefusal {
  const repeated = new SampledCauses(clock);
  return (error, more) => {
    const omitted = repeated.admit(`${error.status} ${error.code}`);
    const level = levelOf(error.status);
    const record = { event: 'http-error', ...error, ...more, ...(omitted && { omitted }) };
    logger[omitted === null ? 'debug' : level](record, 'request refused');
  };
}

export function logRefusals(server: FastifyInstance, log: RefusalLog): void {
  const write = refusalWriter(log);
  server.addHook('onResponse', (request, reply, done) => {
    const refusal = refused.get(reply);
    if (refusal === undefined) return done();
    const route = request.routeOptions.url; // the pattern, because the URL that was sent could hold any text
    const address = log.config.logClientAddress ? addressOf(request) : undefined; // the log omits undefined
    const durationMs = Math.round(reply.elapsedTime);
    const fields = { requestId: request.id, method: request.method, route, address, durationMs };
    write({ status: reply.statusCode, code: refusal.code }, { detail: refusal.detail, ...fields });
    done();
  });
}

/** @returns a logger for bytes that are not an HTTP request */
export function brokenRequestLog(log: RefusalLog): (error: { readonly code?: string }, socket: Socket) => void {
  const write = refusalWriter(log);
  return ({ code = 'unknown' }, { remoteAddress = '' }) => {
    if (code === 'ECONNRESET') return; // the client has left
    const address = log.config.logClientAddress ? addressOf({ ip: remoteAddress }) : undefined;
    write({ status: 400, code: 'BAD_REQUEST' }, { reason: code, address });
  };
}
