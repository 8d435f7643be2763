/**
 * One circuit: closed, open, or half-open while one attempt decides. Time is monotonic, so setting the clock back does not keep a
 * circuit open.
 */
import type { BreakerConfig } from '../config/superoffice-config.js';
import type { Clock } from '../base/clock.js';

export type BreakerState = 'closed' | 'half-open' | 'open';

/** Old attempts leave the window in steps. */
const stepsPerWindow = 10;

interface Step {
  readonly number: number;
  attempts: number;
  failures: number;
}

/** Counts the attempts of the last `windowMs`, and the failed ones. */
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
    const sum = (count: 'attempts' | 'failures'): number => recent.reduce((total, step) => total + step[count], 0);
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

  /** Whether enough attempts in the window succeeded, even if there were few; null: there were none. */
  get isWorking(): boolean | null {
    const { attempts, failures } = this.#recent.countsAt(this.#clock.monotonicMs());
    return attempts === 0 ? null : !this.#isOverLimit(attempts, failures);
  }

  /** @returns whether an attempt may be sent now. After `halfOpenMs`, an open circuit admits one, which decides. */
  admits(): boolean {
    if (this.#state === 'closed') return true;
    if (this.#state === 'half-open') return false;
    if (this.#clock.monotonicMs() - this.#openedAtMs < this.#config.halfOpenMs) return false;
    this.#change('half-open');
    return true;
  }

  /** Counts an admitted attempt. @param isProbe the attempt was sent while the circuit was half-open */
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
