/** The client label of metered calls: few values, whatever clients send. */
import { describe, expect, it } from '@jest/globals';
import { gatewayConfig } from '../../../src/config/gateway-config.js';
import { authorization, gatewayOnEmulator, type RunningGateway } from '../../support/query-gateway.js';

const query = '{ chatSession(id: 5) { id } }';

const metricsOf = async ({ url }: RunningGateway): Promise<string> => (await fetch(`${url}/metrics`)).text();

const queryAs = (gateway: RunningGateway, name: string) =>
  gateway.query(query, {}, { authorization, 'apollographql-client-name': name });

describe('the label client', () => {
  it('is the name of a listed client, on operations and on calls', async () => {
    await using gateway = await gatewayOnEmulator({}, { METRICS_CLIENTS: 'console, Sales App' });

    await queryAs(gateway, 'console');
    await queryAs(gateway, 'Sales App');
    await queryAs(gateway, 'Sales App');

    const text = await metricsOf(gateway);
    expect(text).toContain('superoffice_chat_operations_total{outcome="ok",client="Sales App"} 2');
    expect(text).toContain(
      'superoffice_chat_upstream_calls_total{operation="GetChatSessionEntity",outcome="ok",client="console"} 1',
    );
    expect(gateway.emulator.requests).toHaveLength(3);
  });

  it('is other for all other clients, so that callers cannot create time series', async () => {
    await using gateway = await gatewayOnEmulator({}, { METRICS_CLIENTS: 'console' });

    await gateway.query(query);
    for (const name of ['Console', 'console2', '__proto__', 'x"} 1', 'console, console']) await queryAs(gateway, name);

    const text = await metricsOf(gateway);
    const labels = new Set([...text.matchAll(/client="([^"]*)"/g)].map(([, client]) => client));
    expect([...labels]).toEqual(['other']);
    expect(text).toContain('superoffice_chat_operations_total{outcome="ok",client="other"} 6');
  });

  it('is counted for retries, too: they are metered', async () => {
    await using gateway = await gatewayOnEmulator({}, { METRICS_CLIENTS: 'console' });
    gateway.emulator.injectFault({ kind: 'status', status: 503 });

    await queryAs(gateway, 'console');

    const text = await metricsOf(gateway);
    expect(text).toContain('outcome="UPSTREAM_UNAVAILABLE",client="console"} 1');
    expect(text).toContain('outcome="ok",client="console"} 1');
  });
});

describe('METRICS_CLIENTS', () => {
  it('is none by default', () => expect(gatewayConfig({}).metricsClients).toEqual([]));

  it.each([
    ['a quote', 'console"'],
    ['a name without end', 'x'.repeat(65)],
    ['too many names', Array.from({ length: 51 }, (_none, index) => `c${index}`).join(',')],
  ])('refuses %s', (_what, text) => {
    expect(() => gatewayConfig({ METRICS_CLIENTS: text })).toThrow('METRICS_CLIENTS: expected at most 50 names');
  });
});
