/**
 * How long the work for one HTTP request may go on: until its deadline, or until the client has left.
 */
import type { ServerResponse } from 'node:http';
import { UpstreamUnavailableError } from '../errors/upstream-errors.js';
import type { Clock } from '../observability/clock.js';
import { deadlineWithin } from '../superoffice/deadline.js';

/** @returns a signal that aborts at the deadline or when the client leaves; its timer ends with the response */
export function requestLifetime(response: ServerResponse, operationTimeoutMs: number, clock: Clock): AbortSignal {
  const client = new AbortController();
  const deadline = deadlineWithin(client.signal, operationTimeoutMs, clock);
  response.once('close', () => {
    if (!response.writableFinished) client.abort(new UpstreamUnavailableError('the client has left'));
    deadline[Symbol.dispose]();
  });
  return deadline.signal;
}
