/**
 * The token in use: one login for all calls that wait for it, and another one when it expires or is rejected. Logins are metered, and each
 * leaves a record in SuperOffice, so a token is used for as long as it works.
 */
import type { AbortSignalLike } from '../../base/abort-signal.js';
import type { Clock } from '../../base/clock.js';
import { untilAborted } from '../../base/deadline.js';
import { GatewayError } from '../../errors/gateway-error.js';
import type { Logger } from '../../observability/logger.js';
import type { GatewayMetrics } from '../../observability/metrics.js';
import type { LoginFlow, Token } from './token.js';

/** A token with what has become of it. Times are monotonic milliseconds. */
export interface UsedToken extends Token {
  readonly sinceMs: number;
  endMs: number;
  /** SuperOffice has accepted it once. */
  hasWorked: boolean;
}

export interface CachedTokenOptions {
  readonly clock: Pick<Clock, 'monotonicMs'>;
  readonly logger: Logger;
  readonly metrics: Pick<GatewayMetrics, 'logins'>;
}

/** A token is renewed so long before its announced end, since clocks and latencies differ. */
const marginMs = 60_000;

/** When a token as new as this is rejected, another new one would be, too. */
const newForMs = 30_000;

/** A 403 may mean a missing right instead: one login a minute is spent on finding out. */
const forbiddenEveryMs = 60_000;

/** Pause after a renewal that did not help. It is short: the token may expire for all callers in the meantime. */
const uselessForMs = 5_000;

/** Longest pause after failed logins; it doubles from one second. */
const maxPauseMs = 30_000;

const usableMs = ({ validForMs }: Token): number =>
  validForMs === null ? Infinity : validForMs - Math.min(marginMs, validForMs / 10);

export class CachedToken {
  readonly #flow: LoginFlow;
  readonly #options: CachedTokenOptions;
  #current: UsedToken | null = null;
  #login: Promise<UsedToken> | null = null;
  #failure: { readonly error: unknown; readonly untilMs: number } | null = null;
  #failures = 0;
  #forbiddenMs = -Infinity;
  #uselessMs = -Infinity;

  constructor(flow: LoginFlow, options: CachedTokenOptions) {
    this.#flow = flow;
    this.#options = options;
  }

  /** @throws {GatewayError} of the login @throws the signal's reason when it aborts first */
  async acquire(signal: AbortSignalLike): Promise<UsedToken> {
    const token = this.#current;
    const nowMs = this.#options.clock.monotonicMs();
    if (token === null || nowMs >= token.endMs) return untilAborted(this.#sharedLogin(), signal);
    if (token.isSliding) token.endMs = nowMs + usableMs(token);
    return token;
  }

  /**
   * @param isForbidden it was rejected by 403, which may also mean that a right is missing
   * @returns another token; null: none would be accepted
   * @throws {GatewayError} of the login @throws the signal's reason when it aborts first
   */
  async renewAfterRejection(used: UsedToken, isForbidden: boolean, signal: AbortSignalLike): Promise<UsedToken | null> {
    if (!this.#flow.isRenewable) return null;
    if (this.#current !== used) return this.acquire(signal);
    if (this.#login === null && !this.#isWorthLogin(used, isForbidden)) return null;
    try {
      return await untilAborted(this.#sharedLogin(), signal);
    } catch (error) {
      signal.throwIfAborted();
      if (isForbidden && error instanceof GatewayError) return null; // the 403 stands, and the token may still work for others
      throw error;
    }
  }

  /** A token and its renewal were both rejected as expired: the token was not the reason. */
  noteUselessRenewal(): void {
    this.#uselessMs = this.#options.clock.monotonicMs();
  }

  #isWorthLogin({ hasWorked, sinceMs }: UsedToken, isForbidden: boolean): boolean {
    const nowMs = this.#options.clock.monotonicMs();
    if (!hasWorked && nowMs - sinceMs < newForMs) return false;
    if (nowMs - this.#uselessMs < uselessForMs) return false;
    if (!isForbidden) return true;
    if (nowMs - this.#forbiddenMs < forbiddenEveryMs) return false;
    this.#forbiddenMs = nowMs;
    return true;
  }

  /** One login for all. @throws the error of a login that has failed a moment ago */
  async #sharedLogin(): Promise<UsedToken> {
    if (this.#login === null) {
      if (this.#failure && this.#options.clock.monotonicMs() < this.#failure.untilMs) throw this.#failure.error;
      const forget = (): void => void (this.#login = null);
      this.#login = this.#logIn();
      this.#login.then(forget, forget); // all that waited may have been aborted
    }
    return this.#login;
  }

  async #logIn(): Promise<UsedToken> {
    const { clock, logger, metrics } = this.#options;
    const startedMs = clock.monotonicMs();
    const about = () => ({
      event: 'login',
      kind: this.#flow.kind,
      durationMs: Math.round(clock.monotonicMs() - startedMs),
    });
    try {
      const token = await this.#flow.login();
      logger.info(about(), "logged in with the gateway's own credentials");
      metrics.logins.inc({ outcome: 'ok' });
      const sinceMs = clock.monotonicMs();
      [this.#failure, this.#failures] = [null, 0];
      return (this.#current = { ...token, sinceMs, endMs: sinceMs + usableMs(token), hasWorked: false });
    } catch (error) {
      const { code, detail } =
        error instanceof GatewayError ? error : { code: 'INTERNAL_SERVER_ERROR', detail: undefined };
      logger.error({ ...about(), code, detail }, "the login with the gateway's own credentials failed");
      metrics.logins.inc({ outcome: code });
      this.#failures += 1;
      const pauseMs = Math.min(maxPauseMs, 500 * 2 ** this.#failures);
      this.#failure = { error, untilMs: clock.monotonicMs() + pauseMs };
      throw error;
    }
  }
}
