/**
 * The gateway's configuration: typed, validated, frozen, units in the names.
 * Made from the environment; a bad setting is reported together with all others, and never with its value when it is a secret.
 */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { baseUrlProblem, normalBaseUrl } from './base-url.js';
import type { Environment } from './environment.js';
import { settings, type SettingName } from './settings.js';

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

export interface GatewayConfig {
  /** No SuperOffice is configured: the embedded emulator answers, and callers without credentials get the sample's. */
  readonly isDemo: boolean;
  readonly superoffice: SuperOfficeConfig;
  readonly server: ServerConfig;
  readonly baseTimeZone: string;
  readonly introspection: boolean;
  readonly exposeSessionKey: boolean;
  readonly logLevel: string;
}

/** What is wrong with the settings: one line each, with what is expected. The CLI exits with 2. */
export class InvalidSettingsError extends Error {
  override readonly name = 'InvalidSettingsError';

  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
  }
}

const settingsSchema = z.object(
  Object.fromEntries(Object.entries(settings).map(([name, { schema }]) => [name, schema])) as {
    [Name in SettingName]: (typeof settings)[Name]['schema']; // fromEntries forgets which name has which schema
  },
);

type Values = z.infer<typeof settingsSchema>;

/** The environment with the contents of NAME_FILE in place of NAME, and empty texts taken as not given. */
function withSecretFiles(environment: Environment, problems: string[]): Environment {
  const values: Record<string, string | undefined> = {};
  for (const [name, setting] of Object.entries(settings)) {
    const file = 'isSecret' in setting ? environment[`${name}_FILE`] : undefined;
    values[name] = environment[name] === '' ? undefined : environment[name];
    if (!file) continue;
    if (values[name] !== undefined) problems.push(`${name} and ${name}_FILE are both set: keep one`);
    try {
      values[name] = readFileSync(file, 'utf8').trim();
    } catch {
      problems.push(`${name}_FILE: expected a file that can be read`); // the path may hold names that are nobody's business
    }
  }
  return values;
}

/** SUPEROFFICE_URI, SUPEROFFICE_TIMEZONE, …: a name that nobody reads is a misspelling that would go unnoticed. */
function misspelledNames(environment: Environment): readonly string[] {
  const known = Object.entries(settings).flatMap(([name, more]) =>
    'isSecret' in more ? [name, `${name}_FILE`] : [name],
  );
  return Object.keys(environment).filter((name) => name.startsWith('SUPEROFFICE_') && !known.includes(name));
}

function problemsAcross(values: Values): readonly string[] {
  const problems: string[] = [];
  const deadlines = [
    'OPERATION_TIMEOUT_MS',
    'UPSTREAM_TIMEOUT_MS',
    'ATTEMPT_TIMEOUT_MS',
    'CONNECT_TIMEOUT_MS',
  ] as const;
  deadlines.forEach((outer, index) => {
    const inner = deadlines[index + 1];
    if (inner && values[inner] >= values[outer])
      problems.push(`${inner}: expected less than ${outer} (${values[outer]})`);
  });
  const urlProblem = values.SUPEROFFICE_URL && baseUrlProblem(values.SUPEROFFICE_URL, values.ALLOW_INSECURE_UPSTREAM);
  if (urlProblem) problems.push(`SUPEROFFICE_URL: ${urlProblem}`);
  return problems;
}

function superOfficeConfig(values: Values): SuperOfficeConfig {
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

function serverConfig(values: Values, isDemo: boolean): ServerConfig {
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

/** @throws {InvalidSettingsError} with every problem that was found */
export function gatewayConfig(environment: Environment): GatewayConfig {
  const problems: string[] = misspelledNames(environment).map((name) => `${name}: there is no such setting`);
  const parsed = settingsSchema.safeParse(withSecretFiles(environment, problems));
  if (!parsed.success) {
    problems.push(...parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`));
    throw new InvalidSettingsError(problems);
  }
  problems.push(...problemsAcross(parsed.data));
  if (problems.length > 0) throw new InvalidSettingsError(problems);

  const values = parsed.data;
  const isDemo = values.SUPEROFFICE_URL === undefined;
  return Object.freeze({
    isDemo,
    superoffice: superOfficeConfig(values),
    server: serverConfig(values, isDemo),
    baseTimeZone: values.SUPEROFFICE_TIME_ZONE,
    introspection: values.INTROSPECTION ?? isDemo,
    exposeSessionKey: values.EXPOSE_SESSION_KEY,
    logLevel: values.LOG_LEVEL,
  });
}
