/**
 * The gateway embedded in a program: settings come from an object instead of the environment.
 */
import { processEnvironment } from './config/environment.js';
import { gatewayConfig } from './config/gateway-config.js';
import { settingNames } from './config/setting-names.js';
import type { SettingName as PlainSettingName, settings as definitions } from './config/settings.js';
import { InvalidSettingsError } from './config/invalid-settings-error.js';
import { gatewayOrDemo } from './gateway-or-demo.js';
import { gatewayLogger, type Logger } from './observability/logger.js';
import type { Gateway } from './server/gateway.js';
import { secretHeaders } from './superoffice/request-headers.js';

/** The settings that are secrets. */
type SecretName = {
  [Name in PlainSettingName]: (typeof definitions)[Name] extends { readonly isSecret: true } ? Name : never;
}[PlainSettingName];

/** The names of the environment variables, with the `NAME_FILE` twins of secrets. */
export type SettingName = PlainSettingName | `${SecretName}_FILE`;

/** Values are text, as in the environment: `{ PORT: '0' }`. A missing, undefined or empty value means the default. */
export type Settings = Readonly<Partial<Record<SettingName, string | undefined>>>;

export interface CreateGatewayOptions {
  /**
   * A pino logger of your own, whose level replaces LOG_LEVEL.
   * Default: one JSON object per line on stdout, also for LOG_FORMAT `auto`; `LOG_LEVEL: 'silent'` for none.
   */
  readonly logger?: Logger | undefined;
}

/** The object holds only our settings, so an unknown name is a misspelling; the error names all of them. */
function refuseUnknownNames(settings: Settings): void {
  const unknown = Object.keys(settings).filter((name) => !settingNames.includes(name));
  if (unknown.length > 0) throw new InvalidSettingsError(unknown.map((name) => `${name}: there is no such setting`));
}

/**
 * Starts the gateway, which then listens on `settings.PORT` (default 4000; 0 takes a free one), and stops it on `stop()`, or by
 * `await using`. Without SUPEROFFICE_URL it is the demo: it serves data of its own emulator, on loopback.
 * The environment is not read, except that NODE_ENV=production refuses the demo, and that node's own NODE_EXTRA_CA_CERTS applies in
 * addition to SUPEROFFICE_CA_FILE. Signals and uncaught errors are left to your program.
 * @throws {InvalidSettingsError} with all its `problems`: a value is not accepted, or a name is unknown
 * @throws {Error} node's error (EADDRINUSE, …) when it cannot listen; then nothing is left open
 */
export async function createGateway(settings: Settings = {}, options: CreateGatewayOptions = {}): Promise<Gateway> {
  refuseUnknownNames(settings);
  const config = gatewayConfig(settings);
  const readable = config.logFormat === 'pretty' ? { isColoured: false } : undefined;
  const logger = options.logger ?? gatewayLogger({ level: config.logLevel, secretHeaders, readable });
  const isProduction = processEnvironment()['NODE_ENV'] === 'production';
  return gatewayOrDemo({ config, logger, isProduction });
}
