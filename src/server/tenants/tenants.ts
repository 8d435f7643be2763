/** The tenants that the gateway serves, and the tenant of a request. */
import type { IncomingHttpHeaders } from 'node:http';
import { SharedLimit } from '../../base/shared-limit.js';
import { randomId } from '../../base/randomness.js';
import type { GatewayConfig } from '../../config/gateway-config.js';
import { TenantUnknownError } from '../../errors/caller-errors.js';
import { BytePool } from '../../http/byte-budget.js';
import { gatewayMetrics, type GatewayMetrics } from '../../observability/metrics.js';
import type { Replicas } from '../../redis/replicas.js';
import type { SignalBus } from '../../signals/signal.js';
import { fixedEndpoints, type Endpoints } from '../../superoffice/endpoints.js';
import { namedTenant } from '../../superoffice/tenant/named-tenant.js';
import { tenantEndpoints } from '../../superoffice/tenant/tenant-endpoints.js';
import type { GatewayOptions } from '../gateway.js';
import { servedTenant, type ServedTenant, type TenantOptions } from './served-tenant.js';

/** What a request says of its tenant. */
export interface TenantRequest {
  readonly headers: IncomingHttpHeaders;
  /** undefined: SuperOffice authenticates the callers. */
  readonly caller: { readonly tenant: string | null } | undefined;
}

export interface Tenants extends Disposable {
  /** By name in lower case; the only one has the name ''. */
  readonly byName: ReadonlyMap<string, ServedTenant>;
  /** The tenant of a request; one that refuses all calls where the request names none that is served. */
  of(request: TenantRequest): ServedTenant;
  /** Metrics of all tenants. */
  readonly metrics: readonly GatewayMetrics[];
}

/** What all tenants share. */
export interface TenantsParts extends Required<Pick<GatewayOptions, 'config' | 'baseUrl' | 'logger' | 'clock'>> {
  readonly bus: SignalBus;
  /** null: there are no other replicas. */
  readonly replicas: Replicas | null;
  /** Of the process, and of its only tenant. */
  readonly metrics: GatewayMetrics;
}

/** Limits and secrets of the process. */
function sharedOptions({ config, bus, clock, replicas }: TenantsParts) {
  const isShared = config.tenants !== null;
  const operations = new SharedLimit(config.server.maxOperationsInFlight, isShared);
  const streams = new SharedLimit(config.live?.maxStreams ?? 0, isShared);
  return {
    ...{ bus, clock, replicas, operations, streams },
    secret: config.principalKey ?? randomId(),
    bytePool: new BytePool(isShared),
  };
}

type Shared = ReturnType<typeof sharedOptions>;

type OwnOptions = Pick<TenantOptions, 'config' | 'endpoints' | 'identity' | 'logger' | 'metrics'>;

const optionsOf = ({ operations, streams, ...shared }: Shared, own: OwnOptions): TenantOptions => ({
  ...shared,
  ...own,
  operations: operations.part(),
  streams: streams.part(),
});

function endpointsOf(config: GatewayConfig, own: Pick<TenantsParts, 'clock' | 'logger' | 'metrics'>): Endpoints {
  const { baseUrl, tenant } = config.superoffice;
  if (baseUrl !== null) return fixedEndpoints(baseUrl);
  if (tenant === null) throw new TypeError('Neither a base URL nor a tenant is configured.');
  return tenantEndpoints({ ...own, tenant, config: config.superoffice });
}

/** The tenant of a gateway that serves one. */
function onlyTenant(parts: TenantsParts): Tenants {
  const { config, baseUrl, metrics, logger } = parts;
  const endpoints = baseUrl === null ? endpointsOf(config, parts) : fixedEndpoints(baseUrl);
  const own = { config, endpoints, identity: endpoints.identity, logger, metrics };
  const only = servedTenant(optionsOf(sharedOptions(parts), own));
  return {
    byName: new Map([['', only]]),
    of: () => only,
    metrics: [metrics],
    [Symbol.dispose]: () => only[Symbol.dispose](),
  };
}

/** Refuses each call. */
const noEndpoints: Endpoints = {
  identity: '',
  current: () => {
    throw new TenantUnknownError();
  },
  health: async () => ({ isRunning: null, about: {} }),
  [Symbol.dispose]: () => undefined,
};

function severalTenants(
  parts: TenantsParts,
  { byName, header, claim }: NonNullable<GatewayConfig['tenants']>,
): Tenants {
  const { clock, config, logger, metrics } = parts;
  const shared = sharedOptions(parts);
  const served = new Map<string, ServedTenant>();
  const all = [metrics];
  for (const [name, own] of byName) {
    const parted = { clock, logger: logger.child({ tenant: name }), metrics: gatewayMetrics(name) };
    const endpoints = endpointsOf(own, parted);
    const identity = `${name.toLowerCase()} ${endpoints.identity}`;
    served.set(name.toLowerCase(), servedTenant(optionsOf(shared, { ...parted, config: own, endpoints, identity })));
    all.push(parted.metrics);
  }
  const superoffice = { ...config.superoffice, ownCredentials: null };
  const nowhere = { config: { ...config, superoffice }, endpoints: noEndpoints, identity: '', logger, metrics };
  const unknown = servedTenant(optionsOf(shared, nowhere));
  const { credentialsHeader } = superoffice;
  return {
    byName: served,
    of: ({ headers, caller }) => {
      const given = claim === null ? header && headers[header]?.toString() : caller?.tenant;
      const credentials = caller === undefined ? (headers[credentialsHeader]?.toString() ?? '') : '';
      const name = namedTenant({ credentials, given: given ?? null });
      return (name === null ? undefined : served.get(name)) ?? unknown;
    },
    metrics: all,
    [Symbol.dispose]: () => {
      for (const tenant of [...served.values(), unknown]) tenant[Symbol.dispose]();
    },
  };
}

export const servedTenants = (parts: TenantsParts): Tenants =>
  parts.config.tenants === null ? onlyTenant(parts) : severalTenants(parts, parts.config.tenants);
