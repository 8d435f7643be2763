/**
 * Time limits as disposable values, so that no timer and no listener outlives the call that it was made for.
 */
import { setMaxListeners } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { UpstreamTimedOutError } from '../errors/upstream-errors.js';

export interface Deadline extends Disposable {
  /** Aborts at the deadline, or when the outer signal does. */
  readonly signal: AbortSignal;
}

/** @param outer a signal that ends this deadline too: the operation's */
export function deadlineWithin(outer: AbortSignal, limitMs: number): Deadline {
  const controller = new AbortController();
  setMaxListeners(0, controller.signal); // one operation may have a hundred calls on it
  const expire = (): void => controller.abort(new UpstreamTimedOutError(`no result within ${limitMs} ms`));
  const follow = (): void => controller.abort(outer.reason);
  const timer = setTimeout(expire, limitMs);
  if (outer.aborted) follow();
  outer.addEventListener('abort', follow, { once: true });
  return {
    signal: controller.signal,
    [Symbol.dispose]: () => {
      clearTimeout(timer);
      outer.removeEventListener('abort', follow);
    },
  };
}

/** Settles as the work does, or rejects with the signal's reason as soon as it aborts; the work itself is not stopped. */
export function untilAborted<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise<Value>((resolve, reject) => {
    const abort = (): void => reject(signal.reason);
    signal.addEventListener('abort', abort, { once: true });
    if (signal.aborted) abort();
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

/** @throws the signal's reason when it aborts before the time is over */
export async function pause(durationMs: number, signal: AbortSignal): Promise<void> {
  await untilAborted(delay(durationMs, undefined, { signal, ref: false }), signal);
}
