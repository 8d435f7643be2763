/** Many clients at once that are slow to send headers or bodies, or to read. */
import { connect, type Socket } from 'node:net';

export interface SlowClients extends Disposable {
  readonly open: () => number;
  readonly closed: () => number;
  /** Clients that did not read start to: a paused socket does not notice that the other side has closed. */
  wake(): void;
}

export interface SlowOptions {
  readonly count: number;
  /** Sent at once. */
  readonly greeting: string;
  /** Then this, repeatedly. */
  readonly drip?: { readonly text: string; readonly everyMs: number };
  /** The client does not read. */
  readonly isDeaf?: boolean;
}

export async function slowClients(
  url: string,
  { count, greeting, drip, isDeaf = false }: SlowOptions,
): Promise<SlowClients> {
  const port = Number(new URL(url).port);
  const sockets = new Set<Socket>();
  let closed = 0;
  const one = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.write(greeting);
        resolve();
      });
      sockets.add(socket);
      socket.on('error', reject); // no effect once it has connected
      socket.once('close', () => {
        sockets.delete(socket);
        closed += 1;
      });
      if (isDeaf) socket.pause();
      else socket.resume();
    });
  await Promise.all(Array.from({ length: count }, one));
  const timer = drip && setInterval(() => sockets.forEach((socket) => socket.write(drip.text)), drip.everyMs);
  return {
    open: () => sockets.size,
    closed: () => closed,
    wake: () => sockets.forEach((socket) => socket.resume()),
    [Symbol.dispose]: () => {
      clearInterval(timer);
      sockets.forEach((socket) => socket.destroy());
    },
  };
}
