/**
 * The streams of one caller. When something may have changed, all that are due are read in one round: at once, then at most one round in
 * an interval. Nothing of one caller is ever shared with another.
 */
import type { Clock } from '../base/clock.js';
import type { Signal } from '../signals/signal.js';
import type { CallAllowance } from './call-allowance.js';
import { CallerTopics } from './caller-topics.js';
import type { LiveStream } from './live-stream.js';
import { Pulse } from './pulse.js';
import type { Round, RoundLimit } from './round.js';

/** The longest time between two attempts while SuperOffice fails. */
const maxBackoffMs = 5_000;

export interface WatchOptions {
  readonly clock: Pick<Clock, 'monotonicMs'>;
  /** From 0 to 1. */
  readonly random: () => number;
  readonly intervalMs: number;
  readonly allowance: CallAllowance;
  readonly rounds: RoundLimit;
  /** Milliseconds between two looks for changes that nothing has reported. */
  pulseMs(): number;
  /** A change was found that nothing has reported. */
  onMissed(): void;
  /** The last stream has ended. */
  onEmpty(): void;
}

export class CallerWatch {
  readonly #streams = new Set<LiveStream>();
  readonly #topics: CallerTopics;
  readonly #pulse: Pulse;
  /** Sessions that were reported since the last pulse. */
  readonly #signalled = new Set<string>();
  #timer: NodeJS.Timeout | null = null;
  #round: Round | null = null;
  #isQueued = false;
  #lastRoundMs = -Infinity;
  #pulsedAtMs: number;
  #failures = 0;
  #backoffUntilMs = 0;

  constructor(private readonly options: WatchOptions) {
    this.#topics = new CallerTopics(options.clock);
    this.#pulse = new Pulse(options.clock);
    this.#pulsedAtMs = options.clock.monotonicMs();
  }

  get size(): number {
    return this.#streams.size;
  }

  add(stream: LiveStream): void {
    this.#streams.add(stream);
  }

  delete(stream: LiveStream): void {
    this.#streams.delete(stream);
    if (this.#streams.size > 0) return;
    clearTimeout(this.#timer ?? undefined);
    this.#round?.abort();
    this.options.onEmpty();
  }

  /** @returns whether a stream has to read */
  note(signal: Signal): boolean {
    this.#signalled.add(signal.sessionId);
    let isMoved = false;
    for (const stream of this.#streams) isMoved = stream.note(signal, this.#topics.ids) || isMoved;
    if (isMoved) this.schedule();
    return isMoved;
  }

  /** Everything may have changed, e.g. after the source of signals has changed. */
  moveAll(): void {
    for (const stream of this.#streams) stream.moveAll();
    this.schedule();
  }

  /** A stream waits, or something may have changed: starts a round as soon as it may. */
  readonly schedule = (): void => {
    if (this.#round || this.#isQueued || this.#streams.size === 0) return;
    const nowMs = this.options.clock.monotonicMs();
    const waitMs = this.#nextRoundMs(nowMs) - nowMs;
    clearTimeout(this.#timer ?? undefined);
    if (waitMs <= 0) this.#queue();
    else if (waitMs < Infinity) this.#timer = setTimeout(this.schedule, Math.ceil(waitMs));
  };

  #nextRoundMs(nowMs: number): number {
    const { intervalMs, allowance } = this.options;
    const waiting = [...this.#streams].filter(({ isWaiting }) => isWaiting);
    if (waiting.some(({ isNew }) => isNew)) return nowMs;
    if (waiting.length === 0) return Infinity;
    const pacedMs = Math.max(this.#lastRoundMs + intervalMs, nowMs + allowance.waitMs, this.#backoffUntilMs);
    const isDue = waiting.some((stream) => stream.isDue);
    return isDue ? pacedMs : Math.max(pacedMs, this.#pulsedAtMs + this.options.pulseMs());
  }

  #queue(): void {
    this.#isQueued = true;
    this.options.rounds.start(async () => {
      this.#isQueued = false;
      await this.#run();
      this.schedule();
    });
  }

  async #run(): Promise<void> {
    const waiting = [...this.#streams].filter(({ isWaiting }) => isWaiting);
    if (waiting.length === 0) return;
    const nowMs = this.options.clock.monotonicMs();
    this.#lastRoundMs = nowMs;
    const round = this.#newRound(waiting);
    if (!round) return;
    this.#round = round;
    try {
      const isPulse = nowMs - this.#pulsedAtMs >= this.options.pulseMs();
      if (isPulse) await this.#takePulse(waiting, round);
      await this.#read(round, isPulse);
    } finally {
      this.#round = null;
      this.options.allowance.take(round.context.usage.calls);
      round.end();
      this.#noteFailures();
    }
  }

  /** @returns null: the credentials are not valid any more, and the streams have ended */
  #newRound(waiting: readonly LiveStream[]): Round | null {
    try {
      return waiting[0]?.operation.newRound() ?? null;
    } catch (error) {
      for (const stream of waiting) stream.fail(error);
      return null;
    }
  }

  async #takePulse(waiting: readonly LiveStream[], round: Round): Promise<void> {
    this.#pulsedAtMs = this.options.clock.monotonicMs();
    await this.#pulse.take(waiting, round).catch((error: unknown) => {
      for (const stream of waiting) stream.fail(error);
    });
  }

  /** All in one tick, so that their loads are joined. */
  async #read(round: Round, isPulse: boolean): Promise<void> {
    const due = [...this.#streams].filter(({ isDue, isFailing }) => isDue && !(isPulse && isFailing));
    const known = [...this.#signalled];
    if (isPulse) this.#signalled.clear();
    const changed = await Promise.all(due.map((stream) => stream.run(round, this.#topics)));
    if (isPulse) this.#reportMissed(changed.flat(), known);
  }

  /** Something that is reported a moment later was not missed. */
  #reportMissed(changedIds: readonly string[], known: readonly string[]): void {
    const suspects = new Set(changedIds.filter((id) => !known.includes(id)));
    if (suspects.size === 0) return;
    setTimeout(() => {
      for (const id of suspects) if (!this.#signalled.has(id)) this.options.onMissed();
    }, 10_000).unref();
  }

  #noteFailures(): void {
    const isFailing = [...this.#streams].some((stream) => stream.isFailing);
    this.#failures = isFailing ? this.#failures + 1 : 0;
    if (!isFailing) return;
    const delayMs = Math.min(maxBackoffMs, this.options.intervalMs * 2 ** (this.#failures - 1));
    this.#backoffUntilMs = this.options.clock.monotonicMs() + delayMs * (0.5 + this.options.random());
  }
}
