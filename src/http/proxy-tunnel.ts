/**
 * Tunnels through a proxy, by CONNECT (RFC 9110, 9.3.6). With https, the proxy cannot read the traffic. Each tunnel serves one caller only,
 * like a direct connection.
 */
import { request as plainRequest } from 'node:http';
import { request as secureRequest, type RequestOptions as SecureRequestOptions } from 'node:https';
import { isIP, isIPv6, type Socket } from 'node:net';
import type { SecureContext } from 'node:tls';
import { proxyFor, type Proxy } from '../config/proxies.js';
import type { SuperOfficeConfig } from '../config/superoffice-config.js';
import { contextTrusting } from './trusted-authorities.js';

/** Contains neither the proxy's name nor its response; transport-errors reads what failed from `code`. */
export class ProxyError extends Error {
  override readonly name = 'ProxyError';

  constructor(readonly code: `PROXY_${string}`) {
    super(code);
  }
}

interface TunnelOptions {
  readonly proxy: Proxy;
  /** The target's URL; only its host and port are used. */
  readonly url: URL;
  readonly timeoutMs: number;
  /** For an https proxy; undefined: node's default. */
  readonly secureContext: SecureContext | undefined;
}

function requestOptions({ proxy, url, secureContext }: TunnelOptions): SecureRequestOptions {
  const authority = `${url.hostname}:${url.port || (url.protocol === 'https:' ? 443 : 80)}`;
  const { hostname, port, protocol } = new URL(proxy.origin);
  const host = hostname.replace(/^\[|\]$/g, '');
  return {
    method: 'CONNECT',
    protocol,
    hostname: host,
    servername: isIP(host) === 0 ? host : '', // otherwise node uses the host header, which names the target
    port,
    path: authority,
    headers: { host: authority, ...(proxy.authorization && { 'proxy-authorization': proxy.authorization }) },
    agent: false,
    rejectUnauthorized: true, // regardless of NODE_TLS_REJECT_UNAUTHORIZED
    ...(secureContext && { secureContext }),
  };
}

function codeOf(error: Error): `PROXY_${string}` {
  return error instanceof ProxyError ? error.code : `PROXY_${'code' in error ? String(error.code) : 'ERROR'}`;
}

function tunnelThrough(options: TunnelOptions): Promise<Socket> {
  const isSecure = options.proxy.origin.startsWith('https:');
  return new Promise((resolve, reject) => {
    const request = (isSecure ? secureRequest : plainRequest)(requestOptions(options));
    const timer = setTimeout(() => request.destroy(new ProxyError('PROXY_ETIMEDOUT')), options.timeoutMs);
    request.once('error', (error) => {
      clearTimeout(timer);
      reject(new ProxyError(codeOf(error)));
    });
    request.once('connect', ({ statusCode = 0 }, socket: Socket, head: Buffer) => {
      clearTimeout(timer);
      if (statusCode >= 200 && statusCode < 300 && head.length === 0) return resolve(socket);
      socket.destroy();
      reject(new ProxyError(`PROXY_STATUS_${statusCode}`)); // or the target sent bytes first, which HTTP and TLS servers do not
    });
    request.end();
  });
}

export type ConnectionConfig = Pick<SuperOfficeConfig, 'connectTimeoutMs' | 'certificateAuthorities' | 'proxies'>;

export interface Target {
  readonly protocol: string;
  /** Name or IP address, without brackets. */
  readonly host: string;
  /** Empty: the protocol's default. */
  readonly port: string | number;
}

/**
 * @returns the connection to the target, with nothing read from it; null: no proxy is configured for the target
 * @throws {ProxyError} `PROXY_STATUS_…` (e.g. 407): the proxy refused; `PROXY_ETIMEDOUT`: it did not respond in time; `PROXY_E…` (e.g.
 *   ECONNREFUSED): it could not be reached
 */
export function tunnelTo({ protocol, host, port }: Target, config: ConnectionConfig): Promise<Socket> | null {
  const url = new URL(`${protocol}//${isIPv6(host) ? `[${host}]` : host}:${port}`);
  const proxy = proxyFor(config.proxies, url);
  if (!proxy) return null;
  const secureContext = contextTrusting(config.certificateAuthorities);
  return tunnelThrough({ proxy, url, timeoutMs: config.connectTimeoutMs, secureContext });
}
