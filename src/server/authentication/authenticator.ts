/**
 * Authenticates callers by API key or JSON Web Token, where the gateway has service credentials. This happens before the body is
 * read, so that an unknown caller costs little, and before the context is created, which must not wait.
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

/** A caller whose API key or token was accepted. */
export interface IdentifiedCaller {
  /** The caller's identity as text, a part of the principal's key. */
  readonly name: string;
  /** The tenant that their token names; null: it names none. */
  readonly tenant: string | null;
  /** The end of their token, milliseconds since 1970; null: it has none. */
  readonly expiresAtMs: number | null;
  /** Whether their API key is still listed. */
  isListed(): boolean;
}

export interface Authenticator extends Disposable {
  /** For fastify's onRequest: responds with 401, or with 503 where the caller cannot be checked; otherwise records the caller. */
  readonly authenticate: (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply | undefined>;
  /** undefined: the request was not admitted. */
  admitted(request: FastifyRequest): IdentifiedCaller | undefined;
  /** @throws {CallerRefusedError} the request was not admitted */
  callerOf(request: FastifyRequest): IdentifiedCaller;
  /**
   * For a WebSocket.
   * @param header the value of the credentials header
   * @throws {CallerRefusedError} the caller is not known
   * @throws {CallerCheckUnavailableError} the caller cannot be checked
   */
  identify(header: unknown): Promise<IdentifiedCaller>;
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

/** Identifies the caller by the value of the credentials header. */
function callerIdentification({
  callers: { apiKeys, apiKeysPath, jwt },
  superoffice,
  clock,
  logger,
}: CallerCheckOptions) {
  const keys = followedFile({
    path: apiKeysPath,
    initial: apiKeys,
    read: readApiKeys,
    onChange: changedFileLog(logger, 'API_KEYS_FILE'),
  });
  const httpClient = authHttpClient(superoffice, clock);
  const checkToken = jwt && tokenCheck(jwt, httpClient, clock);
  async function identify(header: unknown): Promise<IdentifiedCaller> {
    if (header === undefined || header === '') throw new CallerRefusedError('no credentials');
    const [, secret] = bearer.exec(String(header)) ?? [];
    if (secret === undefined) throw new CallerRefusedError('not Bearer');
    const key = callerOfKey(keys.current(), secret);
    if (key !== null)
      return {
        name: JSON.stringify(['api-key', key]),
        tenant: null,
        expiresAtMs: null,
        isListed: () => callerOfKey(keys.current(), secret) === key,
      };
    if (!checkToken || !looksLikeToken.test(secret)) throw new CallerRefusedError('unknown key');
    const { subject, tenant, expiresAtMs } = await checkToken(secret);
    const name = JSON.stringify(['jwt', jwt.issuer, subject]);
    return { name, tenant, expiresAtMs, isListed: () => true };
  }
  function close(): void {
    httpClient[Symbol.dispose]();
    keys[Symbol.dispose]();
  }
  return { identify, close };
}

/** Any client can cause this error with an invented token, so it is logged as an error only once in this interval. */
const errorLogIntervalMs = 10_000;

/** @returns the log level for a failed check that is not the caller's fault */
function outageLevel(clock: Pick<Clock, 'monotonicMs'>): () => 'error' | 'debug' {
  let lastErrorMs = -Infinity;
  return () => {
    const nowMs = clock.monotonicMs();
    if (nowMs - lastErrorMs < errorLogIntervalMs) return 'debug';
    lastErrorMs = nowMs;
    return 'error';
  };
}

export function authenticator(options: CallerCheckOptions): Authenticator {
  const { superoffice, clock, logger, metrics } = options;
  const { identify, close } = callerIdentification(options);
  const callers = new WeakMap<FastifyRequest, IdentifiedCaller>();
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
        callers.set(request, await identify(request.headers[superoffice.credentialsHeader]));
        return undefined;
      } catch (error) {
        return refuse(error, request, reply);
      }
    },
    identify,
    admitted: (request) => callers.get(request),
    callerOf: (request) => {
      const caller = callers.get(request);
      if (caller === undefined) throw new CallerRefusedError('not admitted');
      return caller;
    },
    [Symbol.dispose]: close,
  };
}
