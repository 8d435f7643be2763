/**
 * The GraphQL over HTTP specification wants 200 for requests that are refused, when a client accepts only the old media type:
 * it could not tell a refusal of ours from a proxy's otherwise. A client that accepts anything, or names the new type, gets 400.
 * @see GraphQL over HTTP, "application/json"
 */
import type { OperationWatch } from './watched-operations.js';

const refusals = new Set<unknown>([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'OPERATION_RESOLUTION_FAILURE',
  'OPERATION_TOO_LARGE',
]);

const isLegacy = (accept: string): boolean =>
  accept.includes('application/json') && !accept.includes('application/graphql-response+json');

export const legacyMediaType: OperationWatch = {
  willSendResponse({ request, response: { body, http } }) {
    if (http.status !== 400 || body.kind !== 'single' || !isLegacy(request.http?.headers.get('accept') ?? '')) return;
    const { errors = [] } = body.singleResult;
    if (errors.every(({ extensions }) => refusals.has(extensions?.['code']))) http.status = 200;
  },
};
