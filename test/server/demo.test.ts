/** The gateway on its embedded emulator: open for whoever tries it on this machine, and only there. */
import { describe, expect, it } from '@jest/globals';
import { gatewayConfig } from '../../src/config/gateway-config.js';
import { startEmulator } from '../../src/emulator/index.js';
import { gatewayLogger } from '../../src/observability/logger.js';
import { startGateway } from '../../src/server/gateway.js';
import { queryAt } from '../support/query-gateway.js';

async function demo() {
  const emulator = await startEmulator();
  const config = gatewayConfig({ PORT: '0', MAX_EVENT_LOOP_DELAY_MS: '0' });
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

const allowedOrigin = async (url: string, origin: string): Promise<string | null> => {
  const response = await fetch(`${url}/graphql`, {
    method: 'OPTIONS',
    headers: { origin, 'access-control-request-method': 'POST' },
  });
  return response.headers.get('access-control-allow-origin');
};

describe('the demo', () => {
  it('listens on loopback, answers introspection, and gives callers without credentials the sample of the documentation', async () => {
    await using gateway = await demo();
    expect(new URL(gateway.url).hostname).toBe('127.0.0.1');
    const query = '{ __schema { queryType { name } } chatSession(id: 192) { id } }';
    const { data } = await queryAt(gateway.url, { query });
    expect(data).toEqual({ __schema: { queryType: { name: 'Query' } }, chatSession: { id: '192' } });
    expect(gateway.emulator.log[0]?.headers.authorization).toBe('Basic dGplMDpUamUw');
  });

  it('lets browsers call from pages on this machine, and from nowhere else', async () => {
    await using gateway = await demo();
    for (const origin of ['http://localhost:5173', 'https://localhost', 'http://127.0.0.1:3000']) {
      expect(await allowedOrigin(gateway.url, origin)).toBe(origin);
    }
    for (const origin of [
      'https://evil.example',
      'http://localhost.evil.example',
      'http://127.0.0.1.evil.example',
      'null',
    ]) {
      expect(await allowedOrigin(gateway.url, origin)).toBeNull();
    }
  });
});
