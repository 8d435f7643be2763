/**
 * The gateway's configuration: typed, frozen, units in the names. Made from the settings, which validated-settings.ts checks.
 */
import { normalBaseUrl } from './base-url.js';
import { effectiveSettings } from './effective-settings.js';
import { extraAuthorities, type Environment } from './environment.js';
import {
  callerCheckConfig,
  ownCredentialsConfig,
  type CallerCheckConfig,
  type OwnCredentialsConfig,
} from './own-credentials.js';
import { tenantConfig, type TenantConfig } from './tenant-config.js';
import type { DocumentsById } from './trusted-documents.js';
import { contradictions, maxHeldBytes, maxQueued, requestLimits, type RequestLimits } from './limits.js';
import { unknownNames } from './setting-names.js';
import type { SettingValues } from './settings.js';
import { validatedSettings } from './validated-settings.js';

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
  readonly own: OwnCredentialsConfig | null;
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
  /** 0: no limit. */
  readonly maxCallsPerMinute: number;
  readonly retryBudgetPercent: number;
  readonly breaker: BreakerConfig;
  /** PEM of authorities to trust beside node's own; none: node's own, which knows those of NODE_EXTRA_CA_CERTS. */
  readonly certificateAuthorities: readonly string[];
  /** How long a connection to SuperOffice stays open without a call, where it does not say so itself. */
  readonly keepAliveMs: number;
  readonly maxResponseBytes: number;
  /** Of all answers that are held at once. */
  readonly maxHeldBytes: number;
}

export interface ServerConfig {
  readonly host: string;
  readonly port: number;
  /** `localhost`: any origin on this machine, in the demo only. */
  readonly corsOrigins: readonly string[] | 'localhost';
  /** Request headers that pages may send beside the known ones, in lower case. */
  readonly corsHeaders: readonly string[];
  readonly maxBodyBytes: number;
  readonly operationTimeoutMs: number;
  readonly headersTimeoutMs: number;
  readonly requestTimeoutMs: number;
  readonly keepAliveMs: number;
  readonly maxOperationsInFlight: number;
  /** 0: however late it is. */
  readonly maxEventLoopDelayMs: number;
  readonly getQueries: boolean;
  readonly metrics: boolean;
  readonly shutdownDelayMs: number;
  readonly drainTimeoutMs: number;
}

/** Who may use the parts of the schema that are made for routers. */
export interface RouterConfig {
  /** null: everybody may send references. */
  readonly secret: string | null;
  /** Counts, too. */
  readonly previousSecret: string | null;
  /** Requests without the secret are refused altogether. */
  readonly isRouterOnly: boolean;
  /** Whether anyone may read the SDL, where there is no secret. */
  readonly exposeSdl: boolean;
}

/** Which documents are let in, and by what names. */
export interface DocumentsConfig {
  /** Whether clients may register documents by their hash (APQ). */
  readonly automatic: boolean;
  /** null: none are published. Not checked against the schema yet. */
  readonly trusted: DocumentsById | null;
  /** What becomes of documents that are not trusted, where some are published. */
  readonly mode: 'off' | 'log' | 'enforce';
}

/** What one operation may ask for. */
export interface OperationLimits {
  readonly maxTokens: number;
  readonly maxDepth: number;
  readonly maxAliases: number;
  readonly maxRootFields: number;
  readonly maxDirectives: number;
  readonly maxRecursiveSelections: number;
  readonly ofCaller: RequestLimits;
  /** For requests with the router's secret. */
  readonly ofRouter: RequestLimits;
  readonly maxAnswerRecords: number;
}

export interface GatewayConfig {
  /** No SuperOffice is configured: the embedded emulator answers, and callers without credentials get the sample's. */
  readonly isDemo: boolean;
  readonly superoffice: SuperOfficeConfig;
  /** How callers are known; never null where there are own credentials. Null: SuperOffice knows them. */
  readonly callers: CallerCheckConfig | null;
  readonly server: ServerConfig;
  readonly router: RouterConfig;
  readonly documents: DocumentsConfig;
  readonly limits: OperationLimits;
  readonly baseTimeZone: string;
  readonly introspection: boolean;
  /** Whether there is a page at /. */
  readonly ide: boolean;
  /** Whether callers may ask what their answer cost. */
  readonly explain: boolean;
  readonly exposeSessionKey: boolean;
  /** Whether the schema has mutations. */
  readonly mutations: boolean;
  readonly customerGoneAfterMs: number;
  readonly logLevel: string;
  /** auto: readable on a terminal, JSON elsewhere. */
  readonly logFormat: 'auto' | 'json' | 'pretty';
  /** Names of clients that calls are counted for, as they spell themselves. */
  readonly metricsClients: readonly string[];
  readonly auditLog: boolean;
  /** null: random for this process. */
  readonly principalKey: string | null;
  /** What is odd about the settings, and no problem: a sentence each. */
  readonly warnings: readonly string[];
  /** By name, as texts for people; of secrets only whether they are set. */
  readonly settings: Readonly<Record<string, string>>;
}

/** With a context of our own, those of NODE_EXTRA_CA_CERTS are ours to add. */
const authoritiesBeside = (authorities: string | undefined): readonly string[] =>
  authorities === undefined ? [] : [authorities, ...extraAuthorities()];

