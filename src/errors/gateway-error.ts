/**
 * The base of every error that the gateway throws on purpose.
 * `message` is fixed and public; `detail` is for the log and holds neither a secret nor an upstream body.
 * Independent of GraphQL: server/graphql/format-error.ts formats it.
 */
import { errorTexts, type ErrorCode } from './error-codes.js';

/** What a client gets in addition to the code and the message. */
export interface PublicDetails {
  readonly retryAfterSeconds?: number;
  /** A name of SuperOffice's list of states. */
  readonly tenantState?: string;
  /** The user that a transfer reached instead of the named user. */
  readonly reachedAssociateId?: string;
}

export abstract class GatewayError extends Error {
  abstract readonly code: ErrorCode;

  /**
   * @param detail what happened, for the operator: operation and id, never a header, body or host
   * @param message the text for the client; default: the text of the code
   */
  constructor(
    readonly detail: string,
    message?: string,
  ) {
    super(message);
    this.name = new.target.name;
  }

  /** The message that the client gets. */
  get publicMessage(): string {
    return this.message === '' ? errorTexts[this.code] : this.message;
  }

  /** Further `extensions` that the client gets, e.g. `retryAfterSeconds`. */
  get publicDetails(): PublicDetails {
    return {};
  }
}

/** A value of the caller is refused before any call to SuperOffice. The message names the rule that the value breaks. */
export class BadUserInputError extends GatewayError {
  readonly code = 'BAD_USER_INPUT';

  constructor(message: string) {
    super(message, message);
  }
}

/** An operation requests more than the limits allow; it is refused before execution. The message names the limit. */
export class OperationTooLargeError extends GatewayError {
  readonly code = 'OPERATION_TOO_LARGE';

  constructor(message: string) {
    super(message, message);
  }
}

/** The client cannot take the response to this operation. The message says what to accept. */
export class NotAcceptableError extends GatewayError {
  readonly code = 'BAD_REQUEST';

  constructor(message: string) {
    super(message, message);
  }
}

/** The caller is not the router, which alone may use this part of the schema. */
export class RouterOnlyError extends GatewayError {
  readonly code = 'FORBIDDEN';

  constructor() {
    const message = 'Only the router of the supergraph may use this field. Send the query to the router.';
    super(message, message);
  }
}
