/**
 * Verifies a JSON Web Token (signature, algorithm, issuer, audience, expiry) and returns its subject.
 */
import { jwtVerify } from 'jose';
import type { JwtConfig } from '../../config/gateway-credentials.js';
import { CallerCheckUnavailableError, CallerRefusedError } from '../../errors/caller-errors.js';
import type { Clock } from '../../base/clock.js';
import { areKeysUnavailable, reasonOf, remoteKeys } from '../../http/remote-keys.js';
import type { AuthHttpClient } from '../../http/auth-http-client.js';

/** Who a token belongs to. */
export interface TokenOwner {
  /** Not empty. */
  readonly subject: string;
  /** As their token names it; null: it names none. */
  readonly tenant: string | null;
  /** The end of the token, milliseconds since 1970. */
  readonly expiresAtMs: number;
}

/**
 * @throws {CallerRefusedError} the token is invalid or has expired
 * @throws {CallerCheckUnavailableError} the issuer's keys cannot be loaded
 */
export type TokenCheck = (token: string) => Promise<TokenOwner>;

/** The issuer's clock may differ from ours. */
const clockToleranceSeconds = 30;

export function tokenCheck(config: JwtConfig, httpClient: AuthHttpClient, clock: Clock): TokenCheck {
  const { issuer, audience, jwksUrl, algorithms, tenantClaim } = config;
  const keys = remoteKeys(jwksUrl, httpClient, clock);
  const rules = {
    issuer,
    audience,
    algorithms: [...algorithms],
    requiredClaims: ['exp', 'sub'],
    clockTolerance: clockToleranceSeconds,
  };
  return async (token) => {
    try {
      const { payload } = await jwtVerify(token, keys, { ...rules, currentDate: new Date(clock.now()) });
      const { sub, exp = 0 } = payload; // both are required
      const tenant = tenantClaim === null ? null : payload[tenantClaim];
      if (typeof sub === 'string' && sub !== '')
        return { subject: sub, tenant: typeof tenant === 'string' ? tenant : null, expiresAtMs: exp * 1000 };
    } catch (error) {
      if (areKeysUnavailable(error)) throw new CallerCheckUnavailableError(reasonOf(error));
      throw new CallerRefusedError(reasonOf(error));
    }
    throw new CallerRefusedError('no subject');
  };
}
