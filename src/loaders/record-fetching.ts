/**
 * Records by id of which SuperOffice has no call for several, but a list of the caller's own, e.g. topics: when two or more are wanted, are
 * likely to be, or the list is fetched anyway, it is looked into first, and only what it does not hold is fetched one by one.
 */
import { ForbiddenError, UpstreamInvalidResponseError, UpstreamRejectedError } from '../errors/upstream-errors.js';
import type { Within } from '../observability/batch-trace.js';
import type { JsonRecord } from '../base/json-record.js';
import { covers, joinProjections, type Projection } from '../superoffice/projection.js';
import type { FetchMissing } from './joining-loader.js';
import { ownList, type ListLoader } from './read-loader.js';

type Missing = ReadonlyMap<string, Projection>;
type List = readonly JsonRecord[] | null;

export interface RecordSources {
  /** The property that holds the record's id. */
  readonly identity: string;
  fetchOne(id: string, projection: Projection): Promise<JsonRecord | null>;
  /** The caller's own. */
  readonly list: ListLoader;
  /** What loads that are under way will want of these records. */
  toCome(): readonly Projection[];
  /** Told of records that the list brought. */
  onSaved(loads: number): void;
}

const forgiven = [ForbiddenError, UpstreamRejectedError, UpstreamInvalidResponseError];

/** Callers who may not have the list, or get it spoilt by one that is not theirs, may still read single ones. In an outage they may not. */
function withoutList(error: unknown): null {
  if (forgiven.some((kind) => error instanceof kind)) return null;
  throw error;
}

const find = (list: List, identity: string, id: string): JsonRecord | undefined =>
  list?.find((record) => record[identity] === Number(id));

const joined = (demands: Iterable<Projection>): Projection => [...demands].reduce(joinProjections);

/** A list that was fetched with less: it is fetched again for two or more that it is known to hold. */
async function refreshed(
  known: Promise<List>,
  missing: Missing,
  { list: mine, identity }: RecordSources,
): Promise<List> {
  const list = await known;
  const held = [...missing].filter(([id]) => find(list, identity, id) !== undefined).map(([, demand]) => demand);
  return held.length > 1 ? mine.load(ownList, joined(held)) : null;
}

/** The list to look into first; null: it would not save a call. */
function listFor(missing: Missing, sources: RecordSources): Promise<List> | null {
  const { list: mine, toCome } = sources;
  const expected = toCome();
  const wanted = joined([...missing.values(), ...expected]);
  const known = mine.known(ownList);
  if (known && !covers(known.demand, wanted)) return refreshed(known.answer, missing, sources);
  const isWorthIt = known !== undefined || mine.isPending(ownList) || missing.size + expected.length > 1;
  return isWorthIt ? mine.load(ownList, wanted) : null;
}

export function fetchRecords(sources: RecordSources): FetchMissing<Projection, JsonRecord | null> {
  const { fetchOne, onSaved, identity } = sources;

  async function findOr(fetch: () => Promise<JsonRecord | null>, list: Promise<List>, id: string) {
    const found = find(await list, identity, id);
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
