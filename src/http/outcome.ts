/** The outcome of one attempt of a call: the JSON value of its response, or the caller's error and whether a retry may follow. */
import type { GatewayError } from '../errors/gateway-error.js';

export type Outcome = Value | Failure;

export interface Value {
  readonly kind: 'value';
  readonly value: unknown;
  /** The value is null because of a status or an exception, not because of JSON `null`. */
  readonly isNotFound?: true;
}

export interface Failure {
  readonly kind: 'failure';
  readonly error: GatewayError;
  /** A read may be retried: it was not executed, or repeating it is harmless and may succeed. */
  readonly isRepeatable: boolean;
  /** The server reported that it did not execute the call, so the outcome is known. */
  readonly isRefusal: boolean;
  /** The server or the network failed: counts for the circuit breaker. Never caused by one caller. */
  readonly isOutage: boolean;
  /** From Retry-After; undefined: no such header. */
  readonly retryAfterSeconds: number | undefined;
}

/** A failure that is neither an outage nor repeatable, unless `more` overrides it. */
export const failure = (error: GatewayError, more: Partial<Omit<Failure, 'kind' | 'error'>> = {}): Failure => ({
  kind: 'failure',
  error,
  isRepeatable: false,
  isRefusal: false,
  isOutage: false,
  retryAfterSeconds: undefined,
  ...more,
});
