/**
 * The loaders of one request: one for each read that the catalog declares. Whatever asks for a record, query, reference resolver or link,
 * asks the same loader.
 */
import { reads, type ReadName } from '../catalog/catalog.js';
import type { Operation } from '../catalog/operation.js';
import { untracedBatches, type BeginBatch } from '../observability/batch-trace.js';
import type { JsonRecord } from '../base/json-record.js';
import type { CallOperation } from '../catalog/operation-calls.js';
import type { Projection } from '../superoffice/projection.js';
import { fetchBatch } from './batch-fetching.js';
import { pendingRequirements, type PendingRequirements } from './pending-requirements.js';
import { joiningLoader, oneByOne, type FetchMissing } from './joining-loader.js';
import {
  ownList,
  parametrizedLoader,
  projections,
  type ListLoader,
  type LoaderOf,
  type Parametrized,
  type RecordLoader,
} from './read-loader.js';
import { fetchRecords } from './record-fetching.js';

type Loaders = { readonly [Name in ReadName]: LoaderOf<(typeof reads)[Name]> };

export interface RequestLoaders extends Loaders {
  /** Of topics, by sessions that are under way. */
  readonly topicsToCome: PendingRequirements<Projection>;
}

type AnyLoader = Loaders[ReadName];

const operations: Readonly<Record<string, Operation>> = reads;

/** The property that holds a record's id; records that are read by it have one. */
const identityOf = (operation: Operation | undefined): string => operation?.entity?.identity ?? '';

/** Each loader is made when it is first asked for: most operations use one or two. */
class LoadersOfRequest {
  private readonly made = new Map<string, unknown>();
  private expected: PendingRequirements<Projection> | null = null;

  constructor(
    private readonly call: CallOperation,
    private readonly onSaved: (loads: number) => void,
    private readonly beginBatch: BeginBatch,
  ) {}

  get topicsToCome(): PendingRequirements<Projection> {
    return (this.expected ??= pendingRequirements());
  }

  loader(name: string): unknown {
    const known = this.made.get(name);
    if (known !== undefined) return known;
    const loader = this.make(name);
    this.made.set(name, loader);
    return loader;
  }

  private make(name: string): unknown {
    const operation = operations[name];
    if (!operation) throw new TypeError(`The catalog has no read ${name}.`);
    const { onSaved, beginBatch } = this;
    const shared = { name, onSaved, beginBatch };
    if (!operation.takesOnlyId && operation.answer !== 'batch') {
      const fetch = oneByOne((id: string, wanted: Parametrized) => this.call(operation, { id, ...wanted }));
      return parametrizedLoader(operation, (rules) => joiningLoader({ ...shared, rules, fetch }));
    }
    return joiningLoader({ ...shared, rules: projections, fetch: this.fetchOf(operation) });
  }

  private fetchOf(operation: Operation): FetchMissing<Projection, unknown> {
    const { among, primes, answer } = operation;
    if (answer === 'batch') return fetchBatch({ operation, identity: identityOf(operation), call: this.call });
    const fetchOne = (id: string, projection: Projection): Promise<unknown> => this.call(operation, { id, projection });
    if (primes !== null)
      return oneByOne(async (id, projection) => {
        const records = await fetchOne(id, projection);
        this.prime(primes, projection, records as readonly JsonRecord[] | null); // lists prime, and nothing else
        return records;
      });
    if (among === null) return oneByOne(fetchOne);
    return fetchRecords({
      identity: identityOf(operation),
      fetchOne: fetchOne as (id: string, projection: Projection) => Promise<JsonRecord | null>, // records are among lists
      list: this.loader(among) as ListLoader, // it names one
      toCome: this.topicsToCome.all,
      onSaved: this.onSaved,
    });
  }

  private prime(primed: string, projection: Projection, records: readonly JsonRecord[] | null): void {
    const loader = this.loader(primed) as RecordLoader; // it names one
    const identity = identityOf(operations[primed]);
    for (const record of records ?? []) loader.prime(String(record[identity]), projection, record);
  }
}

for (const name of Object.keys(reads)) {
  const get = function (this: LoadersOfRequest): unknown {
    return this.loader(name);
  };
  Object.defineProperty(LoadersOfRequest.prototype, name, { get });
}

/**
 * @param onSaved told of loads that cost no call of their own
 * @param beginBatch told of every batch
 */
export function requestLoaders(
  call: CallOperation,
  onSaved: (loads: number) => void,
  beginBatch: BeginBatch = untracedBatches,
): RequestLoaders {
  return new LoadersOfRequest(call, onSaved, beginBatch) as unknown as RequestLoaders; // a property for each read is defined above
}

const readsOfSessions = (Object.keys(reads) as ReadName[]).filter((name) => reads[name].ofSession); // keys forget the names

/** Drops what is known of a session, because it was just changed. */
export function forgetSession(loaders: RequestLoaders, id: string): void {
  for (const name of readsOfSessions) {
    const loader: AnyLoader = loaders[name];
    loader.clear(operations[name]?.about === null ? ownList : id);
  }
}
