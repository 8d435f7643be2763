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
  again(): Promise<TenantState>;
  /** There is one that holds. */
  isValid(): boolean;
}

export interface KeptStateOptions {
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

export function cachedState({ fetchState, clock, onState, onFailure }: KeptStateOptions): CachedState {
  const closing = new AbortController();
  let known: TenantState | null = null;
  let failed: Failed | null = null;
  let underWay: Promise<TenantState> | null = null;

  async function asked(): Promise<TenantState> {
    try {
      const state = await fetchState(closing.signal);
      [known, failed] = [state, null];
      onState(state);
      return state;
    } catch (error) {
      const reason = error as GatewayError; // fetchState throws nothing else
      failed = { error: reason, untilMs: clock.monotonicMs() + pauseAfterFailureMs };
      onFailure(reason);
      throw reason;
    } finally {
      underWay = null;
    }
  }

  async function again(): Promise<TenantState> {
    if (underWay) return underWay;
    if (failed && clock.monotonicMs() < failed.untilMs) throw failed.error;
    return (underWay = asked());
  }

  const isNotToBeHad = (): boolean => failed !== null && clock.monotonicMs() < failed.untilMs + recentMs;

  const isValid = (): boolean => known !== null && clock.now() < known.validUntilMs;

  return {
    async current() {
      if (known === null) return again();
      if (isValid()) return known;
      const old = known;
      const next = again().catch(() => old);
      return isNotToBeHad() ? old : next; // nobody waits for one attempt after the other
    },
    again,
    isValid,
    [Symbol.dispose]: () => closing.abort(),
  };
}
