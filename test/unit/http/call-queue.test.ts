/** When calls may start: in total, per principal, first come first served. */
import { describe, expect, it } from '@jest/globals';
import { systemClock } from '../../../src/base/clock.js';
import { callQueue, QueueFullError, type CallQueue } from '../../../src/http/call-queue.js';
import { CallRate } from '../../../src/http/call-rate.js';
import { runQueued } from '../../support/queued-calls.js';

const limits = { maxInFlight: 2, maxPerPrincipal: 2, maxWaiting: 10, rate: new CallRate(0, systemClock) };
const open = new AbortController().signal;

/** Calls that end on request, and the order in which they started. */
function calls(queue: CallQueue) {
  const started: string[] = [];
  const endings = new Map<string, () => void>();
  return {
    started,
    call: (name: string, principal = 'one', signal: AbortSignal = open) =>
      runQueued(queue, { principal, signal }, () => {
        started.push(name);
        return new Promise<string>((resolve) => endings.set(name, () => resolve(name)));
      }),
    end: async (name: string) => {
      endings.get(name)?.();
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

describe('the queue', () => {
  it('runs as many as the limit allows, and the next one when one ends', async () => {
    const queue = callQueue(limits);
    const { call, end, started } = calls(queue);
    const all = ['a', 'b', 'c', 'd'].map((name) => call(name));
    expect([started, queue.inFlight, queue.waiting]).toEqual([['a', 'b'], 2, 2]);
    await end('b');
    expect(started).toEqual(['a', 'b', 'c']);
    for (const name of ['a', 'c', 'd']) await end(name);
    expect(await Promise.all(all)).toEqual(['a', 'b', 'c', 'd']);
    expect([queue.inFlight, queue.waiting]).toEqual([0, 0]);
  });

  it('is not blocked by a caller whose slots are all in use', async () => {
    const { call, end, started } = calls(callQueue({ ...limits, maxInFlight: 3, maxPerPrincipal: 1 }));
    const all = [call('a1', 'a'), call('a2', 'a'), call('a3', 'a'), call('b1', 'b')];
    expect(started).toEqual(['a1', 'b1']);
    for (const name of ['a1', 'a2', 'a3', 'b1']) await end(name);
    expect(started).toEqual(['a1', 'b1', 'a2', 'a3']);
    await Promise.all(all);
  });

  it('refuses calls beyond its length', async () => {
    const { call, end } = calls(callQueue({ ...limits, maxInFlight: 1, maxWaiting: 1 }));
    const first = call('a');
    const second = call('b');
    await expect(call('c')).rejects.toBeInstanceOf(QueueFullError);
    await end('a');
    await end('b');
    await Promise.all([first, second]);
  });

  it('removes one that is aborted while it waits, and serves those behind it', async () => {
    const { call, end, started } = calls(callQueue({ ...limits, maxInFlight: 1 }));
    const controller = new AbortController();
    const first = call('a');
    const left = call('b', 'one', controller.signal);
    const behind = call('c');
    const reason = new Error('the client has left');
    controller.abort(reason);
    await expect(left).rejects.toBe(reason);
    await end('a');
    expect(started).toEqual(['a', 'c']);
    await end('c');
    await Promise.all([first, behind]);
  });

  it('keeps the others when one leaves from the middle', async () => {
    const queue = callQueue({ ...limits, maxInFlight: 1 });
    const { call, end, started } = calls(queue);
    const controller = new AbortController();
    const stayed = ['a', 'b'].map((name) => call(name));
    const left = call('c', 'one', controller.signal);
    stayed.push(call('d'));
    controller.abort(new Error('the client has left'));
    await expect(left).rejects.toThrow('the client has left');
    expect(queue.waiting).toBe(2);
    for (const name of ['a', 'b', 'd']) await end(name);
    expect([await Promise.all(stayed), started, queue.waiting]).toEqual([['a', 'b', 'd'], ['a', 'b', 'd'], 0]);
  });

  it('frees the slot when the work fails', async () => {
    const queue = callQueue({ ...limits, maxInFlight: 1 });
    const failed = runQueued(queue, { principal: 'one', signal: open }, () => Promise.reject(new Error('no')));
    const next = runQueued(queue, { principal: 'one', signal: open }, () => Promise.resolve('yes'));
    await expect(failed).rejects.toThrow('no');
    await expect(next).resolves.toBe('yes');
  });
});
