/**
 * The span of one batch of a loader: from the tick in which its loads are joined until the last of its calls has settled.
 */
import type { RequestTrace } from './request-trace.js';

/** Runs a function that starts calls of a batch. */
export type RunWithin = <Value>(start: () => Value) => Value;

export interface BatchCounts {
  /** Loads that are joined. */
  readonly loads: number;
  /** Ids that have to be fetched. */
  readonly missing: number;
}

export interface Batch {
  /** Calls that start in it belong to the batch. */
  readonly within: RunWithin;
  /** The batch ends when all of these have settled. */
  endAfter(responses: readonly Promise<unknown>[]): void;
}

/** @param loader its name */
export type StartBatch = (loader: string, counts: BatchCounts) => Batch;

const untraced: Batch = { within: (start) => start(), endAfter: () => undefined };

export function tracedBatches(trace: RequestTrace): StartBatch {
  return (loader, { loads, missing }) => {
    const attributes = { 'superoffice.loader': loader, 'superoffice.loads': loads, 'superoffice.missing': missing };
    const { span, context } = trace.start(`load ${loader}`, { attributes });
    if (!span.isRecording()) return untraced; // no SDK, or not sampled: calls belong to the operation
    return {
      within: (start) => trace.within(context, start),
      endAfter: (responses) => void Promise.allSettled(responses).then(() => span.end()),
    };
  };
}
