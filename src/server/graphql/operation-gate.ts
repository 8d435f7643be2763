/**
 * Refuses operations before they are executed: those that are for the router only, those that the schema has no root for, and
 * those that ask for too much.
 */
import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { GatewayConfig, RouterConfig } from '../../config/gateway-config.js';
import type { GatewayContext } from '../../context.js';
import { BadUserInputError, RouterOnlyError } from '../../errors/gateway-error.js';
import { operationPlan, type OperationPlan } from '../../plan/document-plan.js';
import { checkLimits, checkNulls } from '../../plan/limits.js';
import { refusedRequest } from './format-error.js';

/** Whether a caller who is not the router may have this root field. */
function isOpen(name: string, { secret, isRouterOnly, exposeSdl }: RouterConfig): boolean {
  if (isRouterOnly) return false;
  if (name === '_service') return secret === null && exposeSdl;
  return name !== '_entities' || secret === null;
}

function checkRoot({ schema, node: { operation } }: OperationPlan): void {
  if (!schema.getRootType(operation)) throw new BadUserInputError(`There is no ${operation} in this schema.`);
}

export interface Refusal {
  /** For the metrics. */
  readonly reason: 'router-only' | 'limit';
  /** What is answered, with a status of its own. */
  readonly error: unknown;
}

export interface GatedOperation {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  /** Undefined: the document has none of that name. */
  readonly operation?: OperationDefinitionNode | undefined;
  readonly request: { readonly variables?: Readonly<Record<string, unknown>> | undefined };
  readonly contextValue: Pick<GatewayContext, 'isRouter'>;
}

/** @returns null: it may be executed */
export type OperationGate = (operation: GatedOperation) => Refusal | null;

export function operationGate({ router, limits }: GatewayConfig): OperationGate {
  const isForRouterOnly = (plan: OperationPlan): boolean =>
    ![...plan.rootNames()].every((name) => isOpen(name, router));

  return ({ schema, document, operation, request, contextValue: { isRouter } }) => {
    if (!operation) return null; // no operation of that name: execution says so
    const plan = operationPlan({ schema, document, node: operation });
    const { variables = {} } = request;
    if (!isRouter && isForRouterOnly(plan)) {
      return { reason: 'router-only', error: refusedRequest(new RouterOnlyError(), 403) };
    }
    try {
      checkRoot(plan);
      checkLimits(plan, variables, limits);
      checkNulls(plan, variables);
      return null;
    } catch (error) {
      return { reason: 'limit', error: refusedRequest(error, 400) };
    }
  };
}
