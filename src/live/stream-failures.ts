/** What the failure of an event means for its stream. */
import { GatewayError } from '../errors/gateway-error.js';
import { ForbiddenError } from '../errors/upstream-errors.js';
import type { ErrorCode } from '../errors/error-codes.js';

/** The stream ends, and the client has to subscribe again. */
export class StreamRestartError extends GatewayError {
  readonly code = 'SUBSCRIPTION_RESTART';

  constructor() {
    super('the gateway stops, or the stream has reached its maximum age');
  }
}

/** No further stream is accepted. */
export class StreamLimitError extends GatewayError {
  readonly code = 'REQUEST_CONCURRENCY_LIMITED';

  constructor(detail: string) {
    super(detail, 'The gateway accepts no more subscriptions at the moment. Close others, or try again later.');
  }
}

/** The caller's token has expired. */
export class CredentialsExpiredError extends GatewayError {
  readonly code = 'UNAUTHENTICATED';

  constructor() {
    super('the token has expired', 'Your token has expired. Subscribe again with a valid one.');
  }
}

/** They pass: the stream stays open. */
const outages = new Set<ErrorCode>([
  'UPSTREAM_UNAVAILABLE',
  'UPSTREAM_TIMEOUT',
  'UPSTREAM_RATE_LIMITED',
  'UPSTREAM_CALL_LIMIT',
  'UPSTREAM_INVALID_RESPONSE',
]);

export const isOutage = (error: unknown): boolean => error instanceof GatewayError && outages.has(error.code);

/** SuperOffice, or the gateway, refuses the credentials. */
export const isUnauthenticated = (error: unknown): boolean =>
  error instanceof GatewayError && error.code === 'UNAUTHENTICATED';

/** What the caller may not read is not there for them. */
export function nullIfForbidden(error: unknown): null {
  if (error instanceof ForbiddenError) return null;
  throw error;
}
