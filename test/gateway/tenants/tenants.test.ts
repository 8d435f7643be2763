import { describe, expect, it } from '@jest/globals';
import { authorization } from '../../support/query-gateway.js';
import { secretOf, severalTenants, tokenOf } from '../../support/several-tenants.js';

const document = '{ chatSession(id: 1) { customerName } }';

const refusal =
  'The request names no tenant that this gateway serves. A token of SuperOffice Online names its tenant; for other credentials, send the header that the operator has configured.';

const pathsOf = (log: readonly { readonly method: string; readonly path: string }[]): readonly string[] =>
  log.filter(({ method }) => method === 'POST').map(({ path }) => path);

describe('several tenants', () => {
  it.each(['Cust1', 'Cust3'])('a token of %s is sent to this tenant, and its data returned', async (tenant) => {
    await using gateway = await severalTenants();
    const { data, errors } = await gateway.query(document, {}, tokenOf(tenant));

    expect(errors).toBeUndefined();
    expect(data.chatSession.customerName).toBe(tenant);
    expect(pathsOf(gateway.emulator.log)).toEqual([`/${tenant}/api/v1/Agents/Chat/GetChatSessionEntity`]);
    expect(gateway.emulator.log.at(-1)?.headers.authorization).toBe(tokenOf(tenant).authorization);
  });

  it('a header names the tenant of credentials that do not', async () => {
    await using gateway = await severalTenants({ settings: { TENANT_HEADER: 'x-tenant' } });
    for (const tenant of ['Cust2', 'cust3']) {
      const { data } = await gateway.query(document, {}, { authorization, 'x-tenant': tenant });
      expect(data.chatSession.customerName.toLowerCase()).toBe(tenant.toLowerCase());
    }
    expect(gateway.emulator.log.some(({ headers }) => 'x-tenant' in headers)).toBe(false);
  });

  it('a browser may send the header', async () => {
    const settings = { TENANT_HEADER: 'x-tenant', CORS_ORIGINS: 'https://console.example.com' };
    await using gateway = await severalTenants({ settings });
    const headers = {
      origin: 'https://console.example.com',
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization,content-type,x-tenant',
    };
    const response = await fetch(`${gateway.url}/graphql`, { method: 'OPTIONS', headers });
    expect(response.headers.get('access-control-allow-headers')?.toLowerCase()).toContain('x-tenant');
  });

  it.each([
    ['another tenant', tokenOf('Cust99')],
    ['no tenant', { authorization }],
    ['one tenant by its token and another by the header', { ...tokenOf('Cust1'), 'x-tenant': 'Cust2' }],
    ['a tenant with a path', { authorization: 'Bearer 8A:Cust1/../Cust2.token' }],
    ['an inherited property', tokenOf('constructor')],
  ])('a request that names %s gets an error and causes no request', async (_what, headers) => {
    await using gateway = await severalTenants({ settings: { TENANT_HEADER: 'x-tenant' } });
    const { status, data, errors } = await gateway.query(document, {}, headers);

    expect(status).toBe(200);
    expect(data).toEqual({ chatSession: null });
    expect(errors?.map(({ message, extensions: { code } }) => [code, message])).toEqual([['FORBIDDEN', refusal]]);
    expect(gateway.emulator.log).toEqual([]);
  });

  it('without credentials the schema can be read, and nothing else', async () => {
    await using gateway = await severalTenants({ settings: { INTROSPECTION: 'true' } });
    const answer = await gateway.query(`{ __schema { queryType { name } } chatSession(id: 1) { id } }`, {}, {});

    expect(answer.data).toEqual({ __schema: { queryType: { name: 'Query' } }, chatSession: null });
    expect(answer.errors?.map(({ extensions: { code } }) => code)).toEqual(['UNAUTHENTICATED']);
    expect(gateway.emulator.log).toEqual([]);
  });

  it('each has the settings of its own in the file', async () => {
    const own = (name: string) =>
      name === 'Cust2' ? { SUPEROFFICE_LANGUAGE: 'nb', SUPEROFFICE_APP_TOKEN: 'two' } : {};
    await using gateway = await severalTenants({ own, settings: { SUPEROFFICE_APP_TOKEN: 'one' } });
    const sent = { 'accept-language': '' };
    for (const tenant of ['Cust1', 'Cust2']) await gateway.query(document, {}, { ...tokenOf(tenant), ...sent });

    const calls = gateway.emulator.log.filter(({ method }) => method === 'POST');
    expect(calls.map(({ headers }) => [headers['accept-language'], headers['so-apptoken']])).toEqual([
      ['en', 'one'],
      ['nb', 'two'],
    ]);
  });

  it("a caller's key of idempotency is of one tenant", async () => {
    await using gateway = await severalTenants({ settings: { TENANT_HEADER: 'x-tenant' } });
    const pickUp = 'mutation { resetChatSession(id: 1, idempotencyKey: "the-same") { session { customerName } } }';
    const names = [];
    for (const tenant of ['Cust1', 'Cust1', 'Cust2']) {
      const { data } = await gateway.query(pickUp, {}, { authorization, 'x-tenant': tenant });
      names.push(data.resetChatSession.session.customerName);
    }
    expect(names).toEqual(['Cust1', 'Cust1', 'Cust2']);
    expect(pathsOf(gateway.emulator.log).filter((path) => path.endsWith('/ResetChatSession'))).toEqual([
      '/Cust1/api/v1/Agents/Chat/ResetChatSession',
      '/Cust2/api/v1/Agents/Chat/ResetChatSession',
    ]);
  });

  it('logs and metrics have the tenant', async () => {
    const settings = { METRICS: 'true', AUDIT_LOG: 'stdout', LOG_LEVEL: 'info' };
    await using gateway = await severalTenants({ settings });
    await gateway.query(document, {}, tokenOf('Cust1'));
    await gateway.query(`{ a: chatSession(id: 1) { id } b: chatSession(id: 2) { id } }`, {}, tokenOf('Cust2'));

    const lines = gateway
      .log()
      .trim()
      .split('\n')
      .map((line): Readonly<Record<string, unknown>> => JSON.parse(line));
    const tenantsOf = (event: string) => lines.filter((line) => line['event'] === event).map(({ tenant }) => tenant);
    expect(tenantsOf('operation')).toEqual(['Cust1', 'Cust2']);
    expect(tenantsOf('audit')).toEqual(['Cust1', 'Cust2']);
    const metrics = await (await fetch(`${gateway.url}/metrics`)).text();
    const calls = (tenant: string): number =>
      [...metrics.matchAll(/^superoffice_chat_upstream_calls_total\{(.*)\} (\d+)$/gm)]
        .filter(([, labels = '']) => labels.includes(`tenant="${tenant}"`))
        .reduce((sum, [, , count]) => sum + Number(count), 0);
    expect(['Cust1', 'Cust2', 'Cust3'].map(calls)).toEqual([1, 2, 0]);
    expect(metrics.match(/^# TYPE superoffice_chat_operations_total /gm)).toHaveLength(1);
    expect(metrics.match(/^process_cpu_seconds_total /gm)).toHaveLength(1);
  });

  it('/ready counts the tenants, names none, and reports one that is named', async () => {
    await using gateway = await severalTenants();
    gateway.emulator.putTenant('Cust2', { state: 'OfflineMaintenance' });
    const ready = async (query: string) => {
      const response = await fetch(`${gateway.url}/ready${query}`);
      return { status: response.status, body: (await response.json()) as Readonly<Record<string, unknown>> };
    };
    const all = await ready('?deep=1');
    expect(all.status).toBe(200);
    expect(all.body['tenants']).toEqual({ served: 3, unavailable: 0, polling: 0 });
    expect(JSON.stringify(all.body)).not.toMatch(/cust\d/i);
    expect(await ready('?deep=1&tenant=cust1')).toMatchObject({
      status: 200,
      body: { superoffice: { state: 'Running' } },
    });
    expect(await ready('?deep=1&tenant=Cust2')).toMatchObject({
      status: 503,
      body: { superoffice: { state: 'OfflineMaintenance' } },
    });
    expect((await ready('?deep=1&tenant=Cust9')).status).toBe(404);
  });

  it('the log of the start has no secret of a tenant', async () => {
    const own = (name: string) => ({ WEBHOOK_SECRET: secretOf(name) });
    await using gateway = await severalTenants({ own, settings: { SUBSCRIPTIONS: 'true', LOG_LEVEL: 'debug' } });
    await gateway.query(document, {}, tokenOf('Cust1'));
    expect(gateway.log()).not.toContain('the-secret-of');
    expect(gateway.log()).not.toContain('8A:');
  });
});
