/**
 * Which settings a gateway with service credentials starts with: never without a check of its callers, and no message repeats a secret.
 */
import { createPrivateKey } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { gatewayConfig } from '../../../src/config/gateway-config.js';
import { partnerKey } from '../../support/login-world.js';
import {
  basicSettings,
  files,
  keyLine,
  refreshTokenSettings,
  systemUserSettings,
  type Kind,
  type Settings,
} from '../../support/own-gateway.js';
import { problemsOf } from '../../support/setting-problems.js';

const url = 'https://sod2.superoffice.com';

const without = (settings: Settings, ...names: readonly string[]): Settings =>
  Object.fromEntries(Object.entries(settings).filter(([name]) => !names.includes(name)));

const jwt = {
  JWT_ISSUER: 'https://login.example.com',
  JWT_AUDIENCE: 'chat',
  JWT_JWKS_URL: 'https://login.example.com/keys',
};

describe('service credentials', () => {
  it('are none by default, and callers are not checked then', () => {
    const { superoffice, callers } = gatewayConfig({ SUPEROFFICE_URL: `${url}/Cust1` });
    expect({ own: superoffice.ownCredentials, callers }).toEqual({ own: null, callers: null });
  });

  it('of a system user: tenant and login service are in the URL', () => {
    using folder = files();
    const settings = without(systemUserSettings(folder, url), 'SUPEROFFICE_LOGIN_URL');

    const { superoffice, callers } = gatewayConfig(settings);

    expect(superoffice.ownCredentials).toEqual({
      kind: 'system-user',
      loginUrl: 'https://sod.superoffice.com',
      contextIdentifier: 'Cust12345',
      systemToken: 'Partner App-x1Y2z3',
      privateKey: expect.objectContaining({ asymmetricKeyType: 'rsa' }),
      clientSecret: 'client-secret-of-the-partner',
    });
    expect(callers?.apiKeys.map(({ name }) => name)).toEqual(['console', 'report']);
  });

  it.each([
    ['https://online3.superoffice.com/Cust1', 'https://online.superoffice.com'],
    ['https://app.superoffice.com/Cust1', 'https://online.superoffice.com'],
    ['https://qaonline2.superoffice.com/Cust1', 'https://qaonline.superoffice.com'],
    ['https://sod.superoffice.com/Cust1', 'https://sod.superoffice.com'],
  ])('log in, for %s, at %s', (tenant, loginUrl) => {
    using folder = files();
    const settings = without(systemUserSettings(folder, url), 'SUPEROFFICE_LOGIN_URL');

    expect(gatewayConfig({ ...settings, SUPEROFFICE_URL: tenant }).superoffice.ownCredentials).toMatchObject({
      loginUrl,
    });
  });

  it("accept the private key as .NET's XML, too", () => {
    using folder = files();
    const {
      n = '',
      e = '',
      d = '',
      p = '',
      q = '',
      dp = '',
      dq = '',
      qi = '',
    } = createPrivateKey(partnerKey).export({
      format: 'jwk',
    });
    const names = { Modulus: n, Exponent: e, P: p, Q: q, DP: dp, DQ: dq, InverseQ: qi, D: d };
    const parts = Object.entries(names).map(([name, value]) => {
      return `<${name}>${Buffer.from(String(value), 'base64url').toString('base64')}</${name}>`;
    });
    const file = folder.write('key.xml', `<RSAKeyValue>${parts.join('\n')}</RSAKeyValue>`);

    const { superoffice } = gatewayConfig({ ...systemUserSettings(folder, url), SUPEROFFICE_PRIVATE_KEY_FILE: file });

    if (superoffice.ownCredentials?.kind !== 'system-user') throw new Error('expected a system user');
    expect(superoffice.ownCredentials.privateKey.export({ type: 'pkcs8', format: 'pem' })).toBe(partnerKey);
  });

  it.each<[string, Kind, string]>([
    ['system-user', systemUserSettings, url],
    ['refresh-token', refreshTokenSettings, url],
    ['basic', basicSettings, 'https://crm.example.com/app'],
  ])('of the kind %s are refused without a check of the callers', (kind, settingsOf, at) => {
    using folder = files();
    const settings = settingsOf(folder, at);
    expect(problemsOf(settings)).toEqual([]);

    expect(problemsOf(without(settings, 'API_KEYS_FILE'))).toEqual([
      `SUPEROFFICE_CREDENTIALS: calls with ${kind} have the gateway's rights, so callers have to be checked: expected API_KEYS_FILE or JWT_ISSUER with it`,
    ]);
    expect(problemsOf({ ...without(settings, 'API_KEYS_FILE'), ...jwt })).toEqual([]);
  });

  it.each(
    [systemUserSettings, refreshTokenSettings, basicSettings].flatMap((settingsOf) => {
      using folder = files();
      const names = Object.keys(settingsOf(folder, url)).filter((name) => !/CREDENTIALS|LOGIN|API_KEYS/.test(name));
      return names.map((name) => [name, settingsOf] as const);
    }),
  )('are refused without %s, which is named', (name, settingsOf) => {
    using folder = files();
    const settings = settingsOf(folder, 'https://crm.example.com/Cust12345');

    expect(problemsOf(without(settings, name)).join()).toContain(name.replace('APP_TOKEN_FILE', 'APP_TOKEN'));
  });

  it('with user and password are refused for SuperOffice Online, which takes none', () => {
    using folder = files();
    expect(problemsOf(basicSettings(folder, url))).toEqual([
      'SUPEROFFICE_CREDENTIALS: SuperOffice Online does not accept basic; expected system-user or refresh-token',
    ]);
  });

  it('are refused where the URL of the login service is plain http', () => {
    using folder = files();
    const settings = { ...systemUserSettings(folder, url), SUPEROFFICE_LOGIN_URL: 'http://login.example.com' };
    expect(problemsOf(settings)).toEqual(['SUPEROFFICE_LOGIN_URL: expected https (tokens would travel in clear text)']);
  });

  const secret = 'hunter2-swordfish';

  it.each([
    ['SUPEROFFICE_SYSTEM_TOKEN_FILE', `${secret}\n${secret}`],
    ['SUPEROFFICE_SYSTEM_TOKEN_FILE', ''],
    ['SUPEROFFICE_PRIVATE_KEY_FILE', secret],
    ['SUPEROFFICE_PRIVATE_KEY_FILE', `-----BEGIN PRIVATE KEY-----\n${secret}\n-----END PRIVATE KEY-----`],
    ['SUPEROFFICE_PRIVATE_KEY_FILE', `<RSAKeyValue><Modulus>${secret}</Modulus></RSAKeyValue>`],
    ['API_KEYS_FILE', secret],
    ['API_KEYS_FILE', '# none'],
    ['API_KEYS_FILE', `${keyLine('a', '1')}\n${keyLine('a', '2')}`],
    ['API_KEYS_FILE', `${keyLine('a', '1')}\n${keyLine('b', '1')}`],
    ['API_KEYS_FILE', `a ${secret}`],
  ])('are refused with a %s that contains %j, and it is not repeated', (name, text) => {
    using folder = files();
    const settings = systemUserSettings(folder, url);

    const problems = problemsOf({ ...settings, [name]: folder.write('wrong', text) });

    expect(problems.length).toBeGreaterThan(0);
    expect(problems.filter((problem) => !problem.startsWith(`${name}: `) || problem.includes('hunter2'))).toEqual([]);
  });
});

