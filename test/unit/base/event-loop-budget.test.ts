/** How much of the arrived work is done in one turn of the event loop, and the order of the rest. */
import { describe, expect, it } from '@jest/globals';
import { eventLoopBudget } from '../../../src/base/event-loop-budget.js';

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Work that takes a turn each, and what has been done. */
function works(maxWeight: number) {
  const { take } = eventLoopBudget(maxWeight);
  const done: string[] = [];
  const work = async (name: string, weight: number): Promise<void> => {
    await take(weight);
    done.push(name);
  };
  return { work, done };
}

describe('a turn of the event loop', () => {
  it('accepts work up to its limit, and leaves the rest to the next ones in order', async () => {
    const { work, done } = works(10);
    const all = ['a', 'b', 'c', 'd', 'e'].map((name) => work(name, 5));
    await Promise.resolve();
    expect(done).toEqual(['a', 'b']);
    await turn();
    expect(done).toEqual(['a', 'b', 'c', 'd']);
    await Promise.all(all);
    expect(done).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('accepts one piece that is heavier than the limit, and then nothing else', async () => {
    const { work, done } = works(10);
    const all = [work('heavy', 1_000), work('light', 1)];
    await Promise.resolve();
    expect(done).toEqual(['heavy']);
    await Promise.all(all);
    expect(done).toEqual(['heavy', 'light']);
  });

  it('starts no later work before waiting work', async () => {
    const { work, done } = works(10);
    const all = [work('a', 10), work('b', 10), work('c', 10)];
    await turn();
    all.push(work('d', 1));
    await Promise.all(all);
    expect(done).toEqual(['a', 'b', 'c', 'd']);
  });

  it('is not required for single work', async () => {
    const { work, done } = works(10);
    for (const name of ['a', 'b', 'c']) {
      await Promise.all([work(name, 10), turn()]);
      const next = work(`${name} again`, 10);
      await Promise.resolve();
      expect(done.at(-1)).toBe(`${name} again`);
      await Promise.all([next, turn()]);
    }
  });
});
