/** Time limits as disposable values, so that no timer and no listener outlives its call. */
import type { Clock } from './clock.js';
import { LightAbortController, type AbortSignalLike } from './abort-signal.js';

export interface Deadline extends Disposable {
  /** Aborts at the deadline, or when the outer signal aborts. */
  readonly signal: AbortSignalLike;
  /** Milliseconds until the deadline; 0 once the signal has aborted. The outer deadline is not considered. */
  remainingMs(): number;
}

export interface TimeLimit {
  readonly limitMs: number;
  readonly clock: Pick<Clock, 'monotonicMs'>;
  /** Creates the abort reason when the time is over. */
  expired(limitMs: number): Error;
}

class DeadlineOfCall extends LightAbortController implements Deadline {
  readonly signal = this;
  private readonly clock: TimeLimit['clock'];
  private readonly timer: NodeJS.Timeout;
  private readonly endMs: number;
  private readonly follow = (): void => this.abort(this.outer.reason);

  constructor(
    private readonly outer: AbortSignalLike,
    { limitMs, clock, expired }: TimeLimit,
  ) {
    super();
    this.clock = clock;
    this.endMs = clock.monotonicMs() + limitMs;
    this.timer = setTimeout(() => this.abort(expired(limitMs)), limitMs);
    if (outer.aborted) this.follow();
    else outer.addEventListener('abort', this.follow);
  }

  remainingMs(): number {
    return this.aborted ? 0 : Math.max(0, this.endMs - this.clock.monotonicMs());
  }

  [Symbol.dispose](): void {
    clearTimeout(this.timer);
    this.outer.removeEventListener('abort', this.follow);
  }
}

/** @param outer the operation's signal, which aborts this deadline too */
export function deadlineWithin(outer: AbortSignalLike, limit: TimeLimit): Deadline {
  return new DeadlineOfCall(outer, limit);
}

/** Waits for a promise that several callers share; an abort ends only this wait. @throws the signal's reason, if it aborts first */
export async function untilAborted<Value>(shared: Promise<Value>, signal: AbortSignalLike): Promise<Value> {
  let abort = (): void => undefined;
  const aborted = new Promise<never>((_resolve, reject) => {
    abort = () => reject(signal.reason as Error); // reasons are errors, of the gateway or of node
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort);
  });
  try {
    return await Promise.race([shared, aborted]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}

/** @throws the signal's reason, if it aborts before the time is over */
export async function pause(durationMs: number, signal: AbortSignalLike): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const elapsed = new Promise<void>((resolve) => (timer = setTimeout(resolve, durationMs)));
  try {
    await untilAborted(elapsed, signal);
  } finally {
    clearTimeout(timer);
  }
}
