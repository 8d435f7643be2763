/**
 * The keys that somebody signs tokens with, fetched from where they are published, by our own exchange. jose keeps them for ten minutes
 * and looks again for a key that it does not know, every half a minute at most.
 */
import { createRemoteJWKSet, customFetch, errors, type JWTVerifyGetKey } from 'jose';
import { GatewayError } from '../errors/gateway-error.js';
import { UpstreamInvalidResponseError } from '../errors/upstream-errors.js';
import type { Clock } from '../base/clock.js';
import type { AuthHttpClient } from './auth-http-client.js';

/** Anybody can send a token for which keys have to be fetched; where they cannot be had, they are asked for no oftener. */
const holdOffMs = 5_000;

export function remoteKeys(url: string, exchange: AuthHttpClient, clock: Pick<Clock, 'monotonicMs'>): JWTVerifyGetKey {
  let failed: { readonly error: unknown; readonly untilMs: number } | null = null;

  async function freshKeys(): Promise<unknown> {
    const { status, json } = await exchange.request({ name: 'keys', url });
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

/** Whether a verification failed because the keys could not be had, and not because of the token. */
export const isLackOfKeys = (error: unknown): boolean =>
  error instanceof GatewayError || error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid;

/** For the log: jose's code, or ours. Its messages may quote the token. */
export function reasonOf(error: unknown): string {
  if (error instanceof errors.JOSEError) return error.code;
  return error instanceof GatewayError ? error.detail : 'unknown';
}
