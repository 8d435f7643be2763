/** The end of a call, told as AbortSignal tells it. */
import { describe, expect, it } from '@jest/globals';
import { nativeSignalOf, LightAbortController } from '../../../src/base/abort-signal.js';

const reason = new Error('the client left');

/** What was called, in order. */
function heard(...names: readonly string[]) {
  const calls: string[] = [];
  const listeners = names.map((name) => (): void => void calls.push(name));
  return { calls, listeners };
}

describe('Ending', () => {
  it('tells each listener once, in the order in which they came, and keeps the first reason', () => {
    const ending = new LightAbortController();
    const { calls, listeners } = heard('first', 'second');
    for (const listener of listeners) ending.addEventListener('abort', listener);

    ending.abort(reason);
    ending.abort(new Error('again'));

    expect(calls).toEqual(['first', 'second']);
    expect([ending.aborted, ending.reason]).toEqual([true, reason]);
    expect(() => ending.throwIfAborted()).toThrow(reason);
  });

  it('tells nobody who has gone, or who comes too late', () => {
    const ending = new LightAbortController();
    const { calls, listeners } = heard('gone', 'late');
    const [gone, late] = listeners;
    if (gone) ending.addEventListener('abort', gone);
    if (gone) ending.removeEventListener('abort', gone);
    ending.abort(reason);
    if (late) ending.addEventListener('abort', late);

    expect(calls).toEqual([]);
  });

  it('is open until then', () => {
    const ending = new LightAbortController();

    expect([ending.aborted, ending.reason]).toEqual([false, undefined]);
    expect(() => ending.throwIfAborted()).not.toThrow();
  });

  it('does not tell whom another listener has taken away meanwhile', () => {
    const ending = new LightAbortController();
    const { calls, listeners } = heard('other');
    const [other] = listeners;
    ending.addEventListener('abort', () => other && ending.removeEventListener('abort', other));
    if (other) ending.addEventListener('abort', other);

    expect(() => ending.abort(reason)).not.toThrow();
    expect(calls).toEqual([]);
  });
});

describe('abortSignalOf', () => {
  it.each(['before', 'after'])('aborts for the same reason, where that was %s it was made', (moment) => {
    const ending = new LightAbortController();
    if (moment === 'before') ending.abort(reason);
    const signal = nativeSignalOf(ending);
    expect(signal.aborted).toBe(moment === 'before');

    ending.abort(reason);

    expect(signal.reason).toBe(reason);
  });
});
