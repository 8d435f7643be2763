/**
 * What goes wrong when the gateway checks its callers itself. `reason` is for the log: a word of ours or of the library's, never
 * anything of the token.
 */
import { GatewayError } from './gateway-error.js';

/** No API key and no token came, or one that is not accepted (any more). */
export class CallerRefusedError extends GatewayError {
  readonly code = 'UNAUTHENTICATED';

  constructor(readonly reason: string) {
    super(
      `the caller was refused: ${reason}`,
      'Your API key or token is missing, invalid or expired. Send a valid one as Bearer in Authorization, or in the header that the operator names.',
    );
  }
}

/** The issuer's keys cannot be had: nobody can say whether the token is good. */
export class CallerCheckUnavailableError extends GatewayError {
  readonly code = 'UPSTREAM_UNAVAILABLE';

  constructor(readonly reason: string) {
    super(
      `the caller could not be checked: ${reason}`,
      'Your token cannot be checked at the moment, because its issuer cannot be reached. Try again later.',
    );
  }
}
