/**
 * The base of every error that the gateway raises on purpose.
 * `message` is fixed and public; `detail` is for the log and holds neither a secret nor an upstream body.
 * Knows nothing of GraphQL: server/graphql/format-error.ts gives it that shape.
 */
import { errorTexts, type ErrorCode } from './error-codes.js';

/** What a client gets beside the code and the message. */
export interface PublicDetails {
  readonly retryAfterSeconds?: number;
  /** A name of SuperOffice's list of states. */
  readonly tenantState?: string;
  /** Whom a transfer has reached instead of the user who was named. */
  readonly reachedAssociateId?: string;
}

export abstract class GatewayError extends Error {
  abstract readonly code: ErrorCode;

  /**
   * @param detail what happened, for the operator: operation and id, never a header, body or host
   * @param message the text for the client, when there is more to say than the code's own text
   */
  constructor(
    readonly detail: string,
    message?: string,
  ) {
    super(message);
    this.name = new.target.name;
  }

  /** What the client is told. */
  get publicMessage(): string {
    return this.message === '' ? errorTexts[this.code] : this.message;
  }

  /** What the client gets beside the code, e.g. `retryAfterSeconds`. */
  get publicDetails(): PublicDetails {
    return {};
  }
}

/** The caller gave a value that is refused before anything is asked of SuperOffice. The message names the value's rule. */
export class BadUserInputError extends GatewayError {
  readonly code = 'BAD_USER_INPUT';

  constructor(message: string) {
    super(message, message);
  }
}

/** An operation that asks for more than the limits allow; refused before it is executed. The message names the limit. */
export class OperationTooLargeError extends GatewayError {
  readonly code = 'OPERATION_TOO_LARGE';

  constructor(message: string) {
    super(message, message);
  }
}

/** A part of the schema that is not for this caller. */
export class RouterOnlyError extends GatewayError {
  readonly code = 'FORBIDDEN';

  constructor() {
    const message = 'This is for the router of the supergraph only. Send the query to the router.';
    super(message, message);
  }
}
