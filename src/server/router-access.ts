/**
 * Who is the router: whoever knows the secret.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { RouterConfig } from '../config/gateway-config.js';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** @returns whether a request comes from the router; compared in constant time. Without a secret nobody is the router. */
export function routerCheck({
  secret,
  previousSecret,
}: Pick<RouterConfig, 'secret' | 'previousSecret'>): (headers: IncomingHttpHeaders) => boolean {
  const expected = [secret, previousSecret].flatMap((text) => (text === null ? [] : digest(text)));
  if (expected.length === 0) return () => false;
  return (headers) => {
    const given = digest(String(headers['router-authorization'] ?? ''));
    return expected.filter((known) => timingSafeEqual(known, given)).length > 0; // all of them, in any case
  };
}
