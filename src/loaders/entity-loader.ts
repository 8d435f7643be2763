/**
 * Joins what one request asks of the same records. Keys are an id and a projection: per tick and id there is one call for the
 * union of the projections; a later tick that is covered by what was fetched before costs nothing, one that is not fetches
 * the union of both. Answers go by key, and one failing id fails alone.
 * Made per request and never shared: another caller's record must not be reachable from here.
 */
import DataLoader from 'dataloader';
import { UpstreamCallLimitError } from '../errors/upstream-errors.js';
import { covers, joinProjections, type Projection } from '../superoffice/projection.js';
import type { CallBudget } from './call-budget.js';

export interface EntityLoader<Entity> {
  /** @returns null where there is no such record */
  load(id: string, projection: Projection): Promise<Entity | null>;
}

interface EntityKey {
  readonly id: string;
  readonly projection: Projection;
}

/** What was asked for an id so far. The answer is a promise, so that a load can join a call that is still under way. */
interface Fetched<Entity> {
  readonly projection: Projection;
  readonly answer: Promise<Entity | null>;
}

function joinById(keys: readonly EntityKey[]): ReadonlyMap<string, Projection> {
  const wanted = new Map<string, Projection>();
  for (const { id, projection } of keys) {
    const known = wanted.get(id);
    wanted.set(id, known ? joinProjections(known, projection) : projection);
  }
  return wanted;
}

export interface LoaderRules {
  readonly budget: CallBudget;
  /** Told of loads that cost no call of their own. */
  onSaved(loads: number): void;
}

/** @param fetchOne makes one upstream call */
export function entityLoader<Entity>(
  fetchOne: (id: string, projection: Projection) => Promise<Entity | null>,
  { budget, onSaved }: LoaderRules,
): EntityLoader<Entity> {
  const fetchedById = new Map<string, Fetched<Entity>>();

  /** @returns whether it took a call */
  function fetchUncovered(id: string, wanted: Projection): boolean {
    const known = fetchedById.get(id);
    if (known && covers(known.projection, wanted)) return false;
    const projection = known ? joinProjections(known.projection, wanted) : wanted;
    const mayCall = budget.take();
    const answer = mayCall
      ? fetchOne(id, projection)
      : Promise.reject(new UpstreamCallLimitError(`${id}: over the budget`));
    fetchedById.set(id, { projection, answer });
    return mayCall;
  }

  // The batch hands out the promises themselves (wrapped, or DataLoader would wait for the slowest): each load settles alone.
  const loader = new DataLoader<EntityKey, Fetched<Entity>>(
    async (keys) => {
      let calls = 0;
      for (const [id, projection] of joinById(keys)) if (fetchUncovered(id, projection)) calls += 1;
      onSaved(keys.length - calls);
      return keys.map(({ id }) => fetchedById.get(id) ?? new Error(`${id} was not fetched`));
    },
    { cache: false },
  );

  return {
    load: async (id, projection) => (await loader.load({ id, projection })).answer,
  };
}
