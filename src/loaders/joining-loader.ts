/**
 * Joins what one request asks of the same records. Keys are an id and a demand, mostly a projection: per tick and id there is one
 * call for everything that is demanded; a later tick that is covered by what was fetched before costs nothing, one that is not
 * fetches the union of both. Answers go by key, and one failing id fails alone.
 * Made per request and never shared: another caller's record must not be reachable from here.
 */
import DataLoader from 'dataloader';
import { untracedBatches, type BeginBatch, type Within } from '../observability/batch-trace.js';

/** How demands on one id add up. */
export interface RequirementRules<Demand> {
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
  isPending(id: string): boolean;
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
  readonly rules: RequirementRules<Demand>;
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
  { covers, join }: RequirementRules<Demand>,
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

/** One of a request. Most operations use one or two of all the loaders that there are, so what one keeps is made when it is used. */
class LoaderOfRequest<Demand, Answer> implements JoiningLoader<Demand, Answer> {
  private fetchedById: Map<string, Fetched<Demand, Answer>> | null = null;
  private wanted: Set<string> | null = null;
  private batches: DataLoader<Key<Demand>, Fetched<Demand, Answer>> | null = null;

  constructor(private readonly options: LoaderOptions<Demand, Answer>) {}

  async load(id: string, demand: Demand): Promise<Answer> {
    (this.wanted ??= new Set()).add(id);
    // The batch hands out the promises themselves (wrapped, or DataLoader would wait for the slowest): each load settles alone.
    this.batches ??= new DataLoader(async (keys) => this.fetchedFor(keys), { cache: false });
    return (await this.batches.load({ id, demand })).answer;
  }

  known(id: string): Fetched<Demand, Answer> | undefined {
    return this.fetchedById?.get(id);
  }

  isPending(id: string): boolean {
    return this.wanted?.has(id) === true;
  }

  prime(id: string, demand: Demand, answer: Answer): void {
    const known = this.known(id);
    if (known === undefined || this.options.rules.covers(demand, known.demand))
      this.fetched().set(id, { demand, answer: Promise.resolve(answer) });
  }

  clear(id: string): void {
    this.fetchedById?.delete(id);
  }

  private fetched(): Map<string, Fetched<Demand, Answer>> {
    return (this.fetchedById ??= new Map());
  }

  private fetchedFor(keys: readonly Key<Demand>[]): (Fetched<Demand, Answer> | Error)[] {
    const { rules, onSaved } = this.options;
    for (const { id } of keys) this.wanted?.delete(id);
    const fetched = this.fetched();
    const missing = missingOf(keys, fetched, rules);
    onSaved(keys.length - missing.size);
    for (const [id, answer] of this.fetch(missing, keys.length)) {
      const demand = missing.get(id);
      if (demand !== undefined) fetched.set(id, { demand, answer });
    }
    return keys.map(({ id }) => fetched.get(id) ?? new Error(`${id} was not fetched`));
  }

  private fetch(missing: ReadonlyMap<string, Demand>, loads: number): ReadonlyMap<string, Promise<Answer>> {
    const { fetch, name = 'records', beginBatch = untracedBatches } = this.options;
    const batch = beginBatch(name, { loads, missing: missing.size });
    const answers = fetch(missing, batch.within);
    batch.endAfter([...answers.values()]);
    return answers;
  }
}

export function joiningLoader<Demand, Answer>(options: LoaderOptions<Demand, Answer>): JoiningLoader<Demand, Answer> {
  return new LoaderOfRequest(options);
}
