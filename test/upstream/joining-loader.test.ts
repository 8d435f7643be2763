/**
 * Loading: which calls are made for which loads, and which response each load gets.
 */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { joiningLoader, oneByOne, type JoiningLoader } from '../../src/loaders/joining-loader.js';
import { covers, joinProjections, type Projection } from '../../src/superoffice/projection.js';
import { selectWriter } from '../../src/superoffice/select-text.js';
import { anyProjection, projectionOf } from '../support/projections.js';

interface Loaded {
  readonly id: string;
  readonly projection: Projection;
}

const write = selectWriter(1800);
const status = projectionOf({ Status: 'whole' });
const rank = projectionOf({ Rank: 'whole' });
const both = projectionOf({ Status: 'whole', Rank: 'whole' });

/** A loader whose upstream returns what was requested, or what `respond` returns; and the calls that it received. */
function loaderWith(respond: (load: Loaded) => Promise<Loaded | null> = (load) => Promise.resolve(load)): {
  readonly loader: JoiningLoader<Projection, Loaded | null>;
  readonly calls: readonly string[];
} {
  const calls: string[] = [];
  const fetchOne = (id: string, projection: Projection): Promise<Loaded | null> => {
    calls.push(`${id} ${write(projection)}`);
    return respond({ id, projection });
  };
  const rules = { covers, join: joinProjections };
  const loader = joiningLoader({ fetch: oneByOne(fetchOne), rules, onSaved: () => undefined });
  return { loader, calls };
}

describe('loads of one tick', () => {
  it('of one id are one call, for the union of their projections', async () => {
    const { loader, calls } = loaderWith();

    const responses = await Promise.all([
      loader.load('1', status),
      loader.load('1', rank),
      loader.load('1', projectionOf({ User: ['Name'] })),
      loader.load('1', projectionOf({ User: ['Rank'] })),
    ]);

    expect(calls).toEqual(['1 Rank,Status,User/Name,User/Rank']);
    expect(new Set(responses).size).toBe(1);
  });

  it('of several ids are one call each, with its own projection only', async () => {
    const { loader, calls } = loaderWith();

    await Promise.all([loader.load('1', status), loader.load('2', rank), loader.load('1', status)]);

    expect(calls).toEqual(['1 Status', '2 Rank']);
  });

  it('get responses by key, in whatever order they arrive', async () => {
    const pending = new Map<string, () => void>();
    const { loader } = loaderWith((load) => new Promise((resolve) => pending.set(load.id, () => resolve(load))));
    const loads = ['3', '1', '2', '1'].map((id) => loader.load(id, status));
    await new Promise((resolve) => setImmediate(resolve));

    for (const id of ['2', '1', '3']) pending.get(id)?.();

    expect((await Promise.all(loads)).map((response) => response?.id)).toEqual(['3', '1', '2', '1']);
  });

  it('from microtasks belong to the tick', async () => {
    const { loader, calls } = loaderWith();
    const later = Promise.resolve().then(() => loader.load('1', rank));

    await Promise.all([loader.load('1', status), later]);

    expect(calls).toEqual(['1 Rank,Status']);
  });

  it('of a record that does not exist are null for its id alone', async () => {
    const { loader } = loaderWith((load) => Promise.resolve(load.id === '2' ? null : load));

    const responses = await Promise.all(['1', '2', '3'].map((id) => loader.load(id, status)));

    expect(responses.map((response) => response?.id ?? null)).toEqual(['1', null, '3']);
  });
});

describe('loads of a later tick', () => {
  it.each([
    ['the same', both, both],
    ['less', both, status],
    ['a part of a whole', projectionOf({ User: 'whole' }), projectionOf({ User: ['Name'] })],
  ])('for %s cost nothing', async (_what, first, second) => {
    const { loader, calls } = loaderWith();

    const responses = [await loader.load('1', first), await loader.load('1', second)];

    expect(calls).toEqual([`1 ${write(first)}`]);
    expect(responses[1]).toBe(responses[0]);
  });

  it('for more fetch the union, which then covers both', async () => {
    const { loader, calls } = loaderWith();

    await loader.load('1', status);
    await loader.load('1', rank);
    await loader.load('1', status);
    await loader.load('1', both);

    expect(calls).toEqual(['1 Status', '1 Rank,Status']);
  });

  it('that are covered by a call in flight wait for it', async () => {
    let respondNow = (): void => undefined;
    const { loader, calls } = loaderWith(
      (load) =>
        new Promise((resolve) => {
          respondNow = () => resolve(load);
        }),
    );
    const first = loader.load('1', both);
    await new Promise((resolve) => setImmediate(resolve));
    const second = loader.load('1', status);
    await new Promise((resolve) => setImmediate(resolve));

    respondNow();

    expect(await second).toBe(await first);
    expect(calls).toEqual(['1 Rank,Status']);
  });

  it('of a record that does not exist make no further call', async () => {
    const { loader, calls } = loaderWith(() => Promise.resolve(null));

    expect([await loader.load('1', status), await loader.load('1', status)]).toEqual([null, null]);
    expect(calls).toHaveLength(1);
  });
});

describe('failing and slow ids', () => {
  it('U42 an id that fails fails alone', async () => {
    const error = new Error('no');
    const { loader } = loaderWith((load) => (load.id === '2' ? Promise.reject(error) : Promise.resolve(load)));

    const results = await Promise.allSettled(['1', '2', '3', '2'].map((id) => loader.load(id, status)));

    expect(results).toMatchObject([
      { value: { id: '1' } },
      { status: 'rejected', reason: error },
      { value: { id: '3' } },
      { status: 'rejected', reason: error },
    ]);
  });

  it('an id that failed is not requested again by the same request', async () => {
    const { loader, calls } = loaderWith(() => Promise.reject(new Error('no')));

    await expect(loader.load('1', status)).rejects.toThrow('no');
    await expect(loader.load('1', status)).rejects.toThrow('no');
    expect(calls).toHaveLength(1);
  });

  it('an id without a response does not delay another', async () => {
    const { loader } = loaderWith((load) =>
      load.id === 'slow' ? new Promise(() => undefined) : Promise.resolve(load),
    );
    void loader.load('slow', status);

    expect(await loader.load('fast', status)).toMatchObject({ id: 'fast' });
  });
});

describe('random loads', () => {
  const tick = fc.array(fc.tuple(fc.constantFrom('1', '2', '3'), anyProjection), { minLength: 1, maxLength: 6 });

  it('each get a record of their id that covers them, and no id is called more than once per tick', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(tick, { maxLength: 4 }), async (ticks) => {
        const { loader, calls } = loaderWith();
        for (const loads of ticks) {
          const before = calls.length;
          const responses = await Promise.all(loads.map(([id, projection]) => loader.load(id, projection)));
          const called = calls.slice(before).map((call) => call.split(' ')[0]);

          expect(responses.map((response) => response?.id)).toEqual(loads.map(([id]) => id));
          loads.forEach(([, required], index) => {
            expect(covers(responses[index]?.projection ?? new Map(), required)).toBe(true);
          });
          expect([...new Set(called)]).toEqual(called);
        }
      }),
    );
  });

  it('of two requests share nothing', async () => {
    const [one, other] = [loaderWith(), loaderWith()];

    await one.loader.load('1', status);
    await other.loader.load('1', status);

    expect([one.calls, other.calls]).toEqual([['1 Status'], ['1 Status']]);
  });
});
