/**
 * The endpoints of a tenant: where it is now, and after a 421 where it has gone.
 */
import type { TenantConfig } from '../../config/tenant-config.js';
import type { GatewayError } from '../../errors/gateway-error.js';
import { TenantNotRunningError } from '../../errors/upstream-errors.js';
import type { Clock } from '../../observability/clock.js';
import type { Logger } from '../../observability/logger.js';
import type { GatewayMetrics } from '../../observability/metrics.js';
import { untilAborted } from '../deadline.js';
import type { Endpoint, Endpoints, EndpointsHealth } from '../endpoints.js';
import { stateFetcher, type StateConfig } from './fetch-state.js';
import { keptState } from './kept-state.js';
import type { TenantState } from './tenant-state.js';

export interface TenantEndpointsOptions {
  readonly tenant: TenantConfig;
  readonly config: StateConfig;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: GatewayMetrics;
}

/** For so long nobody asks again where a tenant is that was said to be where it answers 421. */
const pauseWhenUnmovedMs = 5_000;

const maxRetryAfterSeconds = 3_600;

function notRunning({ name, validUntilMs }: TenantState, nowMs: number): TenantNotRunningError {
  const seconds = Math.ceil((validUntilMs - nowMs) / 1000);
  return new TenantNotRunningError(name, Math.min(Math.max(seconds, 1), maxRetryAfterSeconds));
}

/** Log and figures of what the requests for the state bring. */
function stateReport({ logger, metrics }: TenantEndpointsOptions) {
  return {
    onState: ({ name, baseUrl, version }: TenantState): void => {
      metrics.tenantStates.inc({ outcome: baseUrl === null ? 'not_running' : 'running' });
      logger.info({ event: 'tenant', state: name, version }, `The tenant's state is ${name}`);
    },
    onFailure: ({ code, detail }: GatewayError): void => {
      metrics.tenantStates.inc({ outcome: code });
      logger.warn({ event: 'tenant', code, detail }, "The tenant's state cannot be had");
    },
  };
}

export function tenantEndpoints(options: TenantEndpointsOptions): Endpoints {
  const { tenant, config, clock, logger } = options;
  const kept = keptState({ fetchState: stateFetcher(tenant, config, clock), clock, ...stateReport(options) });
  let place: Endpoint | null = null;
  let unmovedUntilMs = -Infinity;

  /** The same object for as long as the tenant stays. */
  function endpointOf(state: TenantState): Endpoint {
    const { baseUrl } = state;
    if (baseUrl === null) throw notRunning(state, clock.now());
    if (place?.baseUrl === baseUrl) return place;
    if (place !== null) logger.info({ event: 'tenant-moved' }, 'The tenant has moved to another address');
    const here: Endpoint = { baseUrl, elsewhere: (signal) => elsewhere(here, signal) };
    place = here;
    return here;
  }

  const current = async (signal: AbortSignal): Promise<Endpoint> =>
    endpointOf(await untilAborted(kept.current(), signal));

  /** However many calls are answered 421 by one move: the first asks, and the others see what it has found. */
  async function elsewhere(left: Endpoint, signal: AbortSignal): Promise<Endpoint | null> {
    if (place !== left) return current(signal);
    if (clock.monotonicMs() < unmovedUntilMs) return null;
    const found = endpointOf(await untilAborted(kept.again(), signal));
    if (found !== left) return found;
    unmovedUntilMs = clock.monotonicMs() + pauseWhenUnmovedMs;
    return null;
  }

  async function health(signal: AbortSignal): Promise<EndpointsHealth> {
    try {
      const { name, baseUrl, version, validUntilMs } = await untilAborted(kept.current(), signal);
      const validUntil = new Date(validUntilMs).toISOString();
      return { isRunning: baseUrl !== null, about: { state: name, validUntil, isStale: kept.isStale(), version } };
    } catch {
      return { isRunning: false, about: { state: null } }; // why is in the log
    }
  }

  return {
    identity: tenant.stateUrl.toLowerCase(),
    current,
    health,
    [Symbol.dispose]: () => kept[Symbol.dispose](),
  };
}
