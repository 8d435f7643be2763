/**
 * SUPEROFFICE_URL in the forms in which operators copy it.
 */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { baseUrlProblem, normalizedBaseUrl } from '../../../src/config/base-url.js';
import { gatewayConfig } from '../../../src/config/gateway-config.js';

describe('normalizedBaseUrl', () => {
  it.each([
    'https://superoffice.example/Cust12345',
    'https://superoffice.example/Cust12345/',
    'https://superoffice.example/Cust12345/api',
    'https://superoffice.example/Cust12345/api/',
    'https://superoffice.example/Cust12345/api/v1',
    'https://superoffice.example/Cust12345/api/v1/',
    'https://superoffice.example/Cust12345/API/V1//',
    'HTTPS://SuperOffice.Example:443/Cust12345',
  ])('%s is the web API of the tenant', (text) => {
    expect(normalizedBaseUrl(text)).toBe('https://superoffice.example/Cust12345/api/v1');
  });

  it.each([
    ['https://superoffice.example', 'https://superoffice.example/api/v1'],
    ['https://superoffice.example:8443/', 'https://superoffice.example:8443/api/v1'],
    ['https://superoffice.example/apiary', 'https://superoffice.example/apiary/api/v1'],
    ['https://superoffice.example/api/v2', 'https://superoffice.example/api/v2/api/v1'],
    ['http://[::1]:4010', 'http://[::1]:4010/api/v1'],
  ])('%s becomes %s', (text, normal) => {
    expect(normalizedBaseUrl(text)).toBe(normal);
  });

  it('is idempotent', () => {
    fc.assert(
      fc.property(fc.webUrl(), (text) => {
        const normal = normalizedBaseUrl(text);
        expect(normalizedBaseUrl(normal)).toBe(normal);
        expect(normal.endsWith('/api/v1')).toBe(true);
      }),
    );
  });

  it('is part of the configuration', () => {
    expect(gatewayConfig({ SUPEROFFICE_URL: 'https://superoffice.example/Cust1/api' }).superoffice.baseUrl).toBe(
      'https://superoffice.example/Cust1/api/v1',
    );
  });
});

describe('baseUrlProblem', () => {
  it.each([
    'http://localhost:4010',
    'http://LOCALHOST',
    'http://127.0.0.1',
    'http://127.9.9.9:1',
    'http://[::1]:4010',
    'https://x.example',
  ])('%s is accepted', (text) => {
    expect(baseUrlProblem(text, false)).toBeNull();
  });

  it.each([
    'http://superoffice.example',
    'http://10.0.0.1',
    'http://localhost.evil.example',
    'http://127.0.0.1.evil.example',
    'http://evil-localhost',
    'http://0.0.0.0',
  ])('%s would send tokens in clear text: refused, unless ALLOW_INSECURE_UPSTREAM', (text) => {
    expect(baseUrlProblem(text, false)).toMatch(/expected https/);
    expect(baseUrlProblem(text, true)).toBeNull();
  });

  it.each([
    ['https://tim@superoffice.example', 'expected a URL without user name and password'],
    ['https://:hunter2@superoffice.example', 'expected a URL without user name and password'],
    ['http://tim:hunter2@localhost', 'expected a URL without user name and password'],
    ['https://superoffice.example/?tenant=1', 'expected a URL without ? and #'],
    ['https://superoffice.example/#top', 'expected a URL without ? and #'],
  ])('%s is always refused', (text, problem) => {
    expect(baseUrlProblem(text, true)).toBe(problem);
  });

  it('ALLOW_INSECURE_UPSTREAM=true allows plain http', () => {
    const environment = { SUPEROFFICE_URL: 'http://superoffice.example', ALLOW_INSECURE_UPSTREAM: 'true' };

    expect(gatewayConfig(environment).superoffice.baseUrl).toBe('http://superoffice.example/api/v1');
    expect(() => gatewayConfig({ ...environment, ALLOW_INSECURE_UPSTREAM: 'false' })).toThrow(/expected https/);
  });
});
