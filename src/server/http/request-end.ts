/**
 * Detects the end of an HTTP request: its response was sent, or its client has left. The listeners release what was acquired for it.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { mediaTypeFor } from './media-type.js';

export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

/** Ends what was acquired for requests whose response has become a stream. */
const streaming = new WeakMap<ServerResponse, Set<() => void>>();

/** The response is a stream from now on: for the limits of requests, the request has ended. */
export function becomeStream({ response }: Pick<Exchange, 'response'>): void {
  for (const end of streaming.get(response) ?? []) end();
  streaming.delete(response);
}

/** Like `whenRequestEnds`, but for what a stream does not need: also when the response becomes a stream. */
export function whenRequestIsDone(exchange: Exchange, end: () => void): void {
  const { request, response } = exchange;
  if (mediaTypeFor(request.headers.accept).stream === null) return whenRequestEnds(exchange, end);
  let isDone = false;
  const done = (): void => {
    if (!isDone) end();
    isDone = true;
    streaming.get(response)?.delete(done);
  };
  const all = streaming.get(response) ?? new Set();
  streaming.set(response, all.add(done));
  whenRequestEnds(exchange, done);
}

/**
 * Calls `end` once; immediately if the client has already left. It listens to the socket in addition to the response, because node
 * does not close a response that waits behind another one on a connection that is cut.
 */
export function whenRequestEnds({ request: { socket }, response }: Exchange, end: () => void): void {
  if (socket.destroyed || response.closed) return end();
  let isEnded = false; // when a connection is cut, node closes its response while it closes the socket, so both listeners run
  const ended = (): void => {
    if (isEnded) return;
    isEnded = true;
    socket.removeListener('close', ended);
    response.removeListener('close', ended);
    end();
  };
  socket.setMaxListeners(0); // a client may pipeline many requests
  socket.once('close', ended);
  response.once('close', ended);
}
