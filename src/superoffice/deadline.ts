/**
 * Time limits as disposable values, so that no timer and no listener outlives the call that it was made for.
 */
import { UpstreamTimedOutError } from '../errors/upstream-errors.js';
import type { Clock } from '../observability/clock.js';
import { Ending, type EndSignal } from './end-signal.js';

export interface Deadline extends Disposable {
  /** Aborts at the deadline, or when the outer signal does. */
  readonly signal: EndSignal;
  /** Milliseconds until then; 0 once it has aborted. The outer deadline is not looked into. */
  remainingMs(): number;
}

/** @param outer a signal that ends this deadline too: the operation's */
export function deadlineWithin(outer: EndSignal, limitMs: number, clock: Pick<Clock, 'monotonicMs'>): Deadline {
  const signal = new Ending();
  const endMs = clock.monotonicMs() + limitMs;
  const timer = setTimeout(() => {
    signal.abort(new UpstreamTimedOutError(`no result within ${limitMs} ms`));
  }, limitMs);
  const follow = (): void => signal.abort(outer.reason);
  if (outer.aborted) follow();
  else outer.addEventListener('abort', follow);
  return {
    signal,
    remainingMs: () => (signal.aborted ? 0 : Math.max(0, endMs - clock.monotonicMs())),
    [Symbol.dispose]: () => {
      clearTimeout(timer);
      outer.removeEventListener('abort', follow);
    },
  };
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
