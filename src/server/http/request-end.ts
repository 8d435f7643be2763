/**
 * The end of an HTTP request, whichever way it comes: its response is sent, or its client has left. What is acquired for a request
 * is released here.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';

export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

/**
 * Calls `end` once, at once where the client has left already. The socket is watched beside the response: node does not close a
 * response that waits behind another one on a connection that is cut.
 */
export function whenRequestEnds({ request: { socket }, response }: Exchange, end: () => void): void {
  if (socket.destroyed || response.closed) return end();
  let isEnded = false; // when a connection is cut, node closes its response from within the end of the socket: both listeners run
  const ended = (): void => {
    if (isEnded) return;
    isEnded = true;
    socket.removeListener('close', ended);
    response.removeListener('close', ended);
    end();
  };
  socket.setMaxListeners(0); // a client may send many requests ahead
  socket.once('close', ended);
  response.once('close', ended);
}
