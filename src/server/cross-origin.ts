/**
 * Which browsers may call from another origin: none unless configured; in the demo whatever runs on this machine.
 */
import cors from '@fastify/cors';
import type { FastifyInstance } from 'fastify';
import type { ServerConfig } from '../config/gateway-config.js';

const localhost = /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/;

const allowedHeaders = [
  'accept-language',
  'apollographql-client-name',
  'apollographql-client-version',
  'apollo-require-preflight',
  'authorization',
  'content-type',
  'so-culture',
  'so-language',
  'so-timezone',
  'traceparent',
  'tracestate',
  'x-request-id',
  'x-superoffice-explain',
  'x-xsrf-token',
];

/** @param credentialsHeader is allowed as well, whatever it is called */
export async function allowOrigins(
  server: FastifyInstance,
  { corsOrigins }: ServerConfig,
  credentialsHeader: string,
): Promise<void> {
  if (corsOrigins.length === 0) return;
  await server.register(cors, {
    origin: corsOrigins === 'localhost' ? localhost : [...corsOrigins],
    methods: ['POST'],
    allowedHeaders: [...new Set([...allowedHeaders, credentialsHeader])],
    exposedHeaders: ['x-request-id', 'retry-after'],
    credentials: corsOrigins !== 'localhost',
    maxAge: 600,
    strictPreflight: false,
  });
}
