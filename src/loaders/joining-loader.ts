/**
 * Joins what one request asks of the same records. Keys are an id and a demand, mostly a projection: per tick and id there is one
 * call for everything that is demanded; a later tick that is covered by what was fetched before costs nothing, one that is not
 * fetches the union of both. Answers go by key, and one failing id fails alone.
 * Made per request and never shared: another caller's record must not be reachable from here.
 */
import DataLoader from 'dataloader';
import { untracedBatches, type BeginBatch, type Within } from '../observability/batch-trace.js';

/** How demands on one id add up. */
export interface DemandRules<Demand> {
  /** Whether an answer to `known` answers `wanted` too. */
  covers(known: Demand, wanted: Demand): boolean;
  /** The least that covers both. */
  join(first: Demand, second: Demand): Demand;
}

/** What was asked for an id so far. The answer is a promise, so that a load can join a call that is still under way. */
export interface Fetched<Demand, Answer> {
  readonly demand: Demand;
  readonly answer: Promise<Answer>;
}

export interface JoiningLoader<Demand, Answer> {
  load(id: string, demand: Demand): Promise<Answer>;
  /** What is known of an id; also of one whose call is still under way. */
  known(id: string): Fetched<Demand, Answer> | undefined;
  /** Whether a load of this tick waits for the call that it will be part of. */
  isWanted(id: string): boolean;
  /** Takes in an answer that another call has brought, unless more is known already. */
  prime(id: string, demand: Demand, answer: Answer): void;
  /** Forgets an id: it has changed. */
  clear(id: string): void;
}

/** Makes the upstream calls for ids that are not covered, within the batch: one promise for each id. */
export type FetchMissing<Demand, Answer> = (
  missing: ReadonlyMap<string, Demand>,
  within: Within,
) => ReadonlyMap<string, Promise<Answer>>;

/** One call for each id. */
export const oneByOne =
  <Demand, Answer>(fetchOne: (id: string, demand: Demand) => Promise<Answer>): FetchMissing<Demand, Answer> =>
  (missing, within) =>
    new Map([...missing].map(([id, demand]) => [id, within(() => fetchOne(id, demand))]));

interface Key<Demand> {
  readonly id: string;
  readonly demand: Demand;
}

export interface LoaderOptions<Demand, Answer> {
  readonly fetch: FetchMissing<Demand, Answer>;
  readonly rules: DemandRules<Demand>;
  /** Told of loads that cost no call of their own. */
  onSaved(loads: number): void;
  /** Names the loader in traces. */
  readonly name?: string;
  readonly beginBatch?: BeginBatch;
}

/** What has to be fetched, with what was fetched before: the new answer replaces the old one. */
function missingOf<Demand>(
  keys: readonly Key<Demand>[],
  fetchedById: ReadonlyMap<string, Pick<Fetched<Demand, unknown>, 'demand'>>,
  { covers, join }: DemandRules<Demand>,
): ReadonlyMap<string, Demand> {
  const missing = new Map<string, Demand>();
  for (const { id, demand } of keys) {
    const fetched = fetchedById.get(id)?.demand;
    if (fetched !== undefined && covers(fetched, demand)) continue;
    const known = missing.get(id) ?? fetched;
    missing.set(id, known === undefined ? demand : join(known, demand));
  }
  return missing;
}

/** Fetches what a number of loads has come to. */
function fetchInBatch<Demand, Answer>(options: LoaderOptions<Demand, Answer>) {
  const { fetch, name = 'records', beginBatch = untracedBatches } = options;
  return (missing: ReadonlyMap<string, Demand>, loads: number): ReadonlyMap<string, Promise<Answer>> => {
    const batch = beginBatch(name, { loads, missing: missing.size });
    const answers = fetch(missing, batch.within);
    batch.endAfter([...answers.values()]);
    return answers;
  };
}

export function joiningLoader<Demand, Answer>(options: LoaderOptions<Demand, Answer>): JoiningLoader<Demand, Answer> {
  const fetch = fetchInBatch(options);
  const fetchedById = new Map<string, Fetched<Demand, Answer>>();
  const wanted = new Set<string>();

  // The batch hands out the promises themselves (wrapped, or DataLoader would wait for the slowest): each load settles alone.
  const loader = new DataLoader<Key<Demand>, Fetched<Demand, Answer>>(
    async (keys) => {
      for (const { id } of keys) wanted.delete(id);
      const missing = missingOf(keys, fetchedById, options.rules);
      options.onSaved(keys.length - missing.size);
      for (const [id, answer] of fetch(missing, keys.length)) {
        const demand = missing.get(id);
        if (demand !== undefined) fetchedById.set(id, { demand, answer });
      }
      return keys.map(({ id }) => fetchedById.get(id) ?? new Error(`${id} was not fetched`));
    },
    { cache: false },
  );

  return {
    load: async (id, demand) => {
      wanted.add(id);
      return (await loader.load({ id, demand })).answer;
    },
    known: (id) => fetchedById.get(id),
    isWanted: (id) => wanted.has(id),
    prime: (id, demand, answer) => {
      const known = fetchedById.get(id);
      if (known === undefined || options.rules.covers(demand, known.demand))
        fetchedById.set(id, { demand, answer: Promise.resolve(answer) });
    },
    clear: (id) => fetchedById.delete(id),
  };
}
