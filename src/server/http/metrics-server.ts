/**
 * GET /metrics for Prometheus: on the gateway's port, or on a separate port that an ingress does not expose.
 */
import type { RequestListener } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { cachedFor } from '../../base/cached-for.js';
import type { Clock } from '../../base/clock.js';
import { joinedMetrics, metricsType, type GatewayMetrics } from '../../observability/metrics.js';

/** The text is cached, because formatting all metrics takes milliseconds. */
const cacheMs = 1_000;

const textOf = (metrics: readonly GatewayMetrics[], clock: Clock): (() => Promise<Buffer>) =>
  cachedFor(cacheMs, clock, async () => Buffer.from(await joinedMetrics(metrics)));

export function registerMetricsRoute(server: FastifyInstance, metrics: readonly GatewayMetrics[], clock: Clock): void {
  const text = textOf(metrics, clock);
  server.get('/metrics', async (_request, reply) => reply.type(metricsType).send(await text()));
}

/** For a server that serves only metrics. */
export function metricsListener(metrics: readonly GatewayMetrics[], clock: Clock): RequestListener {
  const text = textOf(metrics, clock);
  return ({ method, url = '' }, response) => {
    if (method !== 'GET' || !/^\/metrics($|\?)/.test(url)) return void response.writeHead(404).end();
    text().then(
      (bytes) => response.writeHead(200, { 'content-type': metricsType }).end(bytes),
      () => response.writeHead(500).end(),
    );
  };
}
