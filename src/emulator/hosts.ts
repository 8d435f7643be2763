/**
 * The emulator's listening sockets: the port it was started on, and one for each host that a tenant has moved to.
 */
import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';

export class Hosts {
  readonly #servers: Server[] = [];
  readonly #listener: RequestListener;
  readonly #address: string;

  /** @param address to listen on */
  constructor(listener: RequestListener, address: string) {
    this.#listener = listener;
    this.#address = address;
  }

  /** @param port 0 takes a free one @returns the port @throws {Error} node's own, e.g. EADDRINUSE */
  async open(port: number): Promise<number> {
    const server = createServer(this.#listener);
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen({ host: this.#address, port }, () => {
        server.off('error', reject);
        resolve();
      });
    });
    this.#servers.push(server);
    const address = server.address();
    return typeof address === 'object' && address !== null ? address.port : port;
  }

  originOf(port: number): string {
    return `http://${this.#address.includes(':') ? `[${this.#address}]` : this.#address}:${port}`;
  }

  /** Immediate: open connections are destroyed. */
  async close(): Promise<void> {
    await Promise.all(this.#servers.splice(0).map(closeServer));
  }
}

async function closeServer(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  await closed;
}
