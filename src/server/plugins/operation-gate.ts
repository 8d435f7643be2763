/**
 * Refuses operations before they are executed: those that are for the router only, those that the schema has no root for, and
 * those that ask for too much.
 */
import type { FieldNode, GraphQLSchema } from 'graphql';
import type { GatewayConfig, RouterConfig } from '../../config/gateway-config.js';
import { BadUserInputError, RouterOnlyError } from '../../errors/gateway-error.js';
import type { GatewayMetrics } from '../../observability/metrics.js';
import { checkNullVariables } from '../../subgraph/null-variables.js';
import { checkLimits } from '../../subgraph/operation-limits.js';
import { rootFields } from '../../subgraph/root-fields.js';
import { fragmentsOf, type SizedOperation } from '../../subgraph/sized-operation.js';
import { refusedRequest } from '../format-error.js';
import type { OperationWatch } from './watched-operations.js';

/** Whether a caller who is not the router may have this root field. */
function isOpen({ name }: FieldNode, { secret, isRouterOnly, exposeSdl }: RouterConfig): boolean {
  if (isRouterOnly) return false;
  if (name.value === '_service') return secret === null && exposeSdl;
  return name.value !== '_entities' || secret === null;
}

function checkRoot(schema: GraphQLSchema, { operation: { operation } }: SizedOperation): void {
  if (!schema.getRootType(operation)) throw new BadUserInputError(`There is no ${operation} in this schema.`);
}

export function operationGate({ router, limits }: GatewayConfig, metrics: GatewayMetrics): OperationWatch {
  function admit(sized: SizedOperation, schema: GraphQLSchema): void {
    try {
      checkRoot(schema, sized);
      checkLimits(sized, limits);
      checkNullVariables(sized, schema);
    } catch (error) {
      metrics.refusals.inc({ reason: 'limit' });
      throw refusedRequest(error, 400);
    }
  }

  return {
    didResolveOperation({ schema, document, operation, request, contextValue: { isRouter } }) {
      if (!operation) return; // no operation of that name: execution says so
      const sized = { document, operation, fragments: fragmentsOf(document), variables: request.variables ?? {} };
      if (!isRouter && !rootFields(sized).every((field) => isOpen(field, router))) {
        metrics.refusals.inc({ reason: 'router-only' });
        throw refusedRequest(new RouterOnlyError(), 403);
      }
      admit(sized, schema);
    },
  };
}
