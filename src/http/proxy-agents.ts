/** Agents for auth-http-client: one connection per request, through a proxy where one is configured. */
import { Agent, type ClientRequestArgs } from 'node:http';
import { Agent as SecureAgent } from 'node:https';
import type { Duplex } from 'node:stream';
import { tunnelTo, type ConnectionConfig } from './proxy-tunnel.js';
import { contextTrusting } from './trusted-authorities.js';

/** Creates the connection of the request over the tunnel. */
type OverTunnel = (tunnel: Duplex, options: ClientRequestArgs) => Duplex | null | undefined;

/** Makes the agent connect through the proxy, where one is configured for the host. */
function throughProxies<Of extends Agent>(agent: Of, config: ConnectionConfig, over: OverTunnel): Of {
  const connectDirectly = agent.createConnection.bind(agent);
  const protocol = agent instanceof SecureAgent ? 'https:' : 'http:';
  agent.createConnection = (options, callback) => {
    const tunnel = tunnelTo({ protocol, host: options.host ?? '', port: options.port ?? '' }, config);
    if (!tunnel) return connectDirectly(options, callback);
    const done = callback as (error: Error | null, connection?: Duplex | null) => void; // node also calls it without a connection on errors
    tunnel.then(
      (socket) => done(null, over(socket, options)),
      (error: Error) => done(error),
    );
    return undefined;
  };
  return agent;
}

export function agentsFor(config: ConnectionConfig): { readonly http: Agent; readonly https: SecureAgent } {
  const secureContext = contextTrusting(config.certificateAuthorities);
  const secure = new SecureAgent({ keepAlive: false, ...(secureContext && { secureContext }) });
  const connectSecurely = secure.createConnection.bind(secure);
  return {
    http: throughProxies(new Agent({ keepAlive: false }), config, (tunnel) => tunnel),
    https: throughProxies(secure, config, (tunnel, options) =>
      connectSecurely(Object.assign(options, { socket: tunnel })),
    ),
  };
}
