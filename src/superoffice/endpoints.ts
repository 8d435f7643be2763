/**
 * Where the next call goes: to a fixed base URL, or to wherever the tenant is now (tenant/tenant-endpoints).
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
   * For a call that was answered 421 here: nothing of it was done (RFC 9110, 15.5.20), so it may be sent once more elsewhere.
   * @returns null: no other place is known
   * @throws {GatewayError} the tenant does not run, or cannot be asked for; the signal's reason when it aborts
   */
  relocated(signal: AbortSignalLike): Promise<Endpoint | null>;
}

/** What can be told to everybody of the place behind the endpoints: no host, no identifier. */
export interface EndpointsHealth {
  /** null: not known, as for a fixed base URL. */
  readonly isRunning: boolean | null;
  /** Further words about it, e.g. `state`. */
  readonly about: Readonly<Record<string, string | boolean | null>>;
}

export interface Endpoints extends Disposable {
  /** What is behind them, whatever host it is on: part of a principal's key, so that no two tenants mix. */
  readonly identity: string;
  /** @throws {GatewayError} the tenant does not run, or cannot be asked for; the signal's reason when it aborts */
  current(signal: AbortSignalLike): Endpoint | Promise<Endpoint>;
  /** Never throws. */
  health(signal: AbortSignalLike): Promise<EndpointsHealth>;
}

/** @param relocated has to follow a 421 */
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
