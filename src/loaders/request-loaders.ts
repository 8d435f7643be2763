/**
 * The loaders of one request: one for each read that the catalog declares. Queries, reference resolvers and links use the same loader, so
 * that their loads are joined.
 */
import { reads, type ReadName } from '../catalog/catalog.js';
import type { Operation } from '../catalog/operation.js';
import type { ArchiveConfig } from '../config/archive-config.js';
import type { StartBatch } from '../observability/batch-trace.js';
import type { JsonRecord } from '../base/json-record.js';
import type { CallOperation } from '../catalog/operation-calls.js';
import type { Projection } from '../superoffice/projection.js';
import { fetchByArchive } from './archive-batches.js';
import { fetchBatch } from './batch-fetching.js';
import { pendingRequirements, type PendingRequirements } from './pending-requirements.js';
import { joiningLoader, oneByOne, type FetchMissing } from './joining-loader.js';
import {
  ownListKey,
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
  /** What sessions that are being loaded will require of their topics. */
  readonly expectedTopics: PendingRequirements<Projection>;
}

type AnyLoader = Loaders[ReadName];

const operations: Readonly<Record<string, Operation>> = reads;

/** The property that holds a record's id; empty where the records have none. */
const identityOf = (operation: Operation | undefined): string => operation?.entity?.identity ?? '';

export interface LoadersOptions {
  readonly call: CallOperation;
  /** Counts loads that cost no call of their own. */
  readonly onSaved: (loads: number) => void;
  /** Traces every batch; default: none is traced. */
  readonly startBatch?: StartBatch | undefined;
  /** The caller requests no time zone for dates; default: they do not. */
  readonly hasPlainDates?: boolean;
  /** Default: no sessions are read by an archive. */
  readonly archive?: ArchiveConfig | null;
}

/** Each loader is created on first use: most operations use one or two. */
class LoadersOfRequest {
  private readonly loaders = new Map<string, unknown>();
  private expected: PendingRequirements<Projection> | null = null;

  constructor(private readonly options: LoadersOptions) {}

  get expectedTopics(): PendingRequirements<Projection> {
    return (this.expected ??= pendingRequirements());
  }

  loader(name: string): unknown {
    const existing = this.loaders.get(name);
    if (existing !== undefined) return existing;
    const loader = this.createLoader(name);
    this.loaders.set(name, loader);
    return loader;
  }

  private createLoader(name: string): unknown {
    const operation = operations[name];
    if (!operation) throw new TypeError(`The catalog has no read ${name}.`);
    const { call, onSaved, startBatch } = this.options;
    const shared = { name, onSaved, startBatch };
    if (!operation.takesOnlyId && operation.result !== 'batch') {
      const fetch = oneByOne((id: string, required: Parametrized) => call(operation, { id, ...required }));
      return parametrizedLoader(operation, (rules) => joiningLoader({ ...shared, rules, fetch }));
    }
    return joiningLoader({ ...shared, rules: projections, fetch: this.fetchOf(operation) });
  }

  private fetchOf(operation: Operation): FetchMissing<Projection, unknown> {
    const { listRead, primes, result } = operation;
    const { call, onSaved, archive, hasPlainDates = true } = this.options;
    if (result === 'batch') return fetchBatch({ operation, identity: identityOf(operation), call });
    const fetchOne = (id: string, projection: Projection): Promise<unknown> => call(operation, { id, projection });
    if (primes !== null)
      return oneByOne(async (id, projection) => {
        const records = await fetchOne(id, projection);
        this.prime(primes, projection, records as readonly JsonRecord[] | null); // only lists declare `primes`
        return records;
      });
    const expectedProjections = (): readonly Projection[] => this.expectedTopics.pending();
    const fetchRecord = fetchOne as (id: string, projection: Projection) => Promise<JsonRecord | null>; // of records only
    if (operation === reads.chatSession && archive && archive.batchMin !== null) {
      const topics = this.loader('myTopics') as ListLoader; // a list
      const shared = { config: archive, call, onSaved, hasPlainDates };
      return fetchByArchive({ ...shared, topics, expectedProjections, fetchOne: fetchRecord });
    }
    if (listRead === null) return oneByOne(fetchOne);
    return fetchRecords({
      identity: identityOf(operation),
      fetchOne: fetchRecord,
      list: this.loader(listRead) as ListLoader, // `listRead` names a list
      expectedProjections,
      onSaved,
    });
  }

  private prime(primed: string, projection: Projection, records: readonly JsonRecord[] | null): void {
    const loader = this.loader(primed) as RecordLoader; // `primes` names a record read
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

export function requestLoaders(options: LoadersOptions): RequestLoaders {
  return new LoadersOfRequest(options) as unknown as RequestLoaders; // a property for each read is defined above
}

const readsOfSessions = (Object.keys(reads) as ReadName[]).filter((name) => reads[name].isSessionData); // keys forget the names

const readsOfTopics = ['chatTopic', 'isOpen', 'agents', 'agent'] as const;

/** Drops the cache entries of a topic that has just been changed, and the list of topics. @param id null: it is new */
export function forgetTopic(loaders: RequestLoaders, id: string | null): void {
  loaders.myTopics.clear(ownListKey);
  if (id !== null) for (const name of readsOfTopics) loaders[name].clear(id);
}

/** Drops the cache entries of a session that has just been changed. */
export function forgetSession(loaders: RequestLoaders, id: string): void {
  for (const name of readsOfSessions) {
    const loader: AnyLoader = loaders[name];
    loader.clear(operations[name]?.about === null ? ownListKey : id);
  }
}
