/** Which requests use a proxy: UPSTREAM_PROXY, and the variables that most programs read. */
import { describe, expect, it } from '@jest/globals';
import { gatewayConfig } from '../../../src/config/gateway-config.js';
import { proxyFor } from '../../../src/config/proxies.js';

type Environment = Readonly<Record<string, string>>;

const proxies = (environment: Environment) => gatewayConfig(environment).superoffice.proxies;

const originFor = (environment: Environment, url: string): string | null =>
  proxyFor(proxies(environment), new URL(url))?.origin ?? null;

const secure = 'https://online3.superoffice.com/Cust12345';
const both = { HTTPS_PROXY: 'http://secure.example.com:3128', HTTP_PROXY: 'http://plain.example.com:8080' };

describe('the proxy', () => {
  it.each<readonly [string, Environment, string, string | null]>([
    ['none', {}, secure, null],
    ['by scheme', both, secure, 'http://secure.example.com:3128'],
    ['by scheme', both, 'http://on-site.example.com/', 'http://plain.example.com:8080'],
    ['in lower case', { https_proxy: 'http://low.example.com:1' }, secure, 'http://low.example.com:1'],
    [
      'of the two the lower case',
      { ...both, https_proxy: 'http://low.example.com:1' },
      secure,
      'http://low.example.com:1',
    ],
    ['an empty one', { HTTPS_PROXY: '' }, secure, null],
    ['without a scheme', { HTTPS_PROXY: 'proxy.example.com:3128' }, secure, 'http://proxy.example.com:3128'],
    ['by TLS', { HTTPS_PROXY: 'https://proxy.example.com' }, secure, 'https://proxy.example.com'],
    ['of its own', { ...both, UPSTREAM_PROXY: 'http://own.example.com:1' }, secure, 'http://own.example.com:1'],
    ['of its own', { UPSTREAM_PROXY: 'http://own.example.com:1' }, 'http://a.example.com', 'http://own.example.com:1'],
    ['switched off', { ...both, UPSTREAM_PROXY: 'off' }, secure, null],
    ['SOCKS', { HTTPS_PROXY: 'socks5://proxy.example.com' }, secure, null],
  ])('%s: %j for %s', (_what, environment, url, expected) => {
    expect(originFor(environment, url)).toBe(expected);
  });

  it.each(['http://localhost:1', 'https://127.0.0.1', 'http://127.8.9.1:5', 'http://[::1]:3', 'http://a.localhost'])(
    'is never used for loopback: %s',
    (url) => {
      expect(originFor({ ...both, UPSTREAM_PROXY: 'http://own.example.com:1' }, url)).toBeNull();
    },
  );

  it.each([
    ['*', 'https://a.example.com', true],
    ['example.com', 'https://example.com', true],
    ['example.com', 'https://a.example.com', true],
    ['EXAMPLE.com', 'https://a.Example.COM', true],
    ['example.com', 'https://anexample.com', false],
    ['.example.com', 'https://a.example.com', true],
    ['.example.com', 'https://example.com', false],
    ['*.example.com', 'https://a.b.example.com', true],
    ['a.com, example.com', 'https://example.com', true],
    ['a.com example.com', 'https://example.com', true],
    ['example.com:443', 'https://example.com', true],
    ['example.com:8443', 'https://example.com', false],
    ['example.com:8443', 'https://example.com:8443', true],
    ['10.0.0.0/8', 'https://10.1.2.3', true],
    ['10.0.0.0/8', 'https://11.1.2.3', false],
    ['10.0.0.0/8', 'https://a10.example.com', false],
    ['10.0.0.0/99', 'https://10.1.2.3', false],
    ['10.1.2.3', 'https://10.1.2.3:444', true],
    ['fd00::/8', 'https://[fd12::1]', true],
    ['fd12::1', 'https://[fd12::1]', true],
    ['[fd12::1]:443', 'https://[fd12::1]', true],
    ['', 'https://example.com', false],
    ['.', 'https://example.com', false],
  ])('NO_PROXY=%s and %s: bypasses the proxy %p', (NO_PROXY, url, isLeftOut) => {
    expect(originFor({ ...both, NO_PROXY }, url) === null).toBe(isLeftOut);
  });

  it('has its credentials in a header, decoded, and nowhere else', () => {
    const { https } = proxies({ HTTPS_PROXY: 'http://us%40er:p%C3%A4ss%2F@proxy.example.com:3128' });
    expect(https).toEqual({
      origin: 'http://proxy.example.com:3128',
      authorization: `Basic ${Buffer.from('us@er:päss/').toString('base64')}`,
    });
    expect(proxies({ HTTPS_PROXY: 'http://a:50%@b' }).https?.authorization).toBe(
      `Basic ${Buffer.from('a:50%').toString('base64')}`,
    );
  });

  it('without a valid URL: refused in our setting, a warning for shared variables', () => {
    expect(() => proxies({ UPSTREAM_PROXY: 'socks5://a' })).toThrow(
      'UPSTREAM_PROXY: expected off, or the URL of a proxy',
    );
    const { warnings } = gatewayConfig({
      HTTPS_PROXY: 'socks5://user:secret@a',
      HTTP_PROXY: 'http://[',
      NO_PROXY: '%',
    });
    expect(warnings).toEqual([
      'HTTPS_PROXY: expected a URL such as http://proxy.example.com:3128, it is ignored.',
      'HTTP_PROXY: expected a URL such as http://proxy.example.com:3128, it is ignored.',
    ]);
    expect(gatewayConfig({ HTTPS_PROXY: 'socks5://a', UPSTREAM_PROXY: 'off' }).warnings).toEqual([]);
  });

  it('shows no password in the settings', () => {
    const { settings } = gatewayConfig({ UPSTREAM_PROXY: 'http://user:se@cr/et@proxy:1' });
    expect(settings['UPSTREAM_PROXY']).toBe('set');
  });
});
