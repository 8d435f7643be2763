/**
 * One line per operation, and one per error that is ours to explain; the hash of the document on these and all that follow. Never
 * the document, the variables or the answer.
 */
import type { GraphQLError } from 'graphql';
import { BadUserInputError, GatewayError } from '../../errors/gateway-error.js';
import { ClientLeftError } from '../../errors/upstream-errors.js';
import type { Clock } from '../../base/clock.js';
import type { Logger } from '../../observability/logger.js';
import { SampledCauses } from '../../observability/sampled-causes.js';
import type { GatewayMetrics } from '../../observability/metrics.js';
import { isRequestFault, originOf } from './format-error.js';
import type { WatchOperation } from './watched-operations.js';

/** Names are the client's: one could be as long as a body. */
export const maxNameLength = 64;

/** Says why an answer has errors, unless the client was told all there is to know, or has gone. */
function explain(cause: unknown, logger: Logger, repeated: SampledCauses): void {
  if (cause instanceof BadUserInputError || cause instanceof ClientLeftError || isRequestFault(cause)) return;
  if (cause instanceof GatewayError) {
    const { code, detail } = cause;
    const omitted = repeated.admit(code);
    const level = omitted === null ? 'debug' : 'warn';
    const about = { event: 'error', code, detail, ...(omitted && { omitted }) };
    logger[level](about, 'a field could not be answered');
    return;
  }
  const stack = cause instanceof Error ? cause.stack : undefined; // a bug of ours
  logger.error({ event: 'error', code: 'INTERNAL_SERVER_ERROR', stack }, 'the gateway failed');
}

/** ok: no error · client_left: the client has gone · partial: errors beside data · failed: no data. */
export function outcomeOf(data: unknown, errors: readonly GraphQLError[]): string {
  if (errors.length === 0) return 'ok';
  if (errors.some((error) => originOf(error) instanceof ClientLeftError)) return 'client_left';
  return data === null || data === undefined ? 'failed' : 'partial';
}

export function operationLog(clock: Clock, metrics: GatewayMetrics): WatchOperation {
  const repeated = new SampledCauses(clock);
  return () => {
    const startedMs = clock.monotonicMs();
    return {
      didResolveSource({ queryHash, contextValue: { logger } }) {
        logger.setBindings({ document: queryHash }); // from here on, on every line of this request
      },
      didEncounterErrors({ errors, contextValue: { logger } }) {
        for (const cause of new Set(errors.map(originOf))) explain(cause, logger, repeated);
      },
      willSendResponse({ operationName, errors = [], response: { body, http }, contextValue }) {
        const { logger, client, address, usage } = contextValue;
        const durationMs = clock.monotonicMs() - startedMs;
        const { data, errors: told = [] } = body.kind === 'single' ? body.singleResult : {};
        const outcome = outcomeOf(data, errors);
        const codes = told.map(({ extensions }) => String(extensions?.['code']));
        for (const code of codes) metrics.errors.inc({ code });
        metrics.operations.inc({ outcome, client });
        metrics.operationSeconds.observe(durationMs / 1000);
        const name = operationName?.slice(0, maxNameLength);
        const ended = { status: http.status ?? 200, outcome, errors: errors.length, codes: [...new Set(codes)] };
        const from = { client, ...(address !== null && { address }) };
        const about = { event: 'operation', operationName: name, ...from, ...ended, ...usage };
        logger.info({ ...about, durationMs: Math.round(durationMs) }, 'operation answered');
      },
    };
  };
}
