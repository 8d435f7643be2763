/**
 * Our plugins as one. Apollo waits at each hook for each plugin; ours wait for nothing, so that would be a dozen promises for every request.
 */
import type {
  ApolloServerPlugin,
  GraphQLRequest,
  GraphQLRequestContextDidEncounterErrors,
  GraphQLRequestContextWillSendResponse,
} from '@apollo/server';
import type { DocumentNode } from 'graphql';
import type { GatewayContext } from '../../context.js';
import type { GatewayMetrics } from '../../observability/metrics.js';
import type { OperationGate } from './operation-gate.js';
import { affordable } from './overlapping-fields.js';
import { plannedAnswer } from './planned-answer.js';

type LookedAt = 'contextValue' | 'schema' | 'operation' | 'operationName' | 'queryHash' | 'errors' | 'response';

interface Request {
  /** What is looked at of it. */
  readonly request: Pick<GraphQLRequest, 'variables' | 'http'>;
}

/** Of what Apollo tells about an operation, what is looked at here. */
export type AnsweredOperation = Request & Pick<GraphQLRequestContextWillSendResponse<GatewayContext>, LookedAt>;

export type FailedOperation = Pick<GraphQLRequestContextDidEncounterErrors<GatewayContext>, 'contextValue' | 'errors'>;

/** One that may be executed. */
export type WatchedOperation = Omit<AnsweredOperation, 'errors' | 'response' | 'queryHash'> & {
  readonly queryHash: string;
  readonly document: DocumentNode;
};

/** What is done with one operation, at Apollo's hooks of the same names. */
export interface OperationWatch {
  didResolveSource?(request: Pick<WatchedOperation, 'queryHash' | 'contextValue'>): void;
  didResolveOperation?(request: WatchedOperation): void;
  didEncounterErrors?(request: FailedOperation): void;
  willSendResponse?(request: AnsweredOperation): void;
}

/** What has to be remembered of an operation: called as it begins. */
export type WatchOperation = (request: Pick<WatchedOperation, 'contextValue'>) => OperationWatch;

/** Each hook goes through them in this order. */
export type Watches = readonly (OperationWatch | WatchOperation)[];

/** All that watch one operation. */
export function begunWatches(watches: Watches, started: Parameters<WatchOperation>[0]): Required<OperationWatch> {
  const all = watches.map((watch) => (typeof watch === 'function' ? watch(started) : watch));
  return {
    didResolveSource: (request) => all.forEach((watch) => watch.didResolveSource?.(request)),
    didResolveOperation: (request) => all.forEach((watch) => watch.didResolveOperation?.(request)),
    didEncounterErrors: (request) => all.forEach((watch) => watch.didEncounterErrors?.(request)),
    willSendResponse: (request) => all.forEach((watch) => watch.willSendResponse?.(request)),
  };
}

export interface OperationRules {
  readonly watches: Watches;
  readonly gate: OperationGate;
  /** Of fragments, each counted where it is used. */
  readonly maxBorrowedFields: number;
}

/** @param gate what it refuses is refused when all watches know of the operation */
export function watchedOperations(
  { watches, gate, maxBorrowedFields }: OperationRules,
  { refusals }: Pick<GatewayMetrics, 'refusals'>,
): ApolloServerPlugin<GatewayContext> {
  return {
    requestDidStart: async (started) => {
      const watch = begunWatches(watches, started);
      return {
        didResolveSource: async (request) => watch.didResolveSource(request),
        validationDidStart: async (request) => {
          Object.assign(request, { document: affordable(request.document, maxBorrowedFields) });
        },
        didResolveOperation: async (request) => {
          watch.didResolveOperation(request);
          const refusal = gate(request);
          if (refusal === null) return;
          refusals.inc({ reason: refusal.reason });
          throw refusal.error;
        },
        responseForOperation: (request) =>
          plannedAnswer(request, (errors) => watch.didEncounterErrors(Object.assign(request, { errors }))),
        didEncounterErrors: async (request) => watch.didEncounterErrors(request),
        willSendResponse: async (request) => watch.willSendResponse(request),
      };
    },
  };
}
