/**
 * Keys that identify the caller of a request. The credentials cannot be recovered from them.
 */
import { hash } from 'node:crypto';
import type { ForwardedHeaders } from './forwarded-headers.js';
import { openHeaders, secretHeaders } from './request-headers.js';

/** Each key has 43 characters. */
export interface PrincipalKeys {
  /** Depends on everything that is forwarded: requests have the same key only if SuperOffice cannot distinguish them. */
  readonly principal: string;
  /** Key for quotas: depends on the credentials alone, so that another language does not give a caller more calls. */
  readonly quotaKey: string;
}

/** The scheme of Authorization; other spellings of it are the same credentials. */
const scheme = /^\w+ +/;

/** A single hash takes a fifth of the time of node's HMAC. Only a hash of this hash is logged, so length extension is not possible. */
const keyOf = (secret: string, parts: readonly (string | null)[]): string =>
  hash('sha256', `${secret} ${JSON.stringify(parts)}`, 'base64url');

/**
 * @param forwarded everything that is forwarded to SuperOffice
 * @param target the base URL, or the tenant (independent of its host)
 * @param secret random per process, or configured, so that replicas create the same keys
 */
export function principalKeys(
  { headers, caller }: Pick<ForwardedHeaders, 'headers' | 'caller'>,
  target: string,
  secret: string,
): PrincipalKeys {
  const identity: (string | null)[] = [target, caller ?? null]; // `caller` is known to the gateway only, not to SuperOffice
  const spellings: (string | null)[] = [];
  for (const name of secretHeaders) {
    const value = headers[name] ?? null;
    const spelling = value === null ? null : (scheme.exec(value)?.[0] ?? null);
    identity.push(spelling === null ? value : `${spelling.trimEnd().toLowerCase()} ${value?.slice(spelling.length)}`);
    spellings.push(spelling);
  }
  const quotaKey = keyOf(secret, identity);
  for (const name of openHeaders) spellings.push(headers[name] ?? null);
  return { quotaKey, principal: keyOf(quotaKey, spellings) };
}
