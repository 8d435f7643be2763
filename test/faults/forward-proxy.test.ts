/** U47: outgoing connections through a proxy. It cannot read its tunnels, and each caller has their own. */
import { describe, expect, it } from '@jest/globals';
import { startEmulator, type Emulator } from '../../src/emulator/index.js';
import { authorityFile, certificate } from '../support/certificates.js';
import { connectProxy, elsewhere, type ConnectProxyOptions } from '../support/connect-proxy.js';
import { comesTrue } from '../support/eventually.js';
import { application } from '../support/login-world.js';
import { asConsole, counted, files, loginLines, systemUserSettings } from '../support/own-gateway.js';
import { authorization, gatewayAt, queryAt } from '../support/query-gateway.js';
import { statesAsked, tenant } from '../support/tenant-gateway.js';
import { audience, issuer, tokenFor, tokenIssuer } from '../support/token-issuer.js';
import { codesOf, shortDeadlines } from '../support/upstream-row.js';

const url = `https://${elsewhere.host}`;
const query = '{ chatSession(id: 192) { status } }';
const closed = { chatSession: { status: 'CLOSED' } };
const other = { authorization: `Basic ${Buffer.from('other:other').toString('base64')}` };
const portOf = (emulator: Emulator): number => Number(new URL(emulator.url).port);

/** An emulator with TLS behind a proxy. */
async function behindProxy(options: Partial<ConnectProxyOptions> = {}) {
  const emulator = await startEmulator({ login: application });
  const proxy = await connectProxy({ port: portOf(emulator), target: elsewhere.certificate, ...options });
  return {
    emulator,
    proxy,
    settings: { SUPEROFFICE_CA_FILE: authorityFile, UPSTREAM_PROXY: proxy.url },
    [Symbol.asyncDispose]: async () => {
      await proxy[Symbol.asyncDispose]();
      await emulator.close();
    },
  };
}

