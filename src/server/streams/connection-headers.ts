/** The headers of a WebSocket's operations: browsers cannot send any with the upgrade, so clients send them in connection_init. */
import type { IncomingHttpHeaders } from 'node:http';
import { isRecord } from '../../base/json-record.js';
import { clientNameHeader } from '../../observability/client-label.js';
import { openHeaders } from '../../superoffice/request-headers.js';

/** Headers in connection_init; the client's names of them may have any case. */
const clientHeaders = [
  clientNameHeader,
  'apollographql-client-version',
  'traceparent',
  'tracestate',
  'router-authorization',
];

/** What a request to /graphql has, and what Apollo expects of it. */
const requestHeaders = { 'content-type': 'application/json', accept: 'application/json' };

/**
 * Credentials of the upgrade come first: a router sends its caller's there. Languages of connection_init come first, because a browser
 * sends its own with the upgrade. Cookies count only with an XSRF token, as for every request.
 * @param payload of connection_init: headers by name, or an object with these in `headers`
 * @param names of the headers with credentials and tenant, as configured
 */
export function connectionHeaders(
  upgrade: IncomingHttpHeaders,
  payload: unknown,
  names: readonly string[],
): IncomingHttpHeaders {
  const sent = isRecord(payload) ? { ...payload, ...(isRecord(payload['headers']) && payload['headers']) } : {};
  const given = new Map(
    Object.entries(sent).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name.toLowerCase(), value] as const] : [],
    ),
  );
  const headers: IncomingHttpHeaders = {};
  for (const name of ['cookie', 'x-xsrf-token', ...names, ...clientHeaders]) {
    const value = upgrade[name] ?? (name === 'cookie' ? undefined : given.get(name));
    if (value !== undefined) headers[name] = value;
  }
  for (const name of openHeaders) {
    const value = given.get(name) ?? upgrade[name];
    if (value !== undefined) headers[name] = value;
  }
  return { ...headers, ...requestHeaders };
}
