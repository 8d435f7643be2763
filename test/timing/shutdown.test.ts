import { connect } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { authorization, gatewayOnEmulator, queryAt } from '../support/query-gateway.js';

const query = '{ chatSession(id: 192) { id } }';

describe('stopping', () => {
  it('completes requests in flight, and does not wait for connections without a request', async () => {
    const gateway = await gatewayOnEmulator({ latencyMs: 100 }, { DRAIN_TIMEOUT_MS: '5000' });
    const { port } = new URL(gateway.url);
    const spare = connect(Number(port), '127.0.0.1');
    const spareClosed = new Promise((resolve) => spare.once('close', resolve));
    await new Promise((resolve) => spare.once('connect', resolve));
    const response = queryAt(gateway.url, { query }, { authorization });
    while (gateway.emulator.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));

    const startedMs = performance.now();
    await gateway[Symbol.asyncDispose]();

    expect((await response).data).toEqual({ chatSession: { id: '192' } });
    await spareClosed;
    expect(performance.now() - startedMs).toBeLessThan(2_500);
    await expect(queryAt(gateway.url, { query })).rejects.toThrow('fetch failed');
  });

  it('reports not ready while it waits for load balancers to notice', async () => {
    await using gateway = await gatewayOnEmulator({}, { SHUTDOWN_DELAY_MS: '300' });
    expect((await fetch(`${gateway.url}/ready`)).status).toBe(200);

    const stopped = gateway[Symbol.asyncDispose]();
    const ready = await fetch(`${gateway.url}/ready`);

    expect([ready.status, await ready.json()]).toEqual([503, expect.objectContaining({ status: 'draining' })]);
    expect((await fetch(`${gateway.url}/live`)).status).toBe(200);
    await stopped;
  });
});
