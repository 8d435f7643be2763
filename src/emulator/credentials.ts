/**
 * Who gets in: the Authorization schemes of the specification, or the XSRF token with the cookie it belongs to.
 * Any value passes unless it is named as rejected.
 */
import type { IncomingHttpHeaders } from 'node:http';

const knownScheme = /^(basic|soticket|bearer)\s+\S/i;

export function hasCredentials(headers: Readonly<IncomingHttpHeaders>, rejected: readonly string[]): boolean {
  const { authorization } = headers;
  if (authorization !== undefined) return knownScheme.test(authorization) && !rejected.includes(authorization);
  return Boolean(headers['x-xsrf-token']) && Boolean(headers.cookie);
}
