/**
 * Limits the work for one HTTP request: it ends at the deadline, or when the client leaves.
 */
import { ClientLeftError, noResultWithin } from '../../errors/upstream-errors.js';
import type { Clock } from '../../base/clock.js';
import { deadlineWithin } from '../../base/deadline.js';
import { LightAbortController, type AbortSignalLike } from '../../base/abort-signal.js';
import { whenRequestIsDone, type Exchange } from './request-end.js';

/** The connection is closed after this many operation timeouts: one for the work, one for the client to read the response. */
const maxTimeouts = 2;

export interface LifetimeOptions {
  /** Limit for the operation. */
  readonly timeoutMs: number;
  readonly clock: Clock;
  /** Is called when the response was sent, or when the client has left. */
  onEnd(): void;
}

/** @returns a signal that aborts at the deadline or when the client leaves; its timer ends with the request */
export function requestLifetime(exchange: Exchange, { timeoutMs, clock, onEnd }: LifetimeOptions): AbortSignalLike {
  const { response } = exchange;
  const client = new LightAbortController();
  const deadline = deadlineWithin(client, { limitMs: timeoutMs, clock, expired: noResultWithin });
  const readTimer = setTimeout(() => response.destroy(), maxTimeouts * timeoutMs); // the client does not read the response
  whenRequestIsDone(exchange, () => {
    clearTimeout(readTimer);
    if (!response.writableFinished) client.abort(new ClientLeftError('the client has left'));
    deadline[Symbol.dispose]();
    onEnd();
  });
  return deadline.signal;
}
