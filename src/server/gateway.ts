/**
 * Assembles the gateway from its parts, listens, and stops without losing a request.
 */
import type { GatewayConfig } from '../config/gateway-config.js';
import { systemClock, type Clock } from '../base/clock.js';
import type { Logger } from '../observability/logger.js';
import { gatewayMetrics, type GatewayMetrics } from '../observability/metrics.js';
import { servedVariant } from '../subgraph/schema-variant.js';
import { subgraphSchema } from '../subgraph/subgraph-schema.js';
import { startedApolloServer } from './graphql/apollo-server.js';
import { ClientConnections } from './http/client-connections.js';
import { documentAdmission } from './documents/document-admission.js';
import { sharedDocuments } from './documents/shared-documents.js';
import { DocumentStore } from './documents/document-store.js';
import { connectionLimits, httpServer } from './http/http-server.js';
import { metricsListener } from './http/metrics-server.js';
import { listenAt } from './http/listening.js';
import { operationRules } from './graphql/operation-rules.js';
import { fastPath } from './graphql/fast-path.js';
import { routerCheck, type RouterCheck } from './authentication/router-access.js';
import { stopGracefully } from './http/shutdown.js';
import { openReplicas } from '../redis/replicas.js';
import { SignalBus } from '../signals/signal.js';
import { LiveStreams } from './streams/live-streams.js';
import { connectSignals } from './tenants/replica-signals.js';
import { servedTenants } from './tenants/tenants.js';

export interface Gateway extends AsyncDisposable {
  /** The origin that it listens on, e.g. `http://127.0.0.1:4000`; without BASE_PATH. */
  readonly url: string;
  /** The origin of METRICS_LISTEN_PORT; null: metrics are served at `url`, or are off. */
  readonly metricsUrl: string | null;
  /** Reports not ready, then accepts no new connections, and stops after the last response or after the drain time. */
  stop(): Promise<void>;
}

export interface GatewayOptions {
  readonly config: GatewayConfig;
  /** SuperOffice's base URL, or the embedded emulator's; ends in `/api/v1`. null: the base URL of the configured tenant. */
  readonly baseUrl: string | null;
  readonly logger: Logger;
  /** Default: the system clock. */
  readonly clock?: Clock;
}

async function replicasFor({ config, logger, clock = systemClock }: GatewayOptions, metrics: GatewayMetrics) {
  if (config.redis === null) return null;
  const secret = config.principalKey ?? ''; // is set with REDIS_URL
  const replicas = await openReplicas({ config: config.redis, secret, clock, logger });
  metrics.redisAvailable.readFrom(() => Number(replicas.redis.isAvailable));
  return replicas;
}

async function gatewayFor(options: GatewayOptions, router: RouterCheck): Promise<Gateway> {
  const { config, logger, clock = systemClock } = options;
  const metrics = gatewayMetrics();
  const schema = subgraphSchema(config);
  const admitDocument = documentAdmission({ config, schema, router, logger, metrics });
  const bus = new SignalBus();
  const replicas = await replicasFor(options, metrics);
  const tenants = servedTenants({ ...options, clock, metrics, bus, replicas });
  const live = config.live && new LiveStreams([...tenants.byName.values()].flatMap((tenant) => tenant.live ?? []));
  const signals = live && replicas && connectSignals(tenants, replicas, { bus, clock });
  const rules = operationRules(config, clock);
  const documents = new DocumentStore();
  const automatic = config.documents.automatic ? sharedDocuments(replicas?.redis ?? null) : null;
  const apollo = await startedApolloServer({ config, schema, documents, automatic, rules, logger, metrics });
  const readiness = { isReady: true, schema: servedVariant(config) };
  const connections = new ClientConnections(() => metrics.refusals.inc({ reason: 'requests-ahead' }));
  const server = await httpServer({
    ...{ config, tenants, metrics, router, clock, logger },
    apollo,
    fastPath: fastPath({ schema, documents, automatic, rules }),
    readiness,
    connections,
    admitDocument,
    rules,
    live,
  });
  let stopped: Promise<void> | null = null;
  const others = [tenants, router, signals, replicas];
  const parts = { config: config.server, readiness, server, apollo, connections, live, others };
  const stop = (): Promise<void> => (stopped ??= stopGracefully(parts));
  try {
    const urls = await listenAt(config.server, server, () =>
      connections.serve(connectionLimits(config.server), metricsListener(tenants.metrics, clock)),
    );
    return { ...urls, stop, [Symbol.asyncDispose]: stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** @throws {InvalidSettingsError} trusted documents that do not fit the schema */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const router = routerCheck(options.config.router, options.logger);
  try {
    return await gatewayFor(options, router);
  } catch (error) {
    router[Symbol.dispose](); // stops following files
    throw error;
  }
}
