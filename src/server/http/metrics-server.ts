/**
 * GET /metrics for Prometheus: beside everything else, or on a port of its own, which an ingress does not lead to.
 */
import type { RequestListener } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { cachedFor } from '../../base/cached-for.js';
import type { Clock } from '../../base/clock.js';
import type { GatewayMetrics } from '../../observability/metrics.js';

/** Writing all metrics takes milliseconds. */
const keptMs = 1_000;

const textOf = ({ registry }: GatewayMetrics, clock: Clock): (() => Promise<Buffer>) =>
  cachedFor(keptMs, clock, async () => Buffer.from(await registry.metrics()));

export function registerMetricsRoute(server: FastifyInstance, metrics: GatewayMetrics, clock: Clock): void {
  const text = textOf(metrics, clock);
  server.get('/metrics', async (_request, reply) => reply.type(metrics.registry.contentType).send(await text()));
}

/** For a server that answers nothing else. */
export function metricsListener(metrics: GatewayMetrics, clock: Clock): RequestListener {
  const text = textOf(metrics, clock);
  return ({ method, url = '' }, response) => {
    if (method !== 'GET' || !/^\/metrics($|\?)/.test(url)) return void response.writeHead(404).end();
    text().then(
      (bytes) => response.writeHead(200, { 'content-type': metrics.registry.contentType }).end(bytes),
      () => response.writeHead(500).end(),
    );
  };
}
