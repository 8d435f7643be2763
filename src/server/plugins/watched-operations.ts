/**
 * Our plugins as one. Apollo waits at each hook for each plugin; ours wait for nothing, so that would be a dozen promises for every request.
 */
import type { ApolloServerPlugin, GraphQLRequestContext, GraphQLRequestListener } from '@apollo/server';
import type { GatewayContext } from '../../context.js';
import { plannedAnswer } from '../planned-answer.js';

type Listener = GraphQLRequestListener<GatewayContext>;

type Seen<Hook extends keyof Listener> = Parameters<NonNullable<Listener[Hook]>>[0];

/** What is done with one operation, at Apollo's hooks of the same names. */
export interface OperationWatch {
  didResolveSource?(request: Seen<'didResolveSource'>): void;
  /** What is thrown refuses the operation. */
  didResolveOperation?(request: Seen<'didResolveOperation'>): void;
  didEncounterErrors?(request: Seen<'didEncounterErrors'>): void;
  willSendResponse?(request: Seen<'willSendResponse'>): void;
}

/** What has to be remembered of an operation: called as it begins. */
export type WatchOperation = (request: GraphQLRequestContext<GatewayContext>) => OperationWatch;

/** @param watches each hook goes through them in this order */
export function watchedOperations(
  watches: readonly (OperationWatch | WatchOperation)[],
): ApolloServerPlugin<GatewayContext> {
  return {
    requestDidStart: async (started) => {
      const all = watches.map((watch) => (typeof watch === 'function' ? watch(started) : watch));
      return {
        didResolveSource: async (request) => all.forEach((watch) => watch.didResolveSource?.(request)),
        didResolveOperation: async (request) => all.forEach((watch) => watch.didResolveOperation?.(request)),
        responseForOperation: (request) =>
          plannedAnswer(request, (failed) => all.forEach((watch) => watch.didEncounterErrors?.(failed))),
        didEncounterErrors: async (request) => all.forEach((watch) => watch.didEncounterErrors?.(request)),
        willSendResponse: async (request) => all.forEach((watch) => watch.willSendResponse?.(request)),
      };
    },
  };
}
