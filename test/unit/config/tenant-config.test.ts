/** The settings of a tenant: their results, and conflicts. */
import { describe, expect, it } from '@jest/globals';
import { gatewayConfig } from '../../../src/config/gateway-config.js';
import { problemsOf } from '../../support/setting-problems.js';

const url = 'https://online3.superoffice.com/Cust12345';

describe('a tenant', () => {
  it('is looked up in its environment; then it is no demo', () => {
    const config = gatewayConfig({ SUPEROFFICE_TENANT: 'Cust12345', SUPEROFFICE_ENVIRONMENT: 'sod' });

    expect(config).toMatchObject({ isDemo: false, introspection: false, server: { host: null } });
    expect(config.superoffice).toMatchObject({
      baseUrl: null,
      tenant: {
        identifier: 'Cust12345',
        stateUrl: 'https://sod.superoffice.com/api/state/Cust12345',
        allowedHosts: ['superoffice.com'],
        allowInsecure: false,
      },
    });
    expect(Object.isFrozen(config.superoffice.tenant)).toBe(true);
  });

  it('is in production by default, and may be looked up at another URL', () => {
    const tenantOf = (more: object) => gatewayConfig({ SUPEROFFICE_TENANT: 'Cust1', ...more }).superoffice.tenant;

    expect(tenantOf({})?.stateUrl).toBe('https://online.superoffice.com/api/state/Cust1');
    const elsewhere = {
      SUPEROFFICE_ONLINE_URL: 'http://127.0.0.1:4010/',
      SUPEROFFICE_ALLOWED_HOSTS: 'LocalHost, 127.0.0.1',
    };
    expect(tenantOf(elsewhere)).toMatchObject({
      stateUrl: 'http://127.0.0.1:4010/api/state/Cust1',
      allowedHosts: ['localhost', '127.0.0.1'],
    });
  });

  const tenant = { SUPEROFFICE_TENANT: 'Cust1' };

  it.each([
    [{ ...tenant, SUPEROFFICE_URL: url }, 'SUPEROFFICE_TENANT: expected without SUPEROFFICE_URL'],
    [{ SUPEROFFICE_TENANT: 'Cust/1' }, 'SUPEROFFICE_TENANT: expected the identifier of a tenant such as Cust12345'],
    [{ SUPEROFFICE_ENVIRONMENT: 'sod' }, 'SUPEROFFICE_ENVIRONMENT: expected SUPEROFFICE_TENANT with it'],
    [{ ...tenant, SUPEROFFICE_ENVIRONMENT: 'prod' }, 'SUPEROFFICE_ENVIRONMENT: expected sod, qaonline or online'],
    [
      { SUPEROFFICE_URL: url, SUPEROFFICE_ALLOWED_HOSTS: 'example.com' },
      'SUPEROFFICE_ALLOWED_HOSTS: expected SUPEROFFICE_TENANT with it',
    ],
    ...['com', '*.superoffice.com', 'https://superoffice.com', 'superoffice.com:443', ','].map(
      (hosts) =>
        [
          { ...tenant, SUPEROFFICE_ALLOWED_HOSTS: hosts },
          'SUPEROFFICE_ALLOWED_HOSTS: expected names of domains such as superoffice.com, separated by commas',
        ] as const,
    ),
    [
      { ...tenant, SUPEROFFICE_ONLINE_URL: 'http://online.example.com' },
      'SUPEROFFICE_ONLINE_URL: expected https (tokens would travel in clear text); ALLOW_INSECURE_UPSTREAM=true permits http',
    ],
    [
      { ...tenant, SUPEROFFICE_ONLINE_URL: 'https://tim:hunter2@online.example.com' },
      'SUPEROFFICE_ONLINE_URL: expected a URL without user name and password',
    ],
  ])('%j is refused', (environment, problem) => {
    expect(problemsOf(environment)).toEqual([problem]);
  });
});
