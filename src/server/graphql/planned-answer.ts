/**
 * Our own execution in Apollo's place: at the hook where a plugin may answer. What it answers passes Apollo's error handling by, so
 * that is done here, in the same way. What cannot be executed is left to Apollo, which says what is wrong with it.
 */
import { HeaderMap, type GraphQLRequestContextResponseForOperation, type GraphQLResponse } from '@apollo/server';
import type { GraphQLError, GraphQLFormattedError, OperationDefinitionNode } from 'graphql';
import type { GatewayContext } from '../../context.js';
import { executeCoerced, type CoercedRequest } from '../../execution/execute-operation.js';
import { operationPlan } from '../../plan/document-plan.js';
import { apiSchemaOf } from '../../subgraph/subgraph-schema.js';
import { formatError } from './format-error.js';

/** As Apollo does: what no code was given to is a fault of ours. */
function formatted(error: GraphQLError): GraphQLFormattedError {
  const { code = 'INTERNAL_SERVER_ERROR' } = error.extensions;
  return formatError({ ...error.toJSON(), extensions: { ...error.extensions, code } }, error);
}

/** Told of the errors of an operation that was executed. */
export type OnErrors = (errors: readonly GraphQLError[]) => void;

type RequestedOperation = CoercedRequest & {
  readonly contextValue: Pick<GatewayContext, 'responseBudget' | 'isRouter'>;
};

export async function executedBody(request: RequestedOperation, onErrors: OnErrors): Promise<GraphQLResponse['body']> {
  const { responseBudget: answer, isRouter } = request.contextValue;
  const introspectedSchema = () => (isRouter ? request.schema : apiSchemaOf(request.schema));
  const { data, errors } = await executeCoerced({ introspectedSchema, ...request }, (fields) =>
    answer.chargeFields(fields),
  );
  if (!errors) return { kind: 'single', singleResult: { data } };
  onErrors(errors);
  return { kind: 'single', singleResult: { data, errors: errors.map(formatted) } };
}

const unchanged: GraphQLResponse['http'] = { headers: new HeaderMap() };

type OperationToAnswer = GraphQLRequestContextResponseForOperation<GatewayContext>;

/** @returns null: Apollo is to go on, because there is no such operation or its variables do not fit */
export async function plannedAnswer(request: OperationToAnswer, onErrors: OnErrors): Promise<GraphQLResponse | null> {
  const { schema, document, contextValue } = request;
  const node: OperationDefinitionNode | undefined = request.operation; // Apollo's type knows of no document without it
  const plan = node && operationPlan({ schema, document, node });
  const { coerced: variableValues } = plan ? plan.coerce(request.request.variables ?? {}) : {};
  if (!node || !variableValues) return null;
  return {
    http: unchanged,
    body: await executedBody({ schema, document, node, variableValues, contextValue }, onErrors),
  };
}
