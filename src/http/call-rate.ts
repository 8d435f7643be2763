/**
 * How many calls go to one tenant in a second: observed always, and limited where a limit is set. No second, wherever it begins, has more
 * than the limit; as many may go at once.
 */
import type { Clock } from '../base/clock.js';
import { pause } from '../base/deadline.js';
import type { EndSignal } from '../base/abort-signal.js';

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

/** One call that has been let in, and may not have been sent yet. */
export interface CallTurn {
  /** It is sent now. @returns what tells whether it was */
  send(): SentCall;
  /** It is over. */
  end(): void;
}

export interface SentCall {
  /** @param isSent false: it was refused on this side after all, and does not count */
  settle(isSent: boolean): void;
}

export class CallRate {
  /** When calls were sent in the last second, oldest first. */
  #recent: number[] = [];
  /** Calls that were let in and have not been sent yet: each may be sent at any time. */
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

  /** Lets a call in, which takes its place in the second in which it is sent. */
  admit(): CallTurn {
    let isWaiting = true;
    this.#admitted += 1;
    const end = (): void => {
      if (isWaiting) this.#admitted -= 1;
      isWaiting = false;
    };
    return {
      send: () => {
        end();
        return this.#send();
      },
      end,
    };
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

  /** For a call that is sent again: as soon as it may be. @throws the signal's reason, when it aborts before */
  async sendAgain(signal: EndSignal): Promise<SentCall> {
    for (let ms = this.waitMs(); ms > 0; ms = this.waitMs()) await pause(ms, signal);
    return this.#send();
  }

  #send(): SentCall {
    const nowMs = this.clock.monotonicMs();
    this.#forgetOld(nowMs);
    this.#recent.push(nowMs);
    const calls = this.#recent.length;
    return {
      settle: (isSent) => {
        if (isSent) {
          this.#peaks.note(nowMs, calls);
          this.onSent(calls);
          return;
        }
        const index = this.#recent.indexOf(nowMs);
        if (index >= 0) this.#recent.splice(index, 1);
      },
    };
  }

  #forgetOld(nowMs: number): void {
    const first = this.#recent.findIndex((sentMs) => sentMs > nowMs - windowMs);
    if (first > 0) this.#recent.splice(0, first);
    else if (first < 0) this.#recent = [];
  }
}
