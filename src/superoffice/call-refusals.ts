/** Calls that are not made: why, what the caller is told, and how they are counted. */
import { ShortOfMemoryError, UpstreamCallLimitError } from '../errors/upstream-errors.js';
import type { GatewayMetrics } from '../observability/metrics.js';
import type { CallMeter } from '../http/calls-per-minute.js';
import { QueueFullError, RateExceededError } from '../http/call-queue.js';
import type { Urgency } from '../http/waiting-calls.js';

type Metrics = Pick<GatewayMetrics, 'callRefusals'>;

const queueRetryAfterSeconds = 1;

/** Calls of an operation that are taken for what somebody waits for; those that follow are a long list's. */
const interactiveCalls = 10;

interface CountedCalls {
  readonly payer: string;
  /** Of the whole operation. */
  readonly maxCalls: number;
}

/**
 * Counts calls against what the operation, and the caller in a minute, may make.
 * @returns how urgent the call is
 * @throws {UpstreamCallLimitError} it is beyond that
 */
export function callLimits(
  { meter, metrics }: { readonly meter: CallMeter; readonly metrics: Metrics },
  { payer, maxCalls }: CountedCalls,
): (call: { readonly isAction?: boolean }, name: string) => Urgency {
  let calls = 0;
  return ({ isAction }, name) => {
    calls += 1;
    if (calls > maxCalls) {
      metrics.callRefusals.inc({ reason: 'calls' });
      throw new UpstreamCallLimitError(`${name}: over the operation's budget`);
    }
    const waitSeconds = meter.secondsToWait(payer);
    if (waitSeconds !== null) {
      metrics.callRefusals.inc({ reason: 'minute' });
      throw new UpstreamCallLimitError(`${name}: too many in a minute`, waitSeconds);
    }
    if (isAction) return 'action';
    return calls <= interactiveCalls ? 'interactive' : 'long-list';
  };
}

export function shortOfMemory(metrics: Metrics, name: string): ShortOfMemoryError {
  metrics.callRefusals.inc({ reason: 'memory' });
  return new ShortOfMemoryError(name);
}

/** @returns what the caller is told of a queue without room; other errors as they are */
export function refusedCall({ callRefusals }: Metrics, name: string, error: unknown): unknown {
  if (error instanceof QueueFullError) {
    callRefusals.inc({ reason: 'queue' });
    return new UpstreamCallLimitError(`${name}: the queue is full`, queueRetryAfterSeconds);
  }
  if (error instanceof RateExceededError) {
    callRefusals.inc({ reason: 'rate' });
    return new UpstreamCallLimitError(`${name}: over the calls per second`, Math.ceil(error.waitMs / 1000));
  }
  return error;
}