describe('a check of callers', () => {
  it.each(['API_KEYS_FILE', 'JWT_ISSUER', 'JWT_AUDIENCE', 'JWT_JWKS_URL'])(
    '%s is refused where callers send their own credentials: it would check nothing',
    (name) => {
      using folder = files();
      const value = name === 'API_KEYS_FILE' ? folder.write('keys', keyLine('a', '1')) : 'https://login.example.com';
      expect(problemsOf({ SUPEROFFICE_URL: url, [name]: value })[0]).toMatch(
        new RegExp(`^${name}: expected SUPEROFFICE_CREDENTIALS with it`),
      );
    },
  );

  it.each(Object.keys(jwt))('by tokens is refused without %s', (name) => {
    using folder = files();
    const settings = { ...systemUserSettings(folder, url), ...jwt };
    expect(problemsOf(without(settings, name)).length).toBeGreaterThan(0);
  });

  it.each(['HS256', 'none', 'RS256,HS256', ',', 'rs256'])(
    'by tokens is refused with the algorithms %s',
    (algorithms) => {
      using folder = files();
      const settings = { ...systemUserSettings(folder, url), ...jwt, JWT_ALGORITHMS: algorithms };
      expect(problemsOf(settings)).toEqual([
        'JWT_ALGORITHMS: expected algorithms such as RS256,ES256, separated by commas',
      ]);
    },
  );
});
