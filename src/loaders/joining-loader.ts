/**
 * Joins the loads of the same records within one request. A key is an id and a requirement, mostly a projection: one tick makes one call
 * per id, for the union of its requirements. A later load costs no call where an earlier result covers it; otherwise the union of both is
 * fetched. One failing id fails alone.
 * There is one loader per request, never shared: it must not reach another caller's records.
 */
import DataLoader from 'dataloader';
import type { StartBatch, RunWithin } from '../observability/batch-trace.js';

/** How the requirements on one id are compared and joined. */
export interface RequirementRules<Requirement> {
  /** Whether a result that was fetched for one requirement satisfies the other one too. */
  covers(fetched: Requirement, required: Requirement): boolean;
  /** The least that covers both. */
  join(first: Requirement, second: Requirement): Requirement;
}

/** What was fetched for an id. The result is a promise, so that a load can join a call that is still under way. */
export interface Fetched<Requirement, Result> {
  readonly requirement: Requirement;
  readonly result: Promise<Result>;
}

export interface JoiningLoader<Requirement, Result> {
  load(id: string, requirement: Requirement): Promise<Result>;
  /** The cache entry of an id; its call may still be under way. */
  fetched(id: string): Fetched<Requirement, Result> | undefined;
  /** Whether a load of this tick waits for its batch to be called. */
  isPending(id: string): boolean;
  /** Caches a result that another call has brought, unless the cache entry has more. */
  prime(id: string, requirement: Requirement, result: Result): void;
  /** Drops the cache entry of an id that has changed. */
  clear(id: string): void;
}

/** Makes the upstream calls for ids that the cache does not cover, within the batch: one promise for each id. */
export type FetchMissing<Requirement, Result> = (
  missing: ReadonlyMap<string, Requirement>,
  within: RunWithin,
) => ReadonlyMap<string, Promise<Result>>;

/** Makes one call for each id. */
export const oneByOne =
  <Requirement, Result>(
    fetchOne: (id: string, requirement: Requirement) => Promise<Result>,
  ): FetchMissing<Requirement, Result> =>
  (missing, within) =>
    new Map([...missing].map(([id, requirement]) => [id, within(() => fetchOne(id, requirement))]));

interface Key<Requirement> {
  readonly id: string;
  readonly requirement: Requirement;
}

export interface LoaderOptions<Requirement, Result> {
  readonly fetch: FetchMissing<Requirement, Result>;
  readonly rules: RequirementRules<Requirement>;
  /** Counts loads that cost no call of their own. */
  onSaved(loads: number): void;
  /** Names the loader in traces. */
  readonly name?: string;
  /** Default: batches are not traced. */
  readonly startBatch?: StartBatch | undefined;
}

/** The requirements to fetch, each joined with what was fetched before, because the new result replaces the old one. */
function missingOf<Requirement>(
  keys: readonly Key<Requirement>[],
  fetchedById: ReadonlyMap<string, Pick<Fetched<Requirement, unknown>, 'requirement'>>,
  { covers, join }: RequirementRules<Requirement>,
): ReadonlyMap<string, Requirement> {
  const missing = new Map<string, Requirement>();
  for (const { id, requirement } of keys) {
    const fetched = fetchedById.get(id)?.requirement;
    if (fetched !== undefined && covers(fetched, requirement)) continue;
    const previous = missing.get(id) ?? fetched;
    missing.set(id, previous === undefined ? requirement : join(previous, requirement));
  }
  return missing;
}

const untraced: RunWithin = (start) => start();

/** Most operations use one or two of all loaders, so each loader creates its state on first use. */
class LoaderOfRequest<Requirement, Result> implements JoiningLoader<Requirement, Result> {
  private fetchedById: Map<string, Fetched<Requirement, Result>> | null = null;
  private pending: Set<string> | null = null;
  private batches: DataLoader<Key<Requirement>, Fetched<Requirement, Result>> | null = null;

  constructor(private readonly options: LoaderOptions<Requirement, Result>) {}

  async load(id: string, requirement: Requirement): Promise<Result> {
    (this.pending ??= new Set()).add(id);
    // The batch returns the promises wrapped in objects, or DataLoader would wait for the slowest: each load settles alone.
    this.batches ??= new DataLoader(async (keys) => this.fetchBatch(keys), { cache: false });
    return (await this.batches.load({ id, requirement })).result;
  }

  fetched(id: string): Fetched<Requirement, Result> | undefined {
    return this.fetchedById?.get(id);
  }

  isPending(id: string): boolean {
    return this.pending?.has(id) === true;
  }

  prime(id: string, requirement: Requirement, result: Result): void {
    const fetched = this.fetched(id);
    if (fetched === undefined || this.options.rules.covers(requirement, fetched.requirement))
      this.cache().set(id, { requirement, result: Promise.resolve(result) });
  }

  clear(id: string): void {
    this.fetchedById?.delete(id);
  }

  private cache(): Map<string, Fetched<Requirement, Result>> {
    return (this.fetchedById ??= new Map());
  }

  private fetchBatch(keys: readonly Key<Requirement>[]): (Fetched<Requirement, Result> | Error)[] {
    const { rules, onSaved } = this.options;
    for (const { id } of keys) this.pending?.delete(id);
    const cache = this.cache();
    const missing = missingOf(keys, cache, rules);
    onSaved(keys.length - missing.size);
    for (const [id, result] of this.fetch(missing, keys.length)) {
      const requirement = missing.get(id);
      if (requirement !== undefined) cache.set(id, { requirement, result });
    }
    return keys.map(({ id }) => cache.get(id) ?? new Error(`${id} was not fetched`));
  }

  private fetch(missing: ReadonlyMap<string, Requirement>, loads: number): ReadonlyMap<string, Promise<Result>> {
    const { fetch, name = 'records', startBatch } = this.options;
    if (!startBatch) return fetch(missing, untraced);
    const batch = startBatch(name, { loads, missing: missing.size });
    const results = fetch(missing, batch.within);
    batch.endAfter([...results.values()]);
    return results;
  }
}

export function joiningLoader<Requirement, Result>(
  options: LoaderOptions<Requirement, Result>,
): JoiningLoader<Requirement, Result> {
  return new LoaderOfRequest(options);
}
