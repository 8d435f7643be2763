/** The calls that streams of one caller may cause in a minute. Beyond it their events come later; they never fail for it. */
import type { Clock } from '../base/clock.js';

const minuteMs = 60_000;

export class CallAllowance {
  #calls: number;
  #atMs: number;

  constructor(
    private readonly perMinute: number,
    private readonly clock: Pick<Clock, 'monotonicMs'>,
  ) {
    this.#calls = perMinute;
    this.#atMs = clock.monotonicMs();
  }

  /** Milliseconds until a call is allowed; 0: now. */
  get waitMs(): number {
    this.#refill();
    return this.#calls >= 1 ? 0 : Math.ceil(((1 - this.#calls) * minuteMs) / this.perMinute);
  }

  /** Calls were made, allowed or not. */
  take(calls: number): void {
    this.#refill();
    this.#calls = Math.max(-this.perMinute, this.#calls - calls); // a caller who returns again and again waits a minute at most
  }

  #refill(): void {
    const nowMs = this.clock.monotonicMs();
    this.#calls = Math.min(this.perMinute, this.#calls + ((nowMs - this.#atMs) * this.perMinute) / minuteMs);
    this.#atMs = nowMs;
  }
}
