/**
 * Topics by id: when the list of the caller's own topics is fetched, what is fetched one by one, and which load gets which record.
 */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ForbiddenError, UpstreamRejectedError, UpstreamUnavailableError } from '../../src/errors/upstream-errors.js';
import { joiningLoader, oneByOne } from '../../src/loaders/joining-loader.js';
import { ownListKey, type ListLoader, type RecordLoader } from '../../src/loaders/read-loader.js';
import { fetchRecords } from '../../src/loaders/record-fetching.js';
import { requestLoaders } from '../../src/loaders/request-loaders.js';
import type { CallOperation } from '../../src/catalog/operation-calls.js';
import type { JsonRecord } from '../../src/base/json-record.js';
import { covers, joinProjections, type Projection } from '../../src/superoffice/projection.js';
import { selectWriter } from '../../src/superoffice/select-text.js';
import { anyProjection, projectionOf } from '../support/projections.js';

const write = selectWriter(1800);
const name = projectionOf({ Name: 'whole' });
const rank = projectionOf({ Rank: 'whole' });

/** The ids of the caller's own topics, as in the emulator; there is no topic 7. */
const ownIds = ['1', '2', '3'];

type ListAnswer = () => Promise<readonly JsonRecord[] | null>;

interface TopicWorld {
  readonly topics: RecordLoader;
  readonly mine: ListLoader;
  /** `mine Name`, `4 Name` */
  readonly calls: readonly string[];
  readonly saved: () => number;
}

/** Each record contains the projection that it was fetched with. */
const recordOf = (id: string, fetched: Projection): JsonRecord => ({ ChatTopicId: Number(id), fetched });

/** Loaders on a SuperOffice with the usual list, or the list that `respond` returns. */
function topicWorld(respond?: ListAnswer, toCome: () => readonly Projection[] = () => []): TopicWorld {
  const calls: string[] = [];
  let saved = 0;
  const shared = { rules: { covers, join: joinProjections }, onSaved: (loads: number) => void (saved += loads) };
  const readMine = async (_id: string, projection: Projection): Promise<readonly JsonRecord[] | null> => {
    calls.push(`mine ${write(projection)}`);
    return respond ? respond() : ownIds.map((id) => recordOf(id, projection));
  };
  const readOne = async (id: string, projection: Projection): Promise<JsonRecord | null> => {
    calls.push(`${id} ${write(projection)}`);
    return id === '7' ? null : recordOf(id, projection);
  };
  const mine: ListLoader = joiningLoader({ ...shared, fetch: oneByOne(readMine) });
  const sources = {
    identity: 'ChatTopicId',
    fetchOne: readOne,
    list: mine,
    expectedProjections: toCome,
    onSaved: shared.onSaved,
  };
  const topics: RecordLoader = joiningLoader({ ...shared, fetch: fetchRecords(sources) });
  return { topics, mine, calls, saved: () => saved };
}

const idsOf = (records: readonly (JsonRecord | null)[]): readonly unknown[] =>
  records.map((record) => record?.['ChatTopicId'] ?? null);

describe('topics of one tick', () => {
  it('one is a separate call', async () => {
    const { topics, calls, saved } = topicWorld();

    expect(idsOf([await topics.load('1', name)])).toEqual([1]);
    expect(calls).toEqual(['1 Name']);
    expect(saved()).toBe(0);
  });

  it('one is the list when more will follow, with their projections, so that they cost nothing', async () => {
    const { topics, calls } = topicWorld(undefined, () => [rank]);

    expect(idsOf([await topics.load('1', name), await topics.load('2', rank)])).toEqual([1, 2]);
    expect(calls).toEqual(['mine Name,Rank']);
  });

  it('the list is not fetched again for ids that it does not contain', async () => {
    const { topics, calls } = topicWorld();

    await Promise.all(['1', '5'].map((id) => topics.load(id, name)));
    await Promise.all(['5', '6'].map((id) => topics.load(id, rank)));

    expect(calls).toEqual(['mine Name', '5 Name', '5 Name,Rank', '6 Rank']);
  });

  it('two loads of one topic are one call for both', async () => {
    const { topics, calls } = topicWorld();

    const records = await Promise.all([topics.load('1', name), topics.load('1', rank)]);

    expect(idsOf(records)).toEqual([1, 1]);
    expect(calls).toEqual(['1 Name,Rank']);
  });

  it('two or more are the list, for the union', async () => {
    const { topics, calls } = topicWorld();

    const records = await Promise.all([topics.load('3', name), topics.load('1', rank), topics.load('3', rank)]);

    expect(idsOf(records)).toEqual([3, 1, 3]);
    expect(calls).toEqual(['mine Name,Rank']);
  });

  it('those that the list does not contain are fetched one by one, each with its own projection', async () => {
    const { topics, calls } = topicWorld();

    const records = await Promise.all(['1', '4', '7'].map((id) => topics.load(id, id === '4' ? rank : name)));

    expect(idsOf(records)).toEqual([1, 4, null]);
    expect(calls).toEqual(['mine Name,Rank', '4 Rank', '7 Name']);
  });

  it('one uses the list that is requested after it', async () => {
    const { topics, mine, calls } = topicWorld();

    const [record, list] = await Promise.all([topics.load('1', name), mine.load(ownListKey, rank)]);

    expect(idsOf([record])).toEqual([1]);
    expect(idsOf(list ?? [])).toEqual([1, 2, 3]);
    expect(calls).toEqual(['mine Name,Rank']);
  });

  it.each<readonly [string, ListAnswer]>([
    ['forbidden', () => Promise.reject(new ForbiddenError('no'))],
    ['rejected', () => Promise.reject(new UpstreamRejectedError('no'))],
    ['null', () => Promise.resolve(null)],
    ['empty', () => Promise.resolve([])],
    ['of other ids', () => Promise.resolve([{ ChatTopicId: '1' }, { ChatTopicId: null }, {}])],
  ])('where the list is %s all are fetched one by one', async (_what, respond) => {
    const { topics, calls } = topicWorld(respond);

    const records = await Promise.all([topics.load('1', name), topics.load('2', rank)]);

    expect(idsOf(records)).toEqual([1, 2]);
    expect(calls).toEqual(['mine Name,Rank', '1 Name', '2 Rank']);
  });

  it('where the list fails all fail, without a further call', async () => {
    const { topics, calls } = topicWorld(() => Promise.reject(new UpstreamUnavailableError('down')));

    const results = await Promise.allSettled([topics.load('1', name), topics.load('2', name)]);

    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(calls).toEqual(['mine Name']);
  });
});

