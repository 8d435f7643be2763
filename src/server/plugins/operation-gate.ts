/**
 * Refuses operations before they are executed: those that are for the router only, and those that ask for too much.
 */
import type { ApolloServerPlugin } from '@apollo/server';
import type { FieldNode } from 'graphql';
import type { RouterConfig } from '../../config/gateway-config.js';
import type { GatewayContext } from '../../context.js';
import { RouterOnlyError } from '../../errors/gateway-error.js';
import { checkRepresentations } from '../../subgraph/operation-limits.js';
import { rootFields } from '../../subgraph/root-fields.js';
import { refusedRequest } from '../format-error.js';

/** Whether a caller who is not the router may have this root field. */
function isOpen({ name }: FieldNode, { secret, isRouterOnly, exposeSdl }: RouterConfig): boolean {
  if (isRouterOnly) return false;
  if (name.value === '_service') return secret === null && exposeSdl;
  return name.value !== '_entities' || secret === null;
}

export function operationGate(router: RouterConfig): ApolloServerPlugin<GatewayContext> {
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ document, operation, request: { variables = {} }, contextValue: { isRouter } }) => {
        if (!operation) return; // no operation of that name: execution says so
        const fields = rootFields(document, operation);
        if (!isRouter && !fields.every((field) => isOpen(field, router)))
          throw refusedRequest(new RouterOnlyError(), 403);
        try {
          checkRepresentations(fields, operation, variables, router.maxRepresentations);
        } catch (error) {
          throw refusedRequest(error, 400);
        }
      },
    }),
  };
}
