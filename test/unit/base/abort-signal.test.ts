/** The end of a call, reported like AbortSignal does. */
import { describe, expect, it } from '@jest/globals';
import { nativeSignalOf, LightAbortController } from '../../../src/base/abort-signal.js';

const reason = new Error('the client left');

/** The called listeners, in order. */
function recordingListeners(...names: readonly string[]) {
  const calls: string[] = [];
  const listeners = names.map((name) => (): void => void calls.push(name));
  return { calls, listeners };
}

describe('LightAbortController', () => {
  it('calls each listener once, in the order in which they were added, and keeps the first reason', () => {
    const controller = new LightAbortController();
    const { calls, listeners } = recordingListeners('first', 'second');
    for (const listener of listeners) controller.addEventListener('abort', listener);

    controller.abort(reason);
    controller.abort(new Error('again'));

    expect(calls).toEqual(['first', 'second']);
    expect([controller.aborted, controller.reason]).toEqual([true, reason]);
    expect(() => controller.throwIfAborted()).toThrow(reason);
  });

  it('calls no listener that was removed or added too late', () => {
    const controller = new LightAbortController();
    const { calls, listeners } = recordingListeners('gone', 'late');
    const [gone, late] = listeners;
    if (gone) controller.addEventListener('abort', gone);
    if (gone) controller.removeEventListener('abort', gone);
    controller.abort(reason);
    if (late) controller.addEventListener('abort', late);

    expect(calls).toEqual([]);
  });

  it('is open until then', () => {
    const controller = new LightAbortController();

    expect([controller.aborted, controller.reason]).toEqual([false, undefined]);
    expect(() => controller.throwIfAborted()).not.toThrow();
  });

  it('does not call a listener that another one has removed meanwhile', () => {
    const controller = new LightAbortController();
    const { calls, listeners } = recordingListeners('other');
    const [other] = listeners;
    controller.addEventListener('abort', () => other && controller.removeEventListener('abort', other));
    if (other) controller.addEventListener('abort', other);

    expect(() => controller.abort(reason)).not.toThrow();
    expect(calls).toEqual([]);
  });
});

describe('nativeSignalOf', () => {
  it.each(['before', 'after'])('aborts for the same reason, where abort was called %s its creation', (moment) => {
    const controller = new LightAbortController();
    if (moment === 'before') controller.abort(reason);
    const signal = nativeSignalOf(controller);
    expect(signal.aborted).toBe(moment === 'before');

    controller.abort(reason);

    expect(signal.reason).toBe(reason);
  });
});
