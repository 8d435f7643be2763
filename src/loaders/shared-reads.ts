/**
 * Reads that several requests of one caller share: one under way is joined by an identical one (JOIN_CALLS_IN_FLIGHT), and lists that
 * seldom change are kept for a while (CACHE_SLOW_SECONDS). Both are off by default. The key is the complete principal, so nothing reaches
 * another caller. Only successes are shared: after any failure, each request makes its own call.
 */
import { LRUCache } from 'lru-cache';
import type { AbortSignalLike } from '../base/abort-signal.js';
import type { Clock } from '../base/clock.js';
import { untilAborted } from '../base/deadline.js';
import { actions, reads } from '../catalog/catalog.js';
import type { CallArguments, CallOperation, ResultOf } from '../catalog/operation-calls.js';
import type { Operation } from '../catalog/operation.js';
import { covers, type Projection } from '../superoffice/projection.js';

export interface SharedReadsOptions {
  /** Identical reads under way are one call. */
  readonly joins: boolean;
  /** How long lists that seldom change are kept; 0: not at all. */
  readonly keepMs: number;
  readonly clock: Pick<Clock, 'monotonicMs'>;
}

/** The request that reads. */
export interface Reader {
  /** The key of everything that SuperOffice can distinguish. */
  readonly principal: string;
  /** One for all languages of the caller: an action in one of them makes reads in all of them stale. */
  readonly quotaKey: string;
  /** A read for streams, whose signal may be younger than a read under way: it joins none. */
  readonly isLive: boolean;
  readonly signal: AbortSignalLike;
  /** A call of another request has brought the result. */
  onJoined(operation: string): void;
}

/** Presence is not among them. */
const slowReads = new Set<Operation>([
  ...[reads.chatTopic, reads.myTopics, reads.agents, reads.agent, reads.transferTargets],
]);

const topicActions = new Set<Operation>([
  ...[actions.saveTopic, actions.saveNewTopic, actions.deleteTopic],
  ...[actions.addAgent, actions.updateAgent, actions.updateAgents, actions.removeAgent],
]);

/** Who is present changes all the time. */
const isSlow = (operation: Operation, { parameters }: CallArguments): boolean =>
  slowReads.has(operation) &&
  !(parameters !== undefined && 'OnlyPresent' in parameters && parameters.OnlyPresent === true);

interface SharedRead {
  /** Order of begin among reads and actions. */
  readonly begun: number;
  readonly projection: Projection | undefined;
  readonly result: Promise<unknown>;
}

interface KeptRead {
  readonly projection: Projection | undefined;
  readonly result: unknown;
  readonly untilMs: number;
  readonly bytes: number;
}

/** Of all callers together. */
const maxKeptBytes = 33_554_432;

/** Callers whose last action is known; one that was dropped counts as having acted at that moment. */
const maxActors = 10_000;

const keyOf = (principal: string, { name }: Operation, { id = '', ids = [], parameters = {} }: CallArguments): string =>
  JSON.stringify([
    principal,
    name,
    id,
    ids,
    Object.entries(parameters).sort(([one], [other]) => (one < other ? -1 : 1)),
  ]);

const isCovered = (projection: Projection | undefined, required: Projection | undefined): boolean =>
  projection === undefined || required === undefined ? projection === required : covers(projection, required);

export class SharedReads {
  #now = 0;
  readonly #underWay = new Map<string, SharedRead>();
  readonly #kept: LRUCache<string, KeptRead>;
  /** Callers with something that may be kept. */
  readonly #keepers = new LRUCache<string, true>({ max: maxActors });
  readonly #actedAt: LRUCache<string, number>;
  /** The latest action of all callers that were dropped from `#actedAt`. */
  #othersActedAt = 0;
  #topicsChangedAt = 0;

