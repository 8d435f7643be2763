/** Calls that are not made: why, what the caller is told instead of a response, and how they are counted. */
import { ShortOfMemoryError, UpstreamCallLimitError } from '../errors/upstream-errors.js';
import { QueueFullError, RateExceededError } from '../http/call-queue.js';
import type { GatewayMetrics } from '../observability/metrics.js';

type Metrics = Pick<GatewayMetrics, 'callRefusals'>;

const queueRetryAfterSeconds = 1;

/** More calls than one operation may make. */
export function tooManyCalls({ callRefusals }: Metrics, name: string): UpstreamCallLimitError {
  callRefusals.inc({ reason: 'calls' });
  return new UpstreamCallLimitError(`${name}: over the operation's budget`);
}

/** More calls than one caller may make in a minute. */
export function tooManyInMinute({ callRefusals }: Metrics, name: string, waitSeconds: number): UpstreamCallLimitError {
  callRefusals.inc({ reason: 'minute' });
  return new UpstreamCallLimitError(`${name}: too many in a minute`, waitSeconds);
}

export function shortOfMemory({ callRefusals }: Metrics, name: string): ShortOfMemoryError {
  callRefusals.inc({ reason: 'memory' });
  return new ShortOfMemoryError(name);
}

/** @returns the caller's error where the queue has no room; other errors as they are */
export function queueRefusal({ callRefusals }: Metrics, name: string, error: unknown): unknown {
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
