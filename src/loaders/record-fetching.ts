/**
 * Fetches records by id where SuperOffice has no call for several ids, but a list of the caller's own, e.g. topics. When two or more are
 * required or expected, or the list is fetched anyway, the list is searched first, and only the records it lacks are fetched one by one.
 */
import { ForbiddenError, UpstreamInvalidResponseError, UpstreamRejectedError } from '../errors/upstream-errors.js';
import type { RunWithin } from '../observability/batch-trace.js';
import type { JsonRecord } from '../base/json-record.js';
import { covers, joinProjections, type Projection } from '../superoffice/projection.js';
import type { FetchMissing } from './joining-loader.js';
import { ownListKey, type ListLoader } from './read-loader.js';

type Missing = ReadonlyMap<string, Projection>;
type List = readonly JsonRecord[] | null;

export interface RecordSources {
  /** The property that holds the record's id. */
  readonly identity: string;
  fetchOne(id: string, projection: Projection): Promise<JsonRecord | null>;
  /** The caller's own list. */
  readonly list: ListLoader;
  /** The projections that loads under way will require of these records. */
  expectedProjections(): readonly Projection[];
  /** Counts records that the list brought. */
  onSaved(loads: number): void;
}

const ignoredErrors = [ForbiddenError, UpstreamRejectedError, UpstreamInvalidResponseError];

/** Callers who may not read the list, or receive an invalid one, may still read single records. Other errors, such as an outage, are thrown. */
export function withoutList(error: unknown): null {
  if (ignoredErrors.some((kind) => error instanceof kind)) return null;
  throw error;
}

const find = (list: List, identity: string, id: string): JsonRecord | undefined =>
  list?.find((record) => record[identity] === Number(id));

const joined = (requirements: Iterable<Projection>): Projection => [...requirements].reduce(joinProjections);

/** Fetches the list again with more properties when it holds two or more of the missing records; otherwise null. */
async function refreshed(
  fetched: Promise<List>,
  missing: Missing,
  { list: ownList, identity }: RecordSources,
): Promise<List> {
  const list = await fetched;
  const held = [...missing]
    .filter(([id]) => find(list, identity, id) !== undefined)
    .map(([, requirement]) => requirement);
  return held.length > 1 ? ownList.load(ownListKey, joined(held)) : null;
}

/** The list to search first; null: it would not save a call. */
function listFor(missing: Missing, sources: RecordSources): Promise<List> | null {
  const { list: ownList } = sources;
  const expected = sources.expectedProjections();
  const required = joined([...missing.values(), ...expected]);
  const fetched = ownList.fetched(ownListKey);
  if (fetched && !covers(fetched.requirement, required)) return refreshed(fetched.result, missing, sources);
  const isWorthIt = fetched !== undefined || ownList.isPending(ownListKey) || missing.size + expected.length > 1;
  return isWorthIt ? ownList.load(ownListKey, required) : null;
}

export function fetchRecords(sources: RecordSources): FetchMissing<Projection, JsonRecord | null> {
  const { fetchOne, onSaved, identity } = sources;

  async function findOr(fetch: () => Promise<JsonRecord | null>, list: Promise<List>, id: string) {
    const found = find(await list, identity, id);
    if (found) onSaved(1);
    return found ?? fetch();
  }

  return (missing, within: RunWithin) => {
    if (missing.size === 0) return new Map();
    const list = listFor(missing, sources)?.catch(withoutList) ?? null;
    const fetch = (id: string, requirement: Projection) => {
      const one = () => within(() => fetchOne(id, requirement));
      return list ? findOr(one, list, id) : one();
    };
    return new Map([...missing].map(([id, requirement]) => [id, fetch(id, requirement)]));
  };
}
