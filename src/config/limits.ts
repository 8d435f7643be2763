/** Limits that depend on each other, or on the machine. */
import { memoryLimitBytes } from './environment.js';
import type { SettingValues } from './settings.js';

/** What one request may ask for; a router asks for many at once. */
export interface RequestLimits {
  /** Different ones. */
  readonly maxRepresentations: number;
  readonly maxUpstreamCalls: number;
}

/** What the process takes without requests. */
const idleBytes = 128 * 1_048_576;

/** What a byte of an answer takes: as it came, as text, as records, as the response, and as garbage of each. */
const bytesPerByte = 12;

/** An answer of the largest size has room in any case. */
export function maxHeldBytes({ MAX_HELD_BYTES, MAX_RESPONSE_BYTES }: SettingValues): number {
  const affordable = Math.floor((memoryLimitBytes() - idleBytes) / bytesPerByte);
  return Math.max(MAX_HELD_BYTES || affordable, MAX_RESPONSE_BYTES);
}

/** @param usual what there is room for where the settings say nothing */
export function requestLimits(
  { MAX_REPRESENTATIONS, MAX_UPSTREAM_CALLS }: SettingValues,
  usual: number,
): RequestLimits {
  const maxRepresentations = MAX_REPRESENTATIONS ?? usual;
  return { maxRepresentations, maxUpstreamCalls: MAX_UPSTREAM_CALLS ?? Math.max(usual, maxRepresentations) };
}

/** Limits that are in each other's way. */
export function contradictions(values: SettingValues): readonly string[] {
  const { maxRepresentations, maxUpstreamCalls } = requestLimits(values, 1_000);
  const { MAX_UPSTREAM_QUEUE: queue = maxUpstreamCalls, MAX_UPSTREAM_CONCURRENCY: concurrency } = values;
  return [
    ...(maxUpstreamCalls < maxRepresentations
      ? [
          `MAX_UPSTREAM_CALLS (${maxUpstreamCalls}) is less than MAX_REPRESENTATIONS (${maxRepresentations}): references beyond it fail.`,
        ]
      : []),
    ...(queue + concurrency < maxUpstreamCalls
      ? [
          `MAX_UPSTREAM_QUEUE and MAX_UPSTREAM_CONCURRENCY (${queue + concurrency}) are less than MAX_UPSTREAM_CALLS (${maxUpstreamCalls}): calls beyond them fail.`,
        ]
      : []),
  ];
}
