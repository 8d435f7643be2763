/** Streams and queries do not affect each other: limits of requests do not count streams, and their reads come last. */
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { subscribeBy, transports } from '../../support/live-clients.js';
import { liveGateway } from '../../support/live-gateway.js';
import { authorization } from '../../support/query-gateway.js';

const headers = { authorization };
const query = 'subscription { chatSessionChanged(id: "18") { session { lastMessage } } }';
const short = {
  CONNECT_TIMEOUT_MS: '200',
  ATTEMPT_TIMEOUT_MS: '300',
  UPSTREAM_TIMEOUT_MS: '400',
  OPERATION_TIMEOUT_MS: '500',
};

describe.each(transports)('%s', (transport) => {
  it('a stream is no request in flight, and lives longer than an operation may', async () => {
    await using gateway = await liveGateway({}, { ...short, MAX_OPERATIONS_IN_FLIGHT: '1' });
    const { emulator, url } = gateway;
    const client = subscribeBy(transport, url, { query, headers });
    await client.event(1);
    await pause(1_300); // more than two timeouts
    const { data } = await gateway.query('{ chatSession(id: 192) { id } }');
    expect(data).toEqual({ chatSession: { id: '192' } });
    emulator.addMessage(18, { Message: 'still there' });
    expect((await client.event(2)).data?.['chatSessionChanged'].session.lastMessage).toBe('still there');
    expect(client.end()).toBeNull();
    client.leave();
  });
});

describe('reads for streams', () => {
  it('take three of sixteen calls in flight, so that a query does not wait for them', async () => {
    await using gateway = await liveGateway({ latencyMs: 200 }, { MAX_UPSTREAM_CONCURRENCY: '5' });
    const { emulator, url } = gateway;
    const clients = Array.from({ length: 12 }, (_, index) =>
      subscribeBy('sse', url, { query, headers: { authorization: `Bearer caller-${index}` } }),
    );
    await Promise.all(clients.map((client) => client.event(1, 10_000)));
    emulator.clearLog();
    emulator.addMessage(18, { Message: 'for all' });
    await pause(300); // the reads have begun
    const { data } = await gateway.query('{ chatSession(id: 192) { id } }');
    expect(data).toEqual({ chatSession: { id: '192' } });
    const order = emulator.requests.findIndex((line) => line.startsWith('GetChatSessionEntity 192'));
    expect(order).toBeGreaterThan(-1);
    expect(order).toBeLessThan(5); // of 13 calls; one after the other the streams take longer than two seconds
    await Promise.all(clients.map((client) => client.event(2, 10_000)));
    clients.forEach((client) => client.leave());
  });
});
