/**
 * Deadlines, the queue, the first 401, and clients that disconnect: what ends, and that nothing stays open.
 */
import { getEventListeners } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { startEmulator } from '../../src/emulator/index.js';
import { openClient, readCall } from '../support/client-calls.js';
import { answerJson, startUpstream } from '../support/upstream-servers.js';

const oneAtATime = { MAX_UPSTREAM_CONCURRENCY: '1' };

/** Deadlines longer than every test: what ends within them was ended by another limit. */
const unhurried = { OPERATION_TIMEOUT_MS: '300000', UPSTREAM_TIMEOUT_MS: '200000', ATTEMPT_TIMEOUT_MS: '100000' };

/** Short enough to wait for; an attempt without any byte within it, on a busy machine, would be another case. */
const shortAttempts = { ATTEMPT_TIMEOUT_MS: '700', CONNECT_TIMEOUT_MS: '600' };

describe('deadlines', () => {
  it('U4 no response within an attempt: one retry, then a timeout; the sockets are closed', async () => {
    await using server = await startUpstream(() => undefined);
    using client = openClient(server.url, shortAttempts);

    await expect(client.session().post(readCall())).rejects.toMatchObject({ code: 'UPSTREAM_TIMEOUT' });
    expect(server.requests).toHaveLength(2);
    await server.socketsClosed();
  });

  it('U6 a response in small pieces ends at the limit of the attempt, without a retry', async () => {
    await using emulator = await startEmulator();
    emulator.injectFault({ kind: 'drip', bytesPerStep: 1, stepMs: 100, times: Infinity });
    using client = openClient(emulator.url, shortAttempts);

    await expect(client.session().post(readCall())).rejects.toMatchObject({ code: 'UPSTREAM_TIMEOUT' });
    expect(emulator.requests).toHaveLength(1);
  });

  it('the total applies to all attempts together', async () => {
    await using server = await startUpstream(() => undefined);
    const environment = { UPSTREAM_TIMEOUT_MS: '1000', ATTEMPT_TIMEOUT_MS: '900', CONNECT_TIMEOUT_MS: '800' };
    using client = openClient(server.url, environment);
    const startedMs = performance.now();

    await expect(client.session().post(readCall())).rejects.toMatchObject({ code: 'UPSTREAM_TIMEOUT' });
    expect(performance.now() - startedMs).toBeLessThan(1790); // two full attempts would take 1800
    await server.socketsClosed();
  });

  it('waiting counts: a queued call ends at the total, unsent', async () => {
    await using server = await startUpstream(() => undefined);
    const environment = { UPSTREAM_TIMEOUT_MS: '700', ATTEMPT_TIMEOUT_MS: '690', CONNECT_TIMEOUT_MS: '680' };
    using client = openClient(server.url, { ...environment, ...oneAtATime, UPSTREAM_RETRIES: '0' });
    const session = client.session();

    const results = await Promise.allSettled([session.post(readCall('1')), session.post(readCall('2'))]);

    expect(results).toMatchObject([{ reason: { code: 'UPSTREAM_TIMEOUT' } }, { reason: { code: 'UPSTREAM_TIMEOUT' } }]);
    expect(server.requests[0]?.url).toContain('chatSessionEntityId=1&');
  });

  it('no listener of the operation is left when its calls are over', async () => {
    await using emulator = await startEmulator();
    emulator.injectFault({ kind: 'reset', times: 3 });
    using client = openClient(emulator.url);
    const { signal } = new AbortController();
    const session = client.session(undefined, signal);

    await Promise.allSettled([session.post(readCall('1')), session.post(readCall('2')), session.post(readCall('3'))]);

    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });
});

