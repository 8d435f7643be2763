/**
 * Who a request belongs to, as a key: whatever is forwarded to SuperOffice is part of it, so two requests have the same key
 * only if SuperOffice could not tell them apart. The raw credentials cannot be got back out of it.
 */
import { createHmac } from 'node:crypto';
import type { ForwardedHeaders } from './credentials.js';
import { requestHeaders } from './request-headers.js';

/**
 * @param forwarded all that goes along to SuperOffice
 * @param place what it goes to: a base URL, or a tenant wherever it is
 * @param secret of this process, or configured, so that replicas agree
 * @returns 43 characters
 */
export function principalKey({ headers }: Pick<ForwardedHeaders, 'headers'>, place: string, secret: string): string {
  const hmac = createHmac('sha256', secret).update(JSON.stringify(place));
  for (const { name } of requestHeaders) hmac.update(JSON.stringify([name, headers[name] ?? null]));
  return hmac.digest('base64url');
}
