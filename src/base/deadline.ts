/**
 * Time limits as disposable values, so that no timer and no listener outlives the call that it was made for.
 */
import type { Clock } from './clock.js';
import { LightAbortController, type AbortSignalLike } from './abort-signal.js';

export interface Deadline extends Disposable {
  /** Aborts at the deadline, or when the outer signal does. */
  readonly signal: AbortSignalLike;
  /** Milliseconds until then; 0 once it has aborted. The outer deadline is not looked into. */
  remainingMs(): number;
}

export interface TimeLimit {
  readonly limitMs: number;
  readonly clock: Pick<Clock, 'monotonicMs'>;
  /** Creates the signal's reason when the time is over. */
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

/** @param outer a signal that ends this deadline too: the operation's */
export function deadlineWithin(outer: AbortSignalLike, limit: TimeLimit): Deadline {
  return new DeadlineOfCall(outer, limit);
}

/** What many wait for, for one of them: his leaving ends only his waiting. @throws the signal's reason when it aborts first */
export async function untilAborted<Value>(shared: Promise<Value>, signal: AbortSignalLike): Promise<Value> {
  let leave = (): void => undefined;
  const left = new Promise<never>((_resolve, reject) => {
    leave = () => reject(signal.reason as Error); // ours, or node's
    if (signal.aborted) leave();
    signal.addEventListener('abort', leave);
  });
  try {
    return await Promise.race([shared, left]);
  } finally {
    signal.removeEventListener('abort', leave);
  }
}

/** @throws the signal's reason when it aborts before the time is over */
export async function pause(durationMs: number, signal: AbortSignalLike): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<void>((resolve) => (timer = setTimeout(resolve, durationMs)));
  try {
    await untilAborted(over, signal);
  } finally {
    clearTimeout(timer);
  }
}
