/**
 * Who a request belongs to, as keys. The raw credentials cannot be got back out of them.
 */
import { hash } from 'node:crypto';
import type { ForwardedHeaders } from './forwarded-headers.js';
import { openHeaders, secretHeaders } from './request-headers.js';

/** 43 characters each. */
export interface PrincipalKeys {
  /** Whatever is forwarded is part of it: two requests have the same key only if SuperOffice could not tell them apart. */
  readonly principal: string;
  /** Who pays: the credentials alone, so that nobody gets more calls by asking in another language. */
  readonly quotaKey: string;
}

/** The scheme, and how it is written: other spellings are the same credentials. */
const scheme = /^\w+ +/;

interface Credential {
  /** null: there is none. */
  readonly spelling: string | null;
  readonly normalized: string | null;
}

const absent: Credential = { spelling: null, normalized: null };

function credential(value: string | undefined): Credential {
  if (value === undefined) return absent;
  const spelling = scheme.exec(value)?.[0];
  if (spelling === undefined) return { spelling: null, normalized: value };
  return { spelling, normalized: `${spelling.trimEnd().toLowerCase()} ${value.slice(spelling.length)}` };
}

/** Hashed at once, a fifth of the work of node's HMAC. What is logged is the hash of such a hash, which nobody can extend. */
const keyOf = (secret: string, parts: readonly (string | null)[]): string =>
  hash('sha256', `${secret} ${JSON.stringify(parts)}`, 'base64url');

/**
 * @param forwarded all that goes along to SuperOffice
 * @param target what it goes to: a base URL, or a tenant wherever it is
 * @param secret of this process, or configured, so that replicas agree
 */
export function principalKeys(
  { headers, caller }: Pick<ForwardedHeaders, 'headers' | 'caller'>,
  target: string,
  secret: string,
): PrincipalKeys {
  const credentials = secretHeaders.map((name) => credential(headers[name]));
  // The caller is whom the gateway knows and SuperOffice does not.
  const quotaKey = keyOf(secret, [target, caller ?? null, ...credentials.map(({ normalized: plain }) => plain)]);
  const open = openHeaders.map((name) => headers[name] ?? null);
  return { quotaKey, principal: keyOf(quotaKey, [...credentials.map(({ spelling }) => spelling), ...open]) };
}
