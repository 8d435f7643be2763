/**
 * The gateway's configuration: typed, frozen, with units in the names. Created from the settings that validated-settings.ts checks.
 */
import { archiveConfig, type ArchiveConfig } from './archive-config.js';
import { effectiveSettings } from './effective-settings.js';
import type { Environment } from './environment.js';
import { liveConfig, type LiveConfig } from './live-config.js';
import { contradictions, requestLimits, type RequestLimits } from './limits.js';
import { callerCheckConfig, type CallerCheckConfig } from './gateway-credentials.js';
import { InvalidSettingsError } from './invalid-settings-error.js';
import { unusableProxies } from './proxies.js';
import { redisConfig, type RedisConfig } from './redis-config.js';
import { serverConfig, type ServerConfig } from './server-config.js';
import { unknownNames } from './setting-names.js';
import type { SettingValues } from './settings.js';
import { isDemo, superOfficeConfig, type SuperOfficeConfig } from './superoffice-config.js';
import { tenantEnvironments } from './tenants.js';
import type { PublishedDocuments } from './trusted-documents.js';
import { validatedSettings } from './validated-settings.js';

/** Access to the parts of the schema that are for routers. */
export interface RouterConfig {
  /** null: any caller may send references. */
  readonly secret: string | null;
  /** Is accepted, too. */
  readonly previousSecret: string | null;
  /** Files of the secrets, which are read again when they change; null: no file. */
  readonly secretPath: string | null;
  readonly previousSecretPath: string | null;
  /** All requests without the secret are refused. */
  readonly isRouterOnly: boolean;
  /** Whether any caller may read the SDL when there is no secret. */
  readonly exposeSdl: boolean;
}

/** Which documents are accepted. */
export interface DocumentsConfig {
  /** Whether clients may register documents by their hash (APQ). */
  readonly automatic: boolean;
  /** Not validated against the schema yet. null: none are published. */
  readonly trusted: PublishedDocuments | null;
  /** How other documents are treated when some are published. */
  readonly mode: 'off' | 'log' | 'enforce';
}

/** Several tenants, and how a request names one of them. */
export interface TenantsConfig {
  /** Each as if the gateway served only this one. */
  readonly byName: ReadonlyMap<string, GatewayConfig>;
  /** Header in lower case that names the tenant of credentials that do not; null: none. */
  readonly header: string | null;
  /** Claim of the caller's token; null: none. */
  readonly claim: string | null;
}

/** Limits of one operation. */
export interface OperationLimits {
  readonly maxTokens: number;
  readonly maxDepth: number;
  readonly maxAliases: number;
  readonly maxRootFields: number;
  readonly maxDirectives: number;
  readonly maxRecursiveSelections: number;
  readonly forCallers: RequestLimits;
  /** Limits of requests with the router's secret. */
  readonly forRouter: RequestLimits;
  readonly maxAnswerRecords: number;
}

export interface GatewayConfig {
  /** No SuperOffice is configured: the gateway uses the embedded emulator, with sample credentials for callers that send none. */
  readonly isDemo: boolean;
  readonly superoffice: SuperOfficeConfig;
  /** null: there is one tenant, that of `superoffice`. */
  readonly tenants: TenantsConfig | null;
  /** How the gateway checks callers; never null with service credentials. null: SuperOffice checks them. */
  readonly callers: CallerCheckConfig | null;
  readonly server: ServerConfig;
  /** null: replicas share nothing. */
  readonly redis: RedisConfig | null;
  readonly router: RouterConfig;
  readonly documents: DocumentsConfig;
  readonly limits: OperationLimits;
  readonly baseTimeZone: string;
  readonly introspection: boolean;
  /** Whether the query editor is served at /. */
  readonly ide: boolean;
  /** Whether callers may request the calls that their response took. */
  readonly explain: boolean;
  readonly exposeSessionKey: boolean;
  /** Whether the schema has mutations. */
  readonly mutations: boolean;
  /** Whether mutations include the administration of topics, and deletions. */
  readonly admin: boolean;
  /** Whether the schema has subscriptions. */
  readonly subscriptions: boolean;
  /** Whether the schema has lists and searches of sessions. */
  readonly archive: boolean;
  /** null: it has none. */
  readonly archiveAccess: ArchiveConfig | null;
  /** null: the schema has no subscriptions. */
  readonly live: LiveConfig | null;
  readonly customerGoneAfterMs: number;
  readonly logLevel: string;
  /** Whether the client's address is logged. */
  readonly logClientAddress: boolean;
  /** auto: readable on a terminal, JSON elsewhere. */
  readonly logFormat: 'auto' | 'json' | 'pretty';
  /** Names of clients that are metric labels, as the clients send them. */
  readonly metricsClients: readonly string[];
  readonly auditLog: boolean;
  /** null: the key is random for this process. */
  readonly principalKey: string | null;
  /** Oddities of the settings that are no problems: a sentence each. */
  readonly warnings: readonly string[];
  /** Readable texts by name; for secrets only whether they are set. */
  readonly settings: Readonly<Record<string, string>>;
}

