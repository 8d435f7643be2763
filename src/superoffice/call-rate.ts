/**
 * How many calls go to one tenant in a second: observed always, and limited where a limit is set. No second, wherever it begins, has more
 * than the limit; as many may go at once.
 */
import type { Clock } from '../observability/clock.js';
import { pause } from './deadline.js';
import type { EndSignal } from './end-signal.js';

const windowMs = 1_000;

/** Of the highest rate that is told: longer than the time between two readings of the metrics. */
const secondsKept = 60;

/** The most in a second, for each second of the last minute. */
class Peaks {
  readonly #counts = new Array<number>(secondsKept).fill(0);
  #second = 0;

  note(nowMs: number, count: number): void {
    this.#forgetUntil(nowMs);
    const place = this.#second % secondsKept;
    this.#counts[place] = Math.max(this.#counts[place] ?? 0, count);
  }

  highest(nowMs: number): number {
    this.#forgetUntil(nowMs);
    return Math.max(...this.#counts);
  }

  #forgetUntil(nowMs: number): void {
    const second = Math.floor(nowMs / windowMs);
    if (second - this.#second >= secondsKept) this.#counts.fill(0);
    else while (this.#second < second) this.#counts[++this.#second % secondsKept] = 0;
    this.#second = second;
  }
}

export class CallRate {
  /** When calls began in the last second, oldest first. */
  #recent: number[] = [];
  readonly #peaks = new Peaks();

  /** @param maxPerSecond 0: no limit */
  constructor(
    readonly maxPerSecond: number,
    private readonly clock: Pick<Clock, 'monotonicMs'>,
  ) {}

  get isLimited(): boolean {
    return this.maxPerSecond > 0;
  }

  /** Most calls in any second of the last minute. */
  get peak(): number {
    return this.#peaks.highest(this.clock.monotonicMs());
  }

  /** A call begins now. @returns how many have begun within a second, this one included */
  take(): number {
    const nowMs = this.clock.monotonicMs();
    this.#forgetOld(nowMs);
    this.#recent.push(nowMs);
    this.#peaks.note(nowMs, this.#recent.length);
    return this.#recent.length;
  }

  /** @param ahead calls that begin before @returns milliseconds until a call may begin; 0: now */
  waitMs(ahead = 0): number {
    if (!this.isLimited) return 0;
    const nowMs = this.clock.monotonicMs();
    this.#forgetOld(nowMs);
    const free = this.maxPerSecond - this.#recent.length;
    if (ahead < free) return 0;
    const behind = ahead - free; // 0: it follows when the oldest is a second old
    const rounds = Math.floor(behind / this.maxPerSecond);
    const begins = (this.#recent[behind % this.maxPerSecond] ?? nowMs) + windowMs;
    return begins + rounds * windowMs - nowMs;
  }

  /** For a call that is sent again: as soon as it may be. @throws the signal's reason, when it aborts before */
  async turn(signal: EndSignal): Promise<void> {
    for (let ms = this.waitMs(); ms > 0; ms = this.waitMs()) await pause(ms, signal);
    this.take();
  }

  #forgetOld(nowMs: number): void {
    const first = this.#recent.findIndex((beganMs) => beganMs > nowMs - windowMs);
    if (first > 0) this.#recent.splice(0, first);
    else if (first < 0) this.#recent = [];
  }
}
