/**
 * What was done under idempotency keys, for ten minutes: ids and reasons, never a response. In the memory of this process, and, where
 * there are other replicas, in a store that all of them know.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import type { Clock } from '../base/clock.js';
import { lookMs, SharedOutcomes, type OutcomeStore } from './shared-outcomes.js';

/** What is kept of an action that was done. */
export interface KeptOutcome {
  /** Of the record that it was about; null: none. */
  readonly id: string | null;
  /** Why nothing was done; null: it was done. */
  readonly code: string | null;
}

/** The key of one field of a request. */
export interface KeyedRequest {
  readonly key: string;
  /** Of the action and its arguments. */
  readonly fingerprint: string;
}

/** `ended` never fails. `error`: the action was done, and has another effect than was meant. */
export type ActionState =
  | { readonly kind: 'running'; readonly ended: Promise<unknown>; readonly before?: string | null }
  | { readonly kind: 'done'; readonly outcome: KeptOutcome }
  | { readonly kind: 'error'; readonly error: Error }
  | {
      readonly kind: 'unknown';
      readonly before: string | null;
      readonly sinceMs: number;
      readonly mayBeInProgress: boolean;
    };

export interface Entry {
  readonly caller: string;
  readonly fingerprint: string;
  readonly state: ActionState;
}

const keptMs = 600_000;

/** About 50,000 actions; the ones that were used least recently go first. */
const maxBytes = 16_777_216;

/** A key, a fingerprint, two ids, and what holds them. */
const entryBytes = 320;

/** Of one caller; beyond it, their own oldest ones go. */
const maxOfCaller = 2_000;

/** By a key that contains the caller. */
export class ActionOutcomes {
  readonly #entries: LRUCache<string, Entry>;
  readonly #ofCaller = new Map<string, Set<string>>();

  readonly #shared: SharedOutcomes | null;

  /** @param store null: there are no other replicas */
  constructor(
    readonly clock: Pick<Clock, 'now' | 'monotonicMs'>,
    store: OutcomeStore | null = null,
  ) {
    this.#shared = store && new SharedOutcomes(store, clock);
    const bounds = { maxSize: maxBytes, sizeCalculation: () => entryBytes };
    const perf = { now: () => clock.monotonicMs() };
    const dispose = ({ caller }: Entry, key: string, reason: string): void => {
      if (reason !== 'set') this.#forget(caller, key);
    };
    this.#entries = new LRUCache({ ...bounds, ttl: keptMs, ttlResolution: 0, perf, dispose });
  }

  get(key: string): Entry | undefined {
    return this.#entries.get(key);
  }

  /**
   * Claims the key for an action of this replica, unless one is known.
   * @returns what is known; undefined: nothing was done, and this replica acts. Not a promise where this replica knows it by itself: two
   *   requests of one moment must not both act
   */
  claim(key: string, caller: string, fingerprint: string): Entry | undefined | Promise<Entry | undefined> {
    const own = this.#entries.get(key);
    if (own?.state.kind === 'running' || this.#shared?.isAvailable !== true) return own;
    return this.#claimShared(this.#shared, key, { caller, fingerprint });
  }

  async #claimShared(
    shared: SharedOutcomes,
    key: string,
    { caller, fingerprint }: Omit<Entry, 'state'>,
  ): Promise<Entry | undefined> {
    const entry = await shared.claim(key, fingerprint);
    if (entry === null) return undefined;
    const { state } = entry;
    if (state.kind !== 'elsewhere') return { caller, fingerprint: entry.fingerprint, state };
    return { caller, fingerprint: entry.fingerprint, state: { kind: 'running', ended: pause(lookMs) } };
  }

  /** Nothing was done. */
  delete(key: string): Promise<void> {
    this.#entries.delete(key);
    return this.#shared?.write(key, '', null) ?? Promise.resolve();
  }

  /** Resolves when other replicas know it, or when they cannot be informed. */
  set(key: string, entry: Entry): Promise<void> {
    this.#keep(key, entry);
    return this.#shared?.write(key, entry.fingerprint, entry.state) ?? Promise.resolve();
  }

  #keep(key: string, entry: Entry): void {
    const keys = this.#ofCaller.get(entry.caller) ?? new Set();
    const [oldest] = keys;
    if (oldest !== undefined && keys.size >= maxOfCaller && !keys.has(key)) this.#entries.delete(oldest);
    this.#entries.set(key, entry);
    keys.add(key);
    this.#ofCaller.set(entry.caller, keys);
  }

  #forget(caller: string, key: string): void {
    const keys = this.#ofCaller.get(caller);
    keys?.delete(key);
    if (keys?.size === 0) this.#ofCaller.delete(caller);
  }
}
