/** The rate of calls with what is told of it: the highest of the last minute, and a warning where SuperOffice asks for fewer. */
import type { SuperOfficeConfig } from '../config/superoffice-config.js';
import type { Clock } from '../base/clock.js';
import type { Logger } from '../observability/logger.js';
import type { GatewayMetrics } from '../observability/metrics.js';
import { CallRate } from '../http/call-rate.js';

/** What SuperOffice's checklist for custom apps allows in a second. */
const allowedPerSecond = 10;

/** Between two warnings. */
const warningIntervalMs = 3_600_000;

export interface ObservedRateOptions {
  readonly config: Pick<SuperOfficeConfig, 'maxCallsPerSecond'>;
  readonly clock: Pick<Clock, 'monotonicMs'>;
  readonly metrics: Pick<GatewayMetrics, 'peakRate'>;
  /** Default: nobody is warned. */
  readonly logger?: Logger | undefined;
}

/** @returns warns, once in a while */
function rateWarning({ clock, logger }: ObservedRateOptions): (calls: number) => void {
  let warnedAtMs = -Infinity;
  return (calls) => {
    const nowMs = clock.monotonicMs();
    if (calls <= allowedPerSecond || nowMs - warnedAtMs < warningIntervalMs) return;
    warnedAtMs = nowMs;
    const text = `SuperOffice allows custom apps ${allowedPerSecond} calls in a second; MAX_UPSTREAM_CALLS_PER_SECOND limits them`;
    logger?.warn({ event: 'call-rate', calls }, text);
  };
}

export function observedRate(options: ObservedRateOptions): CallRate {
  const { config, clock, metrics } = options;
  const rate = new CallRate(config.maxCallsPerSecond, clock, rateWarning(options));
  metrics.peakRate.readFrom(() => rate.peak);
  return rate;
}
