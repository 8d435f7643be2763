/**
 * Where a tenant of SuperOffice Online is asked for, and where it may be. From the settings in tenant-settings.ts.
 */
import { baseUrlProblem } from './base-url.js';
import type { Environment } from './environment.js';
import type { SettingValues } from './settings.js';

export interface TenantConfig {
  /** e.g. `Cust12345` */
  readonly identifier: string;
  /** Of the document that says where the tenant is, and whether it runs. */
  readonly stateUrl: string;
  /** Domains in lower case; the tenant's host is one of them or below one. Never empty. */
  readonly allowedHosts: readonly string[];
  /** Whether its API may be plain http beyond loopback. */
  readonly allowInsecure: boolean;
}

/** Where SuperOffice Online answers for all tenants; without a slash at the end. */
export function onlineUrl({ SUPEROFFICE_ONLINE_URL, SUPEROFFICE_ENVIRONMENT }: Partial<SettingValues>): string {
  return (SUPEROFFICE_ONLINE_URL ?? `https://${SUPEROFFICE_ENVIRONMENT}.superoffice.com`).replace(/\/+$/, '');
}

/** @returns null: there is a fixed URL, or neither */
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

/** @param texts the settings as they were given */
export function tenantProblems(values: Partial<SettingValues>, texts: Environment): readonly string[] {
  const { SUPEROFFICE_ONLINE_URL: onlineUrl, ALLOW_INSECURE_UPSTREAM } = values;
  const isGiven = (name: string): boolean => texts[name] !== undefined;
  const urlProblem = onlineUrl === undefined ? null : baseUrlProblem(onlineUrl, ALLOW_INSECURE_UPSTREAM ?? false);
  const problems = urlProblem === null ? [] : [`SUPEROFFICE_ONLINE_URL: ${urlProblem}`];
  if (isGiven('SUPEROFFICE_TENANT')) {
    return isGiven('SUPEROFFICE_URL')
      ? [...problems, 'SUPEROFFICE_TENANT: expected without SUPEROFFICE_URL']
      : problems;
  }
  if (isGiven('SUPEROFFICE_ALLOWED_HOSTS'))
    problems.push('SUPEROFFICE_ALLOWED_HOSTS: expected SUPEROFFICE_TENANT with it'); // it would be taken for protection that is not there
  if (isGiven('SUPEROFFICE_ENVIRONMENT') && !isGiven('SUPEROFFICE_URL'))
    problems.push('SUPEROFFICE_ENVIRONMENT: expected SUPEROFFICE_TENANT with it'); // else the demo would start
  return problems;
}
