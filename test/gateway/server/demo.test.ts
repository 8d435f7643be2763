/** The gateway on its embedded emulator: open to clients on this machine, and only there. */
import { describe, expect, it } from '@jest/globals';
import { gatewayConfig } from '../../../src/config/gateway-config.js';
import { startEmulator } from '../../../src/emulator/index.js';
import { gatewayLogger } from '../../../src/observability/logger.js';
import { startGateway } from '../../../src/server/gateway.js';
import { sendPlain } from '../../support/plain-http.js';
import { queryAt } from '../../support/query-gateway.js';

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
  it('listens on loopback, supports introspection, and gives callers without credentials the sample of the documentation', async () => {
    await using gateway = await demo();
    expect(new URL(gateway.url).hostname).toBe('127.0.0.1');
    const query = '{ __schema { queryType { name } } chatSession(id: 192) { id } }';
    const { data } = await queryAt(gateway.url, { query });
    expect(data).toEqual({ __schema: { queryType: { name: 'Query' } }, chatSession: { id: '192' } });
    expect(gateway.emulator.log[0]?.headers.authorization).toBe('Basic dGplMDpUamUw');
  });

  it('allows browser calls from pages on this machine only', async () => {
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

  it('responds to the names of this machine only: a site could resolve its own name to this machine', async () => {
    await using gateway = await demo();
    const { port } = new URL(gateway.url);
    const statusFor = async (host: string, path: string): Promise<number> => {
      const headers = { host, 'content-type': 'application/json' };
      const body = JSON.stringify({ query: '{ chatSession(id: 192) { customerName } }' });
      const response = await sendPlain(`${gateway.url}${path}`, { method: 'POST', headers, body });
      expect(response?.text.includes('customerName')).toBe(response?.status === 200);
      return response?.status ?? 0;
    };
    for (const host of [`localhost:${port}`, `127.0.0.1:${port}`, `[::1]:${port}`, 'localhost', 'chat.localhost:80'])
      expect(await statusFor(host, '/graphql')).toBe(200);
    for (const host of ['evil.example', `evil.example:${port}`, 'localhost.evil.example', '127.0.0.1.evil.example'])
      expect(await statusFor(host, '/graphql')).toBe(421);
    expect(gateway.emulator.log).toHaveLength(5);
  });
});
