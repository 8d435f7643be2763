/**
 * Runs the pipeline at Apollo's hooks, in one plugin, because Apollo awaits each hook of each plugin. The operation is executed in
 * `responseForOperation`; an operation that cannot be executed is left to Apollo, which reports its error.
 */
import { HeaderMap, type ApolloServerPlugin, type GraphQLRequestListener } from '@apollo/server';
import type { GraphQLSchema } from 'graphql';
import type { GatewayContext } from '../../context.js';
import type { GatewayMetrics } from '../../observability/metrics.js';
import { operationPlan, type OperationPlan } from '../../plan/document-plan.js';
import { documentToValidate } from './refused-documents.js';
import { OperationRun, type OperationRules } from './pipeline.js';

export function operationPlugin(
  rules: OperationRules,
  schema: GraphQLSchema,
  { refusals }: Pick<GatewayMetrics, 'refusals'>,
): ApolloServerPlugin<GatewayContext> {
  function listener(run: OperationRun): GraphQLRequestListener<GatewayContext> {
    let plan: OperationPlan | null = null; // null: the document has no operation of that name
    return {
      didResolveSource: async ({ queryHash }) => run.identify(queryHash),
      validationDidStart: async (request) => {
        Object.assign(request, { document: documentToValidate(request.document, rules.maxBorrowedFields) });
      },
      async didResolveOperation({ document, operation, request: { variables = {} }, contextValue }) {
        if (!operation) return;
        const { isRouter, delivery } = contextValue;
        run.name(operation);
        plan = operationPlan({ schema, document, node: operation });
        const refusal = rules.gate(plan, { variables, isRouter, delivery });
        if (refusal === null) return;
        refusals.inc({ reason: refusal.reason });
        throw refusal.error;
      },
      async responseForOperation({ request: { variables = {} }, operationName, queryHash }) {
        const { coerced } = plan?.coerce(variables) ?? {};
        if (plan === null || !coerced) return null;
        const isHandedOver = run.handOver({ plan, variableValues: coerced, operationName, queryHash });
        const singleResult = isHandedOver ? { data: null } : await run.execute(plan, coerced);
        return { http: { headers: new HeaderMap() }, body: { kind: 'single', singleResult } };
      },
      didEncounterErrors: async ({ errors }) => run.noteErrors(errors),
      willSendResponse: async ({ operation, operationName, queryHash, response }) =>
        run.finish({ operation, operationName: operationName ?? null, queryHash, response }),
    };
  }
  return {
    requestDidStart: async ({ request: { http }, contextValue }) =>
      listener(new OperationRun(rules, { contextValue, header: (name) => http?.headers.get(name) })),
  };
}
