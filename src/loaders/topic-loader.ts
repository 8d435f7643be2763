/**
 * Topics by id. SuperOffice has no call for several of them but one for all of the caller's own: when two or more are wanted, are
 * likely to be, or the caller's own are fetched anyway, that list is looked into first, and only what it does not hold is fetched
 * one by one.
 */
import { ForbiddenError, UpstreamInvalidResponseError, UpstreamRejectedError } from '../errors/upstream-errors.js';
import type { Within } from '../observability/batch-trace.js';
import type { CarrierRecord } from '../superoffice/carrier-record.js';
import { covers, joinProjections, type Projection } from '../superoffice/projection.js';
import type { FetchMissing, JoiningLoader } from './joining-loader.js';

export type RecordLoader = JoiningLoader<Projection, CarrierRecord | null>;
export type ListLoader = JoiningLoader<Projection, readonly CarrierRecord[] | null>;

/** The id under which the one list of its kind is known. */
export const onlyList = '';

type Missing = ReadonlyMap<string, Projection>;
type List = readonly CarrierRecord[] | null;

export interface TopicSources {
  fetchOne(id: string, projection: Projection): Promise<CarrierRecord | null>;
  /** The caller's own topics. */
  readonly mine: ListLoader;
  /** What sessions that are under way will want of their topics. */
  toCome(): readonly Projection[];
  /** Told of topics that the list brought. */
  onSaved(loads: number): void;
}

const forgiven = [ForbiddenError, UpstreamRejectedError, UpstreamInvalidResponseError];

/** Who may not have the list, or gets it spoilt by somebody else's topic, may still read single ones. In an outage nobody may. */
function withoutList(error: unknown): null {
  if (forgiven.some((kind) => error instanceof kind)) return null;
  throw error;
}

const find = (list: List, id: string): CarrierRecord | undefined =>
  list?.find((topic) => topic['ChatTopicId'] === Number(id));

const joined = (demands: Iterable<Projection>): Projection => [...demands].reduce(joinProjections);

/** A list that was fetched with less: it is fetched again for two or more that it is known to hold. */
async function refreshed(known: Promise<List>, missing: Missing, mine: ListLoader): Promise<List> {
  const list = await known;
  const held = [...missing].filter(([id]) => find(list, id) !== undefined).map(([, demand]) => demand);
  return held.length > 1 ? mine.load(onlyList, joined(held)) : null;
}

/** The list to look into first; null: it would not save a call. */
function listFor(missing: Missing, { mine, toCome }: TopicSources): Promise<List> | null {
  const expected = toCome();
  const wanted = joined([...missing.values(), ...expected]);
  const known = mine.known(onlyList);
  if (known && !covers(known.demand, wanted)) return refreshed(known.answer, missing, mine);
  const isWorthIt = known !== undefined || mine.isWanted(onlyList) || missing.size + expected.length > 1;
  return isWorthIt ? mine.load(onlyList, wanted) : null;
}

export function fetchTopics(sources: TopicSources): FetchMissing<Projection, CarrierRecord | null> {
  const { fetchOne, onSaved } = sources;

  async function findOr(fetch: () => Promise<CarrierRecord | null>, list: Promise<List>, id: string) {
    const found = find(await list, id);
    if (found) onSaved(1);
    return found ?? fetch();
  }

  return (missing, within: Within) => {
    if (missing.size === 0) return new Map();
    const list = listFor(missing, sources)?.catch(withoutList) ?? null;
    const fetch = (id: string, demand: Projection) => {
      const one = () => within(() => fetchOne(id, demand));
      return list ? findOr(one, list, id) : one();
    };
    return new Map([...missing].map(([id, demand]) => [id, fetch(id, demand)]));
  };
}
