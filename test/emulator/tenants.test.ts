/** The emulated SuperOffice Online: location and state of tenants, and the old host's response after a move. */
import { describe, expect, it } from '@jest/globals';
import { startEmulator } from '../../src/emulator/index.js';
import { authorization } from '../support/query-gateway.js';

const clock = { now: () => Date.parse('2026-02-23T09:47:01.934Z') };

const sessionPath = '/Cust12345/api/v1/Agents/Chat/GetChatSessionEntity?chatSessionEntityId=192';

const send = (url: string): Promise<Response> => fetch(url, { method: 'POST', headers: { authorization }, body: '' });

describe('the state endpoint', () => {
  it('SO-950 returns state, location and expiry of any tenant, without credentials', async () => {
    await using emulator = await startEmulator({ clock });

    const response = await fetch(`${emulator.url}/api/state/Cust12345`);

    expect(await response.json()).toEqual({
      ContextIdentifier: 'Cust12345',
      Endpoint: `${emulator.url}/Cust12345`,
      State: 'Running',
      IsRunning: true,
      ValidUntil: '2026-02-23T09:52:01.9340000Z',
      Api: `${emulator.url}/Cust12345/api`,
      Version: 'Release_11.10_2026.02.24-02',
    });
    expect(emulator.requests).toEqual(['GET /api/state/Cust12345']);
  });

  it.each([
    ['Running', true],
    ['OnlineMaintenance', true],
    ['OfflineMaintenance', false],
    ['Suspended', false],
  ])('SO-951 in the state %s, IsRunning is %s', async (state, isRunning) => {
    await using emulator = await startEmulator({ clock });
    emulator.putTenant('Cust1', { state, validForMs: 1_000, document: { Version: null } });

    expect(await (await fetch(`${emulator.url}/api/state/cust1`)).json()).toMatchObject({
      State: state,
      IsRunning: isRunning,
      ValidUntil: '2026-02-23T09:47:02.9340000Z',
      Version: null,
    });
  });

  it('SO-952 is 404 for other names, and faults apply to it', async () => {
    await using emulator = await startEmulator();
    emulator.injectFault({ kind: 'status', status: 503, match: { operation: 'TenantState', id: 'Cust1' } });

    const status = async (tenant: string): Promise<number> =>
      (await fetch(`${emulator.url}/api/state/${tenant}`)).status;

    expect([await status('Unknown'), await status('Cust1'), await status('Cust1')]).toEqual([404, 503, 200]);
  });
});

describe('a tenant that moves', () => {
  it('SO-953 is on its new host, and its old one responds 421 for it alone', async () => {
    await using emulator = await startEmulator();
    expect((await send(`${emulator.url}${sessionPath}`)).status).toBe(200);

    const origin = await emulator.moveTenant('Cust12345');

    const { Api } = (await (await fetch(`${emulator.url}/api/state/Cust12345`)).json()) as { Api: string };
    expect(Api).toBe(`${origin}/Cust12345/api`);
    const [old, other, moved] = await Promise.all([
      send(`${emulator.url}${sessionPath}`),
      send(`${emulator.url}${sessionPath.replace('Cust12345', 'Cust2')}`),
      send(`${origin}${sessionPath}`),
    ]);
    expect([old.status, other.status, moved.status]).toEqual([421, 200, 200]);
    expect(await moved.json()).toMatchObject({ ChatSessionId: 192 });
  });

  it('SO-954 can move twice, and keeps its state', async () => {
    await using emulator = await startEmulator();
    emulator.putTenant('Cust1', { state: 'Suspended' });
    const first = await emulator.moveTenant('Cust1');
    const second = await emulator.moveTenant('Cust1');

    const document = (await (await fetch(`${first}/api/state/Cust1`)).json()) as object;

    expect(document).toMatchObject({ State: 'Suspended', Endpoint: `${second}/Cust1` });
  });
});
