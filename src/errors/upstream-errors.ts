/**
 * One class for each failure of a call to SuperOffice that a caller can react to.
 * Thrown by superoffice/ and entities/ only; none references a got error, which contains the bearer token.
 */
import { GatewayError, type PublicDetails } from './gateway-error.js';

/** The request has no credentials, or SuperOffice does not accept them (any more). */
export class UnauthenticatedError extends GatewayError {
  readonly code = 'UNAUTHENTICATED';
}

/** The credentials are valid, but the rights or the licence are missing. */
export class ForbiddenError extends GatewayError {
  readonly code = 'FORBIDDEN';
}

/** SuperOffice reports that the request is wrong; a retry changes nothing. */
export class UpstreamRejectedError extends GatewayError {
  readonly code = 'UPSTREAM_REJECTED';
}

/** An action was refused because there is no such record, or the caller may not see it. */
export class UpstreamNotFoundError extends UpstreamRejectedError {}

/** An action was refused because the record has other values than the request says. */
export class UpstreamConflictError extends UpstreamRejectedError {}

/** No response arrived within a deadline. */
export class UpstreamTimedOutError extends GatewayError {
  readonly code = 'UPSTREAM_TIMEOUT';
}

/** The response is not the requested one: no JSON, another record, a value of another type, too large. */
export class UpstreamInvalidResponseError extends GatewayError {
  readonly code = 'UPSTREAM_INVALID_RESPONSE';
}

/** An action was sent, but no response reported its outcome. It is never retried, because it may have been done. */
export class UpstreamOutcomeUnknownError extends GatewayError {
  readonly code = 'UPSTREAM_OUTCOME_UNKNOWN';

  /** @param mayBeInProgress the gateway stopped waiting, so SuperOffice may still be working on it */
  constructor(
    detail: string,
    readonly mayBeInProgress = false,
  ) {
    super(detail);
  }
}

/** After a transfer, the session is offered to a different user than the named one. */
export class TransferReachedAnotherError extends GatewayError {
  readonly code = 'TRANSFER_REACHED_ANOTHER_USER';

  /** @param reached the user that it is offered to; the name is null when SuperOffice hides it */
  constructor(
    readonly sessionId: string,
    readonly reached: { readonly associateId: string; readonly fullName: string | null },
  ) {
    const { associateId, fullName } = reached;
    const user =
      fullName === null ? `the user with associate id ${associateId}` : `${fullName} (associate id ${associateId})`;
    super(
      `TransferChatSession ${sessionId}: the session is offered to associate ${associateId}`,
      `The session is offered to ${user}, not to the user you named. Either it was offered to them before, or this transfer reached them. Read the session, and have that user reject it.`,
    );
  }

  /** The same without personal data. */
  withoutName(): TransferReachedAnotherError {
    return new TransferReachedAnotherError(this.sessionId, { ...this.reached, fullName: null });
  }

  override get publicDetails(): PublicDetails {
    return { reachedAssociateId: this.reached.associateId };
  }
}

abstract class RetryableLaterError extends GatewayError {
  /** @param retryAfterSeconds after which a retry makes sense, according to SuperOffice or the gateway's queue */
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

/** SuperOffice is down or cannot be reached, or the gateway's queue of calls is full. */
export class UpstreamUnavailableError extends RetryableLaterError {
  readonly code = 'UPSTREAM_UNAVAILABLE';
}

/** The held responses use all memory that they may. */
export class ShortOfMemoryError extends UpstreamUnavailableError {
  constructor(call: string) {
    const message =
      'The gateway has no memory for more responses. Request less at once, or try again after `retryAfterSeconds`.';
    super(`${call}: over MAX_HELD_BYTES`, 1, message);
  }
}

/** SuperOffice reports that the tenant is not running (maintenance, suspended, deleted, …): no call was sent to it. */
export class TenantNotRunningError extends UpstreamUnavailableError {
  /** @param tenantState a name of SuperOffice's list of states */
  constructor(
    readonly tenantState: string,
    retryAfterSeconds: number,
  ) {
    const message = `SuperOffice reports that this tenant is not running (${tenantState}). Try again after \`retryAfterSeconds\`.`;
    super(`the tenant is not running: ${tenantState}`, retryAfterSeconds, message);
  }

  override get publicDetails(): PublicDetails {
    return { ...super.publicDetails, tenantState: this.tenantState };
  }
}

/** The client disconnected, so no response is needed: not a failure, and visible in the log only. */
export class ClientLeftError extends UpstreamUnavailableError {}

/** Calls to SuperOffice are metered: this one exceeds the limit of an operation, or of a principal in a minute. It was not sent. */
export class UpstreamCallLimitError extends RetryableLaterError {
  readonly code = 'UPSTREAM_CALL_LIMIT';
}

/** SuperOffice responded 429, and the wait that it requires exceeds the deadline. */
export class UpstreamRateLimitedError extends RetryableLaterError {
  readonly code = 'UPSTREAM_RATE_LIMITED';
}

/** The abort reason of a deadline's signal. */
export const noResultWithin = (limitMs: number): UpstreamTimedOutError =>
  new UpstreamTimedOutError(`no result within ${limitMs} ms`);
