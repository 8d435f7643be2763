/** Several tenants with the gateway's own credentials: a claim of the caller's token names the tenant. */
import { describe, expect, it } from '@jest/globals';
import { startEmulator } from '../../../src/emulator/index.js';
import { application, partnerKey } from '../../support/login-world.js';
import { files } from '../../support/own-gateway.js';
import { gatewayAt } from '../../support/query-gateway.js';
import { fillTenant, tenantsFile } from '../../support/several-tenants.js';
import { jwtSettings, tokenFor, tokenIssuer } from '../../support/token-issuer.js';

const document = '{ chatSession(id: 1) { customerName } }';

const names = ['Cust12345', 'Cust2'];

describe('service credentials of several tenants', () => {
  it('are used for the tenant in the claim of the token, and for no other', async () => {
    await using emulator = await startEmulator({ login: application });
    await using issuer = await tokenIssuer();
    using folder = files();
    for (const name of names) fillTenant(emulator, name);
    const own = { SUPEROFFICE_SYSTEM_TOKEN_FILE: folder.write('system-token', application.systemToken) };
    await using gateway = await gatewayAt(null, {
      SUPEROFFICE_TENANTS: tenantsFile(folder, names, () => own),
      SUPEROFFICE_ONLINE_URL: emulator.url,
      SUPEROFFICE_ALLOWED_HOSTS: '127.0.0.1',
      SUPEROFFICE_LOGIN_URL: emulator.url,
      SUPEROFFICE_CREDENTIALS: 'system-user',
      SUPEROFFICE_PRIVATE_KEY_FILE: folder.write('key.pem', partnerKey),
      SUPEROFFICE_APP_TOKEN: application.clientSecret,
      JWT_TENANT_CLAIM: 'tid',
      ...jwtSettings(issuer),
    });
    const as = async (claims: Readonly<Record<string, unknown>>) => {
      const authorization = `Bearer ${await tokenFor('ada', { claims })}`;
      return gateway.query(document, {}, { authorization });
    };
    expect((await as({ tid: 'Cust12345' })).data).toEqual({ chatSession: { customerName: 'Cust12345' } });
    const calls = emulator.log.filter(({ operation }) => operation === 'GetChatSessionEntity');
    expect(calls.map(({ path }) => path)).toEqual(['/Cust12345/api/v1/Agents/Chat/GetChatSessionEntity']);

    emulator.clearLog();
    for (const claims of [{}, { tid: 'Cust9' }, { tid: ['Cust12345'] }, { tid: 7 }]) {
      const { data, errors } = await as(claims);
      expect([data, errors?.map(({ extensions }) => extensions.code)]).toEqual([{ chatSession: null }, ['FORBIDDEN']]);
    }
    expect(emulator.log).toEqual([]);
  });
});
