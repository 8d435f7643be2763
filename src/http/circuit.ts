/**
 * One circuit: closed, open, or half-open while one attempt decides. Time is monotonic, so a clock that is set back keeps no
 * circuit open.
 */
import type { BreakerConfig } from '../config/superoffice-config.js';
import type { Clock } from '../base/clock.js';

export type BreakerState = 'closed' | 'half-open' | 'open';

/** Steps in which old attempts leave the window. */
const stepsPerWindow = 10;

interface Step {
  readonly number: number;
  attempts: number;
  failures: number;
}

/** How many attempts of the last `windowMs` there were, and how many of them failed. */
class RecentAttempts {
  #steps: Step[] = [];

  constructor(private readonly windowMs: number) {}

  add(atMs: number, isFailure: boolean): void {
    const number = Math.floor((atMs * stepsPerWindow) / this.windowMs);
    let step = this.#steps.at(-1);
    if (step?.number !== number) {
      step = { number, attempts: 0, failures: 0 };
      this.#steps = [...this.#steps.filter((old) => old.number > number - stepsPerWindow), step];
    }
    step.attempts += 1;
    step.failures += isFailure ? 1 : 0;
  }

  countsAt(atMs: number): { readonly attempts: number; readonly failures: number } {
    const oldest = Math.floor((atMs * stepsPerWindow) / this.windowMs) - stepsPerWindow;
    const recent = this.#steps.filter(({ number }) => number > oldest);
    const sum = (of: 'attempts' | 'failures'): number => recent.reduce((total, step) => total + step[of], 0);
    return { attempts: sum('attempts'), failures: sum('failures') };
  }

  clear(): void {
    this.#steps = [];
  }
}

export class Circuit {
  readonly #config: BreakerConfig;
  readonly #clock: Clock;
  readonly #recent: RecentAttempts;
  readonly #onStateChange: () => void;
  #state: BreakerState = 'closed';
  #openedAtMs = 0;

  constructor(config: BreakerConfig, clock: Clock, onStateChange: () => void) {
    this.#config = config;
    this.#clock = clock;
    this.#recent = new RecentAttempts(config.windowMs);
    this.#onStateChange = onStateChange;
  }

  get state(): BreakerState {
    return this.#state;
  }

  /** Whether enough of the attempts in the window came through, however few they were; null: there were none. */
  get isWorking(): boolean | null {
    const { attempts, failures } = this.#recent.countsAt(this.#clock.monotonicMs());
    return attempts === 0 ? null : !this.#isOverLimit(attempts, failures);
  }

  /** @returns whether an attempt may be made now; of an open circuit, after its time, one may, and decides */
  admits(): boolean {
    if (this.#state === 'closed') return true;
    if (this.#state === 'half-open') return false;
    if (this.#clock.monotonicMs() - this.#openedAtMs < this.#config.halfOpenMs) return false;
    this.#change('half-open');
    return true;
  }

  /** Counts an attempt that was admitted. @param isProbe it was made while the circuit was half-open */
  report(isFailure: boolean, isProbe: boolean): void {
    if (isProbe) {
      this.#recent.clear();
      if (isFailure) this.#open();
      else this.#change('closed');
      return;
    }
    const nowMs = this.#clock.monotonicMs();
    this.#recent.add(nowMs, isFailure);
    if (!isFailure || this.#state !== 'closed') return;
    const { attempts, failures } = this.#recent.countsAt(nowMs);
    if (attempts >= this.#config.minCalls && this.#isOverLimit(attempts, failures)) this.#open();
  }

  #isOverLimit(attempts: number, failures: number): boolean {
    return failures * 100 > this.#config.failurePercent * attempts;
  }

  #open(): void {
    this.#openedAtMs = this.#clock.monotonicMs();
    this.#change('open');
  }

  #change(state: BreakerState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#onStateChange();
  }
}
