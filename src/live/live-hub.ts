/** All streams of one tenant, by caller: counts and limits them, and passes on signals. */
import { LRUCache } from 'lru-cache';
import type { Clock } from '../base/clock.js';
import type { LimitPart } from '../base/shared-limit.js';
import type { Signal, SignalBus } from '../signals/signal.js';
import type { SourceHealth } from '../signals/source-health.js';
import { CallAllowance } from './call-allowance.js';
import { CallerWatch } from './caller-watch.js';
import { LiveStream, type StreamOptions } from './live-stream.js';
import { RoundLimit } from './round.js';
import { StreamLimitError } from './stream-failures.js';

export interface LiveLimits {
  /** Streams of one payer. */
  readonly maxPerPayer: number;
  /** Milliseconds between two rounds of reads for one caller. */
  readonly intervalMs: number;
  /** Milliseconds between two looks for changes that were not reported. */
  readonly safetyMs: number;
  /** The same where changes are never reported. */
  readonly pollMs: number;
  /** Calls that the streams of one payer cause in a minute, as far as they can wait. */
  readonly callsPerMinute: number;
  /** Milliseconds after which a stream ends. */
  readonly maxAgeMs: number;
}

export interface HubOptions {
  readonly limits: LiveLimits;
  /** Places for streams. */
  readonly streams: LimitPart;
  readonly tenant: string;
  readonly bus: SignalBus;
  readonly health: SourceHealth;
  readonly clock: Pick<Clock, 'monotonicMs'>;
  readonly random: () => number;
  /** Rounds at once. */
  readonly maxRounds: number;
  /** A signal was passed on. @param watches that read because of it, and that did not have to */
  onSignal(signal: Signal, watches: { readonly reading: number; readonly spared: number }): void;
  /** A change was found that nothing had reported. */
  onMissed(): void;
}

/** Who subscribes. */
export interface Subscriber {
  /** Unique for what SuperOffice can distinguish: streams with the same key share reads. */
  readonly principal: string;
  /** Who pays: one for all languages of a caller. */
  readonly quotaKey: string;
  /** Milliseconds after which the credentials end; null: not known. */
  readonly expiresInMs: number | null;
}

/** Sessions of which the last report is kept. */
const maxReported = 10_000;

type OpenOptions = Pick<StreamOptions, 'operation' | 'announcesEnd' | 'onEnd'>;

interface Payer {
  streams: number;
  readonly allowance: CallAllowance;
}

export class LiveHub implements Disposable {
  readonly #watches = new Map<string, CallerWatch>();
  readonly #payers = new Map<string, Payer>();
  readonly #streams = new Set<LiveStream>();
  /** When a session was last reported. */
  readonly #reportedAtMs = new LRUCache<string, number>({ max: maxReported });
  readonly #rounds: RoundLimit;
  readonly #listening: Disposable;
  #isDraining = false;

  constructor(private readonly options: HubOptions) {
    this.#rounds = new RoundLimit(options.maxRounds);
    this.#listening = options.bus.listen(options.tenant, (signal) => this.#pass(signal));
  }

  /** The source of signals has changed: what happened in between is unknown. */
  moveAll(): void {
    for (const watch of this.#watches.values()) watch.moveAll();
  }

  /** @throws {StreamLimitError} there are too many streams, or the gateway stops */
  open(subscriber: Subscriber, options: OpenOptions): LiveStream {
    const { limits, clock } = this.options;
    const { principal, quotaKey, expiresInMs } = subscriber;
    const payer = this.#admit(quotaKey);
    const watch = this.#watches.get(principal) ?? this.#watchOf(subscriber, payer.allowance);
    const stream = new LiveStream({
      ...options,
      clock,
      onWaiting: watch.schedule,
      onEnd: (end) => {
        timers.forEach(clearTimeout);
        this.#streams.delete(stream);
        this.options.streams.release();
        watch.delete(stream);
        payer.streams -= 1;
        if (payer.streams === 0) this.#payers.delete(quotaKey);
        options.onEnd(end);
      },
    });
    const timers = [setTimeout(() => stream.restart(), limits.maxAgeMs)];
    if (expiresInMs !== null && expiresInMs < limits.maxAgeMs)
      timers.push(setTimeout(() => stream.expire(), expiresInMs));
    this.#payers.set(quotaKey, payer);
    payer.streams += 1;
    this.#streams.add(stream);
    watch.add(stream);
    return stream;
  }

  /** Takes a place. @throws {StreamLimitError} */
  #admit(quotaKey: string): Payer {
    const { limits, clock } = this.options;
    const known = this.#payers.get(quotaKey);
    if (this.#isDraining) throw new StreamLimitError('the gateway stops');
    if ((known?.streams ?? 0) >= limits.maxPerPayer)
      throw new StreamLimitError('MAX_SUBSCRIPTIONS_PER_CALLER is reached');
    if (!this.options.streams.take()) throw new StreamLimitError('MAX_SUBSCRIPTIONS is reached');
    return known ?? { streams: 0, allowance: new CallAllowance(limits.callsPerMinute, clock) };
  }

  /** Accepts no more streams, and ends the open ones evenly within this time, so that not all clients return at once. */
  async drain(withinMs: number): Promise<void> {
    this.#isDraining = true;
    const streams = [...this.#streams];
    const startMs = this.options.clock.monotonicMs();
    for (const [index, stream] of streams.entries()) {
      const waitMs = startMs + (withinMs * index) / streams.length - this.options.clock.monotonicMs();
      if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
      stream.restart();
    }
  }

  [Symbol.dispose](): void {
    this.#listening[Symbol.dispose]();
    for (const stream of this.#streams) stream.end('left');
  }

  #watchOf({ principal, quotaKey: payer }: Subscriber, allowance: CallAllowance): CallerWatch {
    const { limits, health, clock, random, onMissed } = this.options;
    const watch = new CallerWatch({
      clock,
      random,
      intervalMs: limits.intervalMs,
      allowance,
      payer,
      wasReported: (id, sinceMs) => (this.#reportedAtMs.get(id) ?? -Infinity) >= sinceMs,
      rounds: this.#rounds,
      pulseMs: () => (health.isPolling ? limits.pollMs : limits.safetyMs),
      onMissed: () => {
        onMissed();
        health.noteMissed();
      },
      onEmpty: () => this.#watches.delete(principal),
    });
    this.#watches.set(principal, watch);
    return watch;
  }

  #pass(signal: Signal): void {
    let reading = 0;
    this.#reportedAtMs.set(signal.sessionId, signal.atMs);
    for (const watch of this.#watches.values()) if (watch.note(signal)) reading += 1;
    this.options.onSignal(signal, { reading, spared: this.#watches.size - reading });
  }
}
