/**
 * The two ids of callers, kept for ten minutes by their credentials, so that a console that polls does not read them each time. Nothing else
 * about a caller is kept, and the ids are dropped when SuperOffice refuses the credentials.
 */
import { LRUCache } from 'lru-cache';
import type { Clock } from '../base/clock.js';

export interface CallerIds {
  readonly associateId: string;
  /** null: the user is none of SuperOffice Service. */
  readonly ejUserId: string | null;
}

const keptMs = 600_000;

export class KnownCallers {
  readonly #ids = new LRUCache<string, { readonly ids: CallerIds; readonly atMs: number }>({ max: 10_000 });

  constructor(private readonly clock: Pick<Clock, 'monotonicMs'>) {}

  /** @param key of the credentials alone */
  get(key: string): CallerIds | null {
    const known = this.#ids.get(key);
    return known && this.clock.monotonicMs() - known.atMs < keptMs ? known.ids : null;
  }

  set(key: string, ids: CallerIds): void {
    this.#ids.set(key, { ids, atMs: this.clock.monotonicMs() });
  }

  delete(key: string): void {
    this.#ids.delete(key);
  }
}
