/**
 * From the settings to the credentials that the gateway has of its own, and to how it knows its callers then. Its rights in SuperOffice
 * are not those of the callers, so one goes without the other nowhere.
 */
import type { KeyObject } from 'node:crypto';
import type { ApiKey } from './api-keys.js';
import type { Environment } from './environment.js';
import type { SettingName, SettingValues } from './settings.js';
import { onlineUrl } from './tenant-config.js';

export interface SystemUserConfig {
  readonly kind: 'system-user';
  /** Without a slash at the end. */
  readonly loginUrl: string;
  readonly contextIdentifier: string;
  readonly systemToken: string;
  readonly privateKey: KeyObject;
  readonly clientSecret: string;
}

export interface RefreshTokenConfig {
  readonly kind: 'refresh-token';
  /** Without a slash at the end. */
  readonly loginUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUri: string;
  readonly refreshToken: string;
}

export interface BasicConfig {
  readonly kind: 'basic';
  readonly userAndPassword: string;
}

export type GatewayCredentialsConfig = SystemUserConfig | RefreshTokenConfig | BasicConfig;

export interface JwtConfig {
  readonly issuer: string;
  readonly audience: string;
  readonly jwksUrl: string;
  readonly algorithms: readonly string[];
}

/** One of the two at least. */
export interface CallerCheckConfig {
  readonly apiKeys: readonly ApiKey[];
  /** Where they stand, to be read again when they change; null: there are none. */
  readonly apiKeysPath: string | null;
  readonly jwt: JwtConfig | null;
}

type Values = Partial<SettingValues>;

/** What each kind cannot do without. */
const needed = {
  'system-user': ['SUPEROFFICE_SYSTEM_TOKEN_FILE', 'SUPEROFFICE_PRIVATE_KEY_FILE', 'SUPEROFFICE_APP_TOKEN'],
  'refresh-token': [
    'SUPEROFFICE_REFRESH_TOKEN_FILE',
    'SUPEROFFICE_CLIENT_ID',
    'SUPEROFFICE_REDIRECT_URI',
    'SUPEROFFICE_APP_TOKEN',
  ],
  basic: ['SUPEROFFICE_BASIC_FILE'],
} as const satisfies Record<string, readonly SettingName[]>;

const onlyWithOwn: readonly SettingName[] = ['API_KEYS_FILE', 'JWT_ISSUER', 'JWT_AUDIENCE', 'JWT_JWKS_URL'];

const environments = /^(sod|qaonline)\d*\.superoffice\.com$/;

/** The un-numbered host of the environment that the tenant is in; null when it is not on SuperOffice Online. */
export function loginUrlFor(baseUrl: string): string | null {
  const { hostname } = new URL(baseUrl);
  if (!hostname.endsWith('.superoffice.com')) return null;
  return `https://${environments.exec(hostname)?.[1] ?? 'online'}.superoffice.com`;
}

function loginUrlOf(values: Values): string | null {
  const { SUPEROFFICE_LOGIN_URL: given, SUPEROFFICE_URL: url = '', SUPEROFFICE_TENANT: tenant } = values;
  if (given !== undefined) return given.replace(/\/+$/, '').replace(/\/login$/i, '');
  if (tenant !== undefined) return onlineUrl(values);
  return URL.canParse(url) ? loginUrlFor(url) : null;
}

/** `Cust12345`, as it is given or stands in the URL; null when it does not. */
const contextIdentifierOf = ({ SUPEROFFICE_URL = '', SUPEROFFICE_TENANT: tenant }: Values): string | null =>
  tenant ?? /^https?:\/\/[^/]+\/(Cust\d+)(\/|$)/i.exec(SUPEROFFICE_URL)?.[1] ?? null;

function missingSettings(values: Values, isGiven: (name: SettingName) => boolean): readonly string[] {
  const kind = values.SUPEROFFICE_CREDENTIALS ?? 'caller';
  if (kind === 'caller') return [];
  return needed[kind]
    .filter((name) => !isGiven(name))
    .map((name) => `${name}: expected with SUPEROFFICE_CREDENTIALS=${kind}`);
}

