/**
 * The public table of error codes: what a client sees in `extensions.code`, and the fixed text that comes with it.
 * Every text says what happened and what to do. The README's table is this one (test/architecture holds it).
 * The last five are about the document itself: graphql-js and Apollo Server write their messages, which say more.
 */
export const errorTexts = {
  BAD_USER_INPUT: 'The request holds a value that is not accepted. Correct it and send the request again.',
  UNAUTHENTICATED:
    'SuperOffice credentials are missing, invalid or expired. Send them in Authorization, or in the header that the operator names.',
  FORBIDDEN: 'Your SuperOffice user may not do this. Ask an administrator for the rights or the licence.',
  UPSTREAM_REJECTED: 'SuperOffice refused this request. Repeating it unchanged will not help.',
  UPSTREAM_UNAVAILABLE: 'SuperOffice cannot be reached or is out of order. Try again later.',
  UPSTREAM_TIMEOUT: 'SuperOffice did not answer in time. Try again, or ask for less at once.',
  UPSTREAM_RATE_LIMITED: 'SuperOffice is throttling requests. Wait for `retryAfterSeconds`, then try again.',
  UPSTREAM_INVALID_RESPONSE:
    'SuperOffice gave an answer that cannot be used. Try again later; if it stays, give the operator the request id.',
  UPSTREAM_CALL_LIMIT:
    'This would take more calls to SuperOffice than are allowed. Ask for fewer records at once, or wait for `retryAfterSeconds`.',
  UPSTREAM_OUTCOME_UNKNOWN:
    'SuperOffice was asked to do this, but what became of it is not known. Read the record before trying again.',
  TRANSFER_REACHED_ANOTHER_USER:
    'The session is offered to another user than the one you named. Read the session, and tell them to reject it.',
  REQUEST_CONCURRENCY_LIMITED: 'The gateway is at its limit of requests. Try again after the time in Retry-After.',
  OPERATION_TOO_LARGE: 'The operation asks for more than the limits allow. Split it into smaller ones.',
  PERSISTED_QUERY_NOT_IN_LIST:
    'Only published documents are answered here. Send the `documentId` of one, or have the operator publish this one in TRUSTED_DOCUMENTS.',
  BAD_REQUEST: 'This is not a GraphQL request: send a JSON object with a `query` by POST.',
  INTERNAL_SERVER_ERROR: 'The gateway failed. Give the operator the request id.',
  GRAPHQL_PARSE_FAILED: 'The document is not GraphQL. Correct its syntax.',
  GRAPHQL_VALIDATION_FAILED:
    'The document does not fit the schema. Correct the fields or arguments that the message names.',
  OPERATION_RESOLUTION_FAILURE:
    'The document has no such operation, or several. Send the name of one in `operationName`.',
  PERSISTED_QUERY_NOT_FOUND: 'No query is known by this hash. Send the query together with its hash.',
  PERSISTED_QUERY_NOT_SUPPORTED: 'Persisted queries are switched off. Send the whole query.',
} as const;

/** Every value that `extensions.code` can have. */
export type ErrorCode = keyof typeof errorTexts;

/** All codes, in the order of the table. */
export const errorCodes = Object.keys(errorTexts) as readonly ErrorCode[]; // the keys of a literal

/** `extensions` of every error of a response. */
export interface ErrorExtensions {
  readonly code: ErrorCode;
  /** Also in the header `x-request-id`, and in the gateway's log. */
  readonly requestId: string;
  /** Errors with the same one have one cause, such as one failed call to SuperOffice. Absent for refused requests. */
  readonly causeId?: string;
  /** Whole seconds after which trying again makes sense; absent where that is not known. */
  readonly retryAfterSeconds?: number;
  /** SuperOffice's name of the state in which the tenant does not run, such as `OfflineMaintenance`; otherwise absent. */
  readonly tenantState?: string;
  /** With TRANSFER_REACHED_ANOTHER_USER: the associate id of the user to whom the session is offered. */
  readonly reachedAssociateId?: string;
}
