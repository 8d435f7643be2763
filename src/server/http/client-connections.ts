/**
 * The connections of clients. Requests that a client sends ahead on one connection are handled one after the other: the next one
 * begins when the response before it has left the process. So a client that does not read has at most one request in work.
 */
import { createServer, type RequestListener, type Server, type ServerOptions } from 'node:http';
import { Server as NetServer, type Socket } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { whenRequestEnds, type Exchange } from './request-end.js';

/** Requests of one connection that wait for their responses. Node parses a whole chunk before a connection can be paused. */
const maxOutstanding = 16;

/** Turns of the event loop in which connections that have arrived are accepted before listening ends; node accepts one in each. */
const maxAcceptingTurns = 100;

/** A turn may end before it has come to accepting. */
const maxQuietTurns = 3;

export interface EndingTimes {
  /** How long connections without a request stay open for one that is on its way. */
  readonly idleMs: number;
  /** After which all connections are cut. */
  readonly drainMs: number;
}

interface Connection {
  /** The first one is being handled. */
  readonly outstanding: Exchange[];
}

export class ClientConnections {
  readonly #servers: Server[] = [];
  readonly #open = new Map<Socket, Connection>();
  #accepted = 0;
  #isDraining = false;
  #isClosingIdle = false;
  #whenAllClosed: (() => void) | null = null;

  /** @param onOverload a connection was closed because its client has sent too many requests ahead */
  constructor(private readonly onOverload: () => void) {}

  /** A server whose requests reach `listener` in turn. */
  serve(options: ServerOptions, listener: RequestListener): Server {
    const server = createServer(options, (request, response) => this.#take({ request, response }, listener));
    server.on('connection', (socket: Socket) => this.#admit(socket));
    this.#servers.push(server);
    return server;
  }

  /** From now on a connection ends with its last outstanding response. */
  drain(): void {
    this.#isDraining = true;
  }

  /** Whether the response to this request is the last one on its connection. */
  endsAfter({ socket }: Exchange['request']): boolean {
    return this.#isDraining && (this.#open.get(socket)?.outstanding.length ?? 0) <= 1;
  }

  /**
   * Accepts no more connections, and ends when there are none left: those that are idle are closed after `idleMs`, one in each turn of the
   * event loop, so that a request that has arrived by then is read before.
   */
  async end({ idleMs, drainMs }: EndingTimes): Promise<void> {
    await this.#acceptArrived();
    for (const server of this.#servers) NetServer.prototype.close.call(server); // http's own closes idle connections at once
    this.drain(); // not before: clients would come back
    await this.#allClosed(idleMs);
    await this.#closeIdle();
    await this.#allClosed(drainMs - idleMs);
    for (const socket of this.#open.keys()) socket.destroy();
  }

  /** Resolves when no connection is open any more, or after this time. */
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

  #admit(socket: Socket): void {
    void socket.remoteAddress; // node remembers it for when the client has left
    this.#accepted += 1;
    this.#open.set(socket, { outstanding: [] });
    socket.once('close', () => {
      this.#open.delete(socket);
      if (this.#open.size === 0) this.#whenAllClosed?.();
    });
  }

  #take(exchange: Exchange, listener: RequestListener): void {
    const { socket } = exchange.request;
    const connection = this.#open.get(socket);
    if (!connection || socket.destroyed) return; // the rest of a chunk is parsed after the connection was closed
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
    let quietTurns = 0;
    for (let turn = 0; turn < maxAcceptingTurns && quietTurns < maxQuietTurns; turn += 1) {
      const before = this.#accepted;
      await nextTurn();
      quietTurns = this.#accepted === before ? quietTurns + 1 : 0;
    }
  }

  async #closeIdle(): Promise<void> {
    this.#isClosingIdle = true;
    for (const [socket, connection] of this.#open) {
      await nextTurn();
      closeIfIdle(socket, connection);
    }
  }
}

function closeIfIdle(socket: Socket, { outstanding }: Connection): void {
  if (outstanding.length === 0) socket.destroy();
}
