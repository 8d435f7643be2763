/** Calls that the gateway refuses: the error for the caller and the metric for each reason. */
import { ShortOfMemoryError, UpstreamCallLimitError } from '../errors/upstream-errors.js';
import { QueueFullError, RateExceededError } from '../http/call-queue.js';
import type { GatewayMetrics } from '../observability/metrics.js';

type Metrics = Pick<GatewayMetrics, 'callRefusals'>;

const queueRetryAfterSeconds = 1;

/** The operation makes more calls than allowed. */
export function tooManyCalls({ callRefusals }: Metrics, name: string): UpstreamCallLimitError {
  callRefusals.inc({ reason: 'calls' });
  return new UpstreamCallLimitError(`${name}: over the operation's call limit`);
}

/** The caller makes more calls per minute than allowed. */
export function tooManyInMinute({ callRefusals }: Metrics, name: string, waitSeconds: number): UpstreamCallLimitError {
  callRefusals.inc({ reason: 'minute' });
  return new UpstreamCallLimitError(`${name}: too many calls per minute`, waitSeconds);
}

export function shortOfMemory({ callRefusals }: Metrics, name: string): ShortOfMemoryError {
  callRefusals.inc({ reason: 'memory' });
  return new ShortOfMemoryError(name);
}

/** @returns the caller's error, if the queue refused the call; other errors unchanged */
export function queueRefusal({ callRefusals }: Metrics, name: string, error: unknown): unknown {
  if (error instanceof QueueFullError) {
    callRefusals.inc({ reason: 'queue' });
    return new UpstreamCallLimitError(`${name}: the queue is full`, queueRetryAfterSeconds);
  }
  if (error instanceof RateExceededError) {
    callRefusals.inc({ reason: 'rate' });
    return new UpstreamCallLimitError(`${name}: too many calls per second`, Math.ceil(error.waitMs / 1000));
  }
  return error;
}
