/** What /ready?deep=1 reports about SuperOffice, and that /ready itself never depends on it. */
import { describe, expect, it } from '@jest/globals';
import { gatewayAt, gatewayOnEmulator } from '../../support/query-gateway.js';
import { gatewayOfTenant, statesAsked, tenant } from '../../support/tenant-gateway.js';
import { clockAt } from '../../support/clocks.js';

async function responseAt(url: string): Promise<readonly [status: number, body: unknown]> {
  const response = await fetch(url);
  return [response.status, await response.json()];
}

/** Of a gateway with default settings. */
const schema = {
  hash: expect.stringMatching(/^[0-9a-f]{12}$/) as unknown,
  switches: { MUTATIONS: true, ADMIN_MUTATIONS: false, SUBSCRIPTIONS: false, ARCHIVE: true, EXPOSE_SESSION_KEY: false },
};

const clock = clockAt(Date.parse('2026-02-23T09:47:00Z'));

describe('/ready?deep=1', () => {
  it('reports the state of the tenant, and until when it is valid; not the version, because any client may read it', async () => {
    await using gateway = await gatewayOfTenant({ clock }, {}, clock);

    expect(await responseAt(`${gateway.url}/ready?deep=1`)).toEqual([
      200,
      {
        status: 'ready',
        schema,
        superoffice: {
          circuit: 'closed',
          isRunning: true,
          isReachable: true,
          state: 'Running',
          validUntil: '2026-02-23T09:52:00.000Z',
          isStale: false,
        },
      },
    ]);
    await responseAt(`${gateway.url}/ready?deep=1`);
    expect(gateway.emulator.requests).toEqual([`GET /api/state/${tenant}`, `GET /${tenant}/api`]);
  });

  it('is 503 while the tenant is not running; /ready is about the gateway only', async () => {
    await using gateway = await gatewayOfTenant();
    gateway.emulator.putTenant(tenant, { state: 'OfflineMaintenance' });

    const [status, body] = await responseAt(`${gateway.url}/ready?deep=1`);

    expect(status).toBe(503);
    expect(body).toMatchObject({ status: 'ready', superoffice: { isRunning: false, state: 'OfflineMaintenance' } });
    expect(await responseAt(`${gateway.url}/ready`)).toEqual([200, { status: 'ready', schema }]);
    expect(await responseAt(`${gateway.url}/ready?deep=0`)).toEqual([200, { status: 'ready', schema }]);
    expect(statesAsked(gateway.emulator)).toBe(1);
  });

  it('is 503 while the tenant state cannot be fetched, without a reason: that is in the log', async () => {
    await using gateway = await gatewayOfTenant();
    gateway.emulator.injectFault({ kind: 'hang', match: { operation: 'TenantState' } });

    expect(await responseAt(`${gateway.url}/ready?deep=1`)).toEqual([
      503,
      { status: 'ready', schema, superoffice: { circuit: 'closed', isRunning: false, isReachable: null, state: null } },
    ]);
    expect((await responseAt(`${gateway.url}/ready`))[0]).toBe(200);
  });

  it('reports that the old document is used while no new one can be fetched', async () => {
    const own = clockAt(0);
    await using gateway = await gatewayOfTenant({ clock: own }, {}, own);
    await responseAt(`${gateway.url}/ready?deep=1`);
    own.moveBy(300_000);
    gateway.emulator.injectFault({ kind: 'status', status: 503, match: { operation: 'TenantState' } });

    const [status, body] = await responseAt(`${gateway.url}/ready?deep=1`);
    expect([status, body]).toMatchObject([200, { superoffice: { isRunning: true, isStale: true } }]);
  });

  it('with a fixed SUPEROFFICE_URL and no calls, sends one probe in five seconds for all clients, without credentials', async () => {
    const own = clockAt(0);
    await using gateway = await gatewayOnEmulator({}, {}, own);
    const deep = `${gateway.url}/ready?deep=1`;
    const body = { status: 'ready', schema, superoffice: { circuit: 'closed', isRunning: null, isReachable: true } };

    const responses = await Promise.all(Array.from({ length: 25 }, () => responseAt(deep)));
    expect(responses).toEqual(responses.map(() => [200, body]));
    own.moveBy(4_000); // and the time that the machine needs
    await responseAt(deep);
    expect(gateway.emulator.requests).toEqual(['GET /api']);
    own.moveBy(1_000);
    await responseAt(deep);
    expect(gateway.emulator.requests).toEqual(['GET /api', 'GET /api']);
  });

  it('is 503 for all clients in a total outage, when there were no calls', async () => {
    await using gateway = await gatewayOnEmulator();
    gateway.emulator.injectFault({ kind: 'status', status: 503, times: Infinity });
    const responses = await Promise.all(Array.from({ length: 25 }, () => responseAt(`${gateway.url}/ready?deep=1`)));
    expect(responses.map(([status]) => status)).toEqual(responses.map(() => 503));
    expect(responses[0]?.[1]).toEqual({
      status: 'ready',
      schema,
      superoffice: { circuit: 'closed', isRunning: null, isReachable: false },
    });
    expect(gateway.emulator.requests).toEqual(['GET /api']);
  });

  it('is 503 while SuperOffice cannot be connected to, or does not respond', async () => {
    await using refusing = await gatewayAt('http://127.0.0.1:9');
    expect((await responseAt(`${refusing.url}/ready?deep=1`))[0]).toBe(503);
    await using hanging = await gatewayOnEmulator();
    hanging.emulator.injectFault({ kind: 'hang', times: Infinity });
    expect((await responseAt(`${hanging.url}/ready?deep=1`))[0]).toBe(503);
  });

  it('uses recent calls, however few, and sends no probe then', async () => {
    const own = clockAt(0);
    await using gateway = await gatewayOnEmulator({}, { UPSTREAM_RETRIES: '0' }, own);
    const statusOf = async (): Promise<number> => (await responseAt(`${gateway.url}/ready?deep=1`))[0];
    await gateway.query('{ chatSession(id: 1) { status } }');
    expect(await statusOf()).toBe(200);

    gateway.emulator.injectFault({ kind: 'status', status: 503, times: 2 });
    await gateway.query('{ chatSessions(ids: [2, 3]) { status } }');
    expect(await statusOf()).toBe(503);
    expect(gateway.emulator.requests.filter((line) => line === 'GET /api')).toEqual([]);

    own.moveBy(10_000); // the window of the calls is over
    expect(await statusOf()).toBe(200);
    expect(gateway.emulator.requests.filter((line) => line === 'GET /api')).toHaveLength(1);
  });

  it('is 503 while the circuit is open', async () => {
    await using gateway = await gatewayOnEmulator({}, { BREAKER_MIN_CALLS: '2', UPSTREAM_RETRIES: '0' });
    gateway.emulator.injectFault({ kind: 'status', status: 503, times: Infinity });
    await gateway.query('{ chatSessions(ids: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]) { status } }');
    const body = { status: 'ready', schema, superoffice: { circuit: 'open', isRunning: null, isReachable: false } };
    expect(await responseAt(`${gateway.url}/ready?deep=1`)).toEqual([503, body]);
  });
});
