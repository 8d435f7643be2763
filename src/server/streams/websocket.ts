/**
 * WebSockets at /graphql, with the protocol graphql-transport-ws. The library has the protocol; this adapter limits it, closes sockets
 * with codes from which clients return, and detects clients that are gone.
 */
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { CloseCode, handleProtocols, makeServer, type WebSocket as ProtocolSocket } from 'graphql-ws';
import { WebSocketServer, type RawData, type WebSocket } from 'ws';
import { randomId } from '../../base/randomness.js';
import type { Logger } from '../../observability/logger.js';
import type { ClientConnections } from '../http/client-connections.js';
import { refuseUpgrade, resumeAsRequest, upgradeRefusal, type UpgradeRules } from './websocket-upgrade.js';
import { SocketOperations, type SocketParts } from './websocket-operations.js';

export interface WebSocketParts extends SocketParts, UpgradeRules {
  readonly connections: ClientConnections;
  readonly logger: Logger;
  readonly maxPayload: number;
  readonly maxSockets: number;
  /** Milliseconds between two pings. */
  readonly heartbeatMs: number;
  /** Milliseconds after which a socket is closed. */
  readonly maxAgeMs: number;
}

/** In which a client has to send connection_init. */
const initTimeoutMs = 3_000;

/** A client that has not answered as many pings is gone. */
const maxUnanswered = 2;

export interface WebSockets {
  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Asks all clients to come back later. */
  close(): void;
}

/** Bytes for a client that does not read: larger than any event. */
const maxBufferedBytes = 16 * 1_048_576;

/** Ends the socket when its client is gone, or does not read, and at its age: streams end at theirs, and the socket with them. */
function limitLife(socket: WebSocket, operations: SocketOperations, parts: WebSocketParts): void {
  const { clock, heartbeatMs, maxAgeMs } = parts;
  const endsAtMs = clock.monotonicMs() + maxAgeMs;
  let [sent, answered] = [0, 0];
  const timer = setInterval(() => {
    const isOld = operations.isIdle && clock.monotonicMs() > endsAtMs;
    if (isOld) socket.close(1012, 'Service restart');
    else if (sent - answered > maxUnanswered) socket.terminate();
    else socket.ping(String((sent += 1)));
  }, heartbeatMs);
  socket.on('pong', (data) => (answered = Math.max(answered, Math.min(sent, Number(data.toString()) || 0))));
  socket.on('ping', () => dropIfUnread(socket));
  socket.once('close', () => {
    clearInterval(timer);
  });
}

function dropIfUnread(socket: WebSocket): void {
  if (socket.bufferedAmount > maxBufferedBytes) socket.terminate();
}

const textOf = (data: RawData): string =>
  (Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data as Buffer)).toString(); // no other type arrives

/** Resolves when the message has left the process, so that a slow client delays the events that follow. */
const send = (socket: WebSocket, text: string): Promise<void> =>
  new Promise((resolve) => {
    dropIfUnread(socket);
    if (socket.readyState !== socket.OPEN) resolve();
    else socket.send(text, () => resolve());
  });

/** @returns graphql-ws's view of a socket */
function adapterOf(socket: WebSocket, logger: Logger): ProtocolSocket {
  return {
    protocol: socket.protocol,
    send: (text) => send(socket, text),
    close: (code, reason) => socket.close(code, reason),
    onPing: () => send(socket, '{"type":"pong"}'), // without the client's payload
    onMessage: (take) =>
      socket.on('message', (data) => {
        if (socket.readyState !== socket.OPEN) return; // it was closed for an earlier message
        take(textOf(data)).catch((error: unknown) => {
          const stack = error instanceof Error ? error.stack : undefined; // a bug in the gateway
          logger.error({ event: 'error', code: 'INTERNAL_SERVER_ERROR', stack }, 'the gateway failed');
          socket.close(CloseCode.InternalServerError, 'Internal server error');
        });
      }),
  };
}

function serve(parts: WebSocketParts, socket: WebSocket, request: IncomingMessage): void {
  const operations = new SocketOperations(parts, request, socket);
  const protocol = makeServer({ connectionInitWaitTimeout: initTimeoutMs, ...operations.options });
  limitLife(socket, operations, parts);
  const closed = protocol.opened(adapterOf(socket, parts.logger), {});
  socket.on('error', () => socket.terminate()); // a frame that is no frame, or too large
  socket.once('close', (code, reason) => {
    operations.end();
    void closed(code, reason.toString());
  });
}

export function webSockets(parts: WebSocketParts): WebSockets {
  const { connections, maxPayload, maxSockets } = parts;
  const library = new WebSocketServer({
    noServer: true,
    maxPayload,
    perMessageDeflate: false,
    clientTracking: true,
    handleProtocols,
  });
  return {
    accept(request, socket, head) {
      if (request.headers.upgrade?.toLowerCase() !== 'websocket')
        return resumeAsRequest(connections, request, { socket, head });
      socket.on('error', () => socket.destroy());
      const status = library.clients.size >= maxSockets ? 503 : upgradeRefusal(parts, request);
      if (status !== null) return refuseUpgrade(socket, status, randomId());
      connections.keepOpen(socket as Socket); // node passes the socket of the connection
      library.handleUpgrade(request, socket, head, (opened) => serve(parts, opened, request));
    },
    close() {
      for (const socket of library.clients) socket.close(1012, 'Service restart');
    },
  };
}
