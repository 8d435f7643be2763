/**
 * Who calls, where the gateway has credentials of its own: found out before anything of the request is read, so that nobody who is
 * not known costs more than that, and before the context is made, which may not wait.
 */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { readApiKeys } from '../../config/api-keys.js';
import { followedFile } from '../../config/followed-file.js';
import type { CallerCheckConfig } from '../../config/gateway-credentials.js';
import type { SuperOfficeConfig } from '../../config/superoffice-config.js';
import { CallerCheckUnavailableError, CallerRefusedError } from '../../errors/caller-errors.js';
import { GatewayError } from '../../errors/gateway-error.js';
import type { Clock } from '../../base/clock.js';
import { changedFileLog, type Logger } from '../../observability/logger.js';
import type { GatewayMetrics } from '../../observability/metrics.js';
import { authHttpClient } from '../../http/auth-http-client.js';
import { sendRefusal } from '../http/http-errors.js';
import { callerOfKey } from './api-keys.js';
import { tokenCheck } from './json-web-tokens.js';

export interface Authenticator extends Disposable {
  /** For fastify's onRequest: answers 401, or 503 where it cannot be found out, and remembers who it is otherwise. */
  readonly authenticate: (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply | undefined>;
  /**
   * All that identifies the caller, as text: a part of the principal's key.
   * @throws {CallerRefusedError} the request was not admitted
   */
  callerOf(request: FastifyRequest): string;
}

export interface CallerCheckOptions {
  readonly callers: CallerCheckConfig;
  readonly superoffice: SuperOfficeConfig;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: GatewayMetrics;
}

const bearer = /^bearer +([\x21-\x7e]{1,8192})$/i;

const looksLikeToken = /^[\w-]+\.[\w-]+\.[\w-]+$/;

/** Finds out who has sent this in the header that holds credentials. */
function identification({ callers: { apiKeys, apiKeysPath, jwt }, superoffice, clock, logger }: CallerCheckOptions) {
  const keys = followedFile({
    path: apiKeysPath,
    first: apiKeys,
    read: readApiKeys,
    onChange: changedFileLog(logger, 'API_KEYS_FILE'),
  });
  const exchange = authHttpClient(superoffice, clock);
  const checkToken = jwt && tokenCheck(jwt, exchange, clock);
  async function identify(header: unknown): Promise<string> {
    if (header === undefined || header === '') throw new CallerRefusedError('no credentials');
    const [, secret] = bearer.exec(String(header)) ?? [];
    if (secret === undefined) throw new CallerRefusedError('not Bearer');
    const name = callerOfKey(keys.current(), secret);
    if (name !== null) return JSON.stringify(['api-key', name]);
    if (!checkToken || !looksLikeToken.test(secret)) throw new CallerRefusedError('unknown key');
    return JSON.stringify(['jwt', jwt.issuer, await checkToken(secret)]);
  }
  function close(): void {
    exchange[Symbol.dispose]();
    keys[Symbol.dispose]();
  }
  return { identify, close };
}

/** What anybody can bring about with a made-up token is told so often at most as somebody's business. */
const toldEveryMs = 10_000;

/** @returns the level for what keeps callers out through no fault of theirs */
function outageLevel(clock: Pick<Clock, 'monotonicMs'>): () => 'error' | 'debug' {
  let toldMs = -Infinity;
  return () => {
    const nowMs = clock.monotonicMs();
    if (nowMs - toldMs < toldEveryMs) return 'debug';
    toldMs = nowMs;
    return 'error';
  };
}

export function authenticator(options: CallerCheckOptions): Authenticator {
  const { superoffice, clock, logger, metrics } = options;
  const { identify, close } = identification(options);
  const known = new WeakMap<FastifyRequest, string>();
  const levelOfOutage = outageLevel(clock);

  function refuse(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
    if (!(error instanceof GatewayError)) throw error;
    const isUnavailable = error instanceof CallerCheckUnavailableError;
    metrics.refusals.inc({ reason: 'caller' });
    const record = { event: 'caller-check', requestId: request.id, code: error.code, detail: error.detail };
    if (isUnavailable) logger[levelOfOutage()](record, 'Callers cannot be checked, and are refused');
    else void reply.header('www-authenticate', 'Bearer');
    return sendRefusal(reply, isUnavailable ? 503 : 401, error);
  }

  return {
    authenticate: async (request, reply) => {
      try {
        known.set(request, await identify(request.headers[superoffice.credentialsHeader]));
        return undefined;
      } catch (error) {
        return refuse(error, request, reply);
      }
    },
    callerOf: (request) => {
      const caller = known.get(request);
      if (caller === undefined) throw new CallerRefusedError('not admitted');
      return caller;
    },
    [Symbol.dispose]: close,
  };
}
