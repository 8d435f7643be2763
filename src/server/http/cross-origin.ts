/**
 * CORS: no other origin may call the gateway unless it is configured; in the demo, origins on this machine may.
 */
import cors from '@fastify/cors';
import type { FastifyInstance } from 'fastify';
import type { GatewayConfig } from '../../config/gateway-config.js';
import type { ServerConfig } from '../../config/server-config.js';
import { sendError } from './http-errors.js';

const localhost = /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/;

const ownHeaders = [
  'accept-language',
  'authorization',
  'content-type',
  'so-culture',
  'so-language',
  'so-timezone',
  'x-request-id',
  'x-superoffice-explain',
  'x-xsrf-token',
];

/** Headers that Apollo Client and its tools add. */
const clientHeaders = [
  'apollographql-client-name',
  'apollographql-client-version',
  'apollo-require-preflight',
  'x-apollo-operation-name',
];

/** Headers that tracing in the page adds: W3C and B3, Sentry, Datadog, New Relic, Elastic, Azure, AWS, Jaeger. */
const tracingHeaders = [
  ...['traceparent', 'tracestate', 'baggage', 'b3'],
  ...['x-b3-traceid', 'x-b3-spanid', 'x-b3-parentspanid', 'x-b3-sampled', 'x-b3-flags'],
  'sentry-trace',
  ...['x-datadog-origin', 'x-datadog-parent-id', 'x-datadog-sampled', 'x-datadog-sampling-priority'],
  ...['x-datadog-tags', 'x-datadog-trace-id'],
  'newrelic',
  'elastic-apm-traceparent',
  ...['request-id', 'request-context'],
  'x-amzn-trace-id',
  'uber-trace-id',
];

/**
 * Is registered before all hooks that may refuse a request, so that a page can read the error.
 * @param credentialsHeader is allowed in addition
 */
export async function allowOrigins(
  server: FastifyInstance,
  { corsOrigins, corsHeaders, getQueries }: ServerConfig,
  credentialsHeader: string,
): Promise<void> {
  if (corsOrigins.length === 0) return;
  const allowedHeaders = [...ownHeaders, ...clientHeaders, ...tracingHeaders, ...corsHeaders, credentialsHeader];
  await server.register(cors, {
    origin: corsOrigins === 'localhost' ? localhost : [...corsOrigins],
    methods: getQueries ? ['GET', 'POST'] : ['POST'],
    allowedHeaders: [...new Set(allowedHeaders)],
    exposedHeaders: ['x-request-id', 'retry-after'],
    credentials: corsOrigins !== 'localhost',
    maxAge: 600,
    strictPreflight: false,
  });
}

/** @param allowed as configured: CORS_ORIGINS */
export const isOriginAllowed = (origin: string, allowed: ServerConfig['corsOrigins']): boolean =>
  allowed === 'localhost' ? localhost.test(origin) : allowed.includes(origin);

const loopback = ['127.0.0.1', '::1', 'localhost'];
const localName = /^(([\w-]+\.)*localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/i;

/**
 * Protects the demo against DNS rebinding: a site can point its name to this machine, so that browsers treat its pages as
 * same-origin. The demo has credentials for every caller, so on loopback it accepts only the names of this machine.
 */
export function refuseForeignNames(server: FastifyInstance, config: GatewayConfig): void {
  if (!config.isDemo) return;
  server.addHook('onRequest', (request, reply, done) => {
    if (isLocalName(request.headers.host, config)) return done();
    void sendError(reply, 421);
  });
}

/** @param name in the header Host @returns true also where any name is accepted */
export function isLocalName(name: string | undefined, { isDemo, server: { host } }: GatewayConfig): boolean {
  const isLocalOnly = isDemo && host !== null && loopback.includes(host);
  return !isLocalOnly || name === undefined || localName.test(name);
}
