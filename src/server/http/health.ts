/**
 * /live reports that the process runs, /ready that it accepts requests. Neither calls SuperOffice: an outage there must not take the
 * gateway out of service, because it responds with clear errors. Only /ready?deep=1, for people and monitors, reports the tenant's state.
 * Both name the schema, by which replicas and a composed supergraph can be compared.
 */
import type { FastifyInstance } from 'fastify';
import type { SchemaVariant } from '../../subgraph/schema-variant.js';
import type { ClientHealth, SuperOfficeClient } from '../../superoffice/client.js';

export interface Readiness {
  isReady: boolean;
  /** Where changes are learnt from; null: there are no subscriptions. */
  liveSource: (() => 'webhooks' | 'polling') | null;
  /** Which schema is served; computed on first use. */
  schema: () => SchemaVariant;
}

/** Monitors have short timeouts. */
const deepTimeoutMs = 2_000;

const isUp = ({ isRunning, isReachable, circuit }: ClientHealth): boolean =>
  isRunning !== false && isReachable !== false && circuit !== 'open';

const isDeep = (query: unknown): boolean =>
  typeof query === 'object' && query !== null && 'deep' in query && query.deep === '1';

export function registerHealthRoutes(
  server: FastifyInstance,
  readiness: Readiness,
  client: Pick<SuperOfficeClient, 'health'>,
): void {
  server.get('/live', async () => ({ status: 'live' }));
  server.get('/ready', async ({ query }, reply) => {
    const health = isDeep(query) ? await client.health(AbortSignal.timeout(deepTimeoutMs)) : null;
    const isGood = readiness.isReady && (health === null || isUp(health));
    void reply.code(isGood ? 200 : 503);
    const own = { status: readiness.isReady ? 'ready' : 'draining', schema: readiness.schema() };
    if (health === null) return own;
    const { about, ...more } = health;
    const live = readiness.liveSource && { source: readiness.liveSource() };
    return { ...own, superoffice: { ...more, ...about }, ...(live && { live }) };
  });
}
