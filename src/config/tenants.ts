/**
 * Several tenants behind one gateway. Each has a configuration of its own: the settings of the environment, of which a file may replace
 * those that concern one tenant.
 */
import { z } from 'zod';
import type { Environment } from './environment.js';
import { fileText } from './setting-grammars.js';

/** By name; the settings that each tenant has in the file. */
export type TenantSettings = ReadonlyMap<string, Environment>;

/** What may differ between tenants: where they are, who pays, and how changes are learnt from. */
const ownNames = new Set([
  ...['SUPEROFFICE_URL', 'SUPEROFFICE_ENVIRONMENT', 'SUPEROFFICE_ALLOWED_HOSTS', 'SUPEROFFICE_ONLINE_URL'],
  ...['SUPEROFFICE_APP_TOKEN', 'SUPEROFFICE_APP_TOKEN_FILE', 'SUPEROFFICE_TIME_ZONE', 'SUPEROFFICE_LANGUAGE'],
  ...['SUPEROFFICE_SYSTEM_TOKEN_FILE', 'SUPEROFFICE_PRIVATE_KEY_FILE', 'SUPEROFFICE_BASIC_FILE'],
  ...['SUPEROFFICE_REFRESH_TOKEN_FILE', 'SUPEROFFICE_CLIENT_ID', 'SUPEROFFICE_REDIRECT_URI', 'SUPEROFFICE_LOGIN_URL'],
  ...['MAX_UPSTREAM_CONCURRENCY', 'MAX_UPSTREAM_CALLS_PER_SECOND', 'MAX_UPSTREAM_CALLS_PER_MINUTE', 'SESSION_CHANGES'],
  ...['WEBHOOK_SECRET', 'WEBHOOK_SECRET_FILE', 'PREVIOUS_WEBHOOK_SECRET', 'PREVIOUS_WEBHOOK_SECRET_FILE'],
  ...['LIVE_SOURCE', 'LIVE_INTERVAL_MS', 'LIVE_CALLS_PER_MINUTE', 'LIVE_POLL_SECONDS', 'LIVE_SAFETY_SECONDS'],
]);

/** Settings of the process, which a tenant's configuration does not repeat. */
const processNames = [
  ...['SUPEROFFICE_TENANTS', 'TENANT_HEADER', 'JWT_TENANT_CLAIM', 'TRUSTED_DOCUMENTS', 'TRUSTED_DOCUMENTS_MODE'],
  ...['REDIS_URL', 'REDIS_URL_FILE', 'REDIS_PREFIX', 'REPLICAS'],
] as const;

/** A secret that two tenants share would let an administrator of one send signals to the other. */
const secretNames = [
  'WEBHOOK_SECRET',
  'WEBHOOK_SECRET_FILE',
  'PREVIOUS_WEBHOOK_SECRET',
  'PREVIOUS_WEBHOOK_SECRET_FILE',
];

const tenantName = /^[A-Za-z][A-Za-z0-9]{0,63}$/;

const expected =
  'expected names such as Cust12345, separated by commas, or the path of a file with {"Cust12345": {"<SETTING>": "<value>"}}';

const fileContent = z.record(
  z.string().regex(tenantName),
  z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
);

type Entries = readonly (readonly [name: string, own: Environment])[];

function listedNames(text: string): readonly string[] | null {
  const names = text.split(',').map((name) => name.trim());
  return names.every((name) => tenantName.test(name)) ? names : null;
}

/** @returns null: the file has another form */
function fileEntries(text: string): Entries | null {
  try {
    const { data } = fileContent.safeParse(JSON.parse(text));
    const texts = (own: object): Environment =>
      Object.fromEntries(Object.entries(own).map(([name, value]) => [name, String(value)]));
    return data ? Object.entries(data).map(([name, own]) => [name, texts(own)] as const) : null;
  } catch {
    return null;
  }
}

function problemsOf(entries: Entries): readonly string[] {
  const keys = entries.map(([name]) => name.toLowerCase());
  const isRepeated = new Set(keys).size < keys.length;
  const foreign = entries.flatMap(([name, own]) =>
    Object.keys(own).flatMap((setting) =>
      ownNames.has(setting) ? [] : [`${name}: ${setting} is no setting of a single tenant`],
    ),
  );
  return [...(entries.length === 0 || isRepeated ? ['expected each tenant once, and at least one'] : []), ...foreign];
}

/** Parses SUPEROFFICE_TENANTS. */
export const tenantList = z.string().transform((text, context): TenantSettings => {
  const names = listedNames(text);
  const content = names === null ? fileText.safeParse(text).data : undefined;
  const fromFile = content === undefined ? null : fileEntries(content);
  const entries: Entries | null = names === null ? fromFile : names.map((name) => [name, {}] as const);
  for (const message of entries === null ? [expected] : problemsOf(entries))
    context.addIssue({ code: 'custom', message });
  return new Map(entries);
});

/**
 * The environment of each tenant, as if the gateway served only this one.
 * @param webhookPath each tenant's webhook has a path below it
 */
export function tenantEnvironments(
  environment: Environment,
  tenants: TenantSettings,
  webhookPath: string,
): TenantSettings {
  const withoutOwn = { ...environment };
  for (const name of [...processNames, ...secretNames]) delete withoutOwn[name];
  return new Map(
    [...tenants].map(([name, own]) => {
      const isOnSite = own['SUPEROFFICE_URL'] !== undefined;
      const place = isOnSite ? { SUPEROFFICE_ALLOWED_HOSTS: undefined } : { SUPEROFFICE_TENANT: name };
      return [name, { ...withoutOwn, ...place, WEBHOOK_PATH: `${webhookPath}/${name}`, ...own }] as const;
    }),
  );
}

/** @param texts the settings as set */
export function tenantsProblems(texts: Environment): readonly string[] {
  const isSet = (name: string): boolean => texts[name] !== undefined;
  const isServiceAccess = (texts['SUPEROFFICE_CREDENTIALS'] ?? 'caller') !== 'caller';
  const alone = ['TENANT_HEADER', 'JWT_TENANT_CLAIM'].filter(isSet);
  if (!isSet('SUPEROFFICE_TENANTS')) return alone.map((name) => `${name}: expected SUPEROFFICE_TENANTS with it`);
  const elsewhere = ['SUPEROFFICE_URL', 'SUPEROFFICE_TENANT', 'WEBHOOK_SECRET', 'PREVIOUS_WEBHOOK_SECRET'];
  return [
    ...elsewhere.filter(isSet).map((name) => `${name}: expected in the file of SUPEROFFICE_TENANTS`),
    ...(isServiceAccess && !isSet('JWT_TENANT_CLAIM')
      ? ["JWT_TENANT_CLAIM: expected with SUPEROFFICE_TENANTS and the gateway's own credentials"]
      : []),
    ...(isServiceAccess
      ? ['API_KEYS_FILE', 'TENANT_HEADER']
          .filter(isSet)
          .map((name) => `${name}: expected without SUPEROFFICE_TENANTS; a claim of the token names the tenant`)
      : []),
    ...(!isServiceAccess && isSet('JWT_TENANT_CLAIM')
      ? ["JWT_TENANT_CLAIM: expected the gateway's own credentials with it"]
      : []),
  ];
}