function superOfficeConfig(values: SettingValues): SuperOfficeConfig {
  return Object.freeze({
    baseUrl: values.SUPEROFFICE_URL === undefined ? null : normalBaseUrl(values.SUPEROFFICE_URL),
    tenant: tenantConfig(values),
    appToken: values.SUPEROFFICE_APP_TOKEN ?? null,
    own: ownCredentialsConfig(values),
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
    maxCallsPerMinute: values.MAX_UPSTREAM_CALLS_PER_MINUTE,
    retryBudgetPercent: values.RETRY_BUDGET_PERCENT,
    breaker: {
      failurePercent: values.BREAKER_FAILURE_PERCENT,
      minCalls: values.BREAKER_MIN_CALLS,
      windowMs: values.BREAKER_WINDOW_MS,
      halfOpenMs: values.BREAKER_HALF_OPEN_MS,
    },
    certificateAuthorities: authoritiesBeside(values.SUPEROFFICE_CA_FILE),
    keepAliveMs: values.UPSTREAM_KEEP_ALIVE_MS,
    maxResponseBytes: values.MAX_RESPONSE_BYTES,
    maxHeldBytes: maxHeldBytes(values),
  });
}

function serverConfig(values: SettingValues, isDemo: boolean): ServerConfig {
  return Object.freeze({
    host: values.HOST ?? (isDemo ? '127.0.0.1' : '0.0.0.0'),
    port: values.PORT,
    corsHeaders: values.CORS_HEADERS,
    corsOrigins: values.CORS_ORIGINS ?? (isDemo ? 'localhost' : []),
    maxBodyBytes: values.MAX_BODY_BYTES,
    operationTimeoutMs: values.OPERATION_TIMEOUT_MS,
    headersTimeoutMs: values.HEADERS_TIMEOUT_MS,
    requestTimeoutMs: values.REQUEST_TIMEOUT_MS,
    keepAliveMs: values.KEEP_ALIVE_MS,
    maxOperationsInFlight: values.MAX_OPERATIONS_IN_FLIGHT,
    maxEventLoopDelayMs: values.MAX_EVENT_LOOP_DELAY_MS,
    getQueries: values.GET_QUERIES,
    metrics: values.METRICS,
    shutdownDelayMs: values.SHUTDOWN_DELAY_MS,
    drainTimeoutMs: values.DRAIN_TIMEOUT_MS,
  });
}

function routerConfig(values: SettingValues, introspection: boolean): RouterConfig {
  return Object.freeze({
    secret: values.ROUTER_SECRET ?? null,
    previousSecret: values.PREVIOUS_ROUTER_SECRET ?? null,
    isRouterOnly: values.ROUTER_ONLY,
    exposeSdl: values.EXPOSE_SDL ?? introspection,
  });
}

function documentsConfig(values: SettingValues): DocumentsConfig {
  return Object.freeze({
    automatic: values.APQ,
    trusted: values.TRUSTED_DOCUMENTS ?? null,
    mode: values.TRUSTED_DOCUMENTS_MODE,
  });
}

function operationLimits(values: SettingValues): OperationLimits {
  return Object.freeze({
    maxTokens: values.MAX_TOKENS,
    maxDepth: values.MAX_DEPTH,
    maxAliases: values.MAX_ALIASES,
    maxRootFields: values.MAX_ROOT_FIELDS,
    maxDirectives: values.MAX_DIRECTIVES,
    maxRecursiveSelections: values.MAX_RECURSIVE_SELECTIONS,
    ofCaller: requestLimits(values, 'caller'),
    ofRouter: requestLimits(values, 'router'),
    maxAnswerRecords: values.MAX_ANSWER_RECORDS,
  });
}

/** @throws {InvalidSettingsError} with every problem that was found */
export function gatewayConfig(environment: Environment): GatewayConfig {
  const values = validatedSettings(environment);
  const isDemo = values.SUPEROFFICE_URL === undefined && values.SUPEROFFICE_TENANT === undefined;
  const introspection = values.INTROSPECTION ?? isDemo;
  return Object.freeze({
    isDemo,
    superoffice: superOfficeConfig(values),
    callers: callerCheckConfig(values),
    server: serverConfig(values, isDemo),
    router: routerConfig(values, introspection),
    documents: documentsConfig(values),
    limits: operationLimits(values),
    baseTimeZone: values.SUPEROFFICE_TIME_ZONE,
    introspection,
    ide: values.IDE ?? isDemo,
    explain: values.EXPLAIN ?? isDemo,
    exposeSessionKey: values.EXPOSE_SESSION_KEY,
    mutations: values.MUTATIONS,
    customerGoneAfterMs: values.CUSTOMER_GONE_SECONDS * 1000,
    logLevel: values.LOG_LEVEL,
    logFormat: values.LOG_FORMAT,
    metricsClients: values.METRICS_CLIENTS,
    auditLog: values.AUDIT_LOG === 'stdout',
    principalKey: values.PRINCIPAL_KEY ?? null,
    warnings: [...unknownNames(environment).ignored, ...contradictions(values)],
    settings: Object.fromEntries(effectiveSettings(environment).map(({ name, text }) => [name, text])),
  });
}
