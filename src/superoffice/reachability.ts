/**
 * Checks for monitors whether SuperOffice responds. It requests the API's start page, which needs no credentials and is not metered.
 * @see facts.md, section 1
 */
import { cachedFor } from '../base/cached-for.js';
import type { SuperOfficeConfig } from '../config/superoffice-config.js';
import type { Clock } from '../base/clock.js';
import type { Endpoints } from './endpoints.js';
import { authHttpClient } from '../http/auth-http-client.js';

/** Short, because monitors have short timeouts. */
const timeoutMs = 2_000;

/** All checks in this time share one request. */
const cachedMs = 5_000;

export interface ReachabilityParts {
  readonly config: SuperOfficeConfig;
  readonly endpoints: Endpoints;
  readonly clock: Clock;
}

export interface Reachability extends Disposable {
  /** @returns whether there was a response below 500 within two seconds; requested at most once in five seconds */
  request(): Promise<boolean>;
}

export function reachability({ config, endpoints, clock }: ReachabilityParts): Reachability {
  const attemptTimeoutMs = Math.min(config.attemptTimeoutMs, timeoutMs);
  const client = authHttpClient({ ...config, attemptTimeoutMs }, clock);
  const request = async (): Promise<boolean> => {
    try {
      const { baseUrl } = await endpoints.current(AbortSignal.timeout(timeoutMs));
      await client.request({ name: 'api', url: baseUrl.replace(/\/v1$/, '') });
      return true;
    } catch {
      return false;
    }
  };
  return { request: cachedFor(cachedMs, clock, request), [Symbol.dispose]: () => client[Symbol.dispose]() };
}
