/**
 * Errors of the check of callers, when the gateway has service credentials, and of their tenant. `reason` is for the log: a text of the gateway or of the
 * JWT library, never a part of the token.
 */
import { GatewayError } from './gateway-error.js';

/** The API key or token is missing, or it is not accepted (any more). */
export class CallerRefusedError extends GatewayError {
  readonly code = 'UNAUTHENTICATED';

  constructor(readonly reason: string) {
    super(
      `the caller was refused: ${reason}`,
      'Your API key or token is missing, invalid or expired. Send a valid one as Bearer in Authorization, or in the header that the operator has configured.',
    );
  }
}

/** Several tenants are served, and the request names none of them. */
export class TenantUnknownError extends GatewayError {
  readonly code = 'FORBIDDEN';

  constructor() {
    super(
      'the request names no tenant that is served',
      'The request names no tenant that this gateway serves. A token of SuperOffice Online names its tenant; for other credentials, send the header that the operator has configured.',
    );
  }
}

/** The issuer's keys cannot be fetched, so the token cannot be verified. */
export class CallerCheckUnavailableError extends GatewayError {
  readonly code = 'UPSTREAM_UNAVAILABLE';

  constructor(readonly reason: string) {
    super(
      `the caller could not be checked: ${reason}`,
      'Your token cannot be verified at the moment, because its issuer cannot be reached. Try again later.',
    );
  }
}
