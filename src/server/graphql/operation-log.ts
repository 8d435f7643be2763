/**
 * One line per operation, and one per error that is ours to explain; the hash of the document on these and all that follow. Never
 * the document, the variables or the answer.
 */
import type { FormattedExecutionResult, GraphQLError } from 'graphql';
import type { GatewayContext } from '../../context.js';
import { BadUserInputError, GatewayError } from '../../errors/gateway-error.js';
import { ClientLeftError } from '../../errors/upstream-errors.js';
import type { Clock } from '../../base/clock.js';
import type { Logger } from '../../observability/logger.js';
import { SampledCauses } from '../../observability/sampled-causes.js';
import type { GatewayMetrics } from '../../observability/metrics.js';
import { isRequestFault, originOf } from './format-error.js';

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

/** An operation at its end. */
export interface LoggedOperation {
  readonly operationName?: string | null;
  readonly result: FormattedExecutionResult;
  readonly errors: readonly GraphQLError[];
  readonly status: number;
  readonly durationMs: number;
}

export interface OperationLog {
  /** Why fields have no value: one line for each cause. */
  errors(errors: readonly GraphQLError[], logger: Logger): void;
  operation(operation: LoggedOperation, contextValue: GatewayContext): void;
}

export function operationLog(clock: Clock, metrics: GatewayMetrics): OperationLog {
  const repeated = new SampledCauses(clock);
  return {
    errors(errors, logger) {
      for (const cause of new Set(errors.map(originOf))) explain(cause, logger, repeated);
    },
    operation({ operationName, result, errors, status, durationMs }, { logger, client, address, usage }) {
      const outcome = outcomeOf(result.data, errors);
      const codes = (result.errors ?? []).map(({ extensions }) => String(extensions?.['code']));
      for (const code of codes) metrics.errors.inc({ code });
      metrics.operations.inc({ outcome, client });
      metrics.operationSeconds.observe(durationMs / 1000);
      const name = operationName?.slice(0, maxNameLength);
      const ended = { status, outcome, errors: errors.length, codes: [...new Set(codes)] };
      const from = { client, ...(address !== null && { address }) };
      const about = { event: 'operation', operationName: name, ...from, ...ended, ...usage };
      logger.info({ ...about, durationMs: Math.round(durationMs) }, 'operation finished');
    },
  };
}
