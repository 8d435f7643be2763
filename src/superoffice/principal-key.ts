/**
 * Who a request belongs to, as keys. The raw credentials cannot be got back out of them.
 */
import { createHmac } from 'node:crypto';
import type { ForwardedHeaders } from './credentials.js';
import { requestHeaders, secretHeaders } from './request-headers.js';

/** 43 characters each. */
export interface PrincipalKeys {
  /** Whatever is forwarded is part of it: two requests have the same key only if SuperOffice could not tell them apart. */
  readonly principal: string;
  /** Who pays: the credentials alone, so that nobody gets more calls by asking in another language. */
  readonly payer: string;
}

type Headers = ForwardedHeaders['headers'];

/** The scheme in one spelling, and one space: others are the same credentials. */
const plainly = (value: string): string =>
  value.replace(/^(\w+) +/, (_all, scheme) => `${String(scheme).toLowerCase()} `);

const secretsOf = (headers: Headers): Headers =>
  Object.fromEntries(secretHeaders.map((name) => [name, plainly(headers[name] ?? '')]));

/**
 * @param forwarded all that goes along to SuperOffice
 * @param baseUrl the tenant
 * @param secret of this process, or configured, so that replicas agree
 */
export function principalKeys(
  { headers }: Pick<ForwardedHeaders, 'headers'>,
  baseUrl: string,
  secret: string,
): PrincipalKeys {
  const keyOf = (names: readonly string[], values: Headers): string => {
    const hmac = createHmac('sha256', secret).update(JSON.stringify(baseUrl));
    for (const name of names) hmac.update(JSON.stringify([name, values[name] ?? null]));
    return hmac.digest('base64url');
  };
  const all = requestHeaders.map(({ name }) => name);
  return { principal: keyOf(all, headers), payer: keyOf(secretHeaders, secretsOf(headers)) };
}
