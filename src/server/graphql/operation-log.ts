/**
 * Logs one line per operation, and one per error whose cause the client does not see. These lines have the document's hash, and never
 * the document, the variables or the response.
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

/** Characters; a client can send a name as long as a body. */
export const maxNameLength = 64;

/** Logs the cause of an error, unless the client's error message is complete or the client has left. */
function logCause(cause: unknown, logger: Logger, repeated: SampledCauses): void {
  if (cause instanceof BadUserInputError || cause instanceof ClientLeftError || isRequestFault(cause)) return;
  if (cause instanceof GatewayError) {
    const { code, detail } = cause;
    const omitted = repeated.admit(code);
    const level = omitted === null ? 'debug' : 'warn';
    const record = { event: 'error', code, detail, ...(omitted && { omitted }) };
    logger[level](record, 'a field could not be resolved');
    return;
  }
  const stack = cause instanceof Error ? cause.stack : undefined; // a bug in the gateway
  logger.error({ event: 'error', code: 'INTERNAL_SERVER_ERROR', stack }, 'the gateway failed');
}

/** ok: no error · client_left: the client has left · partial: errors and data · failed: errors, no data */
export function outcomeOf(data: unknown, errors: readonly GraphQLError[]): string {
  if (errors.length === 0) return 'ok';
  if (errors.some((error) => originOf(error) instanceof ClientLeftError)) return 'client_left';
  return data === null || data === undefined ? 'failed' : 'partial';
}

/** A finished operation. */
export interface LoggedOperation {
  readonly operationName?: string | null;
  readonly result: FormattedExecutionResult;
  readonly errors: readonly GraphQLError[];
  readonly status: number;
  readonly durationMs: number;
}

export interface OperationLog {
  /** Logs one line per cause of the errors. */
  errors(errors: readonly GraphQLError[], logger: Logger): void;
  operation(operation: LoggedOperation, contextValue: GatewayContext): void;
  /** One event of a subscription. */
  event(event: Omit<LoggedOperation, 'status'>, contextValue: GatewayContext): void;
}

export function operationLog(clock: Clock): OperationLog {
  const repeated = new SampledCauses(clock);
  function countCodes({ errors = [] }: FormattedExecutionResult, metrics: GatewayMetrics): readonly string[] {
    const codes = errors.map(({ extensions }) => String(extensions?.['code']));
    for (const code of codes) metrics.errors.inc({ code });
    return [...new Set(codes)];
  }
  return {
    errors(errors, logger) {
      for (const cause of new Set(errors.map(originOf))) logCause(cause, logger, repeated);
    },
    operation({ operationName, result, errors, status, durationMs }, { logger, client, address, usage, metrics }) {
      const outcome = outcomeOf(result.data, errors);
      const codes = countCodes(result, metrics);
      metrics.operations.inc({ outcome, client });
      metrics.operationSeconds.observe(durationMs / 1000);
      const name = operationName?.slice(0, maxNameLength);
      const outcomeFields = { status, outcome, errors: errors.length, codes };
      const clientFields = { client, ...(address !== null && { address }) };
      const record = { event: 'operation', operationName: name, ...clientFields, ...outcomeFields, ...usage };
      logger.info({ ...record, durationMs: Math.round(durationMs) }, 'operation finished');
    },
    event({ operationName, result, errors, durationMs }, { logger, usage, metrics }) {
      const name = operationName?.slice(0, maxNameLength);
      const outcomeFields = {
        outcome: outcomeOf(result.data, errors),
        errors: errors.length,
        codes: countCodes(result, metrics),
      };
      const record = { event: 'stream-event', operationName: name, ...outcomeFields, ...usage };
      logger.debug({ ...record, durationMs: Math.round(durationMs) }, 'event of a subscription');
    },
  };
}
