/**
 * Time limits end their work, and leave no timer and no listener.
 */
import { getEventListeners } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { noResultWithin, UpstreamTimedOutError } from '../../../src/errors/upstream-errors.js';
import { systemClock } from '../../../src/base/clock.js';
import { deadlineWithin, pause } from '../../../src/base/deadline.js';

const listeners = (signal: AbortSignal): number => getEventListeners(signal, 'abort').length;

describe('deadlineWithin', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('aborts when its time is over, with an error that says so', () => {
    const outer = new AbortController();
    using deadline = deadlineWithin(outer.signal, { limitMs: 1000, clock: systemClock, expired: noResultWithin });

    jest.advanceTimersByTime(999);
    expect(deadline.signal.aborted).toBe(false);
    jest.advanceTimersByTime(1);

    expect(deadline.signal.reason).toBeInstanceOf(UpstreamTimedOutError);
    expect(outer.signal.aborted).toBe(false);
  });

  it('aborts with the outer signal, for its reason', () => {
    const outer = new AbortController();
    using deadline = deadlineWithin(outer.signal, { limitMs: 1000, clock: systemClock, expired: noResultWithin });
    const reason = new Error('the client left');

    outer.abort(reason);

    expect(deadline.signal.reason).toBe(reason);
  });

  it('is aborted from the start where the outer signal is', () => {
    const reason = new Error('the client left');
    using deadline = deadlineWithin(AbortSignal.abort(reason), {
      limitMs: 1000,
      clock: systemClock,
      expired: noResultWithin,
    });

    expect(deadline.signal.reason).toBe(reason);
  });

  it('leaves no timer and no listener', () => {
    const outer = new AbortController();
    {
      using deadline = deadlineWithin(outer.signal, { limitMs: 1000, clock: systemClock, expired: noResultWithin });
      expect([jest.getTimerCount(), listeners(outer.signal)]).toEqual([1, 1]);
      expect(deadline.signal.aborted).toBe(false);
    }

    expect([jest.getTimerCount(), listeners(outer.signal)]).toEqual([0, 0]);
  });

  it.each(['its own time', 'the outer signal'])('leaves none either where %s ended it', (cause) => {
    const outer = new AbortController();
    {
      using deadline = deadlineWithin(outer.signal, { limitMs: 1000, clock: systemClock, expired: noResultWithin });
      if (cause === 'its own time') jest.advanceTimersByTime(1000);
      else outer.abort();
      expect(deadline.signal.aborted).toBe(true);
    }

    expect([jest.getTimerCount(), listeners(outer.signal)]).toEqual([0, 0]);
  });
});

describe('pause', () => {
  it('ends when its time is over, and leaves no listener', async () => {
    const { signal } = new AbortController();

    await expect(pause(1, signal)).resolves.toBeUndefined();
    expect(listeners(signal)).toBe(0);
  });

  it.each(['before', 'while'])('rejects with the reason where the signal aborts %s it waits', async (moment) => {
    const controller = new AbortController();
    const reason = new Error('the client left');
    if (moment === 'before') controller.abort(reason);

    const result = pause(3_600_000, controller.signal);
    controller.abort(reason);

    await expect(result).rejects.toBe(reason);
    expect(listeners(controller.signal)).toBe(0);
  });
});
