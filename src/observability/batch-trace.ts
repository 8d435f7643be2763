/**
 * The span of one batch of a loader: from the tick in which its loads are joined until the last of its calls is answered.
 */
import type { RequestTrace } from './request-trace.js';

/** Runs what begins calls of a batch. */
export type Within = <Value>(start: () => Value) => Value;

/** What a batch joins. */
export interface BatchFigures {
  /** That asked for something. */
  readonly loads: number;
  /** Ids that have to be fetched. */
  readonly missing: number;
}

export interface Batch {
  /** Calls begun in here are the batch's. */
  readonly within: Within;
  /** The batch is over when all of these are, however they end. */
  endAfter(answers: readonly Promise<unknown>[]): void;
}

/** @param loader its name */
export type BeginBatch = (loader: string, figures: BatchFigures) => Batch;

const untraced: Batch = { within: (start) => start(), endAfter: () => undefined };

export const untracedBatches: BeginBatch = () => untraced;

/** @param trace null: no span is recorded */
export function tracedBatches(trace: RequestTrace | null): BeginBatch {
  if (trace === null) return untracedBatches;
  return (loader, { loads, missing }) => {
    const attributes = { 'superoffice.loader': loader, 'superoffice.loads': loads, 'superoffice.missing': missing };
    const { span, place } = trace.begin(`load ${loader}`, { attributes });
    if (!span.isRecording()) return untraced; // no SDK, or not sampled: calls go on under the operation
    return {
      within: (start) => trace.within(place, start),
      endAfter: (answers) => void Promise.allSettled(answers).then(() => span.end()),
    };
  };
}
