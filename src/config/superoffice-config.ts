/** What is configured of the way to SuperOffice. */
import { normalizedBaseUrl } from './base-url.js';
import { extraCertificateAuthorities, type Environment } from './environment.js';
import { maxHeldBytes, maxQueued } from './limits.js';
import { serviceCredentialsConfig, type GatewayCredentialsConfig } from './gateway-credentials.js';
import { proxiesOf, type Proxies } from './proxies.js';
import type { SettingValues } from './settings.js';
import { tenantConfig, type TenantConfig } from './tenant-config.js';

export interface BreakerConfig {
  readonly failurePercent: number;
  readonly minCalls: number;
  readonly windowMs: number;
  readonly halfOpenMs: number;
}

export interface SuperOfficeConfig {
  /** Ends in `/api/v1`. Null: it is a tenant's, or none is configured and the embedded emulator is used. */
  readonly baseUrl: string | null;
  /** Whose base URL has to be asked for; null: it is fixed. */
  readonly tenant: TenantConfig | null;
  readonly appToken: string | null;
  /** The gateway's own credentials; null: each caller's. */
  readonly serviceCredentials: GatewayCredentialsConfig | null;
  readonly language: string;
  readonly credentialsHeader: string;
  readonly forwardCookies: readonly string[];
  readonly selectMaxLength: number;
  readonly maxConcurrency: number;
  readonly maxQueued: number;
  readonly totalTimeoutMs: number;
  readonly attemptTimeoutMs: number;
  readonly connectTimeoutMs: number;
  readonly maxRetries: number;
  readonly maxPerPrincipal: number;
  /** Of all callers; 0: no limit. */
  readonly maxCallsPerSecond: number;
  /** Of one caller; 0: no limit. */
  readonly maxCallsPerMinute: number;
  readonly retryBudgetPercent: number;
  readonly breaker: BreakerConfig;
  /** PEM of authorities to trust beside node's own; none: node's own, which knows those of NODE_EXTRA_CA_CERTS. */
  readonly certificateAuthorities: readonly string[];
  readonly proxies: Proxies;
  /** How long a connection to SuperOffice stays open without a call, where it does not say so itself. */
  readonly keepAliveMs: number;
  /** Of the lines for calls that went well. */
  readonly callLogLevel: 'debug' | 'info';
  readonly maxResponseBytes: number;
  /** Of all answers that are held at once. */
  readonly maxHeldBytes: number;
}

/** With a context of our own, those of NODE_EXTRA_CA_CERTS are ours to add. */
const authoritiesBeside = (authorities: string | undefined): readonly string[] =>
  authorities === undefined ? [] : [authorities, ...extraCertificateAuthorities()];

/** Nothing is configured: the embedded emulator answers. */
export const isDemo = ({ SUPEROFFICE_URL, SUPEROFFICE_TENANT }: SettingValues): boolean =>
  SUPEROFFICE_URL === undefined && SUPEROFFICE_TENANT === undefined;

export function superOfficeConfig(values: SettingValues, environment: Environment): SuperOfficeConfig {
  return Object.freeze({
    baseUrl: values.SUPEROFFICE_URL === undefined ? null : normalizedBaseUrl(values.SUPEROFFICE_URL),
    tenant: tenantConfig(values),
    appToken: values.SUPEROFFICE_APP_TOKEN ?? null,
    serviceCredentials: serviceCredentialsConfig(values),
    language: values.SUPEROFFICE_LANGUAGE,
    credentialsHeader: values.CREDENTIALS_HEADER,
    forwardCookies: values.FORWARD_COOKIES,
    selectMaxLength: values.SELECT_MAX_LENGTH,
    maxConcurrency: values.MAX_UPSTREAM_CONCURRENCY,
    maxQueued: maxQueued(values),
    totalTimeoutMs: values.UPSTREAM_TIMEOUT_MS,
    attemptTimeoutMs: values.ATTEMPT_TIMEOUT_MS,
    connectTimeoutMs: values.CONNECT_TIMEOUT_MS,
    maxRetries: values.UPSTREAM_RETRIES,
    maxPerPrincipal: values.MAX_UPSTREAM_PER_PRINCIPAL,
    maxCallsPerSecond: values.MAX_UPSTREAM_CALLS_PER_SECOND,
    maxCallsPerMinute: values.MAX_UPSTREAM_CALLS_PER_MINUTE,
    retryBudgetPercent: values.RETRY_BUDGET_PERCENT,
    breaker: {
      failurePercent: values.BREAKER_FAILURE_PERCENT,
      minCalls: values.BREAKER_MIN_CALLS,
      windowMs: values.BREAKER_WINDOW_MS,
      halfOpenMs: values.BREAKER_HALF_OPEN_MS,
    },
    certificateAuthorities: authoritiesBeside(values.SUPEROFFICE_CA_FILE),
    proxies: proxiesOf(environment, values.UPSTREAM_PROXY),
    keepAliveMs: values.UPSTREAM_KEEP_ALIVE_MS,
    callLogLevel: values.LOG_CALLS ?? (isDemo(values) ? 'info' : 'debug'),
    maxResponseBytes: values.MAX_RESPONSE_BYTES,
    maxHeldBytes: maxHeldBytes(values),
  });
}
