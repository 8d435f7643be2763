/** The configuration of calls to SuperOffice. */
import { normalizedBaseUrl } from './base-url.js';
import { extraCertificateAuthorities, type Environment } from './environment.js';
import { maxHeldBytes, maxQueued } from './limits.js';
import { gatewayCredentialsConfig, type GatewayCredentialsConfig } from './gateway-credentials.js';
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
  /** Ends in `/api/v1`. null: the tenant determines it, or several tenants are served, or the embedded emulator is used. */
  readonly baseUrl: string | null;
  /** The tenant whose base URL is looked up; null: the base URL is fixed. */
  readonly tenant: TenantConfig | null;
  readonly appToken: string | null;
  /** null: calls use the caller's credentials. */
  readonly ownCredentials: GatewayCredentialsConfig | null;
  readonly language: string;
  readonly credentialsHeader: string;
  readonly forwardCookies: readonly string[];
  readonly selectMaxLength: number;
  /** Sessions are changed by PATCH. */
  readonly hasPatch: boolean;
  readonly maxConcurrency: number;
  readonly maxQueued: number;
  readonly totalTimeoutMs: number;
  readonly attemptTimeoutMs: number;
  readonly connectTimeoutMs: number;
  readonly maxRetries: number;
  readonly maxPerPrincipal: number;
  /** Limit of all callers together; 0: no limit. */
  readonly maxCallsPerSecond: number;
  /** Limit of one caller; 0: no limit. */
  readonly maxCallsPerMinute: number;
  readonly retryBudgetPercent: number;
  readonly breaker: BreakerConfig;
  /** PEM of authorities to trust in addition to node's own; empty: node's defaults, which include NODE_EXTRA_CA_CERTS. */
  readonly certificateAuthorities: readonly string[];
  readonly proxies: Proxies;
  /** How long an idle connection to SuperOffice stays open, unless its Keep-Alive header gives another time. */
  readonly keepAliveMs: number;
  /** Identical reads of one caller that are under way are one call. */
  readonly joinsCalls: boolean;
  /** How long lists that seldom change are kept; 0: not at all. */
  readonly keepSlowMs: number;
  /** Level of the log lines of successful calls. */
  readonly callLogLevel: 'debug' | 'info';
  readonly maxResponseBytes: number;
  /** Limit of all responses that are held at once. */
  readonly maxHeldBytes: number;
}

/** Adds those of NODE_EXTRA_CA_CERTS, because node does not add them to a custom TLS context. */
const additionalAuthorities = (authorities: string | undefined): readonly string[] =>
  authorities === undefined ? [] : [authorities, ...extraCertificateAuthorities()];

/** Whether no SuperOffice is configured, so that the embedded emulator is used. */
export const isDemo = ({ SUPEROFFICE_URL, SUPEROFFICE_TENANT, SUPEROFFICE_TENANTS }: SettingValues): boolean =>
  SUPEROFFICE_URL === undefined && SUPEROFFICE_TENANT === undefined && SUPEROFFICE_TENANTS === undefined;

export function superOfficeConfig(values: SettingValues, environment: Environment): SuperOfficeConfig {
  return Object.freeze({
    baseUrl: values.SUPEROFFICE_URL === undefined ? null : normalizedBaseUrl(values.SUPEROFFICE_URL),
    tenant: tenantConfig(values),
    appToken: values.SUPEROFFICE_APP_TOKEN ?? null,
    ownCredentials: gatewayCredentialsConfig(values),
    language: values.SUPEROFFICE_LANGUAGE,
    credentialsHeader: values.CREDENTIALS_HEADER,
    forwardCookies: values.FORWARD_COOKIES,
    selectMaxLength: values.SELECT_MAX_LENGTH,
    hasPatch: values.SESSION_CHANGES === 'patch',
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
    certificateAuthorities: additionalAuthorities(values.SUPEROFFICE_CA_FILE),
    proxies: proxiesOf(environment, values.UPSTREAM_PROXY),
    keepAliveMs: values.UPSTREAM_KEEP_ALIVE_MS,
    joinsCalls: values.JOIN_CALLS_IN_FLIGHT,
    keepSlowMs: values.CACHE_SLOW_SECONDS * 1000,
    callLogLevel: values.LOG_CALLS ?? (isDemo(values) ? 'info' : 'debug'),
    maxResponseBytes: values.MAX_RESPONSE_BYTES,
    maxHeldBytes: maxHeldBytes(values),
  });
}
