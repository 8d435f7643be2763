/**
 * Whether SuperOffice answers, for monitors: the page of the API, which takes no credentials and is not metered.
 * @see facts.md, section 1
 */
import { keptFor } from '../base/cached-for.js';
import type { SuperOfficeConfig } from '../config/superoffice-config.js';
import type { Clock } from '../base/clock.js';
import type { Endpoints } from './endpoints.js';
import { sideExchange } from '../http/auth-http-client.js';

/** Monitors do not wait long. */
const patienceMs = 2_000;

/** One request for everybody who asks in this time. */
const keptMs = 5_000;

export interface ReachabilityParts {
  readonly config: SuperOfficeConfig;
  readonly endpoints: Endpoints;
  readonly clock: Clock;
}

export interface Reachability extends Disposable {
  /** @returns whether there was a response below 500 within two seconds; asked at most once in five */
  ask(): Promise<boolean>;
}

export function reachability({ config, endpoints, clock }: ReachabilityParts): Reachability {
  const attemptTimeoutMs = Math.min(config.attemptTimeoutMs, patienceMs);
  const exchange = sideExchange({ ...config, attemptTimeoutMs }, clock);
  const ask = async (): Promise<boolean> => {
    try {
      const { baseUrl } = await endpoints.current(AbortSignal.timeout(patienceMs));
      await exchange.ask({ name: 'api', url: baseUrl.replace(/\/v1$/, '') });
      return true;
    } catch {
      return false;
    }
  };
  return { ask: keptFor(keptMs, clock, ask), [Symbol.dispose]: () => exchange[Symbol.dispose]() };
}
