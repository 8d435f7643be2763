/** The settings of several tenants. */
import { afterAll, describe, expect, it } from '@jest/globals';
import { gatewayConfig } from '../../../src/config/gateway-config.js';
import { namedTenant } from '../../../src/superoffice/tenant/named-tenant.js';
import { files } from '../../support/own-gateway.js';
import { problemsOf } from '../../support/setting-problems.js';

const folder = files();
afterAll(() => folder[Symbol.dispose]());

let written = 0;
const fileOf = (content: unknown): string => folder.write(`tenants-${(written += 1)}.json`, JSON.stringify(content));

const secret = 'a-secret-of-the-webhook-of-at-least-32-characters';

const listExpectation =
  'SUPEROFFICE_TENANTS: expected names such as Cust12345, separated by commas, or the path of a file with {"Cust12345": {"<SETTING>": "<value>"}}';

describe('SUPEROFFICE_TENANTS', () => {
  it('lists tenants that share all settings; then it is no demo', () => {
    const { isDemo, introspection, tenants } = gatewayConfig({ SUPEROFFICE_TENANTS: 'Cust1, Cust2' });
    expect({ isDemo, introspection }).toEqual({ isDemo: false, introspection: false });
    expect([...(tenants?.byName ?? [])].map(([name, { superoffice }]) => [name, superoffice.tenant?.stateUrl])).toEqual(
      [
        ['Cust1', 'https://online.superoffice.com/api/state/Cust1'],
        ['Cust2', 'https://online.superoffice.com/api/state/Cust2'],
      ],
    );
  });

  it('is a file with settings of each, which replace those of the environment', () => {
    const { tenants } = gatewayConfig({
      SUBSCRIPTIONS: 'true',
      MAX_UPSTREAM_CALLS_PER_SECOND: '9',
      SUPEROFFICE_ALLOWED_HOSTS: 'superoffice.com',
      SUPEROFFICE_TENANTS: fileOf({
        Cust1: { MAX_UPSTREAM_CALLS_PER_SECOND: 5, WEBHOOK_SECRET: secret },
        OnSite: { SUPEROFFICE_URL: 'https://crm.example.com/SuperOffice', SUPEROFFICE_TIME_ZONE: 'Europe/Oslo' },
      }),
    });
    const [one, other] = [tenants?.byName.get('Cust1'), tenants?.byName.get('OnSite')];
    expect([one?.superoffice.maxCallsPerSecond, other?.superoffice.maxCallsPerSecond]).toEqual([5, 9]);
    expect(one?.live?.webhook).toEqual({
      secrets: [secret],
      path: '/webhooks/superoffice/Cust1',
      tenant: 'Cust1',
      checkMs: 300_000,
    });
    expect(other?.live?.webhook).toBeNull();
    expect(other?.superoffice.baseUrl).toBe('https://crm.example.com/SuperOffice/api/v1');
    expect([one?.baseTimeZone, other?.baseTimeZone]).toEqual(['UTC', 'Europe/Oslo']);
  });

  it.each([
    [{ SUPEROFFICE_TENANTS: 'Cust1,cust1' }, 'SUPEROFFICE_TENANTS: expected each tenant once, and at least one'],
    [{ SUPEROFFICE_TENANTS: '/there/is/no/such/file' }, listExpectation],
    [{ SUPEROFFICE_TENANTS: fileOf([]) }, listExpectation],
    [
      { SUPEROFFICE_TENANTS: 'Cust1', SUPEROFFICE_TENANT: 'Cust1' },
      'SUPEROFFICE_TENANT: expected in the file of SUPEROFFICE_TENANTS',
    ],
    [
      { SUPEROFFICE_TENANTS: 'Cust1', SUBSCRIPTIONS: 'true', WEBHOOK_SECRET: secret },
      'WEBHOOK_SECRET: expected in the file of SUPEROFFICE_TENANTS',
    ],
    [
      { SUPEROFFICE_URL: 'https://a.superoffice.com', TENANT_HEADER: 'x-t' },
      'TENANT_HEADER: expected SUPEROFFICE_TENANTS with it',
    ],
    [
      { SUPEROFFICE_TENANTS: 'Cust1', JWT_TENANT_CLAIM: 'tid' },
      "JWT_TENANT_CLAIM: expected the gateway's own credentials with it",
    ],
  ])('%j is refused', (environment, problem) => {
    expect(problemsOf(environment)).toEqual([problem]);
  });

  it.each([
    [{ Cust1: { PORT: 4000 } }, 'SUPEROFFICE_TENANTS: Cust1: PORT is no setting of a single tenant'],
    [
      { Cust1: { WEBHOOK_SECRET: 'short' } },
      'Cust1: WEBHOOK_SECRET: expected 32 to 512 characters of printable ASCII without spaces',
    ],
    [{ Cust1: { SUPEROFFICE_URL: 'http://crm.example.com' } }, /^Cust1: SUPEROFFICE_URL: expected https/],
    [{ Cust1: { MAX_UPSTREAM_CALLS_PER_SECOND: 'many' } }, /^Cust1: MAX_UPSTREAM_CALLS_PER_SECOND: /],
  ])('a file with %j is refused, with the tenant', (content, problem) => {
    const problems = problemsOf({ SUPEROFFICE_TENANTS: fileOf(content) });
    expect(problems).toEqual([expect.stringMatching(problem)]);
  });

  it('with service credentials a claim names the tenant, and nothing else can', () => {
    const common = { SUPEROFFICE_CREDENTIALS: 'system-user', JWT_ISSUER: 'https://a.example.com', JWT_AUDIENCE: 'a' };
    const jwt = { ...common, JWT_JWKS_URL: 'https://a.example.com/keys', SUPEROFFICE_TENANTS: 'Cust1' };
    expect(problemsOf({ ...jwt, TENANT_HEADER: 'x-tenant' })).toEqual([
      "JWT_TENANT_CLAIM: expected with SUPEROFFICE_TENANTS and the gateway's own credentials",
      'TENANT_HEADER: expected without SUPEROFFICE_TENANTS; a claim of the token names the tenant',
    ]);
    expect(problemsOf({ ...jwt, JWT_TENANT_CLAIM: 'tid' })).toEqual([
      'Cust1: SUPEROFFICE_SYSTEM_TOKEN_FILE: expected with SUPEROFFICE_CREDENTIALS=system-user',
      'Cust1: SUPEROFFICE_PRIVATE_KEY_FILE: expected with SUPEROFFICE_CREDENTIALS=system-user',
      'Cust1: SUPEROFFICE_APP_TOKEN: expected with SUPEROFFICE_CREDENTIALS=system-user',
    ]);
  });
});

describe('the tenant of a request', () => {
  it.each([
    ['Bearer 8A:Cust12345.AbC', null, 'cust12345'],
    ['bearer 7T:CUST1.x', 'Cust1', 'cust1'],
    ['Bearer 8A:Cust1.x', 'Cust2', null],
    ['Basic Cust1:Cust1.x', 'Cust2', 'cust2'],
    ['Bearer eyJhbGciOiJSUzI1NiJ9.8A:Cust1.x', null, null],
    ['Bearer x Bearer 8A:Cust1.x', null, null],
    ['SOTicket 7T:Cust1.x', null, null],
    ['', '', ''],
  ])('%s with the header %s: %s', (credentials, given, name) => {
    expect(namedTenant({ credentials, given })).toBe(name);
  });
});
