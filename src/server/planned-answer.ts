/**
 * Our own execution in Apollo's place: at the hook where a plugin may answer. What it answers passes Apollo's error handling by, so
 * that is done here, in the same way. What cannot be executed is left to Apollo, which says what is wrong with it.
 */
import {
  HeaderMap,
  type GraphQLRequestContextDidEncounterErrors,
  type GraphQLRequestContextResponseForOperation,
  type GraphQLResponse,
} from '@apollo/server';
import type { GraphQLError, GraphQLFormattedError, OperationDefinitionNode } from 'graphql';
import type { GatewayContext } from '../context.js';
import { executeOperation } from '../execution/execute-operation.js';
import { formatError } from './format-error.js';

type OperationToAnswer = GraphQLRequestContextResponseForOperation<GatewayContext>;

type FailedOperation = GraphQLRequestContextDidEncounterErrors<GatewayContext>;

/** As Apollo does: what no code was given to is a fault of ours. */
function formatted(error: GraphQLError): GraphQLFormattedError {
  const { code = 'INTERNAL_SERVER_ERROR' } = error.extensions;
  return formatError({ ...error.toJSON(), extensions: { ...error.extensions, code } }, error);
}

const unchanged: GraphQLResponse['http'] = { headers: new HeaderMap() };

/** @returns null: Apollo is to go on, because there is no such operation or its variables do not fit */
export async function plannedAnswer(
  request: OperationToAnswer,
  onErrors: (request: FailedOperation) => void,
): Promise<GraphQLResponse | null> {
  const { schema, document, contextValue } = request;
  const operation: OperationDefinitionNode | undefined = request.operation; // Apollo's type knows of no document without it
  if (!operation) return null;
  const { variables = {} } = request.request;
  const { data, errors } = await executeOperation({ schema, document, node: operation, variables, contextValue });
  if (data === undefined) return null;
  if (errors) onErrors(Object.assign(request, { errors }));
  const singleResult = errors ? { data, errors: errors.map(formatted) } : { data };
  return { http: unchanged, body: { kind: 'single', singleResult } };
}
