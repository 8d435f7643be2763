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

/** What there is room for where the settings say nothing. */
const usualFor = { caller: 100, router: 1_000 } as const;

export function requestLimits(
  { MAX_REPRESENTATIONS, MAX_UPSTREAM_CALLS }: SettingValues,
  from: keyof typeof usualFor,
): RequestLimits {
  const usual = usualFor[from];
  const maxRepresentations = MAX_REPRESENTATIONS ?? usual;
  return { maxRepresentations, maxUpstreamCalls: MAX_UPSTREAM_CALLS ?? Math.max(usual, maxRepresentations) };
}

/** Of whoever may ask for most. */
const widestLimits = (values: SettingValues): RequestLimits =>
  requestLimits(values, values.ROUTER_SECRET === undefined ? 'caller' : 'router');

/** The queue holds what one operation may ask for. */
export const maxQueued = (values: SettingValues): number =>
  values.MAX_UPSTREAM_QUEUE ?? Math.max(1_024, widestLimits(values).maxUpstreamCalls);

/** Limits that are in each other's way. */
export function contradictions(values: SettingValues): readonly string[] {
  const { maxRepresentations, maxUpstreamCalls } = widestLimits(values);
  const atOnce = maxQueued(values) + values.MAX_UPSTREAM_CONCURRENCY;
  return [
    ...(maxUpstreamCalls < maxRepresentations
      ? [
          `MAX_UPSTREAM_CALLS (${maxUpstreamCalls}) is less than MAX_REPRESENTATIONS (${maxRepresentations}): references beyond it fail.`,
        ]
      : []),
    ...(atOnce < maxUpstreamCalls
      ? [
          `MAX_UPSTREAM_QUEUE and MAX_UPSTREAM_CONCURRENCY (${atOnce}) are less than MAX_UPSTREAM_CALLS (${maxUpstreamCalls}): calls beyond them fail.`,
        ]
      : []),
  ];
}
