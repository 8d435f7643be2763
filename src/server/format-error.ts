/**
 * The one exit of errors: gives them the GraphQL shape and lets nothing through that is not meant for a client.
 * Errors of ours bring their own fixed text and code; what graphql-js and Apollo say about the document stays as it is;
 * everything else becomes INTERNAL_SERVER_ERROR and is known by its request id only.
 */
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { errorTexts, type ErrorCode } from '../errors/error-codes.js';
import { GatewayError } from '../errors/gateway-error.js';

/** Codes that graphql-js and Apollo give to faults of the request: their messages speak of the document only. */
const requestFaults = new Set<unknown>([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'OPERATION_TOO_LARGE',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/** An error in the shape of a GraphQL answer, for what fails outside of GraphQL. */
export function plainError(code: ErrorCode, message: string = errorTexts[code]): GraphQLFormattedError {
  return { message, extensions: { code } };
}

/** For a request that is refused as a whole, before execution, with an HTTP status of its own. */
export function refusedRequest(reason: unknown, status: number): unknown {
  if (!(reason instanceof GatewayError)) return reason;
  return new GraphQLError(reason.publicMessage, { originalError: reason, extensions: { http: { status } } });
}

function placed(formatted: GraphQLFormattedError, error: GraphQLFormattedError): GraphQLFormattedError {
  const { locations, path } = formatted;
  return { ...error, ...(locations && { locations }), ...(path && { path }) };
}

export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const original = error instanceof GraphQLError ? error.originalError : error;
  if (original instanceof GatewayError) {
    const extensions = { code: original.code, ...original.publicDetails };
    return placed(formatted, { message: original.publicMessage, extensions });
  }
  const code = formatted.extensions?.['code'];
  if (requestFaults.has(code)) return placed(formatted, { message: formatted.message, extensions: { code } });
  return placed(formatted, plainError('INTERNAL_SERVER_ERROR'));
}
