/** What /ready?deep=1 tells about SuperOffice, and that /ready itself never depends on it. */
import { describe, expect, it } from '@jest/globals';
import { gatewayOnEmulator } from '../support/query-gateway.js';
import { gatewayOfTenant, statesAsked, tenant } from '../support/tenant-gateway.js';
import { clockAt } from '../support/clocks.js';

async function asked(url: string): Promise<readonly [status: number, body: unknown]> {
  const answer = await fetch(url);
  return [answer.status, await answer.json()];
}

const clock = clockAt(Date.parse('2026-02-23T09:47:00Z'));

describe('/ready?deep=1', () => {
  it('tells the state of the tenant, and until when that holds; not the version, because anybody may ask', async () => {
    await using gateway = await gatewayOfTenant({ clock }, {}, clock);

    expect(await asked(`${gateway.url}/ready?deep=1`)).toEqual([
      200,
      {
        status: 'ready',
        superoffice: {
          circuit: 'closed',
          isRunning: true,
          state: 'Running',
          validUntil: '2026-02-23T09:52:00.000Z',
          isStale: false,
        },
      },
    ]);
    await asked(`${gateway.url}/ready?deep=1`);
    expect(gateway.emulator.requests).toEqual([`GET /api/state/${tenant}`]);
  });

  it('is 503 while the tenant does not run; /ready is about us', async () => {
    await using gateway = await gatewayOfTenant();
    gateway.emulator.putTenant(tenant, { state: 'OfflineMaintenance' });

    const [status, body] = await asked(`${gateway.url}/ready?deep=1`);

    expect(status).toBe(503);
    expect(body).toMatchObject({ status: 'ready', superoffice: { isRunning: false, state: 'OfflineMaintenance' } });
    expect(await asked(`${gateway.url}/ready`)).toEqual([200, { status: 'ready' }]);
    expect(await asked(`${gateway.url}/ready?deep=0`)).toEqual([200, { status: 'ready' }]);
    expect(statesAsked(gateway.emulator)).toBe(1);
  });

  it('is 503 while the tenant cannot be asked for, and says nothing of why: that is in the log', async () => {
    await using gateway = await gatewayOfTenant();
    gateway.emulator.injectFault({ kind: 'hang', match: { operation: 'TenantState' } });

    expect(await asked(`${gateway.url}/ready?deep=1`)).toEqual([
      503,
      { status: 'ready', superoffice: { circuit: 'closed', isRunning: false, state: null } },
    ]);
    expect((await asked(`${gateway.url}/ready`))[0]).toBe(200);
  });

  it('tells that the old document is used while no new one is to be had', async () => {
    const own = clockAt(0);
    await using gateway = await gatewayOfTenant({ clock: own }, {}, own);
    await asked(`${gateway.url}/ready?deep=1`);
    own.moveBy(300_000);
    gateway.emulator.injectFault({ kind: 'status', status: 503, match: { operation: 'TenantState' } });

    const [status, body] = await asked(`${gateway.url}/ready?deep=1`);
    expect([status, body]).toMatchObject([200, { superoffice: { isRunning: true, isStale: true } }]);
  });

  it('knows with a fixed SUPEROFFICE_URL only the circuit, and asks nobody', async () => {
    await using gateway = await gatewayOnEmulator({}, { BREAKER_MIN_CALLS: '2', UPSTREAM_RETRIES: '0' });
    const body = (circuit: string) => ({ status: 'ready', superoffice: { circuit, isRunning: null } });
    expect(await asked(`${gateway.url}/ready?deep=1`)).toEqual([200, body('closed')]);
    expect(gateway.emulator.requests).toEqual([]);

    gateway.emulator.injectFault({ kind: 'status', status: 503, times: Infinity });
    await gateway.query('{ chatSessions(ids: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]) { status } }');
    expect(await asked(`${gateway.url}/ready?deep=1`)).toEqual([503, body('open')]);
  });
});
