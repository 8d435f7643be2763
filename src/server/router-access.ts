/**
 * Who is the router: whoever knows the secret.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** @returns whether a request comes from the router; compared in constant time. Without a secret nobody is the router. */
export function routerCheck(secret: string | null): (headers: IncomingHttpHeaders) => boolean {
  if (secret === null) return () => false;
  const expected = digest(secret);
  return (headers) => timingSafeEqual(digest(String(headers['router-authorization'] ?? '')), expected);
}
