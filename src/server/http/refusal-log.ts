/** One line for each request that is answered with an error before it becomes an operation; what repeats itself is sampled. */
import type { Socket } from 'node:net';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Clock } from '../../base/clock.js';
import type { Logger } from '../../observability/logger.js';
import { SampledCauses } from '../../observability/sampled-causes.js';

/** What a reply refuses with. */
export interface Refusal {
  /** Of the error. */
  readonly code: string;
  /** For the operator. */
  readonly detail?: string | undefined;
}

const refused = new WeakMap<FastifyReply, Refusal>();

/** The reply is an error that no operation has brought about. */
export function noteRefusal(reply: FastifyReply, refusal: Refusal): void {
  refused.set(reply, refusal);
}

/** An IPv4 address is written as one, on whatever socket it came. */
export const addressOf = ({ ip }: { readonly ip?: string }): string => (ip ?? '').replace(/^::ffff:(?=\d+\.)/i, ''); // there is none once the client has left, unless it was asked for before

export interface RefusalLog {
  readonly logger: Logger;
  readonly clock: Clock;
  readonly config: { readonly logClientAddress: boolean };
}

type WriteRefusal = (about: { readonly status: number; readonly code: string }, more: object) => void;

function levelOf(status: number): 'info' | 'warn' | 'error' {
  if (status < 500) return 'info';
  return status === 500 ? 'error' : 'warn'; // 500 is a bug of ours
}

function refusalWriter({ logger, clock }: RefusalLog): WriteRefusal {
  const repeated = new SampledCauses(clock);
  return (about, more) => {
    const omitted = repeated.admit(`${about.status} ${about.code}`);
    const usual = levelOf(about.status);
    const record = { event: 'http-error', ...about, ...more, ...(omitted && { omitted }) };
    logger[omitted === null ? 'debug' : usual](record, 'request refused');
  };
}

export function logRefusals(server: FastifyInstance, log: RefusalLog): void {
  const write = refusalWriter(log);
  server.addHook('onResponse', (request, reply, done) => {
    const refusal = refused.get(reply);
    if (refusal === undefined) return done();
    const route = request.routeOptions.url; // what was sent may hold anything
    const address = log.config.logClientAddress ? addressOf(request) : undefined; // undefined is left out
    const durationMs = Math.round(reply.elapsedTime);
    const about = { requestId: request.id, method: request.method, route, address, durationMs };
    write({ status: reply.statusCode, code: refusal.code }, { detail: refusal.detail, ...about });
    done();
  });
}

/** @returns for bytes that are no HTTP request */
export function brokenRequestLog(log: RefusalLog): (error: { readonly code?: string }, socket: Socket) => void {
  const write = refusalWriter(log);
  return ({ code = 'unknown' }, { remoteAddress = '' }) => {
    if (code === 'ECONNRESET') return; // the client has left
    const address = log.config.logClientAddress ? addressOf({ ip: remoteAddress }) : undefined;
    write({ status: 400, code: 'BAD_REQUEST' }, { reason: code, address });
  };
}
