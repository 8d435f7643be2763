/**
 * Keep-alive connections that are never shared between callers. A server or proxy that is one answer behind on a connection
 * answers the next request with what the request before was given: behind another's credentials that would be another's data.
 */
import { createHash } from 'node:crypto';
import { Agent as HttpAgent, type AgentOptions } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
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

class OwnHttpSockets extends HttpAgent {
  override getName(options?: Parameters<HttpAgent['getName']>[0]): string {
    return `${super.getName(options)}:${poolOf(options)}`;
  }
}

class OwnHttpsSockets extends HttpsAgent {
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
