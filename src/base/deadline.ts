/**
 * Time limits as disposable values, so that no timer and no listener outlives the call that it was made for.
 */
import { UpstreamTimedOutError } from '../errors/upstream-errors.js';
import type { Clock } from './clock.js';
import { Ending, type EndSignal } from './abort-signal.js';

export interface Deadline extends Disposable {
  /** Aborts at the deadline, or when the outer signal does. */
  readonly signal: EndSignal;
  /** Milliseconds until then; 0 once it has aborted. The outer deadline is not looked into. */
  remainingMs(): number;
}

class DeadlineOfCall extends Ending implements Deadline {
  readonly signal = this;
  private readonly timer: NodeJS.Timeout;
  private readonly endMs: number;
  private readonly follow = (): void => this.abort(this.outer.reason);

  constructor(
    private readonly outer: EndSignal,
    limitMs: number,
    private readonly clock: Pick<Clock, 'monotonicMs'>,
  ) {
    super();
    this.endMs = clock.monotonicMs() + limitMs;
    this.timer = setTimeout(() => this.abort(new UpstreamTimedOutError(`no result within ${limitMs} ms`)), limitMs);
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
export function deadlineWithin(outer: EndSignal, limitMs: number, clock: Pick<Clock, 'monotonicMs'>): Deadline {
  return new DeadlineOfCall(outer, limitMs, clock);
}

/** What many wait for, for one of them: his leaving ends only his waiting. @throws the signal's reason when it aborts first */
export async function untilAborted<Value>(shared: Promise<Value>, signal: EndSignal): Promise<Value> {
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
export async function pause(durationMs: number, signal: EndSignal): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<void>((resolve) => (timer = setTimeout(resolve, durationMs)));
  try {
    await untilAborted(over, signal);
  } finally {
    clearTimeout(timer);
  }
}
