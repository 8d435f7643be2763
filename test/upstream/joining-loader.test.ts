/**
 * Loading: which calls are made for which loads, and who gets which answer.
 */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { joiningLoader, oneByOne, type JoiningLoader } from '../../src/loaders/joining-loader.js';
import { covers, joinProjections, type Projection } from '../../src/superoffice/projection.js';
import { selectWriter } from '../../src/superoffice/select-text.js';
import { anyProjection, projectionOf } from '../support/projections.js';

interface Answer {
  readonly id: string;
  readonly projection: Projection;
}

const write = selectWriter(1800);
const status = projectionOf({ Status: 'whole' });
const rank = projectionOf({ Rank: 'whole' });
const both = projectionOf({ Status: 'whole', Rank: 'whole' });

/** A loader whose upstream answers with what it was asked, or as `answer` says; and the calls that it got. */
function loaderWith(answer: (asked: Answer) => Promise<Answer | null> = (asked) => Promise.resolve(asked)): {
  readonly loader: JoiningLoader<Projection, Answer | null>;
  readonly calls: readonly string[];
} {
  const calls: string[] = [];
  const fetchOne = (id: string, projection: Projection): Promise<Answer | null> => {
    calls.push(`${id} ${write(projection)}`);
    return answer({ id, projection });
  };
  const rules = { covers, join: joinProjections };
  const loader = joiningLoader({ fetch: oneByOne(fetchOne), rules, onSaved: () => undefined });
  return { loader, calls };
}

describe('loads of one tick', () => {
  it('of one id are one call, for the union of what they ask', async () => {
    const { loader, calls } = loaderWith();

    const answers = await Promise.all([
      loader.load('1', status),
      loader.load('1', rank),
      loader.load('1', projectionOf({ User: ['Name'] })),
      loader.load('1', projectionOf({ User: ['Rank'] })),
    ]);

    expect(calls).toEqual(['1 Rank,Status,User/Name,User/Rank']);
    expect(new Set(answers).size).toBe(1);
  });

  it('of several ids are one call each, with nothing of what others ask', async () => {
    const { loader, calls } = loaderWith();

    await Promise.all([loader.load('1', status), loader.load('2', rank), loader.load('1', status)]);

    expect(calls).toEqual(['1 Status', '2 Rank']);
  });

  it('are answered by key, in whatever order the answers come', async () => {
    const pending = new Map<string, () => void>();
    const { loader } = loaderWith((asked) => new Promise((resolve) => pending.set(asked.id, () => resolve(asked))));
    const loads = ['3', '1', '2', '1'].map((id) => loader.load(id, status));
    await new Promise((resolve) => setImmediate(resolve));

    for (const id of ['2', '1', '3']) pending.get(id)?.();

    expect((await Promise.all(loads)).map((answer) => answer?.id)).toEqual(['3', '1', '2', '1']);
  });

  it('loads that come from microtasks belong to the tick', async () => {
    const { loader, calls } = loaderWith();
    const later = Promise.resolve().then(() => loader.load('1', rank));

    await Promise.all([loader.load('1', status), later]);

    expect(calls).toEqual(['1 Rank,Status']);
  });

  it('a record that does not exist is null for its id alone', async () => {
    const { loader } = loaderWith((asked) => Promise.resolve(asked.id === '2' ? null : asked));

    const answers = await Promise.all(['1', '2', '3'].map((id) => loader.load(id, status)));

    expect(answers.map((answer) => answer?.id ?? null)).toEqual(['1', null, '3']);
  });
});

describe('loads of a later tick', () => {
  it.each([
    ['the same', both, both],
    ['less', both, status],
    ['a part of a whole', projectionOf({ User: 'whole' }), projectionOf({ User: ['Name'] })],
  ])('that ask for %s cost nothing', async (_what, first, second) => {
    const { loader, calls } = loaderWith();

    const answers = [await loader.load('1', first), await loader.load('1', second)];

    expect(calls).toEqual([`1 ${write(first)}`]);
    expect(answers[1]).toBe(answers[0]);
  });

  it('that ask for more fetch the union, which then covers both', async () => {
    const { loader, calls } = loaderWith();

    await loader.load('1', status);
    await loader.load('1', rank);
    await loader.load('1', status);
    await loader.load('1', both);

    expect(calls).toEqual(['1 Status', '1 Rank,Status']);
  });

  it('that are covered by a call still under way wait for it', async () => {
    let answerNow = (): void => undefined;
    const { loader, calls } = loaderWith(
      (asked) =>
        new Promise((resolve) => {
          answerNow = () => resolve(asked);
        }),
    );
    const first = loader.load('1', both);
    await new Promise((resolve) => setImmediate(resolve));
    const second = loader.load('1', status);
    await new Promise((resolve) => setImmediate(resolve));

    answerNow();

    expect(await second).toBe(await first);
    expect(calls).toEqual(['1 Rank,Status']);
  });

  it('a record that does not exist is not asked for again', async () => {
    const { loader, calls } = loaderWith(() => Promise.resolve(null));

    expect([await loader.load('1', status), await loader.load('1', status)]).toEqual([null, null]);
    expect(calls).toHaveLength(1);
  });
});

describe('failing and slow ids', () => {
  it('U42 one that fails fails alone', async () => {
    const error = new Error('no');
    const { loader } = loaderWith((asked) => (asked.id === '2' ? Promise.reject(error) : Promise.resolve(asked)));

    const results = await Promise.allSettled(['1', '2', '3', '2'].map((id) => loader.load(id, status)));

    expect(results).toMatchObject([
      { value: { id: '1' } },
      { status: 'rejected', reason: error },
      { value: { id: '3' } },
      { status: 'rejected', reason: error },
    ]);
  });

  it('one that failed is not asked for again by the same request', async () => {
    const { loader, calls } = loaderWith(() => Promise.reject(new Error('no')));

    await expect(loader.load('1', status)).rejects.toThrow('no');
    await expect(loader.load('1', status)).rejects.toThrow('no');
    expect(calls).toHaveLength(1);
  });

  it('one that never answers does not delay another', async () => {
    const { loader } = loaderWith((asked) =>
      asked.id === 'slow' ? new Promise(() => undefined) : Promise.resolve(asked),
    );
    void loader.load('slow', status);

    expect(await loader.load('fast', status)).toMatchObject({ id: 'fast' });
  });
});

describe('whatever is loaded, whenever', () => {
  const tick = fc.array(fc.tuple(fc.constantFrom('1', '2', '3'), anyProjection), { minLength: 1, maxLength: 6 });

  it('every load gets a record of its id that covers it, and no id is called more than once a tick', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(tick, { maxLength: 4 }), async (ticks) => {
        const { loader, calls } = loaderWith();
        for (const loads of ticks) {
          const before = calls.length;
          const answers = await Promise.all(loads.map(([id, projection]) => loader.load(id, projection)));
          const called = calls.slice(before).map((call) => call.split(' ')[0]);

          expect(answers.map((answer) => answer?.id)).toEqual(loads.map(([id]) => id));
          loads.forEach(([, wanted], index) => {
            expect(covers(answers[index]?.projection ?? new Map(), wanted)).toBe(true);
          });
          expect([...new Set(called)]).toEqual(called);
        }
      }),
    );
  });

  it('nothing is shared between two requests', async () => {
    const [one, other] = [loaderWith(), loaderWith()];

    await one.loader.load('1', status);
    await other.loader.load('1', status);

    expect([one.calls, other.calls]).toEqual([['1 Status'], ['1 Status']]);
  });
});
