/** A system user of a tenant that is found by its identifier: login service, ticket and a move of the tenant. */
import { describe, expect, it } from '@jest/globals';
import { startEmulator } from '../../src/emulator/index.js';
import { application } from '../support/login-world.js';
import { asConsole, counted, files, loginLines, systemUserSettings } from '../support/own-gateway.js';
import { gatewayAt } from '../support/query-gateway.js';
import { statesAsked, tenant, tenantSettings } from '../support/tenant-gateway.js';

const query = '{ chatSession(id: 192) { status } }';

describe('a system user of a tenant', () => {
  it('keeps its ticket when the tenant moves, and gets a new one there when it expires', async () => {
    using folder = files();
    await using emulator = await startEmulator({ login: application });
    const { SUPEROFFICE_URL, SUPEROFFICE_LOGIN_URL, ...own } = systemUserSettings(folder, emulator.url);
    await using gateway = await gatewayAt(null, { ...own, ...tenantSettings(emulator.url) });
    const send = () => gateway.query(query, {}, asConsole);
    expect([SUPEROFFICE_URL, SUPEROFFICE_LOGIN_URL]).toEqual([`${emulator.url}/Cust12345`, emulator.url]); // neither is set

    const before = await Promise.all([send(), send(), send()]);
    await emulator.moveTenant(tenant);
    const moved = await Promise.all([send(), send(), send()]);
    emulator.expireLogins();
    const after = await Promise.all([send(), send(), send()]);

    expect([...before, ...moved, ...after].map(({ data }) => data?.chatSession?.status)).toEqual(
      Array.from({ length: 9 }, () => 'CLOSED'),
    );
    expect(counted(emulator.requests)[loginLines.ticket]).toBe(2);
    expect(statesAsked(emulator)).toBe(2);
  });
});
