/**
 * Assembles the gateway from its parts, listens, and stops without losing a request.
 */
import type { GatewayConfig } from '../config/gateway-config.js';
import { systemClock, type Clock } from '../base/clock.js';
import type { Logger } from '../observability/logger.js';
import { gatewayMetrics, type GatewayMetrics } from '../observability/metrics.js';
import { randomFraction, randomId } from '../base/randomness.js';
import { ActionOutcomes } from '../execution/action-outcomes.js';
import { servedVariant } from '../subgraph/schema-variant.js';
import { subgraphSchema } from '../subgraph/subgraph-schema.js';
import { knownCallers } from '../superoffice/caller-ids.js';
import { superOfficeClient } from '../superoffice/client.js';
import { gatewayCredentials } from '../superoffice/credentials/gateway-credentials.js';
import { fixedEndpoints, type Endpoints } from '../superoffice/endpoints.js';
import { principalKeys } from '../superoffice/principal-key.js';
import { selectWriter } from '../superoffice/select-text.js';
import { tenantEndpoints } from '../superoffice/tenant/tenant-endpoints.js';
import { startedApolloServer } from './graphql/apollo-server.js';
import { ClientConnections } from './http/client-connections.js';
import type { SharedParts } from './graphql/create-context.js';
import { documentAdmission } from './documents/document-admission.js';
import { documentCache } from './documents/document-cache.js';
import { DocumentStore } from './documents/document-store.js';
import { connectionLimits, httpServer } from './http/http-server.js';
import { metricsListener } from './http/metrics-server.js';
import { listenAt } from './http/listening.js';
import { operationRules } from './graphql/operation-rules.js';
import { fastPath } from './graphql/fast-path.js';
import { routerCheck, type RouterCheck } from './authentication/router-access.js';
import { stopGracefully } from './http/shutdown.js';
import { SignalBus } from '../signals/signal.js';
import { liveGateway } from './streams/live-gateway.js';
import { unrecognizedNames } from './unrecognized-names.js';
import { versionedNames } from './versioned-names.js';

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

function endpointsFor(
  { config, baseUrl, logger, clock = systemClock }: GatewayOptions,
  metrics: GatewayMetrics,
): Endpoints {
  const { superoffice } = config;
  if (baseUrl !== null) return fixedEndpoints(baseUrl);
  if (superoffice.tenant === null) throw new TypeError('Neither a base URL nor a tenant is configured.');
  return tenantEndpoints({ tenant: superoffice.tenant, config: superoffice, clock, logger, metrics });
}

function readContext({ config, logger }: GatewayOptions, metrics: GatewayMetrics): SharedParts['readContext'] {
  const report = unrecognizedNames(logger);
  return {
    baseTimeZone: config.baseTimeZone,
    customerGoneAfterMs: config.customerGoneAfterMs,
    reportUnrecognized: (enumeration, name) => {
      metrics.unrecognizedNames.inc();
      report(enumeration, name);
    },
  };
}

interface SharedOptions extends GatewayOptions {
  readonly endpoints: Endpoints;
  readonly bus: SignalBus;
}

function sharedParts(options: SharedOptions, metrics: GatewayMetrics): SharedParts {
  const { config, logger, clock = systemClock, endpoints, bus } = options;
  const { superoffice } = config;
  const secret = config.principalKey ?? randomId();
  const { ownCredentials: own } = superoffice;
  return {
    client: superOfficeClient({
      config: superoffice,
      endpoints,
      clock,
      random: randomFraction,
      metrics,
      logger,
      own: own && gatewayCredentials({ config: { ...superoffice, ownCredentials: own }, clock, logger, metrics }),
    }),
    writeSelect: selectWriter(superoffice.selectMaxLength, ({ length }) => metrics.selectLength.observe(length)),
    refusedNames: versionedNames(logger, clock),
    principalKeysOf: (forwarded) => principalKeys(forwarded, endpoints.identity, secret),
    readContext: readContext(options, metrics),
    clock,
    logger,
    metrics,
    limits: config.limits,
    actionOutcomes: new ActionOutcomes(clock),
    knownCallers: own === null ? knownCallers(clock) : null,
    archive: config.archiveAccess,
    hasPatch: superoffice.hasPatch,
    isAudited: config.auditLog,
    announce: (change) => {
      bus.publish({ ...change, origin: 'mutation', tenant: endpoints.identity, atMs: clock.monotonicMs() });
    },
  };
}

async function gatewayFor(options: GatewayOptions, router: RouterCheck): Promise<Gateway> {
  const { config, logger, clock = systemClock } = options;
  const metrics = gatewayMetrics();
  const schema = subgraphSchema(config);
  const admitDocument = documentAdmission({ config, schema, router, logger, metrics });
  const endpoints = endpointsFor(options, metrics);
  const bus = new SignalBus();
  const shared = sharedParts({ ...options, endpoints, bus }, metrics);
  const live =
    config.live && liveGateway({ config: config.live, tenant: endpoints.identity, bus, clock, logger, metrics });
  const rules = operationRules(config, clock, metrics);
  const documents = new DocumentStore();
  const automatic = config.documents.automatic ? documentCache() : null;
  const apollo = await startedApolloServer({ config, schema, documents, automatic, rules, logger, metrics });
  const readiness = { isReady: true, liveSource: live?.source ?? null, schema: servedVariant(config) };
  const connections = new ClientConnections(() => metrics.refusals.inc({ reason: 'requests-ahead' }));
  const common = { config, shared, router, clock, logger };
  const server = await httpServer({
    ...common,
    apollo,
    fastPath: fastPath({ schema, documents, automatic, rules }),
    readiness,
    connections,
    admitDocument,
    rules,
    live,
  });
  let stopped: Promise<void> | null = null;
  const parts = { config: config.server, readiness, server, apollo, client: shared.client, router, connections, live };
  const stop = (): Promise<void> => (stopped ??= stopGracefully(parts));
  try {
    const urls = await listenAt(config.server, server, () =>
      connections.serve(connectionLimits(config.server), metricsListener(metrics, clock)),
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
