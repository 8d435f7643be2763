/**
 * One line per operation, and one per error that is ours to explain. Never the document, the variables or the answer.
 */
import type { ApolloServerPlugin } from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import type { GatewayContext } from '../../context.js';
import { BadUserInputError, GatewayError } from '../../errors/gateway-error.js';
import type { Clock } from '../../observability/clock.js';

/** What the log may know of an error: for an unforeseen one the stack, because it is a bug of ours. */
function logged(error: unknown): object {
  if (error instanceof GatewayError) return { code: error.code, detail: error.detail };
  const stack = error instanceof Error ? error.stack : undefined;
  return { code: 'INTERNAL_SERVER_ERROR', stack };
}

export function operationLog(clock: Clock): ApolloServerPlugin<GatewayContext> {
  return {
    requestDidStart: async () => {
      const startedMs = clock.monotonicMs();
      return {
        didEncounterErrors: async ({ errors, contextValue: { logger } }) => {
          const causes = new Set(errors.filter(({ path }) => path).map(unwrapResolverError));
          for (const cause of causes) {
            if (cause instanceof BadUserInputError) continue; // the client was told all there is to know
            logger.warn({ event: 'error', ...logged(cause) }, 'a field could not be answered');
          }
        },
        willSendResponse: async ({ operationName, errors = [], contextValue: { logger } }) => {
          const durationMs = Math.round(clock.monotonicMs() - startedMs);
          logger.info({ event: 'operation', operationName, errors: errors.length, durationMs }, 'operation answered');
        },
      };
    },
  };
}
