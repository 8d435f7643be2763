/** The rate of calls, with its metric (the peak of the last minute) and a warning where it exceeds SuperOffice's limit. */
import type { SuperOfficeConfig } from '../config/superoffice-config.js';
import type { Clock } from '../base/clock.js';
import type { Logger } from '../observability/logger.js';
import type { GatewayMetrics } from '../observability/metrics.js';
import { CallRate } from '../http/call-rate.js';
import type { SharedPermits } from '../http/shared-permits.js';

/** Calls per second that SuperOffice's checklist for custom apps allows. */
const allowedPerSecond = 10;

/** Minimum time between two warnings. */
const warningIntervalMs = 3_600_000;

export interface ObservedRateOptions {
  readonly config: Pick<SuperOfficeConfig, 'maxCallsPerSecond'>;
  readonly clock: Pick<Clock, 'monotonicMs'>;
  readonly metrics: Pick<GatewayMetrics, 'peakRate'>;
  /** Of all replicas; null: there are no others. */
  readonly permits?: SharedPermits | null | undefined;
  /** Default: no warning. */
  readonly logger?: Logger | undefined;
}

/** @returns a function that warns about too many calls per second, at most once in `warningIntervalMs` */
function rateWarning({ clock, logger }: ObservedRateOptions): (calls: number) => void {
  let warnedAtMs = -Infinity;
  return (calls) => {
    const nowMs = clock.monotonicMs();
    if (nowMs - warnedAtMs < warningIntervalMs) return;
    warnedAtMs = nowMs;
    const text = `SuperOffice allows custom apps ${allowedPerSecond} calls in a second; MAX_UPSTREAM_CALLS_PER_SECOND limits them`;
    logger?.warn({ event: 'call-rate', calls }, text);
  };
}

export function observedRate(options: ObservedRateOptions): CallRate {
  const { config, clock, metrics, permits } = options;
  const rate = new CallRate(config.maxCallsPerSecond, clock, {
    highRate: { above: allowedPerSecond, report: rateWarning(options) },
    permits: permits ?? null,
  });
  metrics.peakRate.readFrom(() => rate.peak);
  return rate;
}
