/**
 * The grant that is in use: one login for all who wait for it, another one when it has run out or was refused. Logins are metered
 * and each leaves a record behind in SuperOffice, so a grant is kept for as long as it works.
 */
import type { Clock } from '../../base/clock.js';
import type { Logger } from '../../observability/logger.js';
import type { GatewayMetrics } from '../../observability/metrics.js';
import { GatewayError } from '../../errors/gateway-error.js';
import { untilAborted } from '../../base/deadline.js';
import type { AbortSignalLike } from '../../base/abort-signal.js';
import type { Token, LoginFlow } from './token.js';

/** A grant with what has become of it. */
export interface HeldGrant {
  readonly headers: Token['headers'];
  readonly sinceMs: number;
  /** Monotonic. */
  endMs: number;
  /** SuperOffice has accepted it once. */
  hasWorked: boolean;
}

export interface KeptGrant {
  /** @throws {GatewayError} of the login @throws the signal's reason */
  take(signal: AbortSignalLike): Promise<HeldGrant>;
  /**
   * @param used what was refused
   * @param isForbidden by 403, which may also mean that a right is missing
   * @returns another one; null: none would be better
   * @throws {GatewayError} of the login @throws the signal's reason
   */
  insteadOf(used: HeldGrant, isForbidden: boolean, signal: AbortSignalLike): Promise<HeldGrant | null>;
  /** A grant was refused as run out, and the one instead of it, too: it was not the grant that was wrong. */
  wasNoHelp(): void;
}

/** Before the end that was told, because clocks and ways differ. */
const marginMs = 60_000;

/** A new grant that is refused says that another new one would be, too. */
const newForMs = 30_000;

/** Where a refusal may have another reason, such as a missing right, one login a minute is spent on finding out. */
const doubtfulEveryMs = 60_000;

/** After a login that did not help: no longer, since meanwhile the grant may run out for everybody. */
const noHelpForMs = 5_000;

const maxHoldOffMs = 30_000;

export interface KeepingOptions {
  readonly clock: Pick<Clock, 'monotonicMs'>;
  readonly logger: Logger;
  readonly metrics: Pick<GatewayMetrics, 'logins'>;
}

/** Keeps a login service that fails, or refuses us, from being asked by every request. */
function holdOff(clock: KeepingOptions['clock']) {
  let failed: { readonly error: unknown; readonly untilMs: number } | null = null;
  let failures = 0;
  return {
    check(): void {
      if (failed && clock.monotonicMs() < failed.untilMs) throw failed.error;
    },
    fail(error: unknown): void {
      failures += 1;
      failed = { error, untilMs: clock.monotonicMs() + Math.min(maxHoldOffMs, 500 * 2 ** failures) };
    },
    succeed(): void {
      [failed, failures] = [null, 0];
    },
  };
}

/** One login, told to the log and counted. */
async function toldLogin(flow: LoginFlow, { clock, logger, metrics }: KeepingOptions): Promise<Token> {
  const startedMs = clock.monotonicMs();
  const about = () => ({ event: 'login', kind: flow.kind, durationMs: Math.round(clock.monotonicMs() - startedMs) });
  try {
    const grant = await flow.login();
    logger.info(about(), "logged in with the gateway's own credentials");
    metrics.logins.inc({ outcome: 'ok' });
    return grant;
  } catch (error) {
    const { code, detail } =
      error instanceof GatewayError ? error : { code: 'INTERNAL_SERVER_ERROR', detail: undefined };
    logger.error({ ...about(), code, detail }, "the login with the gateway's own credentials failed");
    metrics.logins.inc({ outcome: code });
    throw error;
  }
}

const usableMs = ({ validForMs }: Token): number =>
  validForMs === null ? Infinity : validForMs - Math.min(marginMs, validForMs / 10);

interface Held {
  readonly state: HeldGrant;
  readonly grant: Token;
}

/** One login for all who wait for it; `onGrant` gets what it gives before they do. */
function sharedLogin(flow: LoginFlow, options: KeepingOptions, onGrant: (held: Held) => void) {
  const { clock } = options;
  const hold = holdOff(clock);
  let pending: Promise<HeldGrant> | null = null;

  async function login(): Promise<HeldGrant> {
    try {
      const grant = await toldLogin(flow, options);
      const sinceMs = clock.monotonicMs();
      const state = { headers: grant.headers, sinceMs, endMs: sinceMs + usableMs(grant), hasWorked: false };
      onGrant({ state, grant });
      hold.succeed();
      return state;
    } catch (error) {
      hold.fail(error);
      throw error;
    } finally {
      pending = null;
    }
  }

  return {
    isPending: (): boolean => pending !== null,
    /** @throws at once, while a failed login is held against it */
    async begin(): Promise<HeldGrant> {
      if (pending === null) {
        hold.check();
        pending = login();
        pending.catch(() => undefined); // all who waited may have left
      }
      return pending;
    },
  };
}

/** Whether another login may help where a grant was refused. */
function renewalRule({ clock }: KeepingOptions) {
  let forbiddenMs = -Infinity;
  let noHelpMs = -Infinity;
  return {
    isWorthLogin({ hasWorked, sinceMs }: HeldGrant, isForbidden: boolean): boolean {
      const nowMs = clock.monotonicMs();
      if (!hasWorked && nowMs - sinceMs < newForMs) return false;
      if (nowMs - noHelpMs < noHelpForMs) return false;
      if (!isForbidden) return true;
      if (nowMs - forbiddenMs < doubtfulEveryMs) return false;
      forbiddenMs = nowMs;
      return true;
    },
    wasNoHelp: (): void => void (noHelpMs = clock.monotonicMs()),
  };
}

export function cachedToken(flow: LoginFlow, options: KeepingOptions): KeptGrant {
  const { clock } = options;
  let held: Held | null = null;
  const loggedIn = sharedLogin(flow, options, (given) => (held = given));
  const { isWorthLogin, wasNoHelp } = renewalRule(options);

  async function take(signal: AbortSignalLike): Promise<HeldGrant> {
    const nowMs = clock.monotonicMs();
    if (held === null || nowMs >= held.state.endMs) return untilAborted(loggedIn.begin(), signal);
    if (held.grant.isSliding) held.state.endMs = nowMs + usableMs(held.grant);
    return held.state;
  }

  return {
    take,
    async insteadOf(used, isForbidden, signal) {
      if (!flow.isRenewable) return null;
      if (held?.state !== used) return take(signal);
      if (!loggedIn.isPending() && !isWorthLogin(used, isForbidden)) return null;
      const login = untilAborted(loggedIn.begin(), signal);
      if (!isForbidden) return login;
      return login.catch((error: unknown) => {
        signal.throwIfAborted();
        if (error instanceof GatewayError) return null; // what was forbidden to one stands, and the grant may still serve others
        throw error;
      });
    },
    wasNoHelp,
  };
}
