/**
 * Caches the state document until it expires, and shares one request between all callers that wait for it. A stale document is used only while
 * no new one is available.
 */
import type { GatewayError } from '../../errors/gateway-error.js';
import type { Clock } from '../../base/clock.js';
import type { FetchState } from './fetch-state.js';
import type { TenantState } from './tenant-state.js';

export interface CachedState extends Disposable {
  /** @throws {GatewayError} no document is cached, and none is available */
  current(): Promise<TenantState>;
  /**
   * Requests a new document although the cached one may be valid. Callers share a pending request.
   * @throws {GatewayError} no document is available
   */
  refresh(): Promise<TenantState>;
  /** A document is cached and has not expired. */
  isValid(): boolean;
}

export interface CachedStateOptions {
  readonly fetchState: FetchState;
  readonly clock: Clock;
  onState(state: TenantState): void;
  onFailure(error: GatewayError): void;
}

/** After a failure, no request is sent for this time. */
const pauseAfterFailureMs = 2_000;

/** For this time after the pause, callers get the stale document without waiting. */
const recentMs = 30_000;

interface Failed {
  readonly error: GatewayError;
  readonly untilMs: number;
}

export function cachedState({ fetchState, clock, onState, onFailure }: CachedStateOptions): CachedState {
  const closing = new AbortController();
  let cached: TenantState | null = null;
  let failed: Failed | null = null;
  let pending: Promise<TenantState> | null = null;

  async function fetchAndStore(): Promise<TenantState> {
    try {
      const state = await fetchState(closing.signal);
      [cached, failed] = [state, null];
      onState(state);
      return state;
    } catch (error) {
      const reason = error as GatewayError; // fetchState throws nothing else
      failed = { error: reason, untilMs: clock.monotonicMs() + pauseAfterFailureMs };
      onFailure(reason);
      throw reason;
    } finally {
      pending = null;
    }
  }

  async function refresh(): Promise<TenantState> {
    if (pending) return pending;
    if (failed && clock.monotonicMs() < failed.untilMs) throw failed.error;
    return (pending = fetchAndStore());
  }

  const hasFailedRecently = (): boolean => failed !== null && clock.monotonicMs() < failed.untilMs + recentMs;

  const isValid = (): boolean => cached !== null && clock.now() < cached.validUntilMs;

  return {
    async current() {
      if (cached === null) return refresh();
      if (isValid()) return cached;
      const stale = cached;
      const next = refresh().catch(() => stale);
      return hasFailedRecently() ? stale : next; // otherwise each call would wait for a failing request
    },
    refresh: refresh,
    isValid,
    [Symbol.dispose]: () => closing.abort(),
  };
}
