/**
 * Keep-alive connections to SuperOffice. Each belongs to one caller, carries one exchange at a time, and is kept only when its answer was
 * found to be the one that was asked for: a server or proxy that is one answer behind on a connection answers the next request
 * with what the request before was given, and behind another's credentials that would be another's data.
 */
import type { Socket } from 'node:net';
import { buildConnector, Client, type Dispatcher } from 'undici';
import type { SuperOfficeConfig } from '../config/superoffice-config.js';
import { withoutInterimAnswers, type InterimAnswers } from './informational-responses.js';
import { tunnelTo } from './proxy-tunnel.js';
import { contextTrusting } from './trusted-authorities.js';

export interface CallerConnection {
  /** The one request that is under way; undici makes the connection when there is none. */
  dispatch(request: Dispatcher.DispatchOptions, answer: Dispatcher.DispatchHandler): void;
  /** It stands, or has stood since it was taken: SuperOffice may have read the request. */
  wasConnected(): boolean;
  /** It was idle when it was taken, and has not been made anew since: it may have died meanwhile. */
  isReused(): boolean;
  /** Its exchange is over and nothing is in doubt: it may serve its caller again. Actions' connections are closed. */
  release(): void;
  /** Ends it with whatever is under way on it. */
  close(): void;
}

export interface CallerConnections extends Disposable {
  /** @param caller whose connection it is; null: for this exchange only */
  acquire(origin: string, caller: string | null): CallerConnection;
}

/** One that can be handed out again. */
interface KeptConnection extends CallerConnection {
  retake(): void;
}

/** Idle connections of all callers together: each is a socket. */
const maxIdleOfAll = 2_000;

/** However long the server offers. */
const longestIdleMs = 600_000;

/** Timers of answers are the deadline's business, so undici's are off. */
const clientOptions = ({ keepAliveMs }: SuperOfficeConfig): Client.Options => ({
  headersTimeout: 0,
  bodyTimeout: 0,
  keepAliveTimeout: keepAliveMs, // where the server says nothing of it in `Keep-Alive`
  keepAliveMaxTimeout: longestIdleMs,
  keepAliveTimeoutThreshold: 1_000, // before the server's own end of patience
  pipelining: 1,
});

/**
 * One for all connections: it remembers TLS sessions. Certificates are checked whatever NODE_TLS_REJECT_UNAUTHORIZED says. Where there is
 * a proxy, TLS goes through a tunnel.
 */
function connectorFor(config: SuperOfficeConfig): buildConnector.connector {
  const secureContext = contextTrusting(config.certificateAuthorities);
  const connect = buildConnector({
    timeout: config.connectTimeoutMs,
    rejectUnauthorized: true,
    ...(secureContext && { secureContext }),
  });
  return (target, done) => {
    const { protocol, hostname: host, port } = target;
    const tunnel = tunnelTo({ protocol, host, port }, config);
    if (!tunnel) return connect(target, done);
    tunnel.then(
      (httpSocket) => (protocol === 'https:' ? connect({ ...target, httpSocket }, done) : done(null, httpSocket)),
      (error: Error) => done(error, null),
    );
  };
}

/**
 * Idle connections by place: an origin and a caller. No entry is empty.
 * @param maxPerPlace as many as a caller may use at once, or some would be made anew for each operation
 */
function idleConnections(maxPerPlace: number, maxIdle: number) {
  const byPlace = new Map<string, KeptConnection[]>();
  let count = 0;
  return {
    /** The one that was used last. */
    take(place: string): KeptConnection | undefined {
      const idle = byPlace.get(place);
      const last = idle?.pop();
      if (idle?.length === 0) byPlace.delete(place);
      if (last) count -= 1;
      return last;
    },
    /** Where there are enough, the one that has been idle longest is closed. @returns false: its place has enough */
    add(place: string, connection: KeptConnection): boolean {
      const idle = byPlace.get(place) ?? [];
      if (idle.length >= maxPerPlace) return false;
      const [oldest] = count >= maxIdle ? byPlace.values() : [];
      oldest?.[0]?.close(); // which drops it
      idle.push(connection);
      count += 1;
      byPlace.delete(place); // the last in order is the one that was used last
      byPlace.set(place, idle);
      return true;
    },
    drop(place: string, connection: KeptConnection): void {
      const idle = byPlace.get(place) ?? [];
      const index = idle.indexOf(connection);
      if (index < 0) return;
      idle.splice(index, 1);
      count -= 1;
      if (idle.length === 0) byPlace.delete(place);
    },
  };
}

interface ConnectionEnds {
  /** @returns whether there is room for another idle one */
  giveBack(connection: KeptConnection): boolean;
  onClose(connection: KeptConnection): void;
}

/** @param clientFor makes the client; it tells of each socket */
function keptConnection(
  clientFor: (onSocket: (socket: Socket) => void) => Client,
  { giveBack, onClose }: ConnectionEnds,
): KeptConnection {
  const state = { isOpen: false, isIdle: false, hasStood: false, isReused: false };
  let interim: InterimAnswers | null = null;
  const client = clientFor((socket) => {
    interim = withoutInterimAnswers(socket);
    state.isOpen = state.hasStood = true;
    state.isReused = false;
  });
  const connection: KeptConnection = {
    dispatch: (request, answer) => {
      interim?.expectHead();
      client.dispatch(request, answer);
    },
    wasConnected: () => state.hasStood,
    isReused: () => state.isReused,
    release: () => {
      state.isIdle = state.isOpen && giveBack(connection);
      if (!state.isIdle) connection.close();
    },
    retake: () => {
      state.isIdle = false;
      state.hasStood = state.isReused = state.isOpen;
    },
    close: () => {
      onClose(connection);
      client.destroy(null, () => undefined);
    },
  };
  client.on('disconnect', () => {
    state.isOpen = false;
    if (state.isIdle) connection.close();
  });
  return connection;
}

/** Makers of clients that tell of their sockets. */
function clientsFor(config: SuperOfficeConfig) {
  const connect = connectorFor(config);
  const options = clientOptions(config);
  return (origin: string) => (onSocket: (socket: Socket) => void) =>
    new Client(origin, {
      ...options,
      connect: (target, done) =>
        connect(target, (...[error, socket]: buildConnector.CallbackArgs) => {
          if (error) return done(error, null);
          onSocket(socket);
          done(null, socket);
        }),
    });
}

export function callerConnections(config: SuperOfficeConfig, maxIdle = maxIdleOfAll): CallerConnections {
  const clientFor = clientsFor(config);
  const idle = idleConnections(config.maxPerPrincipal, maxIdle);
  const all = new Set<CallerConnection>();

  function made(origin: string, place: string | null): CallerConnection {
    const connection = keptConnection(clientFor(origin), {
      giveBack: (kept) => place !== null && idle.add(place, kept),
      onClose: (kept) => {
        all.delete(kept);
        if (place !== null) idle.drop(place, kept);
      },
    });
    all.add(connection);
    return connection;
  }

  return {
    acquire: (origin, caller) => {
      const place = caller === null ? null : `${origin} ${caller}`;
      const known = place === null ? undefined : idle.take(place);
      known?.retake();
      return known ?? made(origin, place);
    },
    [Symbol.dispose]: () => [...all].forEach((connection) => connection.close()),
  };
}