describe('topics of a later tick', () => {
  it('are read from the list that covers them', async () => {
    const { topics, mine, calls, saved } = topicWorld();

    await mine.load(ownListKey, joinProjections(name, rank));
    const before = saved();
    const record = await topics.load('2', rank);

    expect(idsOf([record])).toEqual([2]);
    expect(calls).toEqual(['mine Name,Rank']);
    expect(saved()).toBeGreaterThan(before);
  });

  it('wait for the list in flight', async () => {
    let arrive = (): void => undefined;
    const arrived = new Promise<void>((resolve) => (arrive = resolve));
    const { topics, mine, calls } = topicWorld(() => arrived.then(() => [recordOf('1', name)]));
    const list = mine.load(ownListKey, name);
    await new Promise((resolve) => setImmediate(resolve));
    const topic = topics.load('1', name);
    await new Promise((resolve) => setImmediate(resolve));

    arrive();

    expect(await topic).toBe((await list)?.[0]);
    expect(calls).toEqual(['mine Name']);
  });

  it('one that requires more than the fetched list is a separate call', async () => {
    const { topics, mine, calls } = topicWorld();

    await mine.load(ownListKey, name);
    expect(idsOf([await topics.load('2', rank)])).toEqual([2]);

    expect(calls).toEqual(['mine Name', '2 Rank']);
  });

  it('one that the fetched list does not contain is a separate call, made once', async () => {
    const { topics, mine, calls } = topicWorld();

    await mine.load(ownListKey, name);
    expect(idsOf([await topics.load('4', name), await topics.load('4', name)])).toEqual([4, 4]);

    expect(calls).toEqual(['mine Name', '4 Name']);
  });
});

describe('random loads of topics', () => {
  const load = fc.tuple(fc.constantFrom('1', '2', '3', '4', '5', '7'), anyProjection);
  const tick = fc.array(load, { minLength: 1, maxLength: 6 });

  it('every load gets a record of its id that covers it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(tick, { maxLength: 4 }), async (ticks) => {
        const { topics } = topicWorld();
        for (const loads of ticks) {
          const records = await Promise.all(loads.map(([id, projection]) => topics.load(id, projection)));

          expect(idsOf(records)).toEqual(loads.map(([id]) => (id === '7' ? null : Number(id))));
          records.forEach((record, index) => {
            const fetched = record?.['fetched'] as Projection | undefined; // written by recordOf
            expect(fetched === undefined || covers(fetched, loads[index]?.[1] ?? new Map())).toBe(true);
          });
        }
      }),
    );
  });

  it('a tick makes one list call at most, and one single call at most for each id that the list does not contain', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(tick, { maxLength: 4 }), async (ticks) => {
        const { topics, calls } = topicWorld();
        for (const loads of ticks) {
          const before = calls.length;
          await Promise.all(loads.map(([id, projection]) => topics.load(id, projection)));

          const called = calls.slice(before).map((call) => call.split(' ')[0] ?? '');
          const distinct = new Set<string>(loads.map(([id]) => id));
          expect(new Set(called).size).toBe(called.length);
          expect(called.filter((id) => id !== 'mine' && !distinct.has(id))).toEqual([]);
          if (called.includes('mine')) expect(called.filter((id) => ownIds.includes(id))).toEqual([]);
          if (distinct.size === 1) expect(called.length).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('topics of the caller’s own that are loaded together from the start are one call', async () => {
    const own = fc.array(fc.tuple(fc.constantFrom(...ownIds), anyProjection), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(own, async (loads) => {
        const { topics, calls } = topicWorld();

        await Promise.all(loads.map(([id, projection]) => topics.load(id, projection)));

        expect(calls).toHaveLength(1);
      }),
    );
  });
});

describe('the caller’s own sessions', () => {
  it('are cached from then on, with the projection of the list', async () => {
    const calls: string[] = [];
    const respond = async (operation: string, id: string): Promise<unknown> =>
      operation === 'ChatSessionsForUser'
        ? [{ ChatSessionId: 4, Name: 'from the list' }]
        : { ChatSessionId: Number(id) };
    const call = (({ name: operation }, { id = '', projection = new Map() }) => {
      calls.push(`${id === '' ? 'mine' : id} ${write(projection)}`);
      return respond(operation, id);
    }) as CallOperation; // of the two kinds that are called here
    const { mySessions, chatSession } = requestLoaders({ call, onSaved: () => undefined });

    await mySessions.load(ownListKey, name);

    expect(await chatSession.load('4', name)).toEqual({ ChatSessionId: 4, Name: 'from the list' });
    await chatSession.load('4', rank);
    await chatSession.load('5', name);
    expect(calls).toEqual(['mine Name', '4 Name,Rank', '5 Name']);
  });
});