describe('U47 a proxy', () => {
  it('has one tunnel for each caller, which is used again', async () => {
    await using upstream = await behindProxy();
    const { emulator, proxy, settings } = upstream;
    await using gateway = await gatewayAt(url, settings);
    for (const headers of [{ authorization }, other, { authorization }, other])
      expect((await queryAt(gateway.url, { query }, headers)).data ?? null).not.toBeUndefined();
    expect((await gateway.query(query)).data).toEqual(closed);
    expect(proxy.connects).toEqual(Array(2).fill({ target: `${elsewhere.host}:443`, authorization: undefined }));
    expect(emulator.log.every(({ headers }) => headers['proxy-authorization'] === undefined)).toBe(true);
    await gateway[Symbol.asyncDispose]();
    expect(await comesTrue(() => proxy.openTunnels() === 0)).toBe(true);
  });

  it('gets its credentials; SuperOffice and the log do not', async () => {
    await using upstream = await behindProxy();
    const { emulator, proxy } = upstream;
    const settings = {
      ...upstream.settings,
      UPSTREAM_PROXY: proxy.url.replace('//', '//user:pr0xy-secret@'),
      LOG_LEVEL: 'debug',
    };
    await using gateway = await gatewayAt(url, settings);
    expect((await gateway.query(query)).data).toEqual(closed);
    expect(proxy.connects.map((connect) => connect.authorization)).toEqual([
      `Basic ${Buffer.from('user:pr0xy-secret').toString('base64')}`,
    ]);
    expect(JSON.stringify(emulator.log)).not.toContain('pr0xy');
    expect(gateway.log()).not.toContain('pr0xy');
  });

  it('may have TLS', async () => {
    await using upstream = await behindProxy({ own: certificate('good') });
    await using gateway = await gatewayAt(url, upstream.settings);
    expect((await gateway.query(query)).data).toEqual(closed);
    expect(upstream.proxy.connects).toHaveLength(1);
  });

  it('with TLS has to show a certificate, even with NODE_TLS_REJECT_UNAUTHORIZED=0', async () => {
    await using upstream = await behindProxy({ own: certificate('self-signed') });
    const before = process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
    process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';
    try {
      await using gateway = await gatewayAt(url, upstream.settings);
      expect(codesOf((await gateway.query(query)).errors ?? [])).toEqual(['chatSession: UPSTREAM_UNAVAILABLE']);
      expect(upstream.proxy.connects).toEqual([]);
    } finally {
      if (before === undefined) delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
      else process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = before;
    }
  });

  it('is also used without TLS where that is allowed', async () => {
    await using emulator = await startEmulator();
    await using proxy = await connectProxy({ port: portOf(emulator) });
    const settings = { UPSTREAM_PROXY: proxy.url, ALLOW_INSECURE_UPSTREAM: 'true' };
    await using gateway = await gatewayAt('http://on-site.invalid:8080', settings);
    expect((await gateway.query(query)).data).toEqual(closed);
    expect(proxy.connects).toEqual([{ target: 'on-site.invalid:8080', authorization: undefined }]);
  });

  it('is used for the state of a tenant and the login', async () => {
    await using upstream = await behindProxy();
    using folder = files();
    const own = { ...systemUserSettings(folder, url), SUPEROFFICE_URL: '', SUPEROFFICE_LOGIN_URL: '' };
    const location = {
      SUPEROFFICE_TENANT: tenant,
      SUPEROFFICE_ONLINE_URL: url,
      SUPEROFFICE_ALLOWED_HOSTS: elsewhere.host,
    };
    await using gateway = await gatewayAt(null, { ...upstream.settings, ...own, ...location });
    await gateway.query(query, {}, asConsole);
    expect(statesAsked(upstream.emulator)).toBe(1);
    expect(upstream.proxy.connects[0]?.target).toBe(`${elsewhere.host}:443`);
    const { [loginLines.ticket]: logins = 0 } = counted(upstream.emulator.requests);
    expect([logins, upstream.emulator.requests.length <= upstream.proxy.connects.length]).toEqual([logins, true]);
  });

  it('is used for the keys of an issuer', async () => {
    await using keys = await tokenIssuer();
    await using toKeys = await connectProxy({
      port: Number(new URL(keys.jwksUrl).port),
      target: elsewhere.certificate,
    });
    await using emulator = await startEmulator({ login: application });
    using folder = files();
    const own = { ...systemUserSettings(folder, emulator.url), API_KEYS_FILE: '' };
    const jwt = { JWT_ISSUER: issuer, JWT_AUDIENCE: audience, JWT_JWKS_URL: `${url}/keys` };
    const settings = { ...own, ...jwt, UPSTREAM_PROXY: toKeys.url, SUPEROFFICE_CA_FILE: authorityFile };
    await using gateway = await gatewayAt(`${emulator.url}/Cust12345`, settings);
    const headers = { authorization: `Bearer ${await tokenFor('ann')}` };
    expect((await gateway.query(query, {}, headers)).data).toEqual(closed);
    expect([keys.fetches(), toKeys.connects.length]).toEqual([1, 1]); // the emulator is on loopback
  });

  const refusal = (status: string): string => `HTTP/1.1 ${status}\r\ncontent-length: 9\r\n\r\nsecret \n\n`;

  it.each<readonly [string, ConnectProxyOptions['refuse'], number, string]>([
    ['requires other credentials', () => refusal('407 Proxy Authentication Required'), 1, 'UPSTREAM_UNAVAILABLE'],
    ['forbids', () => refusal('403 Forbidden'), 1, 'UPSTREAM_UNAVAILABLE'],
    ['says 401', () => refusal('401 Unauthorized'), 1, 'UPSTREAM_UNAVAILABLE'],
    ['cannot reach it', () => refusal('502 Bad Gateway'), 2, 'UPSTREAM_UNAVAILABLE'],
    ['does not send HTTP', () => '220 smtp.example.com ESMTP\r\n', 1, 'UPSTREAM_UNAVAILABLE'],
    [
      'sends bytes before the target',
      () => 'HTTP/1.1 200 OK\r\n\r\nHTTP/1.1 200 OK\r\n\r\n',
      1,
      'UPSTREAM_UNAVAILABLE',
    ],
    ['closes', () => '', 2, 'UPSTREAM_UNAVAILABLE'],
    ['is silent', () => null, 2, 'UPSTREAM_TIMEOUT'],
  ])(
    'that %s: its own code, never UNAUTHENTICATED; SuperOffice gets nothing',
    async (_name, refuse, connects, code) => {
      await using upstream = await behindProxy({ ...(refuse && { refuse }) });
      await using gateway = await gatewayAt(url, { ...shortDeadlines, ...upstream.settings, LOG_LEVEL: 'debug' });
      const { errors = [] } = await gateway.query(query);
      expect([codesOf(errors), upstream.proxy.connects.length]).toEqual([[`chatSession: ${code}`], connects]);
      expect(upstream.emulator.requests).toEqual([]);
      expect(JSON.stringify(errors)).not.toMatch(/elsewhere|127\.0\.0\.1|secret/);
      expect(gateway.log()).not.toMatch(/secret/);
      expect(await comesTrue(() => upstream.proxy.openTunnels() === 0)).toBe(true);
    },
  );

  it('that is unavailable: UPSTREAM_UNAVAILABLE; a read is retried', async () => {
    await using upstream = await behindProxy({
      refuse: (_target, attempt) => (attempt === 1 ? refusal('503 Busy') : undefined),
    });
    await using gateway = await gatewayAt(url, upstream.settings);
    expect((await gateway.query(query)).data).toEqual(closed);
    expect([upstream.proxy.connects.length, upstream.emulator.requests.length]).toEqual([2, 1]);
    await using gone = await gatewayAt(url, { ...upstream.settings, UPSTREAM_PROXY: 'http://127.0.0.1:9' });
    expect(codesOf((await gone.query(query)).errors ?? [])).toEqual(['chatSession: UPSTREAM_UNAVAILABLE']);
    expect(gone.log()).toContain('PROXY_ECONNREFUSED');
  });

  it('that refuses an action: nothing was sent, so its outcome is known', async () => {
    await using upstream = await behindProxy({ refuse: () => refusal('502 Bad Gateway') });
    await using gateway = await gatewayAt(url, upstream.settings);
    const { errors = [] } = await gateway.query('mutation { resetChatSession(id: 192) { session { id } } }');
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['UPSTREAM_UNAVAILABLE']);
    expect(upstream.emulator.requests).toEqual([]);
  });

  it('is not used for a SuperOffice on loopback', async () => {
    await using emulator = await startEmulator();
    await using gateway = await gatewayAt(emulator.url, { UPSTREAM_PROXY: 'http://127.0.0.1:9' });
    expect((await gateway.query(query)).data).toEqual(closed);
  });
});
