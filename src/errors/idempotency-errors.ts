/** Errors of repeated actions; the names are Shopify's. */
import { GatewayError, type PublicDetails } from './gateway-error.js';

/** The key was used for another action, or with other arguments. */
export class KeyMismatchError extends GatewayError {
  readonly code = 'IDEMPOTENCY_KEY_PARAMETER_MISMATCH';

  constructor() {
    super('an idempotency key was used for another action');
  }
}

/** The first request with the key takes longer than a repeat waits. */
export class ConcurrentRequestError extends GatewayError {
  readonly code = 'IDEMPOTENCY_CONCURRENT_REQUEST';

  constructor() {
    super('a request with the same idempotency key is still in progress');
  }

  override get publicDetails(): PublicDetails {
    return { retryAfterSeconds: 1 };
  }
}
