/**
 * Connections that have never carried a whole request: spare ones of browsers and load balancers. Node does not count them as
 * idle, so they would hold a stopping server open until the drain time is over.
 */
import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** @returns closes those that are unused now */
export function unusedConnections(server: Server): () => void {
  const unused = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    unused.add(socket);
    socket.once('close', () => unused.delete(socket));
  });
  server.on('request', ({ socket }) => unused.delete(socket));
  return () => unused.forEach((socket) => socket.destroy());
}
