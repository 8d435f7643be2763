/** Limits the calls per minute of one principal (a token bucket): SuperOffice meters calls. */
import { LRUCache } from 'lru-cache';
import type { Clock } from '../base/clock.js';

export interface CallsPerMinute {
  /** @returns null: the call is allowed and counted; otherwise the seconds until the next one is allowed */
  secondsToWait(principal: string): number | null;
}

/** By which replicas learn of each other's calls. */
export interface UsageExchange {
  readonly isAvailable: boolean;
  /** The part of the limit that is this replica's while the others' calls are not known: from 0 to 1. */
  readonly share: number;
  /** Never rejects. @param calls of this replica, by principal, since the last time @returns calls of other replicas since then */
  exchange(calls: ReadonlyMap<string, number>): Promise<ReadonlyMap<string, number>>;
}

interface Bucket {
  readonly calls: number;
  readonly atMs: number;
}

/** Principals with a bucket; the least recently used one is evicted. */
const maxPrincipals = 10_000;

const minuteMs = 60_000;

/** Calls of this time are reported together. */
const exchangeMs = 100;

class Buckets implements CallsPerMinute {
  readonly #buckets = new LRUCache<string, Bucket>({ max: maxPrincipals });
  /** Calls that other replicas do not know of yet. */
  #unreported = new Map<string, number>();
  #timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly maxPerMinute: number,
    private readonly clock: Pick<Clock, 'monotonicMs'>,
    private readonly usage: UsageExchange | null,
  ) {}

  secondsToWait(principal: string): number | null {
    const left = this.#left(principal);
    if (left < 1) return Math.ceil(((1 - left) * minuteMs) / this.#max / 1000);
    this.#set(principal, left - 1);
    this.#report(principal);
    return null;
  }

  get #max(): number {
    const { usage, maxPerMinute } = this;
    return usage === null || usage.isAvailable ? maxPerMinute : Math.max(1, maxPerMinute * usage.share);
  }

  #left(principal: string): number {
    const max = this.#max;
    const { calls, atMs } = this.#buckets.get(principal) ?? { calls: max, atMs: this.clock.monotonicMs() };
    return Math.min(max, calls + ((this.clock.monotonicMs() - atMs) * max) / minuteMs);
  }

  #set(principal: string, calls: number): void {
    this.#buckets.set(principal, { calls, atMs: this.clock.monotonicMs() });
  }

  #report(principal: string): void {
    if (this.usage === null) return;
    this.#unreported.set(principal, (this.#unreported.get(principal) ?? 0) + 1);
    this.#timer ??= setTimeout(() => void this.#exchange(this.usage), exchangeMs).unref();
  }

  async #exchange(usage: UsageExchange | null): Promise<void> {
    this.#timer = null;
    const calls = this.#unreported;
    this.#unreported = new Map();
    const others = (await usage?.exchange(calls)) ?? new Map<string, number>();
    for (const [principal, count] of others) this.#set(principal, Math.max(0, this.#left(principal) - count));
  }
}

/** @param usage null: there are no other replicas @returns null: 0 calls a minute mean that there is no limit */
export function callsPerMinute(
  maxPerMinute: number,
  clock: Pick<Clock, 'monotonicMs'>,
  usage: UsageExchange | null = null,
): CallsPerMinute | null {
  return maxPerMinute === 0 ? null : new Buckets(maxPerMinute, clock, usage);
}
