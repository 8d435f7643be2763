/** Where the gateway listens: HOST, BASE_PATH, METRICS_LISTEN_PORT. */
import { networkInterfaces } from 'node:os';
import { describe, expect, it } from '@jest/globals';
import { createGateway, type Settings } from '../../../src/create-gateway.js';
import { startEmulator } from '../../../src/emulator/index.js';
import { authorization, queryAt } from '../../support/query-gateway.js';

const query = '{ chatSession(id: 192) { status } }';
const closed = { chatSession: { status: 'CLOSED' } };

async function gatewayWith(settings: Settings) {
  const emulator = await startEmulator();
  const silent = { PORT: '0', LOG_LEVEL: 'silent', MAX_EVENT_LOOP_DELAY_MS: '0', DRAIN_TIMEOUT_MS: '300' };
  const gateway = await createGateway({ ...silent, SUPEROFFICE_URL: emulator.url, ...settings });
  return {
    ...gateway,
    emulator,
    [Symbol.asyncDispose]: async () => {
      await gateway.stop();
      await emulator.close();
    },
  };
}

const statusOf = async (url: string): Promise<number> => (await fetch(url, { redirect: 'manual' })).status;

const hasIPv6 = Object.values(networkInterfaces()).some((all) => all?.some(({ family }) => family === 'IPv6'));

describe('HOST', () => {
  it('is all addresses where it is not set, of both families where both exist', async () => {
    await using gateway = await gatewayWith({});
    const { port } = new URL(gateway.url);
    expect(gateway.url).toBe(`http://localhost:${port}`);
    const names = ['127.0.0.1', 'localhost', ...(hasIPv6 ? ['[::1]'] : [])];
    for (const name of names)
      expect((await queryAt(`http://${name}:${port}`, { query }, { authorization })).data).toEqual(closed);
    expect(gateway.emulator.requests).toHaveLength(names.length);
  });

  it('is the configured address', async () => {
    await using gateway = await gatewayWith({ HOST: '127.0.0.1' });
    expect(gateway.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(await statusOf(`${gateway.url}/live`)).toBe(200);
  });
});

describe('BASE_PATH', () => {
  it.each(['/chat', '/chat/', '/a/b-c.d'])('%s: all paths are below it, and at the root, too', async (BASE_PATH) => {
    await using gateway = await gatewayWith({ HOST: '127.0.0.1', BASE_PATH, IDE: 'true' });
    const base = `${gateway.url}${BASE_PATH.replace(/\/$/, '')}`;
    expect((await queryAt(base, { query }, { authorization })).data).toEqual(closed);
    expect((await queryAt(gateway.url, { query }, { authorization })).data).toEqual(closed);
    for (const url of [base, gateway.url])
      for (const path of ['/live', '/ready', '/live?x=1', '/metrics', '/'])
        expect([url, path, await statusOf(`${url}${path}`)]).toEqual([url, path, 200]);
    expect(await statusOf(base)).toBe(200);
    for (const other of [`${base}x/live`, `${base}live`, `${base}/chat/live`, `${gateway.url}/other/live`])
      expect([other, await statusOf(other)]).toEqual([other, 404]);
    expect(gateway.emulator.requests).toHaveLength(2);
  });

  it('applies to all files of the page, and to the path of its queries', async () => {
    await using gateway = await gatewayWith({ HOST: '127.0.0.1', BASE_PATH: '/chat', IDE: 'true' });
    const page = await (await fetch(`${gateway.url}/chat/`)).text();
    const places = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, place = '']) => place);
    expect(places.filter((place) => place.startsWith('/')).length).toBeGreaterThan(2);
    expect(places.filter((place) => place.startsWith('/') && !place.startsWith('/chat/ide/'))).toEqual([]);
    const base = /<base href="([^"]+)"/.exec(page)?.[1] ?? '/';
    for (const place of places.filter((one) => !one.startsWith('data:'))) {
      const url = new URL(place, new URL(base, gateway.url));
      expect([url.pathname, await statusOf(url.href)]).toEqual([url.pathname, place === base ? 404 : 200]);
    }
    expect(page).toContain("new URL('/chat/graphql', location.href)");
  });

  it.each(['chat', '/chat//x', '/../x', '/./x', '/ch at', '/chat?x', '//', 'https://a/b'])(
    '%s is refused',
    async (BASE_PATH) => {
      await expect(createGateway({ BASE_PATH, PORT: '0', LOG_LEVEL: 'silent' })).rejects.toThrow(
        'BASE_PATH: expected a path',
      );
    },
  );
});

describe('METRICS_LISTEN_PORT', () => {
  it('serves the metrics, and no other port does; and it closes with the gateway', async () => {
    await using gateway = await gatewayWith({ HOST: '127.0.0.1', METRICS_LISTEN_PORT: '0' });
    await queryAt(gateway.url, { query }, { authorization });
    const metrics = await fetch(`${gateway.metricsUrl}/metrics`);
    expect([metrics.status, metrics.headers.get('content-type')]).toEqual([200, expect.stringContaining('text/plain')]);
    expect(await metrics.text()).toContain('superoffice_chat_operations_total{outcome="ok",client="other"} 1');
    expect(await statusOf(`${gateway.metricsUrl}/metrics?x=1`)).toBe(200);
    expect(await statusOf(`${gateway.url}/metrics`)).toBe(404);
    for (const path of ['/', '/live', '/graphql', '/metricsx'])
      expect(await statusOf(`${gateway.metricsUrl}${path}`)).toBe(404);
    expect((await fetch(`${gateway.metricsUrl}/metrics`, { method: 'POST' })).status).toBe(404);
    await gateway.stop();
    await expect(fetch(`${gateway.metricsUrl}/metrics`)).rejects.toThrow();
  });

  it('that is in use ends the start, and leaves nothing open', async () => {
    await using other = await gatewayWith({ HOST: '127.0.0.1' });
    const { port: METRICS_LISTEN_PORT } = new URL(other.url);
    await expect(gatewayWith({ HOST: '127.0.0.1', METRICS_LISTEN_PORT })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  it('is not listened on without metrics', async () => {
    await using gateway = await gatewayWith({ HOST: '127.0.0.1', METRICS_LISTEN_PORT: '0', METRICS: 'false' });
    expect(gateway.metricsUrl).toBeNull();
  });
});
