/**
 * Selects the proxy of a request by UPSTREAM_PROXY or by the common variables HTTPS_PROXY, HTTP_PROXY and NO_PROXY, also in lower case.
 * Requests to loopback never use a proxy.
 */
import { BlockList, isIP } from 'node:net';
import type { Environment } from './environment.js';

export interface Proxy {
  /** With scheme and port, without credentials. */
  readonly origin: string;
  /** The value of Proxy-Authorization; null: the header is not sent. */
  readonly authorization: string | null;
}

/** Proxies by the scheme of the requested URL; null: the request goes directly. */
export interface Proxies {
  readonly https: Proxy | null;
  readonly http: Proxy | null;
  /** The items of NO_PROXY, in lower case: requests to these hosts go directly. */
  readonly exceptions: readonly string[];
}

export const noProxies: Proxies = { https: null, http: null, exceptions: [] };

/** @param text with or without `http://` @returns null: it is not the URL of an HTTP proxy */
export function proxyAt(text: string): Proxy | null {
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`;
  const url = URL.canParse(withScheme) ? new URL(withScheme) : null;
  if (!url || !['http:', 'https:'].includes(url.protocol)) return null;
  return { origin: url.origin, authorization: authorizationOf(url) };
}

function authorizationOf({ username, password }: URL): string | null {
  if (username === '' && password === '') return null;
  const [user, secret] = [username, password].map(decodedOrAsIs);
  return `Basic ${Buffer.from(`${user}:${secret}`).toString('base64')}`;
}

function decodedOrAsIs(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a lone % is literal
  }
}

const variable = (environment: Environment, name: string): string | undefined =>
  environment[name.toLowerCase()] || environment[name] || undefined;

/** Warnings about variables that are not the URL of an HTTP proxy, e.g. of a SOCKS proxy: these requests go directly. */
export function unusableProxies(environment: Environment, upstreamProxy: string | undefined): readonly string[] {
  if (upstreamProxy !== undefined) return [];
  return ['HTTPS_PROXY', 'HTTP_PROXY'].flatMap((name) => {
    const text = variable(environment, name);
    if (text === undefined || proxyAt(text)) return [];
    return [`${name}: expected a URL such as http://proxy.example.com:3128, it is ignored.`];
  });
}

/** @param upstreamProxy UPSTREAM_PROXY: `off`, or the proxy of all requests; undefined: the environment's variables apply */
export function proxiesOf(environment: Environment, upstreamProxy: string | undefined): Proxies {
  if (upstreamProxy === 'off') return noProxies;
  const proxyFor = (name: string): Proxy | null => {
    const text = upstreamProxy ?? variable(environment, name);
    return text === undefined ? null : proxyAt(text);
  };
  const exceptions = (variable(environment, 'NO_PROXY') ?? '').toLowerCase().split(/[\s,]+/);
  return {
    https: proxyFor('HTTPS_PROXY'),
    http: proxyFor('HTTP_PROXY'),
    exceptions: exceptions.filter((item) => item !== ''),
  };
}

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

const familyOf = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

const isLoopback = (host: string): boolean =>
  isIP(host) === 0 ? /(^|\.)localhost$/.test(host) : loopback.check(host, familyOf(host));

/** Whether an address is in a network such as 10.0.0.0/8. */
function isWithin(host: string, network: string): boolean {
  const [address = '', bits = ''] = network.split('/');
  const family = familyOf(address);
  if (isIP(host) === 0 || isIP(address) === 0 || !/^\d{1,3}$/.test(bits)) return false;
  if (Number(bits) > (family === 'ipv6' ? 128 : 32)) return false;
  const list = new BlockList();
  list.addSubnet(address, Number(bits), family);
  return list.check(host, familyOf(host));
}

/** `example.com` includes its subdomains; `.example.com` matches the subdomains only. */
function isExcepted(host: string, port: string, exception: string): boolean {
  if (exception === '*' || isWithin(host, exception)) return true;
  const [, name = '', onlyPort = port] =
    /^\[?(.*?)\]?(?::(\d+))?$/.exec(isIP(exception) === 6 ? `[${exception}]` : exception) ?? [];
  const domain = name.replace(/^\*(?=\.)/, '');
  if (onlyPort !== port || domain === '') return false;
  return domain.startsWith('.') ? host.endsWith(domain) : host === domain || host.endsWith(`.${domain}`);
}

/** @returns null: the request goes directly */
export function proxyFor({ https, http, exceptions }: Proxies, url: URL): Proxy | null {
  const isSecure = url.protocol === 'https:';
  const proxy = isSecure ? https : http;
  const host = url.hostname.replace(/^\[|\]$/g, '').toLowerCase();
  const port = url.port || (isSecure ? '443' : '80');
  if (proxy === null || isLoopback(host)) return null;
  return exceptions.some((exception) => isExcepted(host, port, exception)) ? null : proxy;
}
