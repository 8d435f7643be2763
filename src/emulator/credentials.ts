/**
 * Which requests are authenticated: an Authorization scheme of the specification, or an XSRF token with its cookie.
 * Any value is accepted unless `rejectCredentials` lists it.
 */
import type { IncomingHttpHeaders } from 'node:http';

const knownScheme = /^(basic|soticket|bearer)\s+\S/i;

export function hasCredentials(headers: Readonly<IncomingHttpHeaders>, rejected: readonly string[]): boolean {
  const { authorization } = headers;
  if (authorization !== undefined) return knownScheme.test(authorization) && !rejected.includes(authorization);
  return Boolean(headers['x-xsrf-token']) && Boolean(headers.cookie);
}
