/**
 * How long the work for one HTTP request may go on: until its deadline, or until the client has left.
 */
import { ClientLeftError, noResultWithin } from '../../errors/upstream-errors.js';
import type { Clock } from '../../base/clock.js';
import { deadlineWithin } from '../../base/deadline.js';
import { LightAbortController, type AbortSignalLike } from '../../base/abort-signal.js';
import { whenRequestEnds, type Exchange } from './request-end.js';

/** Operation timeouts that a client has to take its answer: one for the work, one for reading. */
const patience = 2;

export interface LifetimeOptions {
  /** For the whole operation. */
  readonly timeoutMs: number;
  readonly clock: Clock;
  /** Is called when the response is sent, or when the client has left. */
  onEnd(): void;
}

/** @returns a signal that aborts at the deadline or when the client leaves; its timer ends with the request */
export function requestLifetime(exchange: Exchange, { timeoutMs, clock, onEnd }: LifetimeOptions): AbortSignalLike {
  const { response } = exchange;
  const client = new LightAbortController();
  const deadline = deadlineWithin(client, { limitMs: timeoutMs, clock, expired: noResultWithin });
  const giveUp = setTimeout(() => response.destroy(), patience * timeoutMs); // it is not being read
  whenRequestEnds(exchange, () => {
    clearTimeout(giveUp);
    if (!response.writableFinished) client.abort(new ClientLeftError('the client has left'));
    deadline[Symbol.dispose]();
    onEnd();
  });
  return deadline.signal;
}
