/** Outcomes of idempotency keys that all replicas know: who acts, and what was done. Ids and codes, as text. */
import type { Clock } from '../base/clock.js';
import { TransferReachedAnotherError } from '../errors/upstream-errors.js';
import type { ActionState } from './action-outcomes.js';

/** Texts by key, for ten minutes. */
export interface OutcomeStore {
  /** false: this replica goes on by itself. */
  readonly isAvailable: boolean;
  /** The text as it may be stored: without the secret of the gateway, it cannot be compared with a guess. */
  blind(text: string): string;
  /** Stores `next` where `expected` is stored; null: nothing is. Never rejects. @returns what was stored; null where `next` is stored now */
  swap(key: string, expected: string | null, next: string): Promise<string | null>;
  /** Never rejects. @param text null: nothing was done */
  write(key: string, text: string | null): Promise<void>;
}

/** As stored; times are milliseconds since 1970. */
interface StoredAction {
  readonly fingerprint: string;
  readonly kind: ActionState['kind'];
  readonly atMs: number;
  /** done: of the record · error: of the session */
  readonly id?: string | null;
  /** done: why nothing was done · error: the associate id of the user that was reached */
  readonly code?: string | null;
  /** unknown, running: what a look has to know */
  readonly before?: string | null;
  readonly mayBeInProgress?: boolean;
}

/** A replica that has not ended its action by then is gone. */
const longestActionMs = 60_000;

/** How often a replica looks whether another one has ended. */
export const lookMs = 100;

/** What is stored of a key, as this replica sees it. */
export interface SharedEntry {
  readonly fingerprint: string;
  /** running: another replica acts. */
  readonly state: Exclude<ActionState, { readonly kind: 'running' }> | { readonly kind: 'elsewhere' };
}

const detailsOf = (state: ActionState): Partial<StoredAction> => {
  switch (state.kind) {
    case 'running':
      return { before: state.before ?? null };
    case 'done':
      return state.outcome;
    case 'unknown':
      return { before: state.before, mayBeInProgress: state.mayBeInProgress };
    case 'error': {
      const { error } = state;
      return error instanceof TransferReachedAnotherError
        ? { id: error.sessionId, code: error.reached.associateId }
        : {};
    }
  }
};

export class SharedOutcomes {
  constructor(
    private readonly store: OutcomeStore,
    private readonly clock: Pick<Clock, 'now' | 'monotonicMs'>,
  ) {}

  get isAvailable(): boolean {
    return this.store.isAvailable;
  }

  write(key: string, fingerprint: string, state: ActionState | null): Promise<void> {
    return this.store.write(key, state && this.#textOf(this.store.blind(fingerprint), state));
  }

  /** Claims the key for an action of this replica. @returns null: it may act, and nothing was done before */
  async claim(key: string, fingerprint: string): Promise<SharedEntry | null> {
    const stored = this.store.blind(fingerprint);
    const entry = await this.#claim(key, stored);
    return entry?.fingerprint === stored ? { ...entry, fingerprint } : entry;
  }

  async #claim(key: string, fingerprint: string): Promise<SharedEntry | null> {
    const running = (before: string | null): string =>
      this.#textOf(fingerprint, { kind: 'running', ended: Promise.resolve(), before });
    let expected: string | null = null;
    for (;;) {
      const found: string | null = await this.store.swap(key, expected, running(this.#beforeIn(expected)));
      const claimed = found === null && expected !== null ? this.#entryOf(expected) : null;
      if (found === null) return claimed;
      const entry = this.#entryOf(found);
      if (entry === null || entry.fingerprint !== fingerprint || entry.state.kind !== 'unknown') return entry;
      expected = found; // this replica takes over, unless another one was faster
    }
  }

  #textOf(fingerprint: string, state: ActionState): string {
    const stored: StoredAction = { fingerprint, kind: state.kind, atMs: this.clock.now(), ...detailsOf(state) };
    return JSON.stringify(stored);
  }

  #beforeIn(text: string | null): string | null {
    return text === null ? null : (this.#parsed(text)?.before ?? null);
  }

  #parsed(text: string): StoredAction | null {
    try {
      return JSON.parse(text) as StoredAction; // a replica has written it
    } catch {
      return null;
    }
  }

  #entryOf(text: string): SharedEntry | null {
    const stored = this.#parsed(text);
    if (stored === null) return null;
    const { fingerprint, kind, id = null, code = null, before = null } = stored;
    const ageMs = Math.max(0, this.clock.now() - stored.atMs);
    const isGone = kind === 'running' && ageMs > longestActionMs;
    if (kind === 'running' && !isGone) return { fingerprint, state: { kind: 'elsewhere' } };
    if (kind === 'done') return { fingerprint, state: { kind, outcome: { id, code } } };
    if (kind === 'error') {
      const error = new TransferReachedAnotherError(id ?? '', { associateId: code ?? '', fullName: null });
      return { fingerprint, state: { kind, error } };
    }
    const mayBeInProgress = stored.mayBeInProgress ?? false;
    const sinceMs = this.clock.monotonicMs() - ageMs;
    return { fingerprint, state: { kind: 'unknown', before, sinceMs, mayBeInProgress } };
  }
}
