/**
 * The configuration of a tenant of SuperOffice Online: where its state is requested and which hosts it may have. Read from the settings
 * of tenant-settings.ts.
 */
import { baseUrlProblem } from './base-url.js';
import type { Environment } from './environment.js';
import type { SettingValues } from './settings.js';

export interface TenantConfig {
  /** e.g. `Cust12345` */
  readonly identifier: string;
  /** URL of the document with the tenant's location and state. */
  readonly stateUrl: string;
  /** Domains in lower case, never empty; the tenant's host is one of them or a subdomain of one. */
  readonly allowedHosts: readonly string[];
  /** Whether its API may use plain http beyond loopback. */
  readonly allowInsecure: boolean;
}

/** The host of SuperOffice Online for all tenants, without a slash at the end. */
export function onlineUrl({ SUPEROFFICE_ONLINE_URL, SUPEROFFICE_ENVIRONMENT }: Partial<SettingValues>): string {
  return (SUPEROFFICE_ONLINE_URL ?? `https://${SUPEROFFICE_ENVIRONMENT}.superoffice.com`).replace(/\/+$/, '');
}

/** @returns null: no tenant is set */
export function tenantConfig(values: SettingValues): TenantConfig | null {
  const identifier = values.SUPEROFFICE_TENANT;
  if (identifier === undefined) return null;
  return Object.freeze({
    identifier,
    stateUrl: `${onlineUrl(values)}/api/state/${identifier}`,
    allowedHosts: values.SUPEROFFICE_ALLOWED_HOSTS,
    allowInsecure: values.ALLOW_INSECURE_UPSTREAM,
  });
}

/** @param texts the settings as set */
export function tenantProblems(values: Partial<SettingValues>, texts: Environment): readonly string[] {
  const { SUPEROFFICE_ONLINE_URL: onlineUrl, ALLOW_INSECURE_UPSTREAM } = values;
  const isSet = (name: string): boolean => texts[name] !== undefined;
  const urlProblem = onlineUrl === undefined ? null : baseUrlProblem(onlineUrl, ALLOW_INSECURE_UPSTREAM ?? false);
  const problems = urlProblem === null ? [] : [`SUPEROFFICE_ONLINE_URL: ${urlProblem}`];
  if (isSet('SUPEROFFICE_TENANTS')) return problems;
  if (isSet('SUPEROFFICE_TENANT')) {
    return isSet('SUPEROFFICE_URL') ? [...problems, 'SUPEROFFICE_TENANT: expected without SUPEROFFICE_URL'] : problems;
  }
  if (isSet('SUPEROFFICE_ALLOWED_HOSTS'))
    problems.push('SUPEROFFICE_ALLOWED_HOSTS: expected SUPEROFFICE_TENANT with it'); // alone it would protect nothing
  if (isSet('SUPEROFFICE_ENVIRONMENT') && !isSet('SUPEROFFICE_URL'))
    problems.push('SUPEROFFICE_ENVIRONMENT: expected SUPEROFFICE_TENANT with it'); // else the demo would start
  return problems;
}
