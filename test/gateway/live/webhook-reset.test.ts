/** L11: SuperOffice has switched the webhook off, and a gateway with credentials of its own makes it active again. */
import { expect, it } from '@jest/globals';
import { startEmulator } from '../../../src/emulator/index.js';
import { comesTrue } from '../../support/eventually.js';
import { subscribeBy } from '../../support/live-clients.js';
import { liveSettings, webhookSecret } from '../../support/live-gateway.js';
import { application } from '../../support/login-world.js';
import { asConsole, files, systemUserSettings } from '../../support/own-gateway.js';
import { authorization, gatewayAt } from '../../support/query-gateway.js';

const query = 'subscription ($id: ID!) { chatSessionChanged(id: $id) { session { lastMessage } } }';

async function register(emulatorUrl: string, gatewayUrl: string, secret: string): Promise<void> {
  const body = JSON.stringify({
    Name: 'superoffice-chat-graphql',
    Events: ['chatsession.created', 'chatsession.changed', 'chatsession.message'],
    TargetUrl: `${gatewayUrl}/webhooks/superoffice`,
    Secret: secret,
  });
  const headers = { authorization, 'content-type': 'application/json' };
  expect((await fetch(`${emulatorUrl}/Cust12345/api/v1/Webhook`, { method: 'POST', headers, body })).status).toBe(200);
}

it('L11 a webhook with too many errors is polled for, reset, and used again; no message is lost', async () => {
  await using emulator = await startEmulator({ login: application });
  using folder = files();
  const settings = { ...systemUserSettings(folder, emulator.url), ...liveSettings, LIVE_SOURCE: 'auto' };
  const quick = { WEBHOOK_CHECK_SECONDS: '1', LIVE_POLL_SECONDS: '1' };
  await using gateway = await gatewayAt(emulator.url, { ...settings, ...quick });
  const site = emulator.tenant('Cust12345');
  const otherSecret = `another-${webhookSecret}`;
  await using other = await gatewayAt(emulator.url, { ...liveSettings, WEBHOOK_SECRET: otherSecret });
  await register(emulator.url, other.url, otherSecret);
  await register(emulator.url, gateway.url, webhookSecret);
  const id = site.customerArrives({ name: 'Ada', text: 'hello' });
  const client = subscribeBy('sse', gateway.url, { query, variables: { id }, headers: asConsole });
  await client.event(1);
  const last = (): unknown => client.events.at(-1)?.data?.['chatSessionChanged'].session.lastMessage;

  for (const webhook of site.webhooks()) Object.assign(webhook, { state: 'TooManyErrors', consecutiveErrors: 9 });
  site.customerWrites(id, 'while it is off');
  expect(await comesTrue(() => last() === 'while it is off', 10_000)).toBe(true);
  expect(await comesTrue(() => site.webhooks()[1]?.state === 'Active', 10_000)).toBe(true);
  expect(site.webhooks()).toMatchObject([
    { state: 'TooManyErrors', secret: otherSecret }, // of a gateway that refuses the test event with our secret
    { state: 'Active', secret: webhookSecret, consecutiveErrors: 0 },
  ]);
  expect(await comesTrue(() => gateway.log().includes('"event":"webhook-reset"'), 10_000)).toBe(true);
  expect(gateway.log()).not.toContain(webhookSecret);

  site.customerWrites(id, 'and again');
  expect(await comesTrue(() => last() === 'and again', 10_000)).toBe(true);
  expect(await comesTrue(() => gateway.log().includes('"source":"webhooks"'), 10_000)).toBe(true);
  const sources = [...gateway.log().matchAll(/"event":"live-source","source":"(\w+)"/g)].map(([, source]) => source);
  expect(sources).toEqual(['polling', 'webhooks']);
  client.leave();
});
