/**
 * Reads and validates the settings of an environment. All problems are reported together, never with the value of a secret.
 */
import { readFileSync } from 'node:fs';
import { baseUrlProblem } from './base-url.js';
import type { Environment } from './environment.js';
import { InvalidSettingsError } from './invalid-settings-error.js';
import { archiveProblems } from './archive-config.js';
import { liveProblems } from './live-config.js';
import { gatewayCredentialsProblems } from './gateway-credentials.js';
import { unknownNames } from './setting-names.js';
import { redisProblems } from './redis-config.js';
import { settings, type SettingValues } from './settings.js';
import { tenantProblems } from './tenant-config.js';
import { tenantsProblems } from './tenants.js';

/** The settings' texts, with the content of NAME_FILE for NAME; an empty text is undefined. */
function withSecretFiles(environment: Environment, problems: string[]): Environment {
  const texts: Record<string, string | undefined> = {};
  for (const [name, setting] of Object.entries(settings)) {
    const file = 'isSecret' in setting ? environment[`${name}_FILE`] : undefined;
    texts[name] = environment[name] === '' ? undefined : environment[name];
    if (!file) continue;
    if (texts[name] !== undefined) problems.push(`${name} and ${name}_FILE are both set: keep one`);
    try {
      texts[name] = readFileSync(file, 'utf8').trim();
    } catch {
      problems.push(`${name}_FILE: expected a file that can be read`); // without the path, which may hold private names
    }
  }
  return texts;
}

/** The values of the valid settings. */
function validValues(texts: Environment, problems: string[]): Partial<SettingValues> {
  const values: Record<string, unknown> = {};
  for (const [name, { schema }] of Object.entries(settings)) {
    const parsed = schema.safeParse(texts[name]);
    if (parsed.success) values[name] = parsed.data;
    else problems.push(...parsed.error.issues.map(({ message }) => `${name}: ${message}`));
  }
  return values as Partial<SettingValues>; // each was parsed by its own schema
}

const deadlines = ['OPERATION_TIMEOUT_MS', 'UPSTREAM_TIMEOUT_MS', 'ATTEMPT_TIMEOUT_MS', 'CONNECT_TIMEOUT_MS'] as const;

/** Each deadline must be shorter than the one around it. */
function deadlineProblems(values: Partial<SettingValues>): readonly string[] {
  return deadlines.flatMap((outerName, index) => {
    const innerName = deadlines[index + 1];
    const [outer, inner] = [values[outerName], innerName && values[innerName]];
    if (outer === undefined || inner === undefined || inner < outer) return [];
    return [`${innerName}: expected less than ${outerName} (${outer})`];
  });
}

function urlProblems({ SUPEROFFICE_URL, ALLOW_INSECURE_UPSTREAM }: Partial<SettingValues>): readonly string[] {
  const problem =
    SUPEROFFICE_URL === undefined ? null : baseUrlProblem(SUPEROFFICE_URL, ALLOW_INSECURE_UPSTREAM ?? false);
  return problem === null ? [] : [`SUPEROFFICE_URL: ${problem}`];
}

/** These settings restrict callers only together with a secret: without one, any caller may send references. */
function routerProblems({ ROUTER_ONLY }: Partial<SettingValues>, texts: Environment): readonly string[] {
  if (texts['ROUTER_SECRET'] !== undefined) return [];
  return [
    ...(ROUTER_ONLY === true ? ['ROUTER_ONLY: expected a ROUTER_SECRET with it'] : []),
    ...(texts['PREVIOUS_ROUTER_SECRET'] === undefined
      ? []
      : ['PREVIOUS_ROUTER_SECRET: expected a ROUTER_SECRET with it']),
  ];
}

/** A mode without documents would protect nothing. */
function documentProblems(texts: Environment): readonly string[] {
  const mode = texts['TRUSTED_DOCUMENTS_MODE'] ?? 'off';
  const isMissing = texts['TRUSTED_DOCUMENTS'] === undefined && ['log', 'enforce'].includes(mode);
  return isMissing ? ['TRUSTED_DOCUMENTS_MODE: expected TRUSTED_DOCUMENTS with it'] : [];
}

/** @throws {InvalidSettingsError} with every problem that was found */
export function validatedSettings(environment: Environment): SettingValues {
  const problems: string[] = [...unknownNames(environment).misspelled];
  const texts = withSecretFiles(environment, problems);
  const values = validValues(texts, problems);
  problems.push(...deadlineProblems(values), ...urlProblems(values), ...routerProblems(values, texts));
  problems.push(
    ...documentProblems(texts),
    ...archiveProblems(values),
    ...liveProblems(values, texts),
    ...tenantProblems(values, texts),
    ...tenantsProblems(texts),
    ...redisProblems(texts),
    ...gatewayCredentialsProblems(values, texts),
  );
  if (problems.length > 0) throw new InvalidSettingsError(problems);
  return values as SettingValues; // without problems every setting has a value
}
