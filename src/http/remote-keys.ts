/**
 * An issuer's signing keys, fetched from its JWKS URL through auth-http-client. jose caches them for ten minutes, and fetches them again for
 * an unknown key, at most every 30 seconds.
 */
import { createRemoteJWKSet, customFetch, errors, type JWTVerifyGetKey } from 'jose';
import { GatewayError } from '../errors/gateway-error.js';
import { UpstreamInvalidResponseError } from '../errors/upstream-errors.js';
import type { Clock } from '../base/clock.js';
import type { AuthHttpClient } from './auth-http-client.js';

/** Minimum interval between requests after a failure: any client can send a token that causes one. */
const holdOffMs = 5_000;

export function remoteKeys(url: string, client: AuthHttpClient, clock: Pick<Clock, 'monotonicMs'>): JWTVerifyGetKey {
  let failed: { readonly error: unknown; readonly untilMs: number } | null = null;

  async function freshKeys(): Promise<unknown> {
    const { status, json } = await client.request({ name: 'keys', url });
    if (status !== 200 || json === null) throw new UpstreamInvalidResponseError(`keys: status ${status}, or no JSON`);
    return json;
  }

  const fetchKeys = async (): Promise<Response> => {
    if (failed && clock.monotonicMs() < failed.untilMs) throw failed.error;
    try {
      return Response.json(await freshKeys());
    } catch (error) {
      failed = { error, untilMs: clock.monotonicMs() + holdOffMs };
      throw error;
    }
  };
  return createRemoteJWKSet(new URL(url), { [customFetch]: fetchKeys });
}

/** Whether a verification failed because the keys were unavailable, not because of the token. */
export const areKeysUnavailable = (error: unknown): boolean =>
  error instanceof GatewayError || error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid;

/** For the log: the code of jose's error (its message may quote the token), or our error's detail. */
export function reasonOf(error: unknown): string {
  if (error instanceof errors.JOSEError) return error.code;
  return error instanceof GatewayError ? error.detail : 'unknown';
}
