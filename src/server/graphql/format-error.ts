/**
 * The one exit of errors: gives them the GraphQL shape and lets nothing through that is not meant for a client.
 * Errors of ours bring their own fixed text and code; what graphql-js and Apollo say about the document stays as it is;
 * everything else becomes INTERNAL_SERVER_ERROR and is known by its request id only.
 */
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { errorTexts, type ErrorCode } from '../../errors/error-codes.js';
import { GatewayError } from '../../errors/gateway-error.js';

/** Codes that graphql-js and Apollo give to faults of the request: their messages speak of the document only. */
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

/** Apollo tells the operator's part to the client. */
const apolloAdvice = 'GraphQL introspection is not allowed';
const introspectionAdvice =
  'Introspection is off here. Get the schema with `superoffice-chat-graphql print-schema --api`, or ask the operator for INTROSPECTION=true.';

/** Apollo's words for a GET that any page could have a browser send. */
const forgeryAdvice = 'This operation has been blocked as a potential Cross-Site Request Forgery';
const getAdvice =
  'A GET request is answered only with a header that browsers ask about first: send the credentials in authorization, or apollo-require-preflight: true.';

const adviceInstead: readonly (readonly [beginning: string, advice: string])[] = [
  [apolloAdvice, introspectionAdvice],
  [forgeryAdvice, getAdvice],
];

/** An error in the shape of a GraphQL answer, for what fails outside of GraphQL. */
export function plainError(code: ErrorCode, message: string = errorTexts[code]): GraphQLFormattedError {
  return { message, extensions: { code } };
}

/** Every error that a client gets bears the id of its request, under which the operator finds it. */
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

/** For a request that is refused as a whole, before execution, with an HTTP status of its own. */
export function refusedRequest(reason: unknown, status: number): unknown {
  if (!(reason instanceof GatewayError)) return reason;
  return new GraphQLError(reason.publicMessage, { originalError: reason, extensions: { http: { status } } });
}

function placed(formatted: GraphQLFormattedError, error: GraphQLFormattedError): GraphQLFormattedError {
  const { locations, path } = formatted;
  return { ...error, ...(locations && { locations }), ...(path && { path }) };
}

/** A fault of the request that graphql-js or Apollo found: its message speaks of the document only. */
export function isRequestFault(error: unknown): boolean {
  return error instanceof GraphQLError && requestFaults.has(error.extensions['code']);
}

/** What an error comes from: the resolver's own, or the error itself where GraphQL raised it. */
export function originOf(error: unknown): unknown {
  if (!(error instanceof GraphQLError)) return error;
  if (error.originalError instanceof GatewayError) return error.originalError;
  return isRequestFault(error) ? error : (error.originalError ?? error); // Apollo wraps what graphql-js found
}

export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const origin = originOf(error);
  if (origin instanceof GatewayError) {
    const extensions = { code: origin.code, ...origin.publicDetails };
    return placed(formatted, { message: origin.publicMessage, extensions });
  }
  const code = formatted.extensions?.['code'];
  if (!requestFaults.has(code)) return placed(formatted, plainError('INTERNAL_SERVER_ERROR'));
  const [, message = formatted.message] =
    adviceInstead.find(([beginning]) => formatted.message.startsWith(beginning)) ?? [];
  return placed(formatted, { message, extensions: { code } });
}

const suggestion = ' Did you mean ';

/** As `formatError`, without the names of the schema that graphql-js suggests for values of variables. */
export function formatErrorWithoutSuggestion(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const { message } = formatted;
  const place = message.endsWith('?') ? message.lastIndexOf(suggestion) : -1;
  return formatError(place === -1 ? formatted : { ...formatted, message: message.slice(0, place) }, error);
}
