/**
 * The end of the gateway, in order: /ready says 503, load balancers get time to notice, no new connections, requests in flight
 * complete within the drain time, connections to SuperOffice close.
 */
import { setTimeout as delay } from 'node:timers/promises';
import type { ApolloServer } from '@apollo/server';
import type { FastifyInstance } from 'fastify';
import type { ServerConfig } from '../config/gateway-config.js';
import type { GatewayContext } from '../context.js';
import type { Readiness } from './health.js';

export interface StoppableParts {
  readonly config: ServerConfig;
  readonly readiness: Readiness;
  readonly server: FastifyInstance;
  readonly apollo: ApolloServer<GatewayContext>;
  readonly client: Disposable;
  readonly closeUnused: () => void;
}

export async function stopGracefully(parts: StoppableParts): Promise<void> {
  const { config, readiness, server, apollo, client, closeUnused } = parts;
  readiness.isReady = false;
  if (config.shutdownDelayMs > 0) await delay(config.shutdownDelayMs);
  const overtime = setTimeout(() => server.server.closeAllConnections(), config.drainTimeoutMs);
  try {
    const closed = server.close();
    closeUnused();
    await closed;
    await apollo.stop();
  } finally {
    clearTimeout(overtime);
    client[Symbol.dispose]();
  }
}
