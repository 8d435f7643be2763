/** The endpoint of a tenant, by its state document: the current one, and the new one after a 421. */
import type { TenantConfig } from '../../config/tenant-config.js';
import type { GatewayError } from '../../errors/gateway-error.js';
import type { Clock } from '../../base/clock.js';
import type { Logger } from '../../observability/logger.js';
import type { GatewayMetrics } from '../../observability/metrics.js';
import { untilAborted } from '../../base/deadline.js';
import type { AbortSignalLike } from '../../base/abort-signal.js';
import { endpointAt, type Endpoint, type Endpoints, type EndpointsHealth } from '../endpoints.js';
import type { AuthHttpConfig } from '../../http/auth-http-client.js';
import { stateFetcher } from './fetch-state.js';
import { cachedState, type CachedState } from './cached-state.js';
import { tenantLocation } from './tenant-location.js';
import type { TenantState } from './tenant-state.js';

export interface TenantEndpointsOptions {
  readonly tenant: TenantConfig;
  readonly config: AuthHttpConfig;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: GatewayMetrics;
}

/** Pause between requests for the state where it names the same endpoint that responds with 421. */
const pauseWhenUnmovedMs = 5_000;

/** Logs and counts the requests for the state. */
function stateReport({ logger, metrics }: TenantEndpointsOptions) {
  return {
    onState: ({ name, baseUrl, version }: TenantState): void => {
      metrics.tenantStates.inc({ outcome: baseUrl === null ? 'not_running' : 'running' });
      logger.info({ event: 'tenant', state: name, version }, `The tenant's state is ${name}`);
    },
    onFailure: ({ code, detail }: GatewayError): void => {
      metrics.tenantStates.inc({ outcome: code });
      logger.warn({ event: 'tenant', code, detail }, "The tenant's state is unavailable");
    },
  };
}

async function healthOf(cache: CachedState, signal: AbortSignalLike): Promise<EndpointsHealth> {
  try {
    const { name, baseUrl, validUntilMs } = await untilAborted(cache.current(), signal);
    const validUntil = new Date(validUntilMs).toISOString();
    return { isRunning: baseUrl !== null, about: { state: name, validUntil, isStale: !cache.isValid() } };
  } catch {
    return { isRunning: false, about: { state: null } }; // onFailure logs the reason
  }
}

export function tenantEndpoints(options: TenantEndpointsOptions): Endpoints {
  const { tenant, config, clock, logger } = options;
  const { onState, onFailure } = stateReport(options);
  const location = tenantLocation({
    clock,
    endpointAt: (baseUrl) => {
      const endpoint: Endpoint = endpointAt(baseUrl, (signal) => relocated(endpoint, signal));
      return endpoint;
    },
    onMove: () => logger.info({ event: 'tenant-moved' }, 'The tenant has moved'),
  });
  const cache = cachedState({
    fetchState: stateFetcher(tenant, config, clock),
    clock,
    onState: (state) => {
      onState(state);
      location.update(state);
    },
    onFailure,
  });

  async function current(signal: AbortSignalLike): Promise<Endpoint> {
    await untilAborted(cache.current(), signal);
    return location.current();
  }

  let unmovedUntilMs = -Infinity;

  /** When many calls get a 421 after a move, the first one requests the state, and the others use its result. */
  async function relocated(former: Endpoint, signal: AbortSignalLike): Promise<Endpoint | null> {
    if (!location.isCurrent(former)) return current(signal);
    if (clock.monotonicMs() < unmovedUntilMs) return null;
    await untilAborted(cache.refresh(), signal);
    if (!location.isCurrent(former)) return location.current();
    unmovedUntilMs = clock.monotonicMs() + pauseWhenUnmovedMs;
    return null;
  }

  return {
    identity: tenant.stateUrl.toLowerCase(),
    current: (signal) => (cache.isValid() ? location.current() : current(signal)),
    health: (signal) => healthOf(cache, signal),
    [Symbol.dispose]: () => cache[Symbol.dispose](),
  };
}
