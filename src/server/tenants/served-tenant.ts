/** Everything that the gateway has for one tenant, and for no other: connections, limits, caches, credentials, streams, metrics. */
import type { Clock } from '../../base/clock.js';
import { randomFraction } from '../../base/randomness.js';
import type { LimitPart } from '../../base/shared-limit.js';
import type { GatewayConfig } from '../../config/gateway-config.js';
import type { SuperOfficeConfig } from '../../config/superoffice-config.js';
import { ActionOutcomes } from '../../execution/action-outcomes.js';
import { SharedReads } from '../../loaders/shared-reads.js';
import type { BytePool } from '../../http/byte-budget.js';
import type { Logger } from '../../observability/logger.js';
import type { GatewayMetrics } from '../../observability/metrics.js';
import type { Replicas, TenantShare } from '../../redis/replicas.js';
import type { SignalBus } from '../../signals/signal.js';
import { knownCallers } from '../../superoffice/caller-ids.js';
import { superOfficeClient } from '../../superoffice/client.js';
import { gatewayCredentials } from '../../superoffice/credentials/gateway-credentials.js';
import type { Endpoints } from '../../superoffice/endpoints.js';
import { sampleAuthorization, type ForwardingRules } from '../../superoffice/forwarded-headers.js';
import { principalKeys } from '../../superoffice/principal-key.js';
import { selectWriter } from '../../superoffice/select-text.js';
import type { SharedParts } from '../graphql/create-context.js';
import { liveGateway, type LiveGateway } from '../streams/live-gateway.js';
import { unrecognizedNames } from './unrecognized-names.js';
import { versionedNames } from './versioned-names.js';
import { WebhookReset } from './webhook-reset.js';

export interface ServedTenant extends Disposable {
  /** Distinguishes it from all other tenants. */
  readonly identity: string;
  readonly shared: SharedParts;
  /** How headers of its callers become headers of calls. */
  readonly forwarding: ForwardingRules;
  /** null: there are no subscriptions. */
  readonly live: LiveGateway | null;
  /** Its part of the operations in flight. */
  readonly operations: LimitPart;
}

export interface TenantOptions {
  /** As if the gateway served only this tenant. */
  readonly config: GatewayConfig;
  readonly endpoints: Endpoints;
  /** Distinguishes it from all other tenants: a part of each principal's key, and of each signal. */
  readonly identity: string;
  /** Of the process: part of each principal's key. */
  readonly secret: string;
  readonly bus: SignalBus;
  /** null: there are no other replicas. */
  readonly replicas: Replicas | null;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: GatewayMetrics;
  /** What the tenants share: memory, places for operations and for streams. */
  readonly bytePool: BytePool;
  readonly operations: LimitPart;
  readonly streams: LimitPart;
}

function readContext({ config, logger, metrics }: TenantOptions): SharedParts['readContext'] {
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

/** null: requests share no reads. */
function sharedReads({ joinsCalls: joins, keepSlowMs: keepMs }: SuperOfficeConfig, clock: Clock): SharedReads | null {
  return joins || keepMs > 0 ? new SharedReads({ joins, keepMs, clock }) : null;
}

function sharedParts(options: TenantOptions, share: TenantShare | null): SharedParts {
  const { config, endpoints, identity, secret, bus, clock, logger, metrics, bytePool } = options;
  const { superoffice } = config;
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
      bytePool,
      replicas: share?.limits ?? null,
    }),
    writeSelect: selectWriter(superoffice.selectMaxLength, ({ length }) => metrics.selectLength.observe(length)),
    refusedNames: versionedNames(logger, clock),
    principalKeysOf: (forwarded) => principalKeys(forwarded, identity, secret),
    readContext: readContext(options),
    clock,
    logger,
    metrics,
    limits: config.limits,
    sharedReads: sharedReads(superoffice, clock),
    actionOutcomes: new ActionOutcomes(clock, share?.outcomes),
    knownCallers: own === null ? knownCallers(clock) : null,
    archive: config.archiveAccess,
    hasPatch: superoffice.hasPatch,
    isAudited: config.auditLog,
    announce: (change) => bus.publish({ ...change, origin: 'mutation', tenant: identity, atMs: clock.monotonicMs() }),
  };
}

interface ResetParts {
  readonly shared: SharedParts;
  readonly live: LiveGateway;
  readonly share: TenantShare | null;
}

/** null: no webhook is looked after. */
function webhookReset({ config, logger }: TenantOptions, { shared, live, share }: ResetParts): WebhookReset | null {
  const { webhook, source } = config.live ?? {};
  if (!webhook || webhook.checkMs === 0 || source === 'polling' || config.superoffice.ownCredentials === null)
    return null;
  const claim = async (): Promise<boolean> =>
    share === null || share.claim('webhook', Math.ceil(webhook.checkMs / 2_000));
  return new WebhookReset({ webhook, client: shared.client, logger, claim, onOff: () => live.noteOff() });
}

export function servedTenant(options: TenantOptions): ServedTenant {
  const { config, identity, operations, metrics, replicas } = options;
  metrics.operationsInFlight.readFrom(() => operations.taken);
  const share = replicas?.ofTenant(identity, config.superoffice.maxCallsPerSecond) ?? null;
  const shared = sharedParts(options, share);
  const live = config.live && liveGateway({ ...options, config: config.live, tenant: identity });
  const reset = live && webhookReset(options, { shared, live, share });
  return {
    identity,
    shared,
    forwarding: { ...config.superoffice, defaultAuthorization: config.isDemo ? sampleAuthorization : null },
    live,
    operations,
    [Symbol.dispose]: () => {
      reset?.[Symbol.dispose]();
      shared.client[Symbol.dispose]();
    },
  };
}
