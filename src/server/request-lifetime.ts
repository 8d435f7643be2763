/**
 * How long the work for one HTTP request may go on: until its deadline, or until the client has left.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { ClientLeftError } from '../errors/upstream-errors.js';
import type { Clock } from '../observability/clock.js';
import { deadlineWithin } from '../superoffice/deadline.js';
import { Ending, type EndSignal } from '../superoffice/end-signal.js';

export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

/** Operation timeouts that a client has to take its answer: one for the work, one for reading. */
const patience = 2;

/**
 * The socket is watched beside the response, because a response that waits behind another one on the same connection is never
 * told that the client has gone.
 * @returns a signal that aborts at the deadline or when the client leaves; its timer ends with the response
 */
export function requestLifetime(
  { request: { socket }, response }: Exchange,
  operationTimeoutMs: number,
  clock: Clock,
): EndSignal {
  const client = new Ending();
  const deadline = deadlineWithin(client, operationTimeoutMs, clock);
  const giveUp = setTimeout(() => response.destroy(), patience * operationTimeoutMs); // it is not being read
  const end = (): void => {
    clearTimeout(giveUp);
    socket.removeListener('close', end);
    response.removeListener('close', end);
    if (!response.writableFinished) client.abort(new ClientLeftError('the client has left'));
    deadline[Symbol.dispose]();
  };
  socket.setMaxListeners(0); // a client may send many requests ahead
  socket.once('close', end);
  response.once('close', end);
  return deadline.signal;
}
