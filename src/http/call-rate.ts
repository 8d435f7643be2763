/**
 * The rate of calls to one tenant: always observed, and limited where a limit is set. No sliding window of one second has more calls than
 * the limit; all of them may be sent at once. Where several replicas share the limit, each call has a permit in addition.
 */
import type { Clock } from '../base/clock.js';
import { pause } from '../base/deadline.js';
import type { AbortSignalLike } from '../base/abort-signal.js';
import type { SharedPermits } from './shared-permits.js';

const windowMs = 1_000;

/** Old entries that may be left in the list. */
const maxForgotten = 1_000;

/** Seconds that the peak covers: longer than the interval between two scrapes of the metrics. */
const peakSeconds = 60;

/** The highest rate in each second of the last minute. */
class Peaks {
  readonly #counts = new Array<number>(peakSeconds).fill(0);
  #second = 0;

  note(atMs: number, count: number): void {
    const second = Math.floor(atMs / windowMs);
    this.#forgetUntil(second);
    const slot = second % peakSeconds;
    this.#counts[slot] = Math.max(this.#counts[slot] ?? 0, count);
  }

  highest(nowMs: number): number {
    this.#forgetUntil(Math.floor(nowMs / windowMs));
    return Math.max(...this.#counts);
  }

  #forgetUntil(second: number): void {
    if (second - this.#second >= peakSeconds) this.#counts.fill(0);
    else while (this.#second < second) this.#counts[++this.#second % peakSeconds] = 0;
    this.#second = Math.max(this.#second, second);
  }
}

/** One admitted call: when it is sent, and whether it counts. */
export class CallTurn {
  #isAdmitted = true;
  #sentAtMs = 0;
  #callsInSecond = 0;

  constructor(private readonly rate: CallRate) {}

  /** The call is sent now. */
  send(): void {
    this.end();
    this.#sentAtMs = this.rate.nowMs();
    this.#callsInSecond = this.rate.countSent(this.#sentAtMs);
  }

  /** The call is sent again as soon as the rate allows. @throws the signal's reason, if it aborts before */
  async sendAgain(signal: AbortSignalLike): Promise<void> {
    for (let ms = this.rate.waitMs(); ms > 0; ms = this.rate.waitMs()) await pause(ms, signal);
    this.send();
  }

  /** @param isSent false: this process refused the call after all, so it does not count */
  settle(isSent: boolean): void {
    if (isSent) this.rate.noteSent(this.#sentAtMs, this.#callsInSecond);
    else this.rate.uncount(this.#sentAtMs);
  }

  /** The call has ended, sent or not. */
  end(): void {
    if (this.#isAdmitted) this.rate.leave();
    this.#isAdmitted = false;
  }
}

/** A rate that is reported. */
export interface HighRate {
  /** Calls per second. */
  readonly above: number;
  report(callsPerSecond: number): void;
}

export interface RateOptions {
  readonly highRate?: HighRate;
  /** null: there are no other replicas. */
  readonly permits?: SharedPermits | null;
}

const noHighRate: HighRate = { above: Infinity, report: () => undefined };

export class CallRate {
  /** The times of calls, oldest first; those from `#first` on are in the last second. */
  readonly #recent: number[] = [];
  #first = 0;
  /** Calls that were admitted but not sent yet; each may be sent at any time. */
  #admitted = 0;
  readonly #peaks = new Peaks();

  readonly #highRate: HighRate;
  readonly #permits: SharedPermits | null;

  /** @param maxPerSecond 0: no limit */
  constructor(
    readonly maxPerSecond: number,
    private readonly clock: Pick<Clock, 'monotonicMs'>,
    { highRate = noHighRate, permits = null }: RateOptions = {},
  ) {
    this.#highRate = highRate;
    this.#permits = permits;
  }

  get isLimited(): boolean {
    return this.maxPerSecond > 0;
  }

  /** The highest rate of the last minute, in calls per second. */
  get peak(): number {
    return this.#peaks.highest(this.clock.monotonicMs());
  }

  /** Admits a call, which counts when it is sent. */
  admit(): CallTurn {
    this.#admitted += 1;
    return new CallTurn(this);
  }

  /** An admitted call was sent or has ended. */
  leave(): void {
    this.#admitted -= 1;
  }

  nowMs(): number {
    return this.clock.monotonicMs();
  }

  /** @param ahead calls that are admitted first @returns milliseconds until a call may be sent; 0: now */
  waitMs(ahead = 0): number {
    if (!this.isLimited) return 0;
    const isShared = this.#permits?.isAvailable === true;
    const ownMs = this.#ownWaitMs(
      ahead,
      isShared ? this.maxPerSecond : (this.#permits?.ownPerSecond ?? this.maxPerSecond),
    );
    return ownMs > 0 || !isShared ? ownMs : (this.#permits?.waitMs(this.#admitted + ahead + 1) ?? 0);
  }

  /** By the calls of this process. */
  #ownWaitMs(ahead: number, maxPerSecond: number): number {
    const nowMs = this.clock.monotonicMs();
    this.#forgetOld(nowMs);
    const free = maxPerSecond - (this.#recent.length - this.#first) - this.#admitted;
    if (ahead < free) return 0;
    const behind = ahead - free; // 0: the call follows when the oldest is a second old
    const rounds = Math.floor(behind / maxPerSecond);
    const startMs = (this.#recent[this.#first + (behind % maxPerSecond)] ?? nowMs) + windowMs;
    return startMs + rounds * windowMs - nowMs;
  }

  /** @returns the calls in the last second, including this one */
  countSent(atMs: number): number {
    this.#permits?.use();
    this.#forgetOld(atMs);
    return this.#recent.push(atMs) - this.#first;
  }

  uncount(sentAtMs: number): void {
    const index = this.#recent.indexOf(sentAtMs, this.#first);
    if (index >= 0) this.#recent.splice(index, 1);
  }

  noteSent(atMs: number, callsInSecond: number): void {
    this.#peaks.note(atMs, callsInSecond);
    if (callsInSecond > this.#highRate.above) this.#highRate.report(callsInSecond);
  }

  /** Old entries are removed many at a time: each removal moves all that follow. */
  #forgetOld(nowMs: number): void {
    const recent = this.#recent;
    let first = this.#first;
    while (first < recent.length && (recent[first] ?? 0) <= nowMs - windowMs) first += 1;
    if (first > maxForgotten) recent.splice(0, first);
    this.#first = first > maxForgotten ? 0 : first;
  }
}
