/** Fetches records by id with an operation that takes several ids: one call for all ids that a tick needs. */
import type { CallOperation } from '../catalog/operation-calls.js';
import type { Operation } from '../catalog/operation.js';
import type { RunWithin } from '../observability/batch-trace.js';
import type { JsonRecord } from '../base/json-record.js';
import { joinProjections, type Projection } from '../superoffice/projection.js';
import type { FetchMissing } from './joining-loader.js';

/** SuperOffice does not publish its own maximum. */
const maxIds = 100;

type Missing = readonly (readonly [id: string, projection: Projection])[];

export interface BatchSource {
  readonly operation: Operation;
  /** The property that holds the record's id. */
  readonly identity: string;
  readonly call: CallOperation;
}

/** Records that SuperOffice leaves out are null; where the call fails, each of its ids fails. */
export function fetchBatch({ operation, identity, call }: BatchSource): FetchMissing<Projection, JsonRecord | null> {
  async function recordsOf(missing: Missing): Promise<ReadonlyMap<unknown, JsonRecord>> {
    const projection = missing.map(([, required]) => required).reduce(joinProjections);
    const records = await call(operation as Operation<'batch'>, { ids: missing.map(([id]) => id), projection }); // callers pass batch operations only
    return new Map((records ?? []).map((record) => [record[identity], record]));
  }

  return (missing, within: RunWithin) => {
    const all = [...missing];
    const found = new Map<string, Promise<JsonRecord | null>>();
    for (let first = 0; first < all.length; first += maxIds) {
      const part = all.slice(first, first + maxIds);
      const records = within(() => recordsOf(part));
      for (const [id] of part)
        found.set(
          id,
          records.then((byId) => byId.get(Number(id)) ?? null),
        );
    }
    return found;
  };
}