function routerConfig(values: SettingValues, environment: Environment): RouterConfig {
  return Object.freeze({
    secret: values.ROUTER_SECRET ?? null,
    previousSecret: values.PREVIOUS_ROUTER_SECRET ?? null,
    secretPath: environment['ROUTER_SECRET_FILE'] || null,
    previousSecretPath: environment['PREVIOUS_ROUTER_SECRET_FILE'] || null,
    isRouterOnly: values.ROUTER_ONLY,
    exposeSdl: values.EXPOSE_SDL ?? values.INTROSPECTION ?? isDemo(values),
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
    forCallers: requestLimits(values, 'caller'),
    forRouter: requestLimits(values, 'router'),
    maxAnswerRecords: values.MAX_ANSWER_RECORDS,
  });
}

/** @throws {InvalidSettingsError} with the problems of all tenants */
function tenantsConfig(values: SettingValues, environment: Environment): TenantsConfig | null {
  const { SUPEROFFICE_TENANTS: tenants, TENANT_HEADER: header = null, JWT_TENANT_CLAIM: claim = null } = values;
  if (tenants === undefined) return null;
  const byName = new Map<string, GatewayConfig>();
  const problems: string[] = [];
  for (const [name, own] of tenantEnvironments(environment, tenants, values.WEBHOOK_PATH)) {
    try {
      byName.set(name, gatewayConfig(own));
    } catch (error) {
      if (!(error instanceof InvalidSettingsError)) throw error;
      problems.push(...error.problems.map((problem) => `${name}: ${problem}`));
    }
  }
  if (problems.length > 0) throw new InvalidSettingsError(problems);
  return Object.freeze({ byName, header, claim });
}

const warningsOf = (values: SettingValues, environment: Environment): readonly string[] => [
  ...unknownNames(environment).ignored,
  ...contradictions(values),
  ...unusableProxies(environment, values.UPSTREAM_PROXY),
];

/** @throws {InvalidSettingsError} with every problem that was found */
export function gatewayConfig(environment: Environment): GatewayConfig {
  const values = validatedSettings(environment);
  const isDemoHere = isDemo(values);
  const introspection = values.INTROSPECTION ?? isDemoHere;
  const live = liveConfig(values, isDemoHere);
  const archiveAccess = archiveConfig(values, isDemoHere);
  return Object.freeze({
    isDemo: isDemoHere,
    superoffice: superOfficeConfig(values, environment),
    tenants: tenantsConfig(values, environment),
    callers: callerCheckConfig(values, environment),
    server: serverConfig(values, isDemoHere),
    redis: redisConfig(values),
    router: routerConfig(values, environment),
    documents: documentsConfig(values),
    limits: operationLimits(values),
    baseTimeZone: values.SUPEROFFICE_TIME_ZONE,
    introspection,
    ide: values.IDE ?? isDemoHere,
    explain: values.EXPLAIN ?? isDemoHere,
    exposeSessionKey: values.EXPOSE_SESSION_KEY,
    mutations: values.MUTATIONS,
    admin: values.ADMIN_MUTATIONS,
    subscriptions: live !== null,
    archive: archiveAccess !== null,
    archiveAccess,
    live,
    customerGoneAfterMs: values.CUSTOMER_GONE_SECONDS * 1000,
    logLevel: values.LOG_LEVEL,
    logFormat: values.LOG_FORMAT,
    logClientAddress: values.LOG_CLIENT_ADDRESS,
    metricsClients: values.METRICS_CLIENTS,
    auditLog: values.AUDIT_LOG === 'stdout',
    principalKey: values.PRINCIPAL_KEY ?? null,
    warnings: warningsOf(values, environment),
    settings: Object.fromEntries(effectiveSettings(environment).map(({ name, text }) => [name, text])),
  });
}
