/** The emulator behind a network that is slow, lossy or cut: toxiproxy's toxics, in both directions. */
import { describe, expect, it } from '@jest/globals';
import { startEmulator } from '../../src/emulator/index.js';
import { comesTrue } from '../support/eventually.js';
import { faultProxy, type Toxic } from '../support/fault-proxy.js';
import { leftOpen, openHandles } from '../support/open-handles.js';
import { gatewayAt } from '../support/query-gateway.js';
import { codesOf, shortDeadlines } from '../support/upstream-row.js';

const query = '{ faulty: chatSession(id: 13) { id firstMessage } __typename }';

/** Text that makes the body many times longer than the head. */
const firstMessage = 'x'.repeat(1_000);

/** One query through the toxic and one after it is removed, on a gateway with pooled connections. */
async function through(toxic: Toxic) {
  const before = openHandles();
  await using emulator = await startEmulator();
  await using proxy = await faultProxy(emulator.url);
  const gateway = await gatewayAt(proxy.url, shortDeadlines);
  emulator.putSession({ ChatSessionId: 13, FirstMessage: firstMessage });
  await gateway.query('{ chatSession(id: 192) { id } }');
  emulator.clearLog();

  proxy.add(toxic);
  const { data, errors = [] } = await gateway.query(query);
  proxy.clear();
  const calls = emulator.requests.length;
  const next = await gateway.query('{ chatSession(id: 193) { id } }');
  await gateway[Symbol.asyncDispose]();

  const isClosed = await comesTrue(() => proxy.openSockets() === 0);
  await proxy[Symbol.asyncDispose]();
  await emulator[Symbol.asyncDispose]();
  return { data, codes: codesOf(errors), calls, next: next.data, isClosed, left: await leftOpen(before) };
}

const survived = { next: { chatSession: { id: '193' } }, isClosed: true, left: [] };
const failed = { ...survived, data: { faulty: null, __typename: 'Query' } };
const expectedResult = { ...survived, data: { faulty: { id: '13', firstMessage }, __typename: 'Query' }, codes: [] };

describe('a bad network', () => {
  it.each<readonly [string, Toxic]>([
    ['U5 latency of requests', { type: 'latency', stream: 'upstream', latencyMs: 50, jitterMs: 20 }],
    ['U5 latency of responses', { type: 'latency', latencyMs: 50, jitterMs: 20 }],
    ['U5 a slicer of requests', { type: 'slicer', stream: 'upstream', averageBytes: 50, delayMs: 2 }],
    ['U5 a slicer of responses', { type: 'slicer', averageBytes: 20, delayMs: 1 }],
    ['U5 a sufficient bandwidth', { type: 'bandwidth', bytesPerSecond: 50_000 }],
    ['U5 a slow close', { type: 'slow_close', delayMs: 300 }],
  ])('%s: accepted, one call', async (_name, toxic) => {
    await expect(through(toxic)).resolves.toEqual({ ...expectedResult, calls: 1 });
  });

  it.each<readonly [string, Toxic, number]>([
    ['U4 latency of requests beyond the limit', { type: 'latency', stream: 'upstream', latencyMs: 5_000 }, 0],
    ['U4 latency of responses beyond the limit', { type: 'latency', latencyMs: 5_000 }, 2],
    ['U4 a timeout of responses that never closes', { type: 'timeout', timeoutMs: 0 }, 2],
    ['U4 a timeout of requests that never closes', { type: 'timeout', stream: 'upstream', timeoutMs: 0 }, 0],
    ['U6 the bandwidth of a modem', { type: 'bandwidth', bytesPerSecond: 1_500 }, 1],
  ])('%s: UPSTREAM_TIMEOUT', async (_name, toxic, calls) => {
    await expect(through(toxic)).resolves.toEqual({ ...failed, codes: ['faulty: UPSTREAM_TIMEOUT'], calls });
  });

  it.each<readonly [string, Toxic, number]>([
    ['U35 a reset before the response', { type: 'reset_peer', timeoutMs: 0 }, 2],
    ['U35 a reset during the request', { type: 'reset_peer', stream: 'upstream', timeoutMs: 0 }, 0],
    ['U35 a timeout that closes', { type: 'timeout', timeoutMs: 50 }, 2],
    ['U35 closed inside the head', { type: 'limit_data', bytes: 10 }, 2],
    ['U35 closed inside the request', { type: 'limit_data', stream: 'upstream', bytes: 10 }, 0],
  ])('%s: UPSTREAM_UNAVAILABLE after one retry', async (_name, toxic, calls) => {
    await expect(through(toxic)).resolves.toEqual({ ...failed, codes: ['faulty: UPSTREAM_UNAVAILABLE'], calls });
  });

  it('U7 closed inside the body: UPSTREAM_INVALID_RESPONSE after one retry', async () => {
    const result = await through({ type: 'limit_data', bytes: 600 });
    expect(result).toEqual({ ...failed, codes: ['faulty: UPSTREAM_INVALID_RESPONSE'], calls: 2 });
  });
});
