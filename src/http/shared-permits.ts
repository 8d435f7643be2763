/**
 * Permits for calls, from a source that several replicas share: a call is sent when this replica has a permit. Permits are fetched when
 * calls wait for them, and expire soon, so that replicas without calls hold none.
 */
import type { Clock } from '../base/clock.js';

export interface PermitSource {
  /** false: permits are not fetched; each replica has its share of the limit. */
  readonly isAvailable: boolean;
  /** The part of the limit that is this replica's while the source is away: from 0 to 1. */
  readonly share: number;
  /**
   * Never rejects.
   * @param wanted permits
   * @param sentAgoMs how long ago this replica sent the calls of the last second without permits
   * @returns the permits, or the milliseconds until there may be one
   */
  take(wanted: number, sentAgoMs: readonly number[]): Promise<{ readonly granted: number; readonly waitMs: number }>;
}

/** Permits that are not used in this time are given up; they count in the source. */
const validMs = 250;

/** Share of the calls of a second that are fetched at once. */
const batchShare = 1 / 10;

/** After a failure, and where the source names a shorter time. */
const shortestWaitMs = 2;

export class SharedPermits {
  #free = 0;
  #validUntilMs = 0;
  #nextAtMs = 0;
  #isFetching = false;
  /** Calls that were sent without permits, in the last second: the source does not know them yet. */
  #unknown: number[] = [];
  /** Called when permits have arrived, or the source has gone. */
  onPermits: () => void = () => undefined;

  constructor(
    private readonly source: PermitSource,
    private readonly maxPerSecond: number,
    private readonly clock: Pick<Clock, 'monotonicMs'>,
  ) {}

  get isAvailable(): boolean {
    return this.source.isAvailable;
  }

  /** Calls per second of this replica while the source is away. */
  get ownPerSecond(): number {
    return Math.max(1, Math.floor(this.maxPerSecond * this.source.share));
  }

  /** @param calls that are to be sent @returns milliseconds until they may be sent; 0: there are permits for them */
  waitMs(calls: number): number {
    const nowMs = this.clock.monotonicMs();
    if (nowMs >= this.#validUntilMs) this.#free = 0;
    if (this.#free >= calls) return 0;
    const waitMs = Math.max(shortestWaitMs, this.#nextAtMs - nowMs);
    if (nowMs >= this.#nextAtMs) void this.#fetch(nowMs);
    return waitMs;
  }

  /** A call is sent. */
  use(): void {
    const nowMs = this.clock.monotonicMs();
    if (this.isAvailable && this.#free > 0) this.#free -= 1;
    else this.#unknown = [...this.#unknown.filter((atMs) => nowMs - atMs < 1_000), nowMs].slice(-this.maxPerSecond);
  }

  async #fetch(nowMs: number): Promise<void> {
    if (this.#isFetching) return;
    this.#isFetching = true;
    const sentAgoMs = this.#unknown.map((atMs) => nowMs - atMs).filter((agoMs) => agoMs < 1_000);
    const wanted = Math.max(1, Math.ceil(this.maxPerSecond * batchShare));
    const { granted, waitMs } = await this.source.take(wanted, sentAgoMs);
    const laterMs = this.clock.monotonicMs();
    if (this.isAvailable) this.#unknown = [];
    this.#free = granted + (laterMs < this.#validUntilMs ? this.#free : 0);
    this.#validUntilMs = laterMs + validMs;
    this.#nextAtMs = laterMs + waitMs;
    this.#isFetching = false;
    this.onPermits();
  }
}
