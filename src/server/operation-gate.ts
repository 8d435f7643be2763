/**
 * Refuses operations before they are executed: those that are for the router only, those that the schema has no root for, and
 * those that ask for too much.
 */
import type { DocumentNode, FieldNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { GatewayConfig, RouterConfig } from '../config/gateway-config.js';
import type { GatewayContext } from '../context.js';
import { BadUserInputError, RouterOnlyError } from '../errors/gateway-error.js';
import { checkNullVariables } from '../subgraph/null-variables.js';
import { checkLimits } from '../subgraph/operation-limits.js';
import { rootFields } from '../subgraph/root-fields.js';
import { fragmentsOf, type SizedOperation } from '../subgraph/sized-operation.js';
import { refusedRequest } from './format-error.js';

/** Whether a caller who is not the router may have this root field. */
function isOpen({ name }: FieldNode, { secret, isRouterOnly, exposeSdl }: RouterConfig): boolean {
  if (isRouterOnly) return false;
  if (name.value === '_service') return secret === null && exposeSdl;
  return name.value !== '_entities' || secret === null;
}

function checkRoot(schema: GraphQLSchema, { operation: { operation } }: SizedOperation): void {
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
  const isForRouterOnly = (sized: SizedOperation): boolean =>
    !rootFields(sized).every((field) => isOpen(field, router));

  function check(sized: SizedOperation, schema: GraphQLSchema): void {
    checkRoot(schema, sized);
    checkLimits(sized, limits);
    checkNullVariables(sized, schema);
  }

  return ({ schema, document, operation, request, contextValue: { isRouter } }) => {
    if (!operation) return null; // no operation of that name: execution says so
    const sized = { document, operation, fragments: fragmentsOf(document), variables: request.variables ?? {} };
    if (!isRouter && isForRouterOnly(sized)) {
      return { reason: 'router-only', error: refusedRequest(new RouterOnlyError(), 403) };
    }
    try {
      check(sized, schema);
      return null;
    } catch (error) {
      return { reason: 'limit', error: refusedRequest(error, 400) };
    }
  };
}
