/**
 * The public table of error codes: the values of `extensions.code` with their fixed texts, which say what happened and what to do.
 * The table of docs/errors.md is generated from it and from error-notes.ts (`npm run docs`).
 * The last five concern the document: graphql-js and Apollo Server write their messages, which give more detail.
 */
export const errorTexts = {
  BAD_USER_INPUT: 'The request contains a value that is not accepted. Correct it and send the request again.',
  UNAUTHENTICATED:
    'SuperOffice credentials are missing, invalid or expired. Send them in Authorization, or in the header that the operator has configured.',
  FORBIDDEN: 'Your SuperOffice user lacks the rights or the licence for this. Contact an administrator.',
  UPSTREAM_REJECTED: 'SuperOffice rejected this request. Repeating it unchanged will not help.',
  UPSTREAM_UNAVAILABLE: 'SuperOffice is down or cannot be reached. Try again later.',
  UPSTREAM_TIMEOUT: 'SuperOffice did not respond in time. Try again, or request less at once.',
  UPSTREAM_RATE_LIMITED: 'SuperOffice is throttling requests. Wait for `retryAfterSeconds`, then try again.',
  UPSTREAM_INVALID_RESPONSE:
    'SuperOffice returned a response that cannot be used. Try again later; if the error persists, report the request id to the operator.',
  UPSTREAM_CALL_LIMIT:
    'This request needs more calls to SuperOffice than are allowed. Request fewer records at once, or wait for `retryAfterSeconds`.',
  UPSTREAM_OUTCOME_UNKNOWN:
    'The action was sent to SuperOffice, but its outcome is unknown. Read the record before trying again.',
  TRANSFER_REACHED_ANOTHER_USER:
    'The session is offered to a different user than the one you named. Read the session, and have that user reject it.',
  IDEMPOTENCY_KEY_PARAMETER_MISMATCH:
    'The `idempotencyKey` was used for another action, or with other arguments. Use a new key for each action.',
  IDEMPOTENCY_CONCURRENT_REQUEST:
    'A request with the same `idempotencyKey` is still in progress. Try again after `retryAfterSeconds`.',
  REQUEST_CONCURRENCY_LIMITED: 'The gateway is at its limit of requests. Try again after the time in Retry-After.',
  SUBSCRIPTION_RESTART: 'The gateway has ended this stream, as it does from time to time. Subscribe again.',
  OPERATION_TOO_LARGE: 'The operation requests more than the limits allow. Split it into smaller ones.',
  PERSISTED_QUERY_NOT_IN_LIST:
    'Only published documents are accepted. Send the `documentId` of one, or have the operator publish this one in TRUSTED_DOCUMENTS.',
  BAD_REQUEST: 'This is not a GraphQL request: send a JSON object with a `query` by POST.',
  INTERNAL_SERVER_ERROR: 'The gateway failed. Report the request id to the operator.',
  GRAPHQL_PARSE_FAILED: 'The document is not GraphQL. Correct its syntax.',
  GRAPHQL_VALIDATION_FAILED:
    'The document does not match the schema. Correct the fields or arguments that the message names.',
  OPERATION_RESOLUTION_FAILURE:
    'The document has no such operation, or several. Send the name of one in `operationName`.',
  PERSISTED_QUERY_NOT_FOUND: 'No query is registered for this hash. Send the query together with its hash.',
  PERSISTED_QUERY_NOT_SUPPORTED: 'Persisted queries are disabled. Send the full query.',
} as const;

/** The values of `extensions.code`. */
export type ErrorCode = keyof typeof errorTexts;

/** In the order of the table. */
export const errorCodes = Object.keys(errorTexts) as readonly ErrorCode[]; // the keys of a literal

/** `extensions` of every error of a response. */
export interface ErrorExtensions {
  readonly code: ErrorCode;
  /** Also in the header `x-request-id`, and in the gateway's log. */
  readonly requestId: string;
  /** Shared by errors of one cause, such as one failed call to SuperOffice. Absent for refused requests. */
  readonly causeId?: string;
  /** Whole seconds after which a retry makes sense; absent when unknown. */
  readonly retryAfterSeconds?: number;
  /** SuperOffice's name of the state of a tenant that is not running, such as `OfflineMaintenance`; otherwise absent. */
  readonly tenantState?: string;
  /** With TRANSFER_REACHED_ANOTHER_USER: the associate id of the user that the session is offered to. */
  readonly reachedAssociateId?: string;
}
