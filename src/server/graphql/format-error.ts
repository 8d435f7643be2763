/**
 * Formats all errors of responses, so that no internal detail reaches a client. The gateway's errors have a fixed text and code;
 * messages of graphql-js and Apollo about the document stay as they are; every other error becomes INTERNAL_SERVER_ERROR, and
 * only its request id leads to the log.
 */
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { errorTexts, type ErrorCode } from '../../errors/error-codes.js';
import { GatewayError } from '../../errors/gateway-error.js';

/** Codes of graphql-js and Apollo for faults of the request; their messages describe the document only. */
const requestFaults = new Set<unknown>([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'OPERATION_TOO_LARGE',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'PERSISTED_QUERY_NOT_FOUND',
]);

/** Beginning of Apollo's message, which advises the client to change the server. */
const apolloAdvice = 'GraphQL introspection is not allowed';
const introspectionAdvice =
  'Introspection is switched off. Get the schema with `superoffice-chat-graphql print-schema --api`, or ask the operator for INTROSPECTION=true.';

/** Beginning of Apollo's message for a GET request that a page of any origin could make a browser send. */
const forgeryAdvice = 'This operation has been blocked as a potential Cross-Site Request Forgery';
const getAdvice =
  'A GET request needs a header that browsers send only after a preflight request: send the credentials in authorization, or apollo-require-preflight: true.';

const replacedMessages: readonly (readonly [beginning: string, advice: string])[] = [
  [apolloAdvice, introspectionAdvice],
  [forgeryAdvice, getAdvice],
];

/** An error in the shape of GraphQL, for failures outside of GraphQL. */
export function plainError(code: ErrorCode, message: string = errorTexts[code]): GraphQLFormattedError {
  return { message, extensions: { code } };
}

/** Adds the request id, by which the operator finds the error in the log. */
export function withRequestId(
  error: GraphQLFormattedError,
  requestId: string,
  more: object = {},
): GraphQLFormattedError {
  return { ...error, extensions: { ...error.extensions, requestId, ...more } };
}

/** Codes of operations that are refused before they are executed. */
const refusals = new Set<unknown>([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'OPERATION_RESOLUTION_FAILURE',
  'OPERATION_TOO_LARGE',
]);

export const isRefusedRequest = ({ extensions }: GraphQLFormattedError): boolean => refusals.has(extensions?.['code']);

/** For a request that is refused before execution, with its own HTTP status. */
export function refusedRequest(reason: unknown, status: number): unknown {
  if (!(reason instanceof GatewayError)) return reason;
  return new GraphQLError(reason.publicMessage, { originalError: reason, extensions: { http: { status } } });
}

function withLocation(formatted: GraphQLFormattedError, error: GraphQLFormattedError): GraphQLFormattedError {
  const { locations, path } = formatted;
  return { ...error, ...(locations && { locations }), ...(path && { path }) };
}

/** A fault of the request that graphql-js or Apollo found; its message describes the document only. */
export function isRequestFault(error: unknown): boolean {
  return error instanceof GraphQLError && requestFaults.has(error.extensions['code']);
}

/** The original error of a resolver, or the error itself if GraphQL raised it. */
export function originOf(error: unknown): unknown {
  if (!(error instanceof GraphQLError)) return error;
  if (error.originalError instanceof GatewayError) return error.originalError;
  return isRequestFault(error) ? error : (error.originalError ?? error); // Apollo wraps the errors of graphql-js
}

export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const origin = originOf(error);
  if (origin instanceof GatewayError) {
    const extensions = { code: origin.code, ...origin.publicDetails };
    return withLocation(formatted, { message: origin.publicMessage, extensions });
  }
  const code = formatted.extensions?.['code'];
  if (!requestFaults.has(code)) return withLocation(formatted, plainError('INTERNAL_SERVER_ERROR'));
  const [, message = formatted.message] =
    replacedMessages.find(([beginning]) => formatted.message.startsWith(beginning)) ?? [];
  return withLocation(formatted, { message, extensions: { code } });
}

const suggestion = ' Did you mean ';

/** Like `formatError`, but removes the names of the schema that graphql-js suggests for values of variables. */
export function formatErrorWithoutSuggestion(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const { message } = formatted;
  const suggestionStart = message.endsWith('?') ? message.lastIndexOf(suggestion) : -1;
  const shown = suggestionStart === -1 ? formatted : { ...formatted, message: message.slice(0, suggestionStart) };
  return formatError(shown, error);
}
