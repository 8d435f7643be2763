/**
 * Keeps the state document until it is over, and has it asked for by one request however many callers wait. An old one serves on only while
 * no new one is to be had.
 */
import type { GatewayError } from '../../errors/gateway-error.js';
import type { Clock } from '../../base/clock.js';
import type { FetchState } from './fetch-state.js';
import type { TenantState } from './tenant-state.js';

export interface CachedState extends Disposable {
  /** @throws {GatewayError} there is none, and none is to be had */
  current(): Promise<TenantState>;
  /**
   * Has it asked for even though the known one is not over; who comes while that is under way gets the same answer.
   * @throws {GatewayError} it is not to be had
   */
  refresh(): Promise<TenantState>;
  /** There is one that holds. */
  isValid(): boolean;
}

export interface CachedStateOptions {
  readonly fetchState: FetchState;
  readonly clock: Clock;
  onState(state: TenantState): void;
  onFailure(error: GatewayError): void;
}

/** After a failure nobody asks for so long. */
const pauseAfterFailureMs = 2_000;

/** And for so long after that it is not waited for. */
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
      return hasFailedRecently() ? stale : next; // nobody waits for one attempt after the other
    },
    refresh: refresh,
    isValid,
    [Symbol.dispose]: () => closing.abort(),
  };
}
