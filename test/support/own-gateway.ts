/**
 * A gateway with service credentials on an emulator with a login service: key material in files, two callers with API keys.
 */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmulator, type EmulatorOptions, type LoginOptions } from '../../src/emulator/index.js';
import type { Clock } from '../../src/base/clock.js';
import { application, partnerKey } from './login-world.js';
import { gatewayAt, withEmulator, type GatewayWithEmulator } from './query-gateway.js';

export type Settings = Readonly<Record<string, string>>;

export interface Files extends Disposable {
  /** @returns its path */
  write(name: string, text: string): string;
}

/** A temporary folder, deleted in the end. */
export function files(): Files {
  const folder = mkdtempSync(join(tmpdir(), 'own-credentials-'));
  return {
    write: (name, text) => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    },
    [Symbol.dispose]: () => rmSync(folder, { recursive: true }),
  };
}

export const apiKeys = { console: 'api-key-of-the-console-0123456789', report: 'api-key-of-the-report-0123456789' };

export const asConsole = { authorization: `Bearer ${apiKeys.console}` };
export const asReport = { authorization: `bearer ${apiKeys.report}` };

export const keyLine = (name: string, key: string): string =>
  `${name} sha256:${createHash('sha256').update(key).digest('hex')}`;

export const apiKeyLines = (keys: Settings = apiKeys): string =>
  Object.entries(keys)
    .map(([name, key]) => keyLine(name, key))
    .join('\n');

/** Settings of a system user at this SuperOffice. */
export const systemUserSettings = (folder: Files, url: string, login: LoginOptions = application): Settings => ({
  SUPEROFFICE_URL: `${url}/Cust12345`,
  SUPEROFFICE_LOGIN_URL: url,
  SUPEROFFICE_CREDENTIALS: 'system-user',
  SUPEROFFICE_SYSTEM_TOKEN_FILE: folder.write('system-token', `${login.systemToken ?? application.systemToken}\n`),
  SUPEROFFICE_PRIVATE_KEY_FILE: folder.write('key.pem', partnerKey),
  SUPEROFFICE_APP_TOKEN_FILE: folder.write('client-secret', login.clientSecret),
  API_KEYS_FILE: folder.write('api-keys', apiKeyLines()),
});

export const refreshTokenSettings = (folder: Files, url: string, login: LoginOptions = application): Settings => ({
  SUPEROFFICE_URL: `${url}/Cust12345`,
  SUPEROFFICE_LOGIN_URL: `${url}/login/`,
  SUPEROFFICE_CREDENTIALS: 'refresh-token',
  SUPEROFFICE_CLIENT_ID: login.clientId,
  SUPEROFFICE_REDIRECT_URI: application.redirectUri,
  SUPEROFFICE_REFRESH_TOKEN_FILE: folder.write('refresh-token', login.refreshToken ?? application.refreshToken),
  SUPEROFFICE_APP_TOKEN_FILE: folder.write('client-secret', login.clientSecret),
  API_KEYS_FILE: folder.write('api-keys', apiKeyLines()),
});

export const basicSettings = (folder: Files, url: string): Settings => ({
  SUPEROFFICE_URL: url,
  SUPEROFFICE_CREDENTIALS: 'basic',
  SUPEROFFICE_BASIC_FILE: folder.write('basic', 'tje0:Jøe\n'),
  API_KEYS_FILE: folder.write('api-keys', apiKeyLines()),
});

export type Kind = (folder: Files, url: string, login?: LoginOptions) => Settings;

interface OwnOptions {
  readonly kind?: Kind;
  readonly login?: Partial<LoginOptions>;
  readonly emulator?: EmulatorOptions;
  readonly settings?: Settings;
  readonly clock?: Clock;
}

export async function ownGateway(options: OwnOptions = {}): Promise<GatewayWithEmulator> {
  const { kind = systemUserSettings, settings = {}, clock } = options;
  const login = { ...application, ...options.login };
  using folder = files(); // read at the start only
  const emulator = await startEmulator({ ...options.emulator, login, ...(clock && { clock }) });
  const started = gatewayAt(emulator.url, { ...kind(folder, emulator.url, login), ...settings }, clock);
  const gateway = await started.catch(async (error: unknown) => {
    await emulator.close();
    throw error;
  });
  return withEmulator(gateway, emulator);
}

export const loginLines = {
  ticket: 'POST /Login/api/PartnerSystemUser/Authenticate',
  keys: 'GET /login/.well-known/jwks',
  refresh: 'POST /login/common/oauth/tokens',
};

/** The count of each request line, calls of the API by operation. */
export function counted(requests: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const line of requests) {
    const name = line.includes(' /') ? line : (line.split(' ')[0] ?? line);
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}
