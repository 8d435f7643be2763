/**
 * The gateway's configuration: typed, frozen, units in the names. Made from the settings, which validated-settings.ts checks.
 */
import { normalBaseUrl } from './base-url.js';
import type { Environment } from './environment.js';
import { validatedSettings, type SettingValues } from './validated-settings.js';

export interface SuperOfficeConfig {
  /** Ends in `/api/v1`. Null: none is configured, the embedded emulator is used. */
  readonly baseUrl: string | null;
  readonly appToken: string | null;
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
  readonly maxResponseBytes: number;
}

export interface ServerConfig {
  readonly host: string;
  readonly port: number;
  /** `localhost`: any origin on this machine, in the demo only. */
  readonly corsOrigins: readonly string[] | 'localhost';
  readonly maxBodyBytes: number;
  readonly operationTimeoutMs: number;
  readonly shutdownDelayMs: number;
  readonly drainTimeoutMs: number;
}

/** Who may use the parts of the schema that are made for routers. */
export interface RouterConfig {
  /** null: everybody may send references. */
  readonly secret: string | null;
  /** Requests without the secret are refused altogether. */
  readonly isRouterOnly: boolean;
  /** Whether anyone may read the SDL, where there is no secret. */
  readonly exposeSdl: boolean;
  readonly maxRepresentations: number;
}

export interface GatewayConfig {
  /** No SuperOffice is configured: the embedded emulator answers, and callers without credentials get the sample's. */
  readonly isDemo: boolean;
  readonly superoffice: SuperOfficeConfig;
  readonly server: ServerConfig;
  readonly router: RouterConfig;
  readonly baseTimeZone: string;
  readonly introspection: boolean;
  readonly exposeSessionKey: boolean;
  readonly logLevel: string;
}

function superOfficeConfig(values: SettingValues): SuperOfficeConfig {
  return Object.freeze({
    baseUrl: values.SUPEROFFICE_URL === undefined ? null : normalBaseUrl(values.SUPEROFFICE_URL),
    appToken: values.SUPEROFFICE_APP_TOKEN ?? null,
    language: values.SUPEROFFICE_LANGUAGE,
    credentialsHeader: values.CREDENTIALS_HEADER,
    forwardCookies: values.FORWARD_COOKIES,
    selectMaxLength: values.SELECT_MAX_LENGTH,
    maxConcurrency: values.MAX_UPSTREAM_CONCURRENCY,
    maxQueued: values.MAX_UPSTREAM_QUEUE,
    totalTimeoutMs: values.UPSTREAM_TIMEOUT_MS,
    attemptTimeoutMs: values.ATTEMPT_TIMEOUT_MS,
    connectTimeoutMs: values.CONNECT_TIMEOUT_MS,
    maxRetries: values.UPSTREAM_RETRIES,
    maxResponseBytes: values.MAX_RESPONSE_BYTES,
  });
}

function serverConfig(values: SettingValues, isDemo: boolean): ServerConfig {
  return Object.freeze({
    host: values.HOST ?? (isDemo ? '127.0.0.1' : '0.0.0.0'),
    port: values.PORT,
    corsOrigins: values.CORS_ORIGINS ?? (isDemo ? 'localhost' : []),
    maxBodyBytes: values.MAX_BODY_BYTES,
    operationTimeoutMs: values.OPERATION_TIMEOUT_MS,
    shutdownDelayMs: values.SHUTDOWN_DELAY_MS,
    drainTimeoutMs: values.DRAIN_TIMEOUT_MS,
  });
}

function routerConfig(values: SettingValues, introspection: boolean): RouterConfig {
  return Object.freeze({
    secret: values.ROUTER_SECRET ?? null,
    isRouterOnly: values.ROUTER_ONLY,
    exposeSdl: values.EXPOSE_SDL ?? introspection,
    maxRepresentations: values.MAX_REPRESENTATIONS,
  });
}

/** @throws {InvalidSettingsError} with every problem that was found */
export function gatewayConfig(environment: Environment): GatewayConfig {
  const values = validatedSettings(environment);
  const isDemo = values.SUPEROFFICE_URL === undefined;
  const introspection = values.INTROSPECTION ?? isDemo;
  return Object.freeze({
    isDemo,
    superoffice: superOfficeConfig(values),
    server: serverConfig(values, isDemo),
    router: routerConfig(values, introspection),
    baseTimeZone: values.SUPEROFFICE_TIME_ZONE,
    introspection,
    exposeSessionKey: values.EXPOSE_SESSION_KEY,
    logLevel: values.LOG_LEVEL,
  });
}
