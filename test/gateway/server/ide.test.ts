/** The page at /: when it is on, and exactly what it serves. test/e2e/browser tests it in a browser. */
import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { buffer, text } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { gatewayConfig } from '../../../src/config/gateway-config.js';
import { startEmulator } from '../../../src/emulator/index.js';
import { gatewayLogger } from '../../../src/observability/logger.js';
import { startGateway } from '../../../src/server/gateway.js';
import { exampleQueries } from '../../../src/server/ide/example-queries.js';
import { commandLine, urlOf } from '../../support/command-line.js';
import { sendPlain, type PlainAnswer } from '../../support/plain-http.js';
import { authorization, gatewayOnEmulator, queryAt } from '../../support/query-gateway.js';

async function demo(settings: Readonly<Record<string, string>> = {}) {
  const emulator = await startEmulator();
  const config = gatewayConfig({ PORT: '0', MAX_EVENT_LOOP_DELAY_MS: '0', DRAIN_TIMEOUT_MS: '300', ...settings });
  const logger = gatewayLogger({ level: 'silent', secretHeaders: [] });
  const gateway = await startGateway({ config, baseUrl: `${emulator.url}/api/v1`, logger });
  return {
    url: gateway.url,
    emulator,
    [Symbol.asyncDispose]: async () => {
      await gateway.stop();
      await emulator.close();
    },
  };
}

type IdeResponse = Pick<PlainAnswer, 'status' | 'headers' | 'text'>;

/** Sends the path as it is: fetch would remove the dots. */
async function open(url: string, path: string, { method = 'GET', headers = {} } = {}): Promise<IncomingMessage> {
  const { hostname, port } = new URL(url);
  const outgoing = request({ hostname, port, path, method, headers, agent: false }).end();
  const [response] = (await once(outgoing, 'response')) as [IncomingMessage]; // as node says
  return response;
}

async function get(url: string, path = '/', method = 'GET'): Promise<IdeResponse> {
  const response = await open(url, path, { method });
  return { status: response.statusCode ?? 0, headers: response.headers, text: await text(response) };
}

/** Addresses in the page, as the browser resolves them. */
function loaded(html: string, url: string): readonly string[] {
  const base = new URL(/<base href="([^"]+)"/.exec(html)?.[1] ?? '', url);
  return [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address = '']) => new URL(address, base).href);
}

const types: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  ico: 'image/x-icon',
  json: 'application/json; charset=utf-8',
  woff2: 'font/woff2',
  png: 'image/png',
};

const packagePath = (html: string): string => /<base href="([^"]+)"/.exec(html)?.[1] ?? '';

const ownPath = (html: string): string => /\/ide\/page-[0-9a-f]{12}\//.exec(html)?.[0] ?? '';

const ownFiles = ['altair', 'calls', 'curl', 'main', 'panel', 'requests', 'tabs', 'unsaved'].map(
  (name) => `${name}.js`,
);

