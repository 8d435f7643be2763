/** The SuperOffice that a command calls, and the credentials for it. */
import { readFileSync } from 'node:fs';
import { systemClock } from '../base/clock.js';
import type { GatewayConfig } from '../config/gateway-config.js';
import { InvalidSettingsError } from '../config/invalid-settings-error.js';
import type { TenantConfig } from '../config/tenant-config.js';
import { gatewayLogger } from '../observability/logger.js';
import { gatewayMetrics } from '../observability/metrics.js';
import { tenantEndpoints } from '../superoffice/tenant/tenant-endpoints.js';

const standardInput = 0;

export const lockoutWarning =
  'Adding webhooks to an app of SuperOffice Online locks all its users out, until an administrator of the tenant consents again.';

/** Read from a file only, so that the value appears in no process list and no shell history. */
export function authorizationIn(path: unknown): string {
  const expectation = '--credentials: expected a file with the value of Authorization, or - for standard input';
  if (typeof path !== 'string' || path === '') throw new InvalidSettingsError([expectation]);
  try {
    return readFileSync(path === '-' ? standardInput : path, 'utf8').trim();
  } catch {
    throw new InvalidSettingsError([expectation]);
  }
}

/** @param name the option --tenant @throws {InvalidSettingsError} it names none of several tenants */
export function tenantIn(config: GatewayConfig, name: unknown): GatewayConfig {
  const { tenants } = config;
  if (tenants === null) return config;
  const named = [...tenants.byName].find(([key]) => key.toLowerCase() === String(name).toLowerCase());
  if (named === undefined) throw new InvalidSettingsError(['--tenant: expected one of SUPEROFFICE_TENANTS']);
  return named[1];
}

interface Location {
  /** The requests that it takes to find the base URL. */
  readonly planned: readonly string[];
  /** @throws {GatewayError} the tenant does not run, or its state is not available */
  find(): Promise<string>;
}

/** @throws {GatewayError} the tenant does not run, or its state is not available */
async function tenantBaseUrl(tenant: TenantConfig, { superoffice }: GatewayConfig): Promise<string> {
  const logger = gatewayLogger({ level: 'silent', secretHeaders: [] });
  const options = { tenant, config: superoffice, clock: systemClock, logger, metrics: gatewayMetrics() };
  using endpoints = tenantEndpoints(options);
  return (await endpoints.current(AbortSignal.timeout(superoffice.totalTimeoutMs))).baseUrl;
}

/** How to find the base URL to probe, and the requests that this takes. */
export function locationOf(config: GatewayConfig): Location {
  const { baseUrl, tenant } = config.superoffice;
  if (baseUrl !== null) return { planned: [], find: async () => baseUrl };
  if (tenant !== null) return { planned: ["the tenant's state"], find: () => tenantBaseUrl(tenant, config) };
  throw new InvalidSettingsError(['SUPEROFFICE_URL or SUPEROFFICE_TENANT: expected the SuperOffice to call']);
}
