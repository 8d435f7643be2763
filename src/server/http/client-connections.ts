/**
 * The connections of clients. Pipelined requests on one connection are handled one after the other: the next one begins when the
 * previous response has left the process. So a client that does not read has at most one request in progress.
 */
import { createServer, type RequestListener, type Server, type ServerOptions } from 'node:http';
import { Server as NetServer, type Socket } from 'node:net';
import { setImmediate as nextIteration } from 'node:timers/promises';
import { whenRequestEnds, type Exchange } from './request-end.js';

/** Requests of one connection without a response. Node parses a complete chunk before a connection can be paused. */
const maxOutstanding = 16;

/** Iterations of the event loop that accept pending connections before listening ends; node accepts one connection in each. */
const maxAcceptingIterations = 100;

/** An iteration may end before it accepts a connection. */
const maxIdleIterations = 3;

export interface DrainTimes {
  /** How long idle connections stay open for a request that is on its way. */
  readonly idleMs: number;
  /** After this time all connections are closed. */
  readonly drainMs: number;
}

interface Connection {
  readonly server: Server;
  /** The first one is in progress, the others wait. */
  readonly outstanding: Exchange[];
  /** It is a WebSocket, which its owner closes. */
  isUpgraded: boolean;
}

export class ClientConnections {
  readonly #servers: Server[] = [];
  readonly #open = new Map<Socket, Connection>();
  #accepted = 0;
  #isDraining = false;
  #isClosingIdle = false;
  #whenAllClosed: (() => void) | null = null;

  /** @param onOverload is called when a connection is closed because its client has pipelined too many requests */
  constructor(private readonly onOverload: () => void) {}

  /** @returns a server that passes the requests of a connection to `listener` one after the other */
  serve(options: ServerOptions, listener: RequestListener): Server {
    const server = createServer(options, (request, response) => this.#enqueue({ request, response }, listener));
    server.on('connection', (socket: Socket) => this.#track(socket, server));
    this.#servers.push(server);
    return server;
  }

  /** From now on a connection is closed after its last outstanding response. */
  drain(): void {
    this.#isDraining = true;
  }

  /** The connection is a WebSocket from now on. */
  keepOpen(socket: Socket): void {
    const connection = this.#open.get(socket);
    if (connection) connection.isUpgraded = true;
  }

  /** Parses what the socket has to read as HTTP from its beginning: node has given the connection up. */
  readAgain(socket: Socket): void {
    this.#open.get(socket)?.server.emit('connection', socket);
  }

  /** Whether the response to this request is the last one on its connection. */
  endsAfter({ socket }: Exchange['request']): boolean {
    return this.#isDraining && (this.#open.get(socket)?.outstanding.length ?? 0) <= 1;
  }

  /**
   * Accepts no more connections, and resolves when none are open. Idle connections are closed after `idleMs`, one per iteration of the
   * event loop, so that a request that has arrived by then is read first.
   */
  async end({ idleMs, drainMs }: DrainTimes): Promise<void> {
    await this.#acceptArrived();
    for (const server of this.#servers) NetServer.prototype.close.call(server); // the close of http.Server would close idle connections at once
    this.drain(); // not earlier: clients would reconnect
    await this.#allClosed(idleMs);
    await this.#closeIdle();
    await this.#allClosed(drainMs - idleMs);
    for (const socket of this.#open.keys()) socket.destroy();
  }

  /** Resolves when no connection is open, or after this time. */
  #allClosed(withinMs: number): Promise<void> {
    if (this.#open.size === 0) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, withinMs);
      this.#whenAllClosed = (): void => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  #track(socket: Socket, server: Server): void {
    if (this.#open.has(socket)) return; // it is read again
    void socket.remoteAddress; // node caches it, so that it is known after the client has left
    this.#accepted += 1;
    this.#open.set(socket, { server, outstanding: [], isUpgraded: false });
    socket.once('close', () => {
      this.#open.delete(socket);
      if (this.#open.size === 0) this.#whenAllClosed?.();
    });
  }

  #enqueue(exchange: Exchange, listener: RequestListener): void {
    const { socket } = exchange.request;
    const connection = this.#open.get(socket);
    if (!connection || socket.destroyed) return; // node parses the rest of a chunk after the connection was closed
    const { outstanding } = connection;
    if (outstanding.length >= maxOutstanding) {
      this.onOverload();
      socket.destroy();
      return;
    }
    outstanding.push(exchange);
    if (outstanding.length === 1) this.#handle(exchange, connection, listener);
  }

  #handle(exchange: Exchange, connection: Connection, listener: RequestListener): void {
    const { outstanding } = connection;
    const { request, response } = exchange;
    whenRequestEnds(exchange, () => {
      outstanding.shift();
      const [next] = outstanding;
      if (request.socket.destroyed) outstanding.length = 0;
      else if (next) this.#handle(next, connection, listener);
      else if (this.#isClosingIdle) setImmediate(() => closeIfIdle(request.socket, connection));
    });
    listener(request, response);
  }

  async #acceptArrived(): Promise<void> {
    let idle = 0;
    for (let count = 0; count < maxAcceptingIterations && idle < maxIdleIterations; count += 1) {
      const before = this.#accepted;
      await nextIteration();
      idle = this.#accepted === before ? idle + 1 : 0;
    }
  }

  async #closeIdle(): Promise<void> {
    this.#isClosingIdle = true;
    for (const [socket, connection] of this.#open) {
      await nextIteration();
      closeIfIdle(socket, connection);
    }
  }
}

function closeIfIdle(socket: Socket, { outstanding, isUpgraded }: Connection): void {
  if (outstanding.length === 0 && !isUpgraded) socket.destroy();
}
