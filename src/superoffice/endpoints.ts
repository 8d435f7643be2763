/**
 * The endpoint of the next call: a fixed base URL, or the tenant's current one (tenant/tenant-endpoints).
 */
import type { AbortSignalLike } from '../base/abort-signal.js';

export interface Endpoint {
  /** Ends in `/api/v1`. */
  readonly baseUrl: string;
  /** Scheme and host of the base URL. */
  readonly origin: string;
  /** Path of the base URL. */
  readonly basePath: string;
  /**
   * For a call that got a 421 from this endpoint: it was not executed (RFC 9110, 15.5.20), so it may be sent again to another one.
   * @returns the tenant's new endpoint; null: no other one is known
   * @throws {GatewayError} the tenant does not run, or its state is unavailable @throws the signal's reason, if it aborts
   */
  relocated(signal: AbortSignalLike): Promise<Endpoint | null>;
}

/** Public health information about the tenant: no host, no identifier. */
export interface EndpointsHealth {
  /** null: unknown, e.g. for a fixed base URL. */
  readonly isRunning: boolean | null;
  /** More health fields, e.g. `state`. */
  readonly about: Readonly<Record<string, string | boolean | null>>;
}

export interface Endpoints extends Disposable {
  /** Identifies the tenant, independent of its host: part of a principal's key, so that no two tenants share one. */
  readonly identity: string;
  /** @throws {GatewayError} the tenant does not run, or its state is unavailable @throws the signal's reason, if it aborts */
  current(signal: AbortSignalLike): Endpoint | Promise<Endpoint>;
  /** Never throws. */
  health(signal: AbortSignalLike): Promise<EndpointsHealth>;
}

/** @param relocated finds the new endpoint after a 421 */
export function endpointAt(baseUrl: string, relocated: Endpoint['relocated']): Endpoint {
  const { origin, pathname } = new URL(baseUrl);
  return { baseUrl, origin, basePath: pathname, relocated };
}

export function fixedEndpoints(baseUrl: string): Endpoints {
  const endpoint = endpointAt(baseUrl, async () => null);
  return {
    identity: baseUrl,
    current: () => endpoint,
    health: async () => ({ isRunning: null, about: {} }),
    [Symbol.dispose]: () => undefined,
  };
}
