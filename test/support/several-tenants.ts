/** A gateway of several tenants, on an emulator on which each has data of its own. */
import { startEmulator, type Emulator, type EmulatorOptions } from '../../src/emulator/index.js';
import { files, type Files } from './own-gateway.js';
import { authorization, gatewayAt, withEmulator, type GatewayWithEmulator } from './query-gateway.js';

/** The caller's token, as the login of SuperOffice Online issues it for a tenant. */
export const tokenOf = (tenant: string, caller = 'caller'): { readonly authorization: string } => ({
  authorization: `Bearer 8A:${tenant}.${caller}`,
});

export const secretOf = (tenant: string): string => `the-secret-of-the-webhook-of-${tenant}-with-32-characters`;

export const tenantNames = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `Cust${index + 1}`);

/** Each session's customer has the name of the tenant. */
export function fillTenant(emulator: Emulator, tenant: string): void {
  const site = emulator.tenant(tenant);
  for (const id of [1, 2, 3])
    site.putSession({ ChatSessionId: id, TopicId: 1, Status: 'UserLast', CustomerName: tenant, CustomerAlias: tenant });
}

export interface SeveralTenants extends GatewayWithEmulator {
  readonly names: readonly string[];
}

export interface SeveralOptions {
  readonly names?: readonly string[];
  readonly settings?: Readonly<Record<string, string>>;
  /** Settings of one tenant in the file. */
  readonly own?: (name: string) => Readonly<Record<string, string | number>>;
  readonly emulator?: EmulatorOptions;
}

const commonSettings = ({ url }: Emulator): Readonly<Record<string, string>> => ({
  SUPEROFFICE_ONLINE_URL: url,
  SUPEROFFICE_ALLOWED_HOSTS: '127.0.0.1',
});

export function tenantsFile(folder: Files, names: readonly string[], own: NonNullable<SeveralOptions['own']>): string {
  return folder.write('tenants.json', JSON.stringify(Object.fromEntries(names.map((name) => [name, own(name)]))));
}

export async function severalTenants(options: SeveralOptions = {}): Promise<SeveralTenants> {
  const { names = tenantNames(3), settings = {}, own = () => ({}) } = options;
  using folder = files();
  const emulator = await startEmulator(options.emulator);
  for (const name of names) fillTenant(emulator, name);
  const tenants = { SUPEROFFICE_TENANTS: tenantsFile(folder, names, own) };
  const gateway = await gatewayAt(null, { ...commonSettings(emulator), ...tenants, ...settings });
  return { ...withEmulator(gateway, emulator), names };
}

/** Registers the gateway's path for a tenant as its webhook. @returns the status */
export async function registerTenantWebhook(
  { emulator, url }: Pick<GatewayWithEmulator, 'emulator' | 'url'>,
  tenant: string,
  secret = secretOf(tenant),
): Promise<number> {
  const body = JSON.stringify({
    Name: 'gateway',
    Events: ['chatsession.created', 'chatsession.changed', 'chatsession.message'],
    TargetUrl: `${url}/webhooks/superoffice/${tenant}`,
    Secret: secret,
  });
  const headers = { authorization, 'content-type': 'application/json' };
  const response = await fetch(`${emulator.url}/${tenant}/api/v1/Webhook`, { method: 'POST', headers, body });
  await response.arrayBuffer();
  return response.status;
}
