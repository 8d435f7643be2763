/**
 * Time limits as disposable values, so that no timer and no listener outlives the call that it was made for.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { UpstreamTimedOutError } from '../errors/upstream-errors.js';
import type { Clock } from '../observability/clock.js';

export interface Deadline extends Disposable {
  /** Aborts at the deadline, or when the outer signal does. */
  readonly signal: AbortSignal;
  /** Milliseconds until then; 0 once it has aborted. The outer deadline is not looked into. */
  remainingMs(): number;
}

/** @param outer a signal that ends this deadline too: the operation's */
export function deadlineWithin(outer: AbortSignal, limitMs: number, clock: Pick<Clock, 'monotonicMs'>): Deadline {
  const controller = new AbortController();
  const { signal } = controller;
  const endMs = clock.monotonicMs() + limitMs;
  const expire = (): void => controller.abort(new UpstreamTimedOutError(`no result within ${limitMs} ms`));
  const follow = (): void => controller.abort(outer.reason);
  const timer = setTimeout(expire, limitMs);
  if (outer.aborted) follow();
  outer.addEventListener('abort', follow, { once: true });
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
export async function untilAborted<Value>(shared: Promise<Value>, signal: AbortSignal): Promise<Value> {
  let leave = (): void => undefined;
  const left = new Promise<never>((_resolve, reject) => {
    leave = () => reject(signal.reason as Error); // ours, or node's
    if (signal.aborted) leave();
    signal.addEventListener('abort', leave, { once: true });
  });
  try {
    return await Promise.race([shared, left]);
  } finally {
    signal.removeEventListener('abort', leave);
  }
}

/** @throws the signal's reason when it aborts before the time is over */
export async function pause(durationMs: number, signal: AbortSignal): Promise<void> {
  await delay(durationMs, undefined, { signal }).catch(() => {
    throw signal.reason; // node's own error says only that it was aborted
  });
}
