/** A gateway with a tenant identifier, on an emulator that has the state of the tenant. */
import { startEmulator, type Emulator, type EmulatorOptions } from '../../src/emulator/index.js';
import { systemClock, type Clock } from '../../src/base/clock.js';
import { gatewayAt, withEmulator, type GatewayWithEmulator } from './query-gateway.js';

export const tenant = 'Cust12345';

export const tenantSettings = (onlineUrl: string): Readonly<Record<string, string>> => ({
  SUPEROFFICE_TENANT: tenant,
  SUPEROFFICE_ONLINE_URL: onlineUrl,
  SUPEROFFICE_ALLOWED_HOSTS: '127.0.0.1',
});

export async function gatewayOfTenant(
  options: EmulatorOptions = {},
  settings: Readonly<Record<string, string>> = {},
  clock: Clock = systemClock,
): Promise<GatewayWithEmulator> {
  const emulator = await startEmulator(options);
  const gateway = await gatewayAt(null, { ...tenantSettings(emulator.url), ...settings }, clock);
  return withEmulator(gateway, emulator);
}

/** How often the state of the tenant was requested. */
export const statesAsked = ({ requests }: Emulator): number =>
  requests.filter((line) => line === `GET /api/state/${tenant}`).length;

/** Calls of operations, in the order of their arrival: the host and the status of each. */
export const callsMade = ({ log }: Emulator): readonly { readonly host: string; readonly status: number }[] =>
  log
    .filter(({ method }) => method === 'POST')
    .map(({ headers, status }) => ({ host: `http://${headers.host}`, status }));
