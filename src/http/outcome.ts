/** What one attempt of a call came to: the JSON value of its response, or the error that the caller gets and what may follow from it. */
import type { GatewayError } from '../errors/gateway-error.js';

export type Outcome = Value | Failure;

export interface Value {
  readonly kind: 'value';
  readonly value: unknown;
  /** The value is null because a status or an exception said so, not JSON. */
  readonly isNotFound?: true;
}

export interface Failure {
  readonly kind: 'failure';
  readonly error: GatewayError;
  /** A read may be repeated: nothing was done, or doing it twice is harmless and may succeed. */
  readonly isRepeatable: boolean;
  /** The server has said that it did not execute the call: its outcome is known. */
  readonly isRefusal: boolean;
  /** The server, or the way to it, is out of order: this counts for the circuit breaker. Never a fault of one caller. */
  readonly isOutage: boolean;
  /** From Retry-After; undefined: there was none. */
  readonly retryAfterSeconds: number | undefined;
}

/** A failure that is no outage and is not worth repeating, unless `more` says otherwise. */
export const failure = (error: GatewayError, more: Partial<Omit<Failure, 'kind' | 'error'>> = {}): Failure => ({
  kind: 'failure',
  error,
  isRepeatable: false,
  isRefusal: false,
  isOutage: false,
  retryAfterSeconds: undefined,
  ...more,
});
