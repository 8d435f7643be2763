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

/** SuperOffice reports a change within this time after it can be read. */
const reportedWithinMs = 10_000;

/** SuperOffice reports one change by several webhooks: a read waits so long for the others. */
const collectMs = 50;

export interface WatchOptions {
  readonly clock: Pick<Clock, 'monotonicMs'>;
  /** From 0 to 1. */
  readonly random: () => number;
  readonly intervalMs: number;
  readonly allowance: CallAllowance;
  readonly rounds: RoundLimit;
  readonly payer: string;
  /** Whether something was reported of this session since then. */
  wasReported(sessionId: string, sinceMs: number): boolean;
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
  #missedTimer: NodeJS.Timeout | null = null;
  #timer: NodeJS.Timeout | null = null;
  #round: Round | null = null;
  #isQueued = false;
  #lastRoundMs = -Infinity;
  /** When the first signal since the last round arrived. */
  #signalledAtMs = -Infinity;
  #pulsedAtMs: number;
  #failures = 0;
  #backoffUntilMs = 0;

  constructor(private readonly options: WatchOptions) {
    this.#topics = new CallerTopics(options.clock);
    this.#pulse = new Pulse(options.clock);
    this.#pulsedAtMs = options.clock.monotonicMs();
  }

  add(stream: LiveStream): void {
    this.#streams.add(stream);
  }

  delete(stream: LiveStream): void {
    this.#streams.delete(stream);
    if (this.#streams.size > 0) return;
    clearTimeout(this.#timer ?? undefined);
    clearTimeout(this.#missedTimer ?? undefined);
    this.#round?.abort();
    this.options.onEmpty();
  }

  /** @returns whether a stream has to read */
  note(signal: Signal): boolean {
    let isMoved = false;
    for (const stream of this.#streams) isMoved = stream.note(signal, this.#topics.ids) || isMoved;
    if (isMoved && this.#signalledAtMs < this.#lastRoundMs) this.#signalledAtMs = signal.atMs;
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
    const collectedMs = Math.max(this.#lastRoundMs + intervalMs, this.#signalledAtMs + collectMs);
    const pacedMs = Math.max(collectedMs, nowMs + allowance.waitMs, this.#backoffUntilMs);
    const isDue = waiting.some((stream) => stream.isDue);
    return isDue ? pacedMs : Math.max(pacedMs, this.#pulsedAtMs + this.options.pulseMs());
  }

  #queue(): void {
    this.#isQueued = true;
    const isFirst = [...this.#streams].some(({ isNew }) => isNew);
    const run = async (): Promise<void> => {
      this.#isQueued = false;
      await this.#run();
      this.schedule();
    };
    this.options.rounds.start({ payer: this.options.payer, isFirst, run });
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
      const pulsedAtMs = this.#pulsedAtMs;
      const isPulse = nowMs - pulsedAtMs >= this.options.pulseMs();
      if (isPulse) await this.#takePulse(waiting, round);
      const changedIds = await this.#read(round, isPulse);
      if (isPulse) this.#reportMissed(changedIds, pulsedAtMs);
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
      return waiting[0]?.operation.newRound(waiting.length) ?? null;
    } catch (error) {
      for (const stream of waiting) stream.fail(error);
      return null;
    }
  }

  async #takePulse(waiting: readonly LiveStream[], round: Round): Promise<void> {
    this.#pulsedAtMs = this.options.clock.monotonicMs();
    await this.#pulse.take([...this.#streams], round).catch((error: unknown) => {
      for (const stream of waiting) stream.fail(error);
    });
  }

  /** All in one tick, so that their loads are joined. @returns ids of sessions in which something has changed */
  async #read(round: Round, isPulse: boolean): Promise<readonly string[]> {
    const due = [...this.#streams].filter(({ isDue, isFailing }) => isDue && !(isPulse && isFailing));
    const changed = await Promise.all(due.map((stream) => stream.run(round, this.#topics)));
    return changed.flat();
  }

  /** Something that is reported a moment later was not missed. */
  #reportMissed(changedIds: readonly string[], sinceMs: number): void {
    const { wasReported, onMissed } = this.options;
    const suspects = [...new Set(changedIds)].filter((id) => !wasReported(id, sinceMs));
    if (suspects.length === 0) return;
    clearTimeout(this.#missedTimer ?? undefined);
    this.#missedTimer = setTimeout(() => {
      for (const id of suspects) if (!wasReported(id, sinceMs)) onMissed();
    }, reportedWithinMs);
  }

  #noteFailures(): void {
    const isFailing = [...this.#streams].some((stream) => stream.isFailing);
    this.#failures = isFailing ? this.#failures + 1 : 0;
    if (!isFailing) return;
    const delayMs = Math.min(maxBackoffMs, this.options.intervalMs * 2 ** (this.#failures - 1));
    this.#backoffUntilMs = this.options.clock.monotonicMs() + delayMs * (0.5 + this.options.random());
  }
}
