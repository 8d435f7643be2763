/** Connections for requests beside the API: one for each request, through the proxy where there is one. */
import { Agent, type ClientRequestArgs } from 'node:http';
import { Agent as SecureAgent } from 'node:https';
import { isIPv6 } from 'node:net';
import type { Duplex } from 'node:stream';
import type { SuperOfficeConfig } from '../config/superoffice-config.js';
import { proxyFor } from '../config/proxies.js';
import { tunnelThrough } from './proxy-tunnel.js';
import { contextTrusting } from './trusted-authorities.js';

export type SideConnectionConfig = Pick<SuperOfficeConfig, 'connectTimeoutMs' | 'certificateAuthorities' | 'proxies'>;

interface Tunnelled {
  readonly protocol: 'http:' | 'https:';
  /** What the request goes over, made of the tunnel. */
  over(tunnel: Duplex, options: ClientRequestArgs): Duplex | null | undefined;
}

function urlOf(protocol: string, { host, port }: ClientRequestArgs): URL {
  const name = host ?? '';
  return new URL(`${protocol}//${isIPv6(name) ? `[${name}]` : name}:${port ?? ''}`);
}

/** Has the agent go through the proxy, where there is one for the host that is asked. */
function throughProxies<Of extends Agent>(agent: Of, config: SideConnectionConfig, { protocol, over }: Tunnelled): Of {
  const connectDirectly = agent.createConnection.bind(agent);
  const timeoutMs = config.connectTimeoutMs;
  const secureContext = contextTrusting(config.certificateAuthorities);
  agent.createConnection = (options, callback) => {
    const url = urlOf(protocol, options);
    const proxy = proxyFor(config.proxies, url);
    if (!proxy) return connectDirectly(options, callback);
    const done = callback as (error: Error | null, connection?: Duplex | null) => void; // node's own comes without one on errors, too
    tunnelThrough({ proxy, url, timeoutMs, secureContext }).then(
      (tunnel) => done(null, over(tunnel, options)),
      (error: Error) => done(error),
    );
    return undefined;
  };
  return agent;
}

export function agentsFor(config: SideConnectionConfig): { readonly http: Agent; readonly https: SecureAgent } {
  const secureContext = contextTrusting(config.certificateAuthorities);
  const plain = new Agent({ keepAlive: false });
  const secure = new SecureAgent({ keepAlive: false, ...(secureContext && { secureContext }) });
  const connectSecurely = secure.createConnection.bind(secure);
  return {
    http: throughProxies(plain, config, { protocol: 'http:', over: (tunnel) => tunnel }),
    https: throughProxies(secure, config, {
      protocol: 'https:',
      over: (tunnel, options) => connectSecurely(Object.assign(options, { socket: tunnel })),
    }),
  };
}
