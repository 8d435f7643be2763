/** The configuration of the server. */
import type { SettingValues } from './settings.js';

export interface ServerConfig {
  /** null: all addresses, of IPv6 and IPv4 if both are available. */
  readonly host: string | null;
  readonly port: number;
  /** Empty, or a path such as `/chat`. */
  readonly basePath: string;
  readonly compression: boolean;
  /** Addresses and networks. */
  readonly trustedProxies: readonly string[];
  /** `localhost`: any origin on this machine; in the demo only. */
  readonly corsOrigins: readonly string[] | 'localhost';
  /** Request headers that pages may send in addition to the usual ones, in lower case. */
  readonly corsHeaders: readonly string[];
  readonly maxBodyBytes: number;
  readonly operationTimeoutMs: number;
  readonly headersTimeoutMs: number;
  readonly requestTimeoutMs: number;
  readonly keepAliveMs: number;
  readonly maxOperationsInFlight: number;
  /** 0: no limit. */
  readonly maxEventLoopDelayMs: number;
  readonly getQueries: boolean;
  readonly metrics: boolean;
  /** null: metrics are served on the main port. */
  readonly metricsPort: number | null;
  readonly shutdownDelayMs: number;
  readonly drainTimeoutMs: number;
}

export function serverConfig(values: SettingValues, isDemo: boolean): ServerConfig {
  return Object.freeze({
    host: values.HOST ?? (isDemo ? '127.0.0.1' : null),
    port: values.PORT,
    basePath: values.BASE_PATH,
    compression: values.COMPRESSION,
    trustedProxies: values.TRUSTED_PROXIES,
    corsHeaders: [...values.CORS_HEADERS, ...(values.TENANT_HEADER === undefined ? [] : [values.TENANT_HEADER])],
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
    metricsPort: values.METRICS_LISTEN_PORT ?? null,
    shutdownDelayMs: values.SHUTDOWN_DELAY_MS,
    drainTimeoutMs: values.DRAIN_TIMEOUT_MS,
  });
}
