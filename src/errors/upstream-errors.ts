/**
 * One class for each thing that can go wrong behind the gateway and that a caller can do something about.
 * Raised by superoffice/ and entities/ only; none holds a reference to a got error, which carries the bearer token.
 */
import { GatewayError, type PublicDetails } from './gateway-error.js';

/** No credentials came with the request, or SuperOffice does not accept them (any more). */
export class UnauthenticatedError extends GatewayError {
  readonly code = 'UNAUTHENTICATED';
}

/** The credentials are good, the rights or the licence are not there. */
export class ForbiddenError extends GatewayError {
  readonly code = 'FORBIDDEN';
}

/** SuperOffice says that the request is wrong; asking again changes nothing. */
export class UpstreamRejectedError extends GatewayError {
  readonly code = 'UPSTREAM_REJECTED';
}

/** No answer within a deadline. */
export class UpstreamTimedOutError extends GatewayError {
  readonly code = 'UPSTREAM_TIMEOUT';
}

/** An answer came that is not what was asked for: no JSON, another record, a value of another type, too large. */
export class UpstreamInvalidResponseError extends GatewayError {
  readonly code = 'UPSTREAM_INVALID_RESPONSE';
}

/** An action had left and no answer came that says what became of it. It is never repeated: it may have been done. */
export class UpstreamOutcomeUnknownError extends GatewayError {
  readonly code = 'UPSTREAM_OUTCOME_UNKNOWN';
}

/** A transfer was asked for, and afterwards the session is offered to another user than the one who was named. */
export class TransferReachedAnotherError extends GatewayError {
  readonly code = 'TRANSFER_REACHED_ANOTHER_USER';

  /** @param reached to whom it is offered; their name is null where SuperOffice hides it */
  constructor(
    sessionId: string,
    readonly reached: { readonly associateId: string; readonly fullName: string | null },
  ) {
    const { associateId, fullName } = reached;
    const who =
      fullName === null ? `the user with associate id ${associateId}` : `${fullName} (associate id ${associateId})`;
    super(
      `TransferChatSession ${sessionId}: the session is offered to associate ${associateId}`,
      `The session is offered to ${who}, not to the user you named. They may have been offered it before; otherwise this transfer reached them. Read the session, and tell them to reject it.`,
    );
  }

  override get publicDetails(): PublicDetails {
    return { reachedAssociateId: this.reached.associateId };
  }
}

abstract class RetryableLaterError extends GatewayError {
  /** @param retryAfterSeconds when SuperOffice, or our own queue, says that trying again makes sense */
  constructor(
    detail: string,
    readonly retryAfterSeconds?: number,
    message?: string,
  ) {
    super(detail, message);
  }

  override get publicDetails(): PublicDetails {
    return this.retryAfterSeconds === undefined ? {} : { retryAfterSeconds: this.retryAfterSeconds };
  }
}

/** SuperOffice is down, cannot be reached, or our queue in front of it is full. */
export class UpstreamUnavailableError extends RetryableLaterError {
  readonly code = 'UPSTREAM_UNAVAILABLE';
}

/** The gateway holds as many responses as it has memory for. */
export class ShortOfMemoryError extends UpstreamUnavailableError {
  constructor(call: string) {
    const message =
      'The gateway holds as many responses as it has memory for. Ask for less at once, or try again after `retryAfterSeconds`.';
    super(`${call}: over MAX_HELD_BYTES`, 1, message);
  }
}

/** SuperOffice says that the tenant does not run (maintenance, suspended, deleted, …): nothing was sent to it. */
export class TenantNotRunningError extends UpstreamUnavailableError {
  /** @param tenantState a name of SuperOffice's list of states */
  constructor(
    readonly tenantState: string,
    retryAfterSeconds: number,
  ) {
    const message = `SuperOffice says that this tenant is not running (${tenantState}). Try again after \`retryAfterSeconds\`.`;
    super(`the tenant is not running: ${tenantState}`, retryAfterSeconds, message);
  }

  override get publicDetails(): PublicDetails {
    return { ...super.publicDetails, tenantState: this.tenantState };
  }
}

/** Nobody waits for the answer any more: not a failure, and never seen by anyone but the log. */
export class ClientLeftError extends UpstreamUnavailableError {}

/** Calls to SuperOffice are metered: this one is beyond what an operation, or a principal in a minute, may make. Not sent. */
export class UpstreamCallLimitError extends RetryableLaterError {
  readonly code = 'UPSTREAM_CALL_LIMIT';
}

/** SuperOffice answered 429 and the wait that it asks for does not fit the deadline. */
export class UpstreamRateLimitedError extends RetryableLaterError {
  readonly code = 'UPSTREAM_RATE_LIMITED';
}

/** The reason of a deadline's signal. */
export const noResultWithin = (limitMs: number): UpstreamTimedOutError =>
  new UpstreamTimedOutError(`no result within ${limitMs} ms`);
