/**
 * Adds the gateway's own credentials to the attempts of a call, and renews them once per call where SuperOffice does not accept them. A call
 * that was refused was not executed, so an action may be sent again too.
 */
import type { GatewayCredentialsConfig } from '../../config/gateway-credentials.js';
import type { SuperOfficeConfig } from '../../config/superoffice-config.js';
import { UnauthenticatedError, UpstreamUnavailableError } from '../../errors/upstream-errors.js';
import type { Clock } from '../../base/clock.js';
import type { Logger } from '../../observability/logger.js';
import type { GatewayMetrics } from '../../observability/metrics.js';
import type { AttemptResult } from '../attempt.js';
import type { AbortSignalLike } from '../../base/abort-signal.js';
import { failure } from '../../http/outcome.js';
import { authHttpClient, type AuthHttpClient } from '../../http/auth-http-client.js';
import { basicFlow } from './basic.js';
import type { LoginFlow } from './token.js';
import { CachedToken } from './cached-token.js';
import { refreshTokenFlow } from './refresh-token.js';
import { systemUserFlow } from './system-user.js';

type Send = (headers: Readonly<Record<string, string>>) => Promise<AttemptResult>;

export interface GatewayCredentials extends Disposable {
  /**
   * @param send sends an attempt with these headers; called once, or twice where the credentials had expired
   * @returns the result of the last attempt; never UNAUTHENTICATED, because the caller cannot renew these credentials
   * @throws {GatewayError} no credentials are available; the call was not sent, or it was refused
   * @throws the signal's reason, if it aborts while waiting for a login
   */
  authorize(send: Send, signal: AbortSignalLike): Promise<AttemptResult>;
}

export interface GatewayCredentialsOptions {
  readonly config: SuperOfficeConfig & { readonly ownCredentials: GatewayCredentialsConfig };
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: Pick<GatewayMetrics, 'logins'>;
}

function flowFor(
  { config: { ownCredentials: own }, clock }: GatewayCredentialsOptions,
  client: AuthHttpClient,
): LoginFlow {
  switch (own.kind) {
    case 'system-user':
      return systemUserFlow(own, client, clock);
    case 'refresh-token':
      return refreshTokenFlow(own, client);
    case 'basic':
      return basicFlow(own);
  }
}

/** An expired ticket causes 401 or 403 by the documentation, or an exception. */
const isRefused = (result: AttemptResult): boolean =>
  isUnauthenticated(result) || (result.outcome.kind === 'failure' && result.status === 403);

/** By 401, or by the exception with any status. */
const isUnauthenticated = ({ outcome }: AttemptResult): boolean =>
  outcome.kind === 'failure' && outcome.error instanceof UnauthenticatedError;

/** Callers get UPSTREAM_UNAVAILABLE; the detail is for the operator. */
function asOutage(result: AttemptResult): AttemptResult {
  const { outcome } = result;
  if (outcome.kind === 'value' || !(outcome.error instanceof UnauthenticatedError)) return result;
  const detail = `${outcome.error.detail}: SuperOffice does not accept the gateway's own credentials`;
  return { ...result, outcome: failure(new UpstreamUnavailableError(detail), { isRefusal: true }) };
}

export function gatewayCredentials(options: GatewayCredentialsOptions): GatewayCredentials {
  const client = authHttpClient(options.config, options.clock);
  const tokens = new CachedToken(flowFor(options, client), options);
  return {
    async authorize(send, signal) {
      const token = await tokens.acquire(signal);
      const first = await send(token.headers);
      if (first.outcome.kind === 'value') token.hasWorked = true;
      if (!isRefused(first)) return first;
      const other = await tokens.renewAfterRejection(token, !isUnauthenticated(first), signal);
      if (other === null) return asOutage(first);
      const second = await send(other.headers);
      if (second.outcome.kind === 'value') other.hasWorked = true;
      if (isUnauthenticated(first) && isUnauthenticated(second)) tokens.noteUselessRenewal();
      return asOutage(second);
    },
    [Symbol.dispose]: () => client[Symbol.dispose](),
  };
}
