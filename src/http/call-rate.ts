/**
 * How many calls go to one tenant in a second: observed always, and limited where a limit is set. No second, wherever it begins, has more
 * than the limit; as many may go at once.
 */
import type { Clock } from '../base/clock.js';
import { pause } from '../base/deadline.js';
import type { AbortSignalLike } from '../base/abort-signal.js';

const windowMs = 1_000;

/** Of the highest rate that is told: longer than the time between two readings of the metrics. */
const secondsKept = 60;

/** The most in a second, for each second of the last minute. */
class Peaks {
  readonly #counts = new Array<number>(secondsKept).fill(0);
  #second = 0;

  note(atMs: number, count: number): void {
    const second = Math.floor(atMs / windowMs);
    this.#forgetUntil(second);
    const place = second % secondsKept;
    this.#counts[place] = Math.max(this.#counts[place] ?? 0, count);
  }

  highest(nowMs: number): number {
    this.#forgetUntil(Math.floor(nowMs / windowMs));
    return Math.max(...this.#counts);
  }

  #forgetUntil(second: number): void {
    if (second - this.#second >= secondsKept) this.#counts.fill(0);
    else while (this.#second < second) this.#counts[++this.#second % secondsKept] = 0;
    this.#second = Math.max(this.#second, second);
  }
}

/** One call that was admitted: when it is sent, and whether that counts. */
export class CallTurn {
  #isAdmitted = true;
  #sentAtMs = 0;
  #callsInSecond = 0;

  constructor(private readonly rate: CallRate) {}

  /** It is sent now. */
  send(): void {
    this.end();
    this.#sentAtMs = this.rate.nowMs();
    this.#callsInSecond = this.rate.countSent(this.#sentAtMs);
  }

  /** It is sent once more, as soon as the rate allows. @throws the signal's reason, when it aborts before */
  async sendAgain(signal: AbortSignalLike): Promise<void> {
    for (let ms = this.rate.waitMs(); ms > 0; ms = this.rate.waitMs()) await pause(ms, signal);
    this.send();
  }

  /** @param isSent false: it was refused in this process after all, and does not count */
  settle(isSent: boolean): void {
    if (isSent) this.rate.noteSent(this.#sentAtMs, this.#callsInSecond);
    else this.rate.uncount(this.#sentAtMs);
  }

  /** It is over, sent or not. */
  end(): void {
    if (this.#isAdmitted) this.rate.leave();
    this.#isAdmitted = false;
  }
}

export class CallRate {
  /** When calls were sent in the last second, oldest first. */
  readonly #recent: number[] = [];
  /** Calls that were admitted and have not been sent yet: each may be sent at any time. */
  #admitted = 0;
  readonly #peaks = new Peaks();

  /**
   * @param maxPerSecond 0: no limit
   * @param onSent is called with how many calls were sent within a second
   */
  constructor(
    readonly maxPerSecond: number,
    private readonly clock: Pick<Clock, 'monotonicMs'>,
    private readonly onSent: (calls: number) => void = () => undefined,
  ) {}

  get isLimited(): boolean {
    return this.maxPerSecond > 0;
  }

  /** Most calls in any second of the last minute. */
  get peak(): number {
    return this.#peaks.highest(this.clock.monotonicMs());
  }

  /** Admits a call, which counts in the second in which it is sent. */
  admit(): CallTurn {
    this.#admitted += 1;
    return new CallTurn(this);
  }

  /** An admitted call is sent, or is over. */
  leave(): void {
    this.#admitted -= 1;
  }

  nowMs(): number {
    return this.clock.monotonicMs();
  }

  /** @param ahead calls that are let in before @returns milliseconds until a call may be sent; 0: now */
  waitMs(ahead = 0): number {
    if (!this.isLimited) return 0;
    const nowMs = this.clock.monotonicMs();
    this.#forgetOld(nowMs);
    const free = this.maxPerSecond - this.#recent.length - this.#admitted;
    if (ahead < free) return 0;
    const behind = ahead - free; // 0: it follows when the oldest is a second old
    const rounds = Math.floor(behind / this.maxPerSecond);
    const begins = (this.#recent[behind % this.maxPerSecond] ?? nowMs) + windowMs;
    return begins + rounds * windowMs - nowMs;
  }

  /** @returns how many calls were sent in the last second, with this one */
  countSent(atMs: number): number {
    this.#forgetOld(atMs);
    return this.#recent.push(atMs);
  }

  uncount(sentAtMs: number): void {
    const index = this.#recent.indexOf(sentAtMs);
    if (index >= 0) this.#recent.splice(index, 1);
  }

  noteSent(atMs: number, callsInSecond: number): void {
    this.#peaks.note(atMs, callsInSecond);
    this.onSent(callsInSecond);
  }

  #forgetOld(nowMs: number): void {
    let old = 0;
    while (old < this.#recent.length && (this.#recent[old] ?? 0) <= nowMs - windowMs) old += 1;
    if (old > 0) this.#recent.splice(0, old);
  }
}
