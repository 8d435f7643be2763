/**
 * Detects the end of an HTTP request: its response was sent, or its client has left. The listeners release what was acquired for it.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';

export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
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
