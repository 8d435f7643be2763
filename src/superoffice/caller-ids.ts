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

/** By a key of the credentials alone. */
export type KnownCallers = LRUCache<string, CallerIds>;

export function knownCallers(clock: Pick<Clock, 'monotonicMs'>): KnownCallers {
  return new LRUCache({ max: 10_000, ttl: keptMs, ttlResolution: 0, perf: { now: () => clock.monotonicMs() } });
}
