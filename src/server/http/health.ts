/**
 * /live reports that the process runs, /ready that it accepts requests. Neither calls SuperOffice: an outage there must not take the
 * gateway out of service, because it responds with clear errors. Only /ready?deep=1, for people and monitors, reports the tenant's state.
 * Both name the schema, by which replicas and a composed supergraph can be compared.
 */
import type { FastifyInstance } from 'fastify';
import type { SchemaVariant } from '../../subgraph/schema-variant.js';
import type { ClientHealth } from '../../superoffice/client.js';
import type { ServedTenant } from '../tenants/served-tenant.js';
import type { Tenants } from '../tenants/tenants.js';
import { sendError } from './http-errors.js';

export interface Readiness {
  isReady: boolean;
  /** Which schema is served; computed on first use. */
  schema: () => SchemaVariant;
}

/** Monitors have short timeouts. */
const deepTimeoutMs = 2_000;

const isUp = ({ isRunning, isReachable, circuit }: ClientHealth): boolean =>
  isRunning !== false && isReachable !== false && circuit !== 'open';

/** What is known of a tenant. @returns isGood: it runs and responds */
async function tenantHealth({ shared, live }: ServedTenant) {
  const health = await shared.client.health(AbortSignal.timeout(deepTimeoutMs));
  const { about, ...more } = health;
  const report = { superoffice: { ...more, ...about }, ...(live && { live: live.report() }) };
  return { isGood: isUp(health), report };
}

/** Without requests: there may be hundreds of tenants, and one that is away does not take the gateway out of service. */
function summaryOf(tenants: Tenants) {
  const all = [...tenants.byName.values()];
  const unavailable = all.filter(({ shared }) => shared.client.circuit() === 'open').length;
  const polling = all.filter(({ live }) => live?.report().source === 'polling').length;
  return { isGood: true, report: { tenants: { served: all.length, unavailable, polling } } };
}

/** @param name of one of several tenants; null: none is named. @returns null: there is no such tenant */
async function deepHealth(tenants: Tenants, name: string | null) {
  const only = tenants.byName.get('');
  if (only) return tenantHealth(only);
  const named = name === null ? undefined : tenants.byName.get(name.toLowerCase());
  if (name === null) return summaryOf(tenants);
  return named ? tenantHealth(named) : null;
}

interface HealthQuery {
  readonly deep?: unknown;
  readonly tenant?: unknown;
}

export function registerHealthRoutes(server: FastifyInstance, readiness: Readiness, tenants: Tenants): void {
  server.get('/live', async () => ({ status: 'live' }));
  server.get<{ Querystring: HealthQuery }>('/ready', async ({ query: { deep, tenant } }, reply) => {
    const name = typeof tenant === 'string' ? tenant : null;
    const found = deep === '1' ? await deepHealth(tenants, name) : { isGood: true, report: {} };
    if (found === null) return sendError(reply, 404);
    void reply.code(readiness.isReady && found.isGood ? 200 : 503);
    return { status: readiness.isReady ? 'ready' : 'draining', schema: readiness.schema(), ...found.report };
  });
}
