/**
 * Keep-alive connections to SuperOffice. Each belongs to one caller, runs one exchange at a time, and is kept only after its response
 * matched the request: a server or proxy that is one response behind on a connection returns to a request the response to the previous
 * one. With other credentials, that would be another caller's data.
 */
import type { Socket } from 'node:net';
import { buildConnector, Client, type Dispatcher } from 'undici';
import type { SuperOfficeConfig } from '../config/superoffice-config.js';
import { skipInformationalResponses, type InformationalResponses } from './informational-responses.js';
import { tunnelTo } from './proxy-tunnel.js';
import { contextTrusting } from './trusted-authorities.js';

export interface CallerConnection {
  /** Sends one request; undici connects when there is no open socket. */
  dispatch(request: Dispatcher.DispatchOptions, reader: Dispatcher.DispatchHandler): void;
  /** The socket is open, or was open since it was acquired: SuperOffice may have read the request. */
  wasConnected(): boolean;
  /** The socket was idle when it was acquired, and was not replaced since: it may have been closed by the server. */
  isReused(): boolean;
  /** The exchange has ended with a matching response: the caller may use the connection again. Connections of actions are closed. */
  release(): void;
  /** Closes the connection and aborts its exchange. */
  close(): void;
}

export interface CallerConnections extends Disposable {
  /** @param caller the owner of the connection; null: the connection is for this exchange only */
  /** @param isLive the caller has streams, and will use the connection again, perhaps after a while */
  acquire(origin: string, caller: string | null, isLive?: boolean): CallerConnection;
}

interface ReusableConnection extends CallerConnection {
  reuse(): void;
}

/** Idle connections of all callers together: more than MAX_SUBSCRIPTIONS by default, or reads for streams would need new ones. */
const defaultMaxIdle = 6_000;

/** Maximum, even if the server offers more. */
const maxIdleMs = 600_000;

/** Idle time of a caller's connection that has streams, unless the server gives another. */
const liveKeepAliveMs = 60_000;

/** Deadlines limit responses, so undici's timeouts are off. */
const clientOptions = (keepAliveMs: number): Client.Options => ({
  headersTimeout: 0,
  bodyTimeout: 0,
  keepAliveTimeout: keepAliveMs, // unless the server sends `Keep-Alive`
  keepAliveMaxTimeout: maxIdleMs,
  keepAliveTimeoutThreshold: 1_000, // before the server's own timeout
  pipelining: 1,
});

/**
 * One connector for all connections: it caches TLS sessions. Certificates are checked regardless of NODE_TLS_REJECT_UNAUTHORIZED. Where
 * there is a proxy, TLS goes through a tunnel.
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
 * Idle connections by key: origin and caller. No entry is empty.
 * @param maxPerKey as many as a caller may use at once; with fewer, each operation would have to open connections
 */
function idleConnections(maxPerKey: number, maxIdle: number) {
  const byKey = new Map<string, ReusableConnection[]>();
  let count = 0;
  return {
    /** @returns the most recently used one */
    take(key: string): ReusableConnection | undefined {
      const idle = byKey.get(key);
      const last = idle?.pop();
      if (idle?.length === 0) byKey.delete(key);
      if (last) count -= 1;
      return last;
    },
    /** At the limit of all callers, closes a connection of the least recently used key. @returns false: the key has enough */
    add(key: string, connection: ReusableConnection): boolean {
      const idle = byKey.get(key) ?? [];
      if (idle.length >= maxPerKey) return false;
      const [oldest] = count >= maxIdle ? byKey.values() : [];
      oldest?.[0]?.close(); // this calls drop
      idle.push(connection);
      count += 1;
      byKey.delete(key); // moves the key to the end: most recently used
      byKey.set(key, idle);
      return true;
    },
    drop(key: string, connection: ReusableConnection): void {
      const idle = byKey.get(key) ?? [];
      const index = idle.indexOf(connection);
      if (index < 0) return;
      idle.splice(index, 1);
      count -= 1;
      if (idle.length === 0) byKey.delete(key);
    },
  };
}

interface ConnectionCallbacks {
  /** @returns false: there is no room for another idle connection */
  keepIdle(connection: ReusableConnection): boolean;
  onClose(connection: ReusableConnection): void;
}

/** @param clientFor creates the client, which reports each socket */
function reusableConnection(
  clientFor: (onSocket: (socket: Socket) => void) => Client,
  { keepIdle, onClose }: ConnectionCallbacks,
): ReusableConnection {
  const state = { isOpen: false, isIdle: false, wasOpen: false, isReused: false };
  let informational: InformationalResponses | null = null;
  const client = clientFor((socket) => {
    informational = skipInformationalResponses(socket);
    state.isOpen = state.wasOpen = true;
    state.isReused = false;
  });
  const connection: ReusableConnection = {
    dispatch: (request, reader) => {
      informational?.expectHead();
      client.dispatch(request, reader);
    },
    wasConnected: () => state.wasOpen,
    isReused: () => state.isReused,
    release: () => {
      state.isIdle = state.isOpen && keepIdle(connection);
      if (!state.isIdle) connection.close();
    },
    reuse: () => {
      state.isIdle = false;
      state.wasOpen = state.isReused = state.isOpen;
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

/** Creates factories of clients that report their sockets. */
function clientsFor(config: SuperOfficeConfig) {
  const connect = connectorFor(config);
  const ordinary = clientOptions(config.keepAliveMs);
  const live = clientOptions(Math.max(config.keepAliveMs, liveKeepAliveMs));
  return (origin: string, isLive: boolean) => (onSocket: (socket: Socket) => void) =>
    new Client(origin, {
      ...(isLive ? live : ordinary),
      connect: (target, done) =>
        connect(target, (...[error, socket]: buildConnector.CallbackArgs) => {
          if (error) return done(error, null);
          onSocket(socket);
          done(null, socket);
        }),
    });
}

export function callerConnections(config: SuperOfficeConfig, maxIdle = defaultMaxIdle): CallerConnections {
  const clientFor = clientsFor(config);
  const idle = idleConnections(config.maxPerPrincipal, maxIdle);
  const all = new Set<CallerConnection>();

  function create(origin: string, key: string | null, isLive: boolean): CallerConnection {
    const connection = reusableConnection(clientFor(origin, isLive), {
      keepIdle: (released) => key !== null && idle.add(key, released),
      onClose: (closed) => {
        all.delete(closed);
        if (key !== null) idle.drop(key, closed);
      },
    });
    all.add(connection);
    return connection;
  }

  return {
    acquire: (origin, caller, isLive = false) => {
      const key = caller === null ? null : `${origin} ${caller}`;
      const idleConnection = key === null ? undefined : idle.take(key);
      idleConnection?.reuse();
      return idleConnection ?? create(origin, key, isLive);
    },
    [Symbol.dispose]: () => [...all].forEach((connection) => connection.close()),
  };
}
