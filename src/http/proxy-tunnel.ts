/**
 * Connections through a proxy, by CONNECT (RFC 9110, 9.3.6): what goes over them, the proxy does not read, and one serves one caller only,
 * as those without a proxy do.
 */
import { request as plainRequest } from 'node:http';
import { request as secureRequest, type RequestOptions as SecureRequestOptions } from 'node:https';
import { isIP, isIPv6, type Socket } from 'node:net';
import type { SecureContext } from 'node:tls';
import { proxyFor, type Proxy } from '../config/proxies.js';
import type { SuperOfficeConfig } from '../config/superoffice-config.js';
import { contextTrusting } from './trusted-authorities.js';

/** Without the proxy's name, and what it answered: `code` tells what failed, as `transport-errors` reads it. */
export class ProxyError extends Error {
  override readonly name = 'ProxyError';

  constructor(readonly code: `PROXY_${string}`) {
    super(code);
  }
}

interface TunnelOptions {
  readonly proxy: Proxy;
  /** Of the target: its host and port count. */
  readonly url: URL;
  readonly timeoutMs: number;
  /** For a proxy that is reached by TLS; undefined: node's own. */
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
    servername: isIP(host) === 0 ? host : '', // or node takes it from the header, which names the target
    port,
    path: authority,
    headers: { host: authority, ...(proxy.authorization && { 'proxy-authorization': proxy.authorization }) },
    agent: false,
    rejectUnauthorized: true, // whatever NODE_TLS_REJECT_UNAUTHORIZED says
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
      reject(new ProxyError(`PROXY_STATUS_${statusCode}`)); // a target that speaks first is none of ours
    });
    request.end();
  });
}

/** What is configured of connections. */
export type ConnectionConfig = Pick<SuperOfficeConfig, 'connectTimeoutMs' | 'certificateAuthorities' | 'proxies'>;

export interface Target {
  readonly protocol: string;
  /** A name or an address, without brackets. */
  readonly host: string;
  /** Empty: the protocol's own. */
  readonly port: string | number;
}

/**
 * @returns the connection to the target, with nothing read from it; null: no proxy is between
 * @throws {ProxyError} `PROXY_STATUS_407` and the like: the proxy refused; `PROXY_ETIMEDOUT`: it did not answer in time; `PROXY_ECONNREFUSED` and
 * the like: it could not be reached
 */
export function tunnelTo({ protocol, host, port }: Target, config: ConnectionConfig): Promise<Socket> | null {
  const url = new URL(`${protocol}//${isIPv6(host) ? `[${host}]` : host}:${port}`);
  const proxy = proxyFor(config.proxies, url);
  if (!proxy) return null;
  const secureContext = contextTrusting(config.certificateAuthorities);
  return tunnelThrough({ proxy, url, timeoutMs: config.connectTimeoutMs, secureContext });
}
