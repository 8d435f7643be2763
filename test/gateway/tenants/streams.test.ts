import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { WebSocket } from 'ws';
import { overSocket, socketClient, subscribeBy, transports } from '../../support/live-clients.js';
import { webhookBody } from '../../support/live-gateway.js';
import { authorization } from '../../support/query-gateway.js';
import { registerTenantWebhook, secretOf, severalTenants, tokenOf } from '../../support/several-tenants.js';

const settings = { SUBSCRIPTIONS: 'true', LIVE_INTERVAL_MS: '200', METRICS: 'true' };
const own = (name: string) => ({ WEBHOOK_SECRET: secretOf(name), LIVE_SOURCE: 'webhooks' });

const query = 'subscription { chatSessionChanged(id: 1) { session { customerName status } end } }';

async function send(url: string, tenant: string, { secret = secretOf(tenant), says = tenant } = {}): Promise<number> {
  const body = webhookBody({ event: 'chatsession.changed', id: 1, more: { ContextIdentifier: says } });
  const signature = createHmac('sha256', secret).update(body).digest('base64');
  const headers = { 'content-type': 'application/json', 'x-superoffice-signature': signature };
  const response = await fetch(`${url}/webhooks/superoffice/${tenant}`, { method: 'POST', headers, body });
  await response.arrayBuffer();
  return response.status;
}

describe('streams of several tenants', () => {
  it.each(transports)('a webhook of one tenant wakes its streams only (%s)', async (transport) => {
    await using gateway = await severalTenants({ own, settings });
    const [one, two] = ['Cust1', 'Cust2'].map((tenant) =>
      subscribeBy(transport, gateway.url, { query, headers: tokenOf(tenant) }),
    );
    for (const [client, name] of [
      [one, 'Cust1'],
      [two, 'Cust2'],
    ] as const)
      expect((await client?.event(1))?.data?.['chatSessionChanged'].session.customerName).toBe(name);
    expect(await registerTenantWebhook(gateway, 'Cust1')).toBe(200);
    gateway.emulator.clearLog();

    gateway.emulator.tenant('Cust1').putSession({
      ChatSessionId: 1,
      TopicId: 1,
      Status: 'CustomerLast',
      CustomerName: 'Cust1 again',
    });
    expect((await one?.event(2))?.data?.['chatSessionChanged'].session).toEqual({
      customerName: 'Cust1 again',
      status: 'CUSTOMER_LAST',
    });

    expect(two?.events).toHaveLength(1);
    expect(gateway.emulator.log.map(({ path }) => path).filter((path) => path.startsWith('/Cust2'))).toEqual([]);
    one?.leave();
    two?.leave();
  });

  it('a webhook is accepted at the path of its tenant only, by the secret of this tenant', async () => {
    await using gateway = await severalTenants({ own, settings });
    expect(await send(gateway.url, 'Cust1')).toBe(200);
    expect(await send(gateway.url, 'Cust1', { secret: secretOf('Cust2') })).toBe(401);
    expect(await send(gateway.url, 'Cust2', { secret: secretOf('Cust2'), says: 'Cust1' })).toBe(200);
    expect(await send(gateway.url, 'Cust9')).toBe(404);

    const metrics = await (await fetch(`${gateway.url}/metrics`)).text();
    const outcomes = [...metrics.matchAll(/^superoffice_chat_webhooks_total\{(.*)\} 1$/gm)].map(([, labels]) => labels);
    expect(outcomes.sort()).toEqual([
      'outcome="accepted",tenant="Cust1"',
      'outcome="signature",tenant="Cust1"',
      'outcome="tenant",tenant="Cust2"',
    ]);
  });

  it.each(transports)('a stream of a tenant that is not served gets the error (%s)', async (transport) => {
    await using gateway = await severalTenants({ own, settings });
    const client = subscribeBy(transport, gateway.url, { query, headers: tokenOf('Cust9') });
    const { errors } = await client.event(1);
    expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['FORBIDDEN']);
    expect(gateway.emulator.log).toEqual([]);
    client.leave();
  });

  it('one tenant gets half of the streams; the others, and itself after it has left, get theirs', async () => {
    await using gateway = await severalTenants({ own, settings: { ...settings, MAX_SUBSCRIPTIONS: '6' } });
    const open = (tenant: string, caller: string) =>
      subscribeBy('sse', gateway.url, { query, headers: tokenOf(tenant, caller) });
    const ofOne = ['a', 'b', 'c'].map((caller) => open('Cust1', caller));
    await Promise.all(ofOne.map((client) => client.event(1)));
    const refused = await open('Cust1', 'd').ended();
    expect([refused.status, JSON.parse(refused.text ?? '').errors[0].extensions.code]).toEqual([
      503,
      'REQUEST_CONCURRENCY_LIMITED',
    ]);

    const ofTwo = open('Cust2', 'a');
    expect((await ofTwo.event(1)).data?.['chatSessionChanged'].session.customerName).toBe('Cust2');
    for (const client of ofOne) client.leave();
    const again = open('Cust1', 'd');
    expect((await again.event(1)).data?.['chatSessionChanged'].session.customerName).toBe('Cust1');
    for (const client of [ofTwo, again]) client.leave();
  });

  it.each(['connection_init', 'the upgrade'])('a header of %s names the tenant of a WebSocket', async (where) => {
    await using gateway = await severalTenants({ own, settings: { ...settings, TENANT_HEADER: 'x-tenant' } });
    const headers = { authorization, 'x-tenant': 'Cust2' };
    class Socket extends WebSocket {
      constructor(url: string, protocols: string[]) {
        super(url, protocols, { headers: where === 'the upgrade' ? headers : {} });
      }
    }
    const connectionParams = () => (where === 'the upgrade' ? {} : { headers });
    const client = overSocket(socketClient(gateway.url, {}, { connectionParams, webSocketImpl: Socket }), { query });
    expect((await client.event(1)).data?.['chatSessionChanged'].session.customerName).toBe('Cust2');
    expect(gateway.emulator.log.map(({ path }) => path).filter((path) => !path.includes('/Cust2'))).toEqual([]);
    client.leave();
  });
});