describe('a client that disconnects', () => {
  it('C26 closes the socket of the call in progress, for the given reason', async () => {
    await using server = await startUpstream(() => undefined);
    using client = openClient(server.url, unhurried);
    const controller = new AbortController();
    const reason = new Error('the client left');

    const result = client.session(undefined, controller.signal).post(readCall());
    await server.arrived(1);
    controller.abort(reason);

    await expect(result).rejects.toBe(reason);
    await server.socketsClosed();
    expect(server.requests).toHaveLength(1);
  });

  it('sends none of its unsent calls', async () => {
    await using emulator = await startEmulator();
    using client = openClient(emulator.url);
    const reason = new Error('the client left');

    await expect(client.session(undefined, AbortSignal.abort(reason)).post(readCall())).rejects.toBe(reason);
    expect(emulator.requests).toEqual([]);
  });

  // cockatiel's bulkhead removes an aborted call from the queue and starts no other in its turn: with one
  // slot and no further call, the next one waited until its deadline.
  it('does not block the calls behind it in the queue', async () => {
    await using server = await startUpstream((response, request) => {
      if (request.url?.includes('chatSessionEntityId=3&')) answerJson(response, 'third');
    });
    using client = openClient(server.url, {
      ...oneAtATime,
      UPSTREAM_TIMEOUT_MS: '1500',
      ATTEMPT_TIMEOUT_MS: '1400',
      CONNECT_TIMEOUT_MS: '1000',
    });
    const leaving = [new AbortController(), new AbortController()] as const;

    const first = client.session(undefined, leaving[0].signal).post(readCall('1'));
    const second = client.session(undefined, leaving[1].signal).post(readCall('2'));
    const third = client.session().post(readCall('3'));
    await server.arrived(1);
    for (const controller of leaving) controller.abort(new Error('the client left'));

    await expect(Promise.allSettled([first, second, third])).resolves.toMatchObject([
      { status: 'rejected' },
      { status: 'rejected' },
      { status: 'fulfilled', value: 'third' },
    ]);
    expect(server.requests).toHaveLength(2);
  });
});

describe('the first 401', () => {
  it("stops the operation's unsent calls", async () => {
    await using emulator = await startEmulator({ rejectCredentials: ['Bearer expired'] });
    using client = openClient(emulator.url, oneAtATime);
    const session = client.session({ authorization: 'Bearer expired' });

    const results = await Promise.allSettled(['1', '2', '3'].map((id) => session.post(readCall(id))));

    expect(results.map((result) => result.status === 'rejected' && result.reason.code)).toEqual([
      'UNAUTHENTICATED',
      'UNAUTHENTICATED',
      'UNAUTHENTICATED',
    ]);
    await expect(session.post(readCall('4'))).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(emulator.requests).toEqual(['GetChatSessionEntity 1 $select=ChatSessionId']);
  });

  it('stops no other operation', async () => {
    await using emulator = await startEmulator({ rejectCredentials: ['Bearer expired'] });
    using client = openClient(emulator.url, oneAtATime);

    const results = await Promise.allSettled([
      client.session({ authorization: 'Bearer expired' }).post(readCall('1')),
      client.session({ authorization: 'Bearer good' }).post(readCall('2')),
    ]);

    expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
  });

  it.each([403, 404, 500])('is unlike status %d, which stops nothing', async (status) => {
    await using emulator = await startEmulator();
    emulator.injectFault({ kind: 'status', status });
    using client = openClient(emulator.url, oneAtATime);
    const session = client.session();

    const [, second] = await Promise.allSettled([session.post(readCall('1')), session.post(readCall('2'))]);

    expect(second?.status).toBe('fulfilled');
    expect(emulator.requests).toHaveLength(2);
  });
});

describe('the queue', () => {
  it('delays calls beyond the limit of calls in flight', async () => {
    await using server = await startUpstream(() => undefined);
    using client = openClient(server.url, { ...unhurried, MAX_UPSTREAM_CONCURRENCY: '2' });
    const controller = new AbortController();
    const session = client.session(undefined, controller.signal);

    const results = Promise.allSettled(['1', '2', '3'].map((id) => session.post(readCall(id))));
    await server.arrived(2);
    controller.abort(new Error('the client left'));
    await results;
    await server.socketsClosed();

    expect([server.requests.length, server.connections()]).toEqual([2, 2]);
  });

  it('that is full refuses immediately, with a retry time', async () => {
    await using server = await startUpstream(() => undefined);
    using client = openClient(server.url, { ...oneAtATime, MAX_UPSTREAM_QUEUE: '1' });
    const controller = new AbortController();
    const session = client.session(undefined, controller.signal);
    const waiting = Promise.allSettled([session.post(readCall('1')), session.post(readCall('2'))]);

    await expect(session.post(readCall('3'))).rejects.toMatchObject({
      code: 'UPSTREAM_CALL_LIMIT',
      detail: 'GetChatSessionEntity 3: the queue is full',
      publicDetails: { retryAfterSeconds: 1 },
    });
    controller.abort(new Error('the client left'));
    await waiting;
  });

  it('serves every call', async () => {
    await using emulator = await startEmulator();
    using client = openClient(emulator.url, oneAtATime);
    const ids = ['1', '2', '3', '4', '5'];

    const bodies = await Promise.all(ids.map((id) => client.session().post(readCall(id))));

    expect(bodies).toMatchObject(ids.map((id) => ({ ChatSessionId: Number(id) })));
    expect(emulator.requests).toHaveLength(5);
  });
});
