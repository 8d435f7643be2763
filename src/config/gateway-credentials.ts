/**
 * Reads the service credentials and the check of callers from the settings. Calls with service credentials have the gateway's rights in
 * SuperOffice, not the caller's, so each requires the other.
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
  /** Names the caller's tenant; null: there is one tenant. */
  readonly tenantClaim: string | null;
}

/** At least one of API keys and JWT is configured. */
export interface CallerCheckConfig {
  readonly apiKeys: readonly ApiKey[];
  /** File of the keys, which is read again when it changes; null: there are no keys. */
  readonly apiKeysPath: string | null;
  readonly jwt: JwtConfig | null;
}

type Values = Partial<SettingValues>;

/** The settings that each kind requires. */
const requiredSettings = {
  'system-user': ['SUPEROFFICE_SYSTEM_TOKEN_FILE', 'SUPEROFFICE_PRIVATE_KEY_FILE', 'SUPEROFFICE_APP_TOKEN'],
  'refresh-token': [
    'SUPEROFFICE_REFRESH_TOKEN_FILE',
    'SUPEROFFICE_CLIENT_ID',
    'SUPEROFFICE_REDIRECT_URI',
    'SUPEROFFICE_APP_TOKEN',
  ],
  basic: ['SUPEROFFICE_BASIC_FILE'],
} as const satisfies Record<string, readonly SettingName[]>;

const callerCheckSettings: readonly SettingName[] = ['API_KEYS_FILE', 'JWT_ISSUER', 'JWT_AUDIENCE', 'JWT_JWKS_URL'];

const testEnvironments = /^(sod|qaonline)\d*\.superoffice\.com$/;

/** The unnumbered host of the tenant's environment; null: the tenant is not on SuperOffice Online. */
export function loginUrlFor(baseUrl: string): string | null {
  const { hostname } = new URL(baseUrl);
  if (!hostname.endsWith('.superoffice.com')) return null;
  return `https://${testEnvironments.exec(hostname)?.[1] ?? 'online'}.superoffice.com`;
}

function loginUrlOf(values: Values): string | null {
  const { SUPEROFFICE_LOGIN_URL: loginUrl, SUPEROFFICE_URL: url = '', SUPEROFFICE_TENANT: tenant } = values;
  if (loginUrl !== undefined) return loginUrl.replace(/\/+$/, '').replace(/\/login$/i, '');
  if (tenant !== undefined) return onlineUrl(values);
  return URL.canParse(url) ? loginUrlFor(url) : null;
}

/** `Cust12345`, from SUPEROFFICE_TENANT or from the URL; null: neither has it. */
const contextIdentifierOf = ({ SUPEROFFICE_URL = '', SUPEROFFICE_TENANT: tenant }: Values): string | null =>
  tenant ?? /^https?:\/\/[^/]+\/(Cust\d+)(\/|$)/i.exec(SUPEROFFICE_URL)?.[1] ?? null;

function missingSettings(values: Values, isSet: (name: SettingName) => boolean): readonly string[] {
  const kind = values.SUPEROFFICE_CREDENTIALS ?? 'caller';
  if (kind === 'caller') return [];
  return requiredSettings[kind]
    .filter((name) => !isSet(name))
    .map((name) => `${name}: expected with SUPEROFFICE_CREDENTIALS=${kind}`);
}

/** Problems of the URL of the login service and of the customer's identifier. */
function tenantProblems(values: Values, isSet: (name: SettingName) => boolean): readonly string[] {
  const { SUPEROFFICE_CREDENTIALS: kind = 'caller', SUPEROFFICE_URL } = values;
  if (kind === 'caller') return [];
  const hasTenant = isSet('SUPEROFFICE_TENANT');
  if (!hasTenant && !isSet('SUPEROFFICE_URL'))
    return [`SUPEROFFICE_URL: expected, or SUPEROFFICE_TENANT, with SUPEROFFICE_CREDENTIALS=${kind}`];
  if (hasTenant && kind !== 'basic') return [];
  if (!hasTenant && SUPEROFFICE_URL === undefined) return []; // its schema has reported the problem
  if (kind === 'basic') {
    const isOnline = SUPEROFFICE_URL === undefined || loginUrlFor(SUPEROFFICE_URL) !== null;
    return isOnline
      ? ['SUPEROFFICE_CREDENTIALS: SuperOffice Online does not accept basic; expected system-user or refresh-token']
      : [];
  }
  const problems =
    loginUrlOf(values) === null && !isSet('SUPEROFFICE_LOGIN_URL')
      ? ['SUPEROFFICE_LOGIN_URL: expected, because SUPEROFFICE_URL is not on superoffice.com']
      : [];
  if (kind === 'system-user' && contextIdentifierOf(values) === null)
    return [
      ...problems,
      'SUPEROFFICE_URL: expected to name the customer, such as https://online3.superoffice.com/Cust12345',
    ];
  return problems;
}

/** With service credentials and no check of callers, any client could read everything. */
function callerProblems(
  { SUPEROFFICE_CREDENTIALS: kind = 'caller' }: Values,
  isSet: (name: SettingName) => boolean,
): readonly string[] {
  if (kind === 'caller') {
    const problem =
      'expected SUPEROFFICE_CREDENTIALS with it: callers that send their own credentials are checked by SuperOffice';
    return callerCheckSettings.filter(isSet).map((name) => `${name}: ${problem}`);
  }
  const hasJwt = isSet('JWT_ISSUER');
  const missing = (['JWT_AUDIENCE', 'JWT_JWKS_URL'] as const).filter((name) => hasJwt && !isSet(name));
  const alone = (['JWT_AUDIENCE', 'JWT_JWKS_URL'] as const).filter((name) => !hasJwt && isSet(name));
  return [
    ...(hasJwt || isSet('API_KEYS_FILE')
      ? []
      : [
          `SUPEROFFICE_CREDENTIALS: calls with ${kind} have the gateway's rights, so callers have to be checked: expected API_KEYS_FILE or JWT_ISSUER with it`,
        ]),
    ...missing.map((name) => `${name}: expected with JWT_ISSUER`),
    ...alone.map((name) => `${name}: expected JWT_ISSUER with it`),
  ];
}

/** @param texts the settings as set; an invalid one is reported by its schema */
export function gatewayCredentialsProblems(values: Values, texts: Environment): readonly string[] {
  const isSet = (name: SettingName): boolean => texts[name] !== undefined;
  if (isSet('SUPEROFFICE_TENANTS')) return callerProblems(values, isSet); // the others are each tenant's
  return [...missingSettings(values, isSet), ...tenantProblems(values, isSet), ...callerProblems(values, isSet)];
}

/** @param values without problems @returns null: callers send their own credentials */
export function gatewayCredentialsConfig(values: SettingValues): GatewayCredentialsConfig | null {
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
      if (privateKey === undefined) return null; // missingSettings has reported it
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

/** @returns null: SuperOffice checks the callers */
export function callerCheckConfig(values: SettingValues, environment: Environment): CallerCheckConfig | null {
  if (values.SUPEROFFICE_CREDENTIALS === 'caller') return null;
  const { JWT_ISSUER: issuer, JWT_AUDIENCE: audience = '', JWT_JWKS_URL: jwksUrl = '' } = values;
  const { JWT_ALGORITHMS: algorithms, JWT_TENANT_CLAIM: tenantClaim = null } = values;
  const jwt = issuer === undefined ? null : { issuer, audience, jwksUrl, algorithms, tenantClaim };
  return { apiKeys: values.API_KEYS_FILE ?? [], apiKeysPath: environment['API_KEYS_FILE'] || null, jwt };
}