describe('the page', () => {
  it('is served in the demo, prepared with the credentials of the sample, and sends nothing to SuperOffice by itself', async () => {
    await using gateway = await demo();
    const { status, headers, text } = await get(gateway.url);
    expect([status, headers['content-type'], headers['cache-control']]).toEqual([
      200,
      'text/html; charset=utf-8',
      'no-store',
    ]);
    for (const { name } of exampleQueries({ archive: true, mutations: true, subscriptions: true }))
      expect(text).toContain(`initialName: \`${name}\``);
    for (const header of [authorization, '`en`', "'x-superoffice-explain': `1`"]) expect(text).toContain(header);
    expect(gateway.emulator.requests).toEqual([]);
  });

  it.each([
    ['a real SuperOffice', {}],
    ['a real SuperOffice and everything but the page switched on', { EXPLAIN: 'true', INTROSPECTION: 'true' }],
  ])('is not served with %s', async (_what, settings) => {
    await using gateway = await gatewayOnEmulator({}, settings);
    for (const path of ['/', '/ide/altair-8.5.9/main.js']) {
      expect((await get(gateway.url, path)).status).toBe(404);
    }
  });

  it('can be switched off in the demo, and on elsewhere, without credentials and without missing features', async () => {
    await using off = await demo({ IDE: 'false' });
    expect((await get(off.url)).status).toBe(404);
    const settings = { IDE: 'true', MUTATIONS: 'false', SUPEROFFICE_APP_TOKEN: 'app-token-of-the-partner' };
    await using on = await gatewayOnEmulator({}, { ...settings, CREDENTIALS_HEADER: 'x-superoffice-authorization' });
    const { status, text } = await get(on.url);
    expect(status).toBe(200);
    expect(text).toContain("'x-superoffice-authorization': `Bearer <your token>`");
    expect(text).not.toMatch(/app-token|dGplMDpUamUw|mutation|x-superoffice-explain'/);
  });

  it('may load from and send to its own origin only, and may not be framed; its nonce is new each time', async () => {
    await using gateway = await demo();
    const [first, second] = [await get(gateway.url), await get(gateway.url)];
    const policies = [first, second].map(({ headers }) => String(headers['content-security-policy']));
    const [nonce = ''] = /'nonce-[\w-]{30,}'/.exec(policies[0] ?? '') ?? [];
    expect(policies[0]?.split('; ')).toEqual([
      "default-src 'none'",
      `script-src 'self' ${nonce}`,
      "worker-src 'self'",
      `style-src 'self' ${nonce}`,
      "style-src-attr 'unsafe-inline'",
      "img-src 'self' data:",
      "font-src 'self'",
      "connect-src 'self'",
      "base-uri 'self'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ]);
    expect(policies[1]).not.toContain(nonce);
    expect(first.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
    expect(first.text).not.toMatch(/\bhttps?:|["'`(]\/\//);
  });
});

describe('its files', () => {
  it('are all on the same origin, with their types, and may be cached', async () => {
    await using gateway = await demo();
    const { text } = await get(gateway.url);
    const addresses = loaded(text, gateway.url).filter((address) => !address.endsWith('/'));
    expect(addresses.length).toBeGreaterThan(15);
    for (const address of [...addresses, `${gateway.url}${packagePath(text)}assets/i18n/en-US.json`]) {
      expect(new URL(address).origin).toBe(gateway.url);
      const { status, headers } = await get(gateway.url, new URL(address).pathname);
      expect([status, headers['content-type']]).toEqual([200, types[address.split('.').pop() ?? '']]);
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    }
  });

  it.each([
    ['br, gzip', 'br', brotliDecompressSync],
    ['gzip, deflate, br', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
    ['br;q=0, gzip', 'gzip', gunzipSync],
    ['deflate', undefined, (bytes: Buffer) => bytes],
    ['', undefined, (bytes: Buffer) => bytes],
  ])('are compressed for a client that accepts %j', async (accepted, encoding, decompressed) => {
    await using gateway = await demo();
    const html = (await get(gateway.url)).text;
    const headers = { 'accept-encoding': accepted };
    for (const path of [`${packagePath(html)}styles.css`, `${ownPath(html)}panel.js`]) {
      const response = await open(gateway.url, path, { headers });
      expect([response.headers['content-encoding'], response.headers.vary]).toEqual([
        encoding,
        'Origin, accept-encoding',
      ]);
      const body = await buffer(response);
      expect(response.headers['content-length']).toBe(String(body.byteLength));
      expect(decompressed(body).toString()).toBe((await get(gateway.url, path)).text);
    }
  });

  it('that are compressed already are not compressed again', async () => {
    await using gateway = await demo();
    const path = `${packagePath((await get(gateway.url)).text)}favicon.ico`;
    const { headers } = await open(gateway.url, path, { headers: { 'accept-encoding': 'br, gzip' } });
    expect([headers['content-encoding'], headers.vary]).toEqual([undefined, 'Origin']);
  });

  it.each([
    '../index.js',
    '../../package.json',
    '../../../../package.json',
    '../../../../../../../../etc/passwd',
    '..%2f..%2fpackage.json',
    '%2e%2e/%2e%2e/package.json',
    '..%5c..%5cpackage.json',
    '....//package.json',
    '/etc/passwd',
    '%2fetc%2fpasswd',
    'main.js%00.png',
    './main.js/../../index.js',
    'assets',
    'assets/',
    '',
    'index.html',
    'iframe-sandbox/index.html',
    'iframe-sandbox/assets/index-CT51TZmB.js',
    '__proto__',
    'constructor',
    '%',
    '%ff',
  ])('a path that is not on the list is 404: %j', async (path) => {
    await using gateway = await demo();
    const prefix = packagePath((await get(gateway.url)).text);
    const { status, headers, text } = await get(gateway.url, `${prefix}${path}`);
    expect([400, 404]).toContain(status);
    expect(headers['content-type']).toMatch(/^application\/json/);
    expect(text.length).toBeLessThan(500);
    expect(text).not.toMatch(/node_modules|root:|altair-static/);
  });

  it('of the gateway are scripts that write no HTML', async () => {
    await using gateway = await demo();
    const path = ownPath((await get(gateway.url)).text);
    for (const name of ownFiles) {
      const { status, text: script } = await get(gateway.url, `${path}${name}`);
      expect([name, status]).toEqual([name, 200]);
      expect(script).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|https?:/);
    }
  });

  it('of the gateway are the same from the sources and from the built command line', async () => {
    await using gateway = await demo();
    await using built = commandLine(['serve'], { HOST: '127.0.0.1', PORT: '0' });
    const url = await urlOf(built);
    const path = ownPath((await get(gateway.url)).text);
    expect(ownPath((await get(url)).text)).toBe(path); // a hash of all files
    for (const name of [...ownFiles, 'panel.css']) {
      const [expected, found] = [await get(gateway.url, `${path}${name}`), await get(url, `${path}${name}`)];
      expect([found.status, found.text]).toEqual([200, expected.text]);
    }
    expect((await get(gateway.url, `${path}tsconfig.json`)).status).toBe(404);
  });
});

describe('next to it', () => {
  it('the other paths and methods respond as without it', async () => {
    await using gateway = await gatewayOnEmulator({}, { IDE: 'true' });
    expect((await get(gateway.url, '/', 'POST')).status).toBe(404);
    expect((await get(gateway.url, '/nothing')).status).toBe(404);
    expect((await get(gateway.url, '/graphql')).status).toBe(405);
    expect((await get(gateway.url, '/graphql', 'OPTIONS')).status).toBe(405);
    const form = { 'content-type': 'text/plain', authorization };
    const sent = await sendPlain(`${gateway.url}/graphql`, { headers: form, body: '{"query":"{ __typename }"}' });
    expect([sent?.status, sent?.headers['access-control-allow-origin']]).toEqual([415, undefined]);
    expect(gateway.emulator.requests).toEqual([]);
  });
});

describe('the examples', () => {
  it.each(exampleQueries({ archive: true, mutations: true, subscriptions: false }))(
    '$name: runs, and its response lists its calls',
    async ({ query, variables = '{}' }) => {
      await using gateway = await demo();
      const body = { query, variables: JSON.parse(variables) as object }; // ours
      const { data, errors, extensions } = await queryAt(gateway.url, body, { 'x-superoffice-explain': '1' });
      expect(errors).toBeUndefined();
      expect(Object.values(data as object)).not.toContain(null);
      const { requests } = gateway.emulator;
      expect(extensions).toMatchObject({ superoffice: { callsMade: requests.length } });
      expect(requests.length).toBeGreaterThan(0);
    },
  );
});
