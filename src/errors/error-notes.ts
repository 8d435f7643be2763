/** What docs/errors.md has about each code in addition to its text: whether to send the request again, and details. */
import type { ErrorCode } from './error-codes.js';

interface ErrorNote {
  /** Whether the same request may succeed when it is sent again, and when. */
  readonly repeat: string;
  readonly details?: string;
}

const invalidDocument = { repeat: 'no', details: 'HTTP 400.' };

export const errorNotes: Readonly<Record<ErrorCode, ErrorNote>> = {
  BAD_USER_INPUT: {
    repeat: 'no',
    details: 'For example an id beyond 1 to 2147483647. No call was sent to SuperOffice.',
  },
  UNAUTHENTICATED: { repeat: 'after signing in' },
  FORBIDDEN: { repeat: 'no', details: 'Also for a part of the schema that only a router may use.' },
  UPSTREAM_REJECTED: { repeat: 'no' },
  UPSTREAM_UNAVAILABLE: {
    repeat: 'later',
    details:
      '`tenantState` names the state of a tenant that is not running; `retryAfterSeconds` is there when it is known.',
  },
  UPSTREAM_TIMEOUT: { repeat: 'yes' },
  UPSTREAM_RATE_LIMITED: { repeat: 'after `retryAfterSeconds`' },
  UPSTREAM_INVALID_RESPONSE: { repeat: 'later', details: 'The response was not the JSON of the requested record.' },
  UPSTREAM_CALL_LIMIT: {
    repeat: 'after `retryAfterSeconds`, if there is one',
    details: 'The limit of an operation, of a caller in a minute, or of all calls in a second.',
  },
  UPSTREAM_OUTCOME_UNKNOWN: { repeat: 'after reading the record', details: 'The gateway never sends an action twice.' },
  TRANSFER_REACHED_ANOTHER_USER: { repeat: 'no', details: 'The message and `reachedAssociateId` name that user.' },
  IDEMPOTENCY_KEY_PARAMETER_MISMATCH: { repeat: 'no' },
  IDEMPOTENCY_CONCURRENT_REQUEST: {
    repeat: 'after `retryAfterSeconds`',
    details: 'The gateway waited ten seconds for the first request.',
  },
  REQUEST_CONCURRENCY_LIMITED: { repeat: 'after `Retry-After`', details: 'HTTP 503.' },
  SUBSCRIPTION_RESTART: { repeat: 'yes', details: 'The stream has reached its age, or the gateway stops.' },
  OPERATION_TOO_LARGE: { repeat: 'no', details: 'HTTP 400; for references and records the error of a field.' },
  PERSISTED_QUERY_NOT_IN_LIST: invalidDocument,
  BAD_REQUEST: { repeat: 'no', details: 'Wrong body, method or path: HTTP 400, 404, 405, 406, 413, 415.' },
  INTERNAL_SERVER_ERROR: { repeat: 'no', details: 'A bug of the gateway.' },
  GRAPHQL_PARSE_FAILED: invalidDocument,
  GRAPHQL_VALIDATION_FAILED: { repeat: 'no', details: 'HTTP 400. Also for a document over a limit.' },
  OPERATION_RESOLUTION_FAILURE: invalidDocument,
  PERSISTED_QUERY_NOT_FOUND: { repeat: 'with the query' },
  PERSISTED_QUERY_NOT_SUPPORTED: { repeat: 'as a full query', details: '`APQ` is off.' },
};