  constructor(private readonly options: SharedReadsOptions) {
    const sizeCalculation = ({ bytes }: KeptRead, key: string): number => bytes + key.length;
    this.#kept = new LRUCache({ maxSize: maxKeptBytes, sizeCalculation });
    this.#actedAt = new LRUCache({
      max: maxActors,
      dispose: (at, _actor, reason) => {
        if (reason === 'evict') this.#othersActedAt = Math.max(this.#othersActedAt, at);
      },
    });
  }

  /** @param call makes a call of this request @returns the same, for reads that may be shared */
  readsOf(reader: Reader, call: CallOperation): CallOperation {
    return (operation, args) => {
      const key = keyOf(reader.principal, operation, args);
      const own = (): Promise<ResultOf<typeof operation>> => this.#read(key, operation, { args, call, reader });
      const kept = this.#keptFor(key, args);
      const shared = kept ?? this.#joinable(key, args, reader)?.result;
      if (shared === undefined) return own();
      const result = shared as Promise<ResultOf<typeof operation>>; // of the same operation
      return untilAborted(result, reader.signal).then(
        (value) => {
          reader.onJoined(operation.name);
          return value;
        },
        (error: unknown) => {
          if (reader.signal.aborted) throw error;
          return own(); // the failure may be the other request's: its deadline, its client
        },
      );
    };
  }

  /** Actions of a caller, before and after which reads are not the same. */
  actionsOf({ quotaKey }: Pick<Reader, 'quotaKey'>, call: CallOperation): CallOperation {
    return (operation, args) => {
      if (!operation.isAction) return call(operation, args);
      const note = (): void => this.#noteAction(quotaKey, operation);
      note();
      return call(operation, args).finally(note);
    };
  }

  /** SuperOffice refuses the credentials. */
  forget(principal: string): void {
    if (!this.#keepers.delete(principal)) return;
    const beginning = JSON.stringify([principal]).slice(0, -1);
    for (const key of this.#kept.keys()) if (key.startsWith(beginning)) this.#kept.delete(key);
  }

  #noteAction(actor: string, operation: Operation): void {
    this.#now += 1;
    this.#actedAt.set(actor, this.#now);
    if (!topicActions.has(operation)) return;
    this.#topicsChangedAt = this.#now;
    this.#kept.clear();
  }

  #keptFor(key: string, { projection }: CallArguments): Promise<unknown> | undefined {
    const kept = this.#kept.get(key);
    if (kept === undefined || !isCovered(kept.projection, projection)) return undefined;
    return kept.untilMs > this.options.clock.monotonicMs() ? Promise.resolve(kept.result) : undefined;
  }

  #joinable(key: string, { projection }: CallArguments, { quotaKey, isLive }: Reader): SharedRead | undefined {
    const read = this.#underWay.get(key);
    if (!this.options.joins || isLive || read === undefined) return undefined;
    const actedAt = this.#actedAt.get(quotaKey) ?? this.#othersActedAt;
    return read.begun > actedAt && isCovered(read.projection, projection) ? read : undefined;
  }

  #read<Called extends Operation>(
    key: string,
    operation: Called,
    { args, call, reader }: { readonly args: CallArguments; readonly call: CallOperation; readonly reader: Reader },
  ): Promise<ResultOf<Called>> {
    this.#now += 1;
    const begun = this.#now;
    const result = call(operation, args as Parameters<CallOperation>[1]) as Promise<ResultOf<Called>>; // of this operation
    const read = { begun, projection: args.projection, result };
    this.#underWay.set(key, read);
    const end = (): void => {
      if (this.#underWay.get(key) === read) this.#underWay.delete(key);
    };
    result.then((value) => {
      end();
      if (!isSlow(operation, args) || begun <= this.#topicsChangedAt) return;
      this.#keepers.set(reader.principal, true);
      this.#keep(key, args.projection, value);
    }, end);
    return result;
  }

  #keep(key: string, projection: Projection | undefined, result: unknown): void {
    const { keepMs, clock } = this.options;
    if (keepMs === 0) return;
    const bytes = JSON.stringify(result ?? null).length + 1;
    this.#kept.set(key, { projection, result, bytes, untilMs: clock.monotonicMs() + keepMs });
  }
}
