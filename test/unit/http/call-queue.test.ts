/** Who may call when: in all, per principal, first come first served. */
import { describe, expect, it } from '@jest/globals';
import { systemClock } from '../../../src/base/clock.js';
import { callQueue, QueueFullError, type CallQueue } from '../../../src/http/call-queue.js';
import { CallRate } from '../../../src/http/call-rate.js';
import { runQueued } from '../../support/queued-calls.js';

const limits = { maxInFlight: 2, maxPerPrincipal: 2, maxWaiting: 10, rate: new CallRate(0, systemClock) };
const open = new AbortController().signal;

/** Calls that end when they are told to, and the order in which they began. */
function calls(queue: CallQueue) {
  const begun: string[] = [];
  const endings = new Map<string, () => void>();
  return {
    begun,
    call: (name: string, principal = 'one', signal: AbortSignal = open) =>
      runQueued(queue, { principal, signal }, () => {
        begun.push(name);
        return new Promise<string>((resolve) => endings.set(name, () => resolve(name)));
      }),
    end: async (name: string) => {
      endings.get(name)?.();
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

describe('the queue', () => {
  it('lets as many run as the limit says, and the next one when one ends', async () => {
    const queue = callQueue(limits);
    const { call, end, begun } = calls(queue);
    const all = ['a', 'b', 'c', 'd'].map((name) => call(name));
    expect([begun, queue.inFlight, queue.waiting]).toEqual([['a', 'b'], 2, 2]);
    await end('b');
    expect(begun).toEqual(['a', 'b', 'c']);
    for (const name of ['a', 'c', 'd']) await end(name);
    expect(await Promise.all(all)).toEqual(['a', 'b', 'c', 'd']);
    expect([queue.inFlight, queue.waiting]).toEqual([0, 0]);
  });

  it('lets nobody be held up by a caller who has all of his own slots taken', async () => {
    const { call, end, begun } = calls(callQueue({ ...limits, maxInFlight: 3, maxPerPrincipal: 1 }));
    const all = [call('a1', 'a'), call('a2', 'a'), call('a3', 'a'), call('b1', 'b')];
    expect(begun).toEqual(['a1', 'b1']);
    for (const name of ['a1', 'a2', 'a3', 'b1']) await end(name);
    expect(begun).toEqual(['a1', 'b1', 'a2', 'a3']);
    await Promise.all(all);
  });

  it('refuses more than may wait', async () => {
    const { call, end } = calls(callQueue({ ...limits, maxInFlight: 1, maxWaiting: 1 }));
    const first = call('a');
    const second = call('b');
    await expect(call('c')).rejects.toBeInstanceOf(QueueFullError);
    await end('a');
    await end('b');
    await Promise.all([first, second]);
  });

  it('lets one go that is aborted while it waits, and serves those behind it', async () => {
    const { call, end, begun } = calls(callQueue({ ...limits, maxInFlight: 1 }));
    const controller = new AbortController();
    const first = call('a');
    const left = call('b', 'one', controller.signal);
    const behind = call('c');
    const reason = new Error('the client has left');
    controller.abort(reason);
    await expect(left).rejects.toBe(reason);
    await end('a');
    expect(begun).toEqual(['a', 'c']);
    await end('c');
    await Promise.all([first, behind]);
  });

  it('loses nobody else when one leaves from the midst of the line', async () => {
    const queue = callQueue({ ...limits, maxInFlight: 1 });
    const { call, end, begun } = calls(queue);
    const controller = new AbortController();
    const stayed = ['a', 'b'].map((name) => call(name));
    const left = call('c', 'one', controller.signal);
    stayed.push(call('d'));
    controller.abort(new Error('the client has left'));
    await expect(left).rejects.toThrow('the client has left');
    expect(queue.waiting).toBe(2);
    for (const name of ['a', 'b', 'd']) await end(name);
    expect([await Promise.all(stayed), begun, queue.waiting]).toEqual([['a', 'b', 'd'], ['a', 'b', 'd'], 0]);
  });

  it('gives the slot on when the work fails', async () => {
    const queue = callQueue({ ...limits, maxInFlight: 1 });
    const failed = runQueued(queue, { principal: 'one', signal: open }, () => Promise.reject(new Error('no')));
    const next = runQueued(queue, { principal: 'one', signal: open }, () => Promise.resolve('yes'));
    await expect(failed).rejects.toThrow('no');
    await expect(next).resolves.toBe('yes');
  });
});
