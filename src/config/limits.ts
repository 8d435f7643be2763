/** Limits that depend on other limits, or on the memory of the machine. */
import { memoryLimitBytes } from './environment.js';
import type { SettingValues } from './settings.js';

/** Limits of one request; a router requests many records at once, so it has higher ones. */
export interface RequestLimits {
  /** Counts distinct references. */
  readonly maxRepresentations: number;
  readonly maxUpstreamCalls: number;
}

/** Memory of the process without requests. */
const idleBytes = 128 * 1_048_576;

/** Memory per byte of an upstream response: its bytes, its text, its records, the gateway's response, and the garbage of each. */
const bytesPerResponseByte = 12;

/** Is never less than the largest allowed response. */
export function maxHeldBytes({ MAX_HELD_BYTES, MAX_RESPONSE_BYTES }: SettingValues): number {
  const affordable = Math.floor((memoryLimitBytes() - idleBytes) / bytesPerResponseByte);
  return Math.max(MAX_HELD_BYTES || affordable, MAX_RESPONSE_BYTES);
}

/** Limits when no setting gives one. */
const defaultLimits = { caller: 100, router: 1_000 } as const;

export function requestLimits(
  { MAX_REPRESENTATIONS, MAX_UPSTREAM_CALLS }: SettingValues,
  sender: keyof typeof defaultLimits,
): RequestLimits {
  const fallback = defaultLimits[sender];
  const maxRepresentations = MAX_REPRESENTATIONS ?? fallback;
  return { maxRepresentations, maxUpstreamCalls: MAX_UPSTREAM_CALLS ?? Math.max(fallback, maxRepresentations) };
}

/** The limits of the sender with the highest ones. */
const widestLimits = (values: SettingValues): RequestLimits =>
  requestLimits(values, values.ROUTER_SECRET === undefined ? 'caller' : 'router');

/** Is never less than the calls of one operation, unless it is set. */
export const maxQueued = (values: SettingValues): number =>
  values.MAX_UPSTREAM_QUEUE ?? Math.max(1_024, widestLimits(values).maxUpstreamCalls);

/** Warnings about limits that conflict. */
export function contradictions(values: SettingValues): readonly string[] {
  const { maxRepresentations, maxUpstreamCalls } = widestLimits(values);
  const capacity = maxQueued(values) + values.MAX_UPSTREAM_CONCURRENCY;
  return [
    ...(maxUpstreamCalls < maxRepresentations
      ? [
          `MAX_UPSTREAM_CALLS (${maxUpstreamCalls}) is less than MAX_REPRESENTATIONS (${maxRepresentations}): references beyond it fail.`,
        ]
      : []),
    ...(capacity < maxUpstreamCalls
      ? [
          `MAX_UPSTREAM_QUEUE and MAX_UPSTREAM_CONCURRENCY (${capacity}) are less than MAX_UPSTREAM_CALLS (${maxUpstreamCalls}): calls beyond them fail.`,
        ]
      : []),
    ...(values.ADMIN_MUTATIONS && !values.MUTATIONS ? ['ADMIN_MUTATIONS has no effect with MUTATIONS=false.'] : []),
  ];
}
