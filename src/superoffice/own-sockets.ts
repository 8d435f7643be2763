/**
 * Keep-alive connections that are never shared between callers. A server or proxy that is one answer behind on a connection
 * answers the next request with what the request before was given: behind another's credentials that would be another's data.
 */
import { createHash } from 'node:crypto';
import { Agent as HttpAgent, type AgentOptions } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { isRecord, type CarrierRecord } from './carrier-record.js';
import { requestHeaders } from './request-headers.js';

const callers = new WeakMap<object, string>();

function callerOf(headers: CarrierRecord): string {
  const known = callers.get(headers);
  if (known !== undefined) return known;
  const hash = createHash('sha256');
  for (const { name } of requestHeaders) hash.update(JSON.stringify([name, headers[name] ?? null]));
  const caller = hash.digest('base64url');
  callers.set(headers, caller);
  return caller;
}

/** Part of the name of the pool that a request's socket comes from and goes back to. */
const poolOf = (options: unknown): string =>
  isRecord(options) && isRecord(options['headers']) ? callerOf(options['headers']) : '';

/** Connections that have answered about another session. */
const doubted = new WeakSet<Duplex>();

/**
 * Ends a connection whose answer was somebody else's: at once when it is idle. When another call of the same caller has been
 * given it already, after that call, whose answer is checked as well.
 */
export function abandon(socket: Socket, { http, https }: SocketPools): void {
  doubted.add(socket);
  const isIdle = [http, https].some(({ freeSockets }) =>
    Object.values(freeSockets).some((sockets) => sockets?.includes(socket)),
  );
  if (!isIdle) return;
  socket.destroy();
  socket.emit('agentRemove'); // until its close event, node's agent would give it out, destroyed as it is
}

class OwnHttpSockets extends HttpAgent {
  override keepSocketAlive(socket: Duplex): void {
    return doubted.has(socket) ? undefined : super.keepSocketAlive(socket); // node reads a boolean, its types say void
  }

  override getName(options?: Parameters<HttpAgent['getName']>[0]): string {
    return `${super.getName(options)}:${poolOf(options)}`;
  }
}

class OwnHttpsSockets extends HttpsAgent {
  override keepSocketAlive(socket: Duplex): void {
    return doubted.has(socket) ? undefined : super.keepSocketAlive(socket); // node reads a boolean, its types say void
  }

  override getName(options?: Parameters<HttpsAgent['getName']>[0]): string {
    return `${super.getName(options)}:${poolOf(options)}`;
  }
}

export interface SocketPools extends Disposable {
  readonly http: HttpAgent;
  readonly https: HttpsAgent;
}

/** The options' limits hold for each caller; how many calls there are in all is the queue's business. */
export function ownSockets(options: AgentOptions): SocketPools {
  const [http, https] = [new OwnHttpSockets(options), new OwnHttpsSockets(options)];
  return {
    http,
    https,
    [Symbol.dispose]: () => {
      http.destroy();
      https.destroy();
    },
  };
}
