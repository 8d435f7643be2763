/** `webhooks` as a process, against an emulator and a running gateway. */
import { afterAll, describe, expect, it } from '@jest/globals';
import { commandLine } from '../support/command-line.js';
import { liveSettings, webhookSecret } from '../support/live-gateway.js';
import { files } from '../support/own-gateway.js';
import { authorization, gatewayOnEmulator, type GatewayWithEmulator } from '../support/query-gateway.js';
import { secretOf, severalTenants, tenantsFile } from '../support/several-tenants.js';

const folder = files();
afterAll(() => folder[Symbol.dispose]());
const credentials = folder.write('credentials', `${authorization}\n`);

async function run(
  gateway: GatewayWithEmulator,
  args: readonly string[],
  settings: Readonly<Record<string, string>> = {},
) {
  const environment = { SUPEROFFICE_URL: gateway.emulator.url, ...liveSettings, ...settings };
  await using command = commandLine(['webhooks', ...args, '--credentials', credentials], environment);
  const code = await command.ended;
  const text = command.stdout() + command.stderr();
  expect(text).not.toContain(webhookSecret);
  expect(text).not.toContain(authorization.slice(6));
  return { code, text };
}

describe('webhooks', () => {
  it('register warns first, then creates a webhook that the gateway accepts; again it creates no second one', async () => {
    await using gateway = await gatewayOnEmulator({}, liveSettings);
    const args = ['register', '--url', gateway.url];
    const warned = await run(gateway, args);
    expect(warned.code).toBe(1);
    expect(warned.text).toMatch(/locks all its users out.*Nothing was registered/s);
    expect(gateway.emulator.requests).toEqual([]);

    for (let count = 0; count < 2; count += 1) {
      const { code, text } = await run(gateway, [...args, '--yes']);
      expect([code, text]).toEqual([0, expect.stringContaining(`Active  ${gateway.url}/webhooks/superoffice`)]);
    }
    expect(gateway.emulator.webhooks()).toMatchObject([
      {
        events: ['chatsession.created', 'chatsession.changed', 'chatsession.message'],
        secret: webhookSecret,
        state: 'Active',
      },
    ]);
    const status = await run(gateway, ['status', '--probe']);
    expect(status.code).toBe(0);
    expect(status.text).toMatch(/^1 {2}Active .*\n1 {2}probe {2}the gateway has accepted a test event, after \d+ ms/);
  });

  it('a gateway with another secret is found by the probe', async () => {
    await using gateway = await gatewayOnEmulator({}, liveSettings);
    await run(gateway, ['register', '--url', gateway.url, '--yes']);
    const other = { WEBHOOK_SECRET: `another-${webhookSecret}` };
    const { code, text } = await run(gateway, ['status', '--probe'], other);
    expect([code, text]).toEqual([1, expect.stringContaining('probe  failed: HTTP 401')]);
  });

  it('L11 reset makes one active that SuperOffice has switched off; rotate-secret gives it the new secret', async () => {
    await using gateway = await gatewayOnEmulator({}, liveSettings);
    await run(gateway, ['register', '--url', gateway.url, '--yes']);
    const [definition] = gateway.emulator.webhooks();
    if (definition) Object.assign(definition, { state: 'TooManyErrors', consecutiveErrors: 9, lastError: 'HTTP 503' });
    const broken = await run(gateway, ['status']);
    expect([broken.code, broken.text]).toEqual([
      1,
      expect.stringMatching(/TooManyErrors .* 9 errors in a row {2}last error: HTTP 503/),
    ]);
    expect((await run(gateway, ['reset'])).code).toBe(0);
    expect(gateway.emulator.webhooks()).toMatchObject([{ state: 'Active', secret: webhookSecret }]);

    const refused = await run(gateway, ['rotate-secret'], { WEBHOOK_SECRET: `a-newer-${webhookSecret}` });
    expect([refused.code, refused.text]).toEqual([1, expect.stringContaining('SuperOffice has not done it.')]); // the gateway does not have it
    expect((await run(gateway, ['rotate-secret'])).code).toBe(0);
    expect((await run(gateway, ['unregister'])).code).toBe(0);
    expect(gateway.emulator.webhooks()).toEqual([]);
    expect((await run(gateway, ['status'])).code).toBe(1);
  });

  it('of one of several tenants leads to its path, with its secret', async () => {
    const own = (name: string) => ({ WEBHOOK_SECRET: secretOf(name) });
    await using gateway = await severalTenants({ own, settings: { SUBSCRIPTIONS: 'true' } });
    const settings = {
      ...{ SUPEROFFICE_URL: '', WEBHOOK_SECRET: '', LIVE_SOURCE: '' },
      SUPEROFFICE_TENANTS: tenantsFile(folder, gateway.names, own),
      SUPEROFFICE_ONLINE_URL: gateway.emulator.url,
      SUPEROFFICE_ALLOWED_HOSTS: '127.0.0.1',
    };
    const args = ['register', '--url', gateway.url, '--yes'];
    expect((await run(gateway, args, settings)).text).toContain('--tenant: expected one of SUPEROFFICE_TENANTS');
    expect((await run(gateway, [...args, '--tenant', 'cust2'], settings)).code).toBe(0);
    expect(gateway.emulator.tenant('Cust2').webhooks()).toMatchObject([
      { targetUrl: `${gateway.url}/webhooks/superoffice/Cust2`, secret: secretOf('Cust2') },
    ]);
    expect(gateway.emulator.tenant('Cust1').webhooks()).toEqual([]);
  });

  it.each([
    [['turn'], /expected register, status, reset, rotate-secret or unregister/],
    [['register', '--url', 'chat.example.com', '--yes'], /--url: expected the https URL/],
    [['register', '--yes'], /--url: expected the https URL/],
  ])('%j ends with 2', async (args, problem) => {
    await using gateway = await gatewayOnEmulator({}, liveSettings);
    const { code, text } = await run(gateway, args);
    expect([code, text]).toEqual([2, expect.stringMatching(problem)]);
  });
});
