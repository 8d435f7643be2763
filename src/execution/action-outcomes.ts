/** What was done under idempotency keys, for ten minutes: ids and reasons, never a response. */
import { LRUCache } from 'lru-cache';
import type { Clock } from '../base/clock.js';

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

/** `ended` never fails. */
export type ActionState =
  | { readonly kind: 'running'; readonly ended: Promise<unknown> }
  | { readonly kind: 'done'; readonly outcome: KeptOutcome }
  | { readonly kind: 'unknown'; readonly before: string | null };

interface Entry {
  readonly fingerprint: string;
  readonly state: ActionState;
}

const keptMs = 600_000;

/** About 50,000 actions; the ones that were used least recently go first. */
const maxBytes = 16_777_216;

/** A key, a fingerprint, two ids, and what holds them. */
const entryBytes = 320;

/** By caller and key. */
export class ActionOutcomes {
  readonly #entries: LRUCache<string, Entry>;

  constructor(readonly clock: Pick<Clock, 'monotonicMs'>) {
    const bounds = { maxSize: maxBytes, sizeCalculation: () => entryBytes };
    const perf = { now: () => clock.monotonicMs() };
    this.#entries = new LRUCache({ ...bounds, ttl: keptMs, ttlResolution: 0, perf });
  }

  get(key: string): Entry | undefined {
    return this.#entries.get(key);
  }

  /** @param state null: nothing was done */
  set(key: string, { fingerprint, state }: { readonly fingerprint: string; readonly state: ActionState | null }): void {
    if (state === null) this.#entries.delete(key);
    else this.#entries.set(key, { fingerprint, state });
  }
}