/** Where the login service is, and who we are there. */
function tenantProblems(values: Values, isGiven: (name: SettingName) => boolean): readonly string[] {
  const { SUPEROFFICE_CREDENTIALS: kind = 'caller', SUPEROFFICE_URL } = values;
  if (kind === 'caller') return [];
  const hasTenant = isGiven('SUPEROFFICE_TENANT');
  if (!hasTenant && !isGiven('SUPEROFFICE_URL'))
    return [`SUPEROFFICE_URL: expected, or SUPEROFFICE_TENANT, with SUPEROFFICE_CREDENTIALS=${kind}`];
  if (hasTenant && kind !== 'basic') return [];
  if (!hasTenant && SUPEROFFICE_URL === undefined) return []; // is told about already
  if (kind === 'basic') {
    const isOnline = SUPEROFFICE_URL === undefined || loginUrlFor(SUPEROFFICE_URL) !== null;
    return isOnline
      ? ['SUPEROFFICE_CREDENTIALS: SuperOffice Online takes no basic; expected system-user or refresh-token']
      : [];
  }
  const problems =
    loginUrlOf(values) === null && !isGiven('SUPEROFFICE_LOGIN_URL')
      ? ['SUPEROFFICE_LOGIN_URL: expected, because SUPEROFFICE_URL is not on superoffice.com']
      : [];
  if (kind === 'system-user' && contextIdentifierOf(values) === null)
    return [
      ...problems,
      'SUPEROFFICE_URL: expected to name the customer, such as https://online3.superoffice.com/Cust12345',
    ];
  return problems;
}

/** A gateway with rights of its own and no check of its callers would show everything to everybody. */
function callerProblems(
  { SUPEROFFICE_CREDENTIALS: kind = 'caller' }: Values,
  isGiven: (name: SettingName) => boolean,
): readonly string[] {
  if (kind === 'caller') {
    const problem =
      'expected SUPEROFFICE_CREDENTIALS with it: callers who bring their own credentials are checked by SuperOffice';
    return onlyWithOwn.filter(isGiven).map((name) => `${name}: ${problem}`);
  }
  const hasJwt = isGiven('JWT_ISSUER');
  const missing = (['JWT_AUDIENCE', 'JWT_JWKS_URL'] as const).filter((name) => hasJwt && !isGiven(name));
  const alone = (['JWT_AUDIENCE', 'JWT_JWKS_URL'] as const).filter((name) => !hasJwt && isGiven(name));
  return [
    ...(hasJwt || isGiven('API_KEYS_FILE')
      ? []
      : [
          `SUPEROFFICE_CREDENTIALS: ${kind} acts with the gateway's own rights, so it needs a check of the callers: expected API_KEYS_FILE or JWT_ISSUER with it`,
        ]),
    ...missing.map((name) => `${name}: expected with JWT_ISSUER`),
    ...alone.map((name) => `${name}: expected JWT_ISSUER with it`),
  ];
}

/** @param texts as given; a setting that is there and wrong is told about elsewhere */
export function serviceCredentialsProblems(values: Values, texts: Environment): readonly string[] {
  const isGiven = (name: SettingName): boolean => texts[name] !== undefined;
  return [...missingSettings(values, isGiven), ...tenantProblems(values, isGiven), ...callerProblems(values, isGiven)];
}

/** Of settings without problems. Null: callers bring their own. */
export function serviceCredentialsConfig(values: SettingValues): GatewayCredentialsConfig | null {
  const loginUrl = loginUrlOf(values) ?? '';
  const clientSecret = values.SUPEROFFICE_APP_TOKEN ?? '';
  const kind = values.SUPEROFFICE_CREDENTIALS;
  switch (kind) {
    case 'caller':
      return null;
    case 'basic':
      return { kind, userAndPassword: values.SUPEROFFICE_BASIC_FILE ?? '' };
    case 'refresh-token':
      return {
        kind,
        loginUrl,
        clientId: values.SUPEROFFICE_CLIENT_ID ?? '',
        clientSecret,
        redirectUri: values.SUPEROFFICE_REDIRECT_URI ?? '',
        refreshToken: values.SUPEROFFICE_REFRESH_TOKEN_FILE ?? '',
      };
    case 'system-user': {
      const { SUPEROFFICE_PRIVATE_KEY_FILE: privateKey, SUPEROFFICE_SYSTEM_TOKEN_FILE: systemToken = '' } = values;
      if (privateKey === undefined) return null; // not without a problem
      return {
        kind,
        loginUrl,
        contextIdentifier: contextIdentifierOf(values) ?? '',
        systemToken,
        privateKey,
        clientSecret,
      };
    }
  }
}

/** Null: SuperOffice checks the callers. */
export function callerCheckConfig(values: SettingValues, environment: Environment): CallerCheckConfig | null {
  if (values.SUPEROFFICE_CREDENTIALS === 'caller') return null;
  const { JWT_ISSUER: issuer, JWT_AUDIENCE: audience = '', JWT_JWKS_URL: jwksUrl = '', JWT_ALGORITHMS } = values;
  const jwt = issuer === undefined ? null : { issuer, audience, jwksUrl, algorithms: JWT_ALGORITHMS };
  return { apiKeys: values.API_KEYS_FILE ?? [], apiKeysPath: environment['API_KEYS_FILE'] || null, jwt };
}
