/**
 * Refuses operations before they are executed: operations for the router only, operations whose root type the schema lacks, and
 * operations beyond the limits.
 */
import { OperationTypeNode } from 'graphql';
import type { GatewayConfig, RouterConfig } from '../../config/gateway-config.js';
import type { Delivery } from '../../context.js';
import { BadUserInputError, NotAcceptableError, RouterOnlyError } from '../../errors/gateway-error.js';
import type { OperationPlan } from '../../plan/document-plan.js';
import { checkLimits, checkNulls } from '../../plan/limits.js';
import { refusedRequest } from './format-error.js';

/** Whether a caller other than the router may select this root field. */
function isOpen(name: string, { secret, isRouterOnly, exposeSdl }: RouterConfig): boolean {
  if (isRouterOnly) return false;
  if (name === '_service') return secret === null && exposeSdl;
  return name !== '_entities' || secret === null;
}

export interface Refusal {
  /** The label in the metrics. */
  readonly reason: 'router-only' | 'limit' | 'accept';
  /** The error of the response, with its HTTP status. */
  readonly error: unknown;
}

export interface GatedRequest {
  /** As the client sent them. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly isRouter: boolean;
  readonly delivery: Delivery;
}

const streamAdvice =
  'A subscription is a stream of responses: accept text/event-stream, or multipart/mixed;subscriptionSpec=1.0, or subscribe by WebSocket (graphql-transport-ws) at the same URL.';
const singleAdvice =
  'Only subscriptions are accepted here. Send queries and mutations by POST, and accept application/json.';

/** @throws {NotAcceptableError} the client cannot take what the operation returns */
function checkDelivery({ node: { operation } }: OperationPlan, { isSingle, subscribe }: Delivery): void {
  if (operation === OperationTypeNode.SUBSCRIPTION) {
    if (subscribe === null) throw new NotAcceptableError(streamAdvice);
  } else if (!isSingle) throw new NotAcceptableError(singleAdvice);
}

/** What the operator has not switched on. */
const missingRoot = {
  query: 'There is no query in this schema.',
  mutation: 'There is no mutation in this schema: the operator has set MUTATIONS=false.',
  subscription: 'There is no subscription in this schema: the operator has not set SUBSCRIPTIONS=true.',
} as const;

/** @returns null: the operation may be executed */
export type OperationGate = (plan: OperationPlan, request: GatedRequest) => Refusal | null;

export function operationGate({ router, limits }: GatewayConfig): OperationGate {
  const openPlans = new WeakMap<OperationPlan, boolean>();

  function isOpenToCallers(plan: OperationPlan): boolean {
    const isPlanOpen = [...plan.rootNames()].every((name) => isOpen(name, router));
    openPlans.set(plan, isPlanOpen);
    return isPlanOpen;
  }

  return (plan, { variables, isRouter, delivery }) => {
    if (!isRouter && !(openPlans.get(plan) ?? isOpenToCallers(plan))) {
      return { reason: 'router-only', error: refusedRequest(new RouterOnlyError(), 403) };
    }
    try {
      const { operation } = plan.node;
      if (!plan.schema.getRootType(operation)) throw new BadUserInputError(missingRoot[operation]);
      checkLimits(plan, variables, limits);
      checkNulls(plan, variables);
      checkDelivery(plan, delivery);
      return null;
    } catch (error) {
      if (error instanceof NotAcceptableError) return { reason: 'accept', error: refusedRequest(error, 406) };
      return { reason: 'limit', error: refusedRequest(error, 400) };
    }
  };
}
