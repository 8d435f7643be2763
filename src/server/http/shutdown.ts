/**
 * Stops the gateway in this order: /ready returns 503, load balancers have time to notice, no new connections are accepted, requests
 * on open connections complete within the drain time, connections to SuperOffice are closed.
 */
import { setTimeout as delay } from 'node:timers/promises';
import type { ApolloServer } from '@apollo/server';
import type { FastifyInstance } from 'fastify';
import type { ServerConfig } from '../../config/server-config.js';
import type { GatewayContext } from '../../context.js';
import type { ClientConnections } from './client-connections.js';
import type { Readiness } from './health.js';

export interface StoppableParts {
  readonly config: ServerConfig;
  readonly readiness: Readiness;
  readonly server: FastifyInstance;
  readonly apollo: ApolloServer<GatewayContext>;
  readonly connections: ClientConnections;
  /** null: there are no subscriptions. */
  readonly live: StoppableStreams | null;
  /** Is disposed of at the end, in this order. */
  readonly others: readonly (Disposable | null)[];
}

export interface StoppableStreams extends Disposable {
  /** Ends all streams evenly within this time. */
  drain(withinMs: number): Promise<void>;
}

/** Share of the drain time in which idle connections stay open, for a request that is on its way. */
const idleShare = 0.1;

/** Share of the drain time in which streams end one after the other, so that their clients do not return all at once. */
const streamShare = 0.5;

export async function stopGracefully(parts: StoppableParts): Promise<void> {
  const { config, readiness, server, apollo, connections, live, others } = parts;
  readiness.isReady = false;
  if (config.shutdownDelayMs > 0) {
    connections.drain();
    await delay(config.shutdownDelayMs);
  }
  const drainMs = config.drainTimeoutMs;
  try {
    const isDrained = live?.drain(streamShare * drainMs);
    await connections.end({ idleMs: idleShare * drainMs, drainMs });
    await isDrained;
    await server.close();
    await apollo.stop();
  } finally {
    for (const part of [live, ...others]) part?.[Symbol.dispose]();
  }
}
