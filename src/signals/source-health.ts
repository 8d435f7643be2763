/**
 * Where changes are learnt from: webhooks, or polling by the gateway. With `auto`, polling replaces webhooks that prove to be lost, until
 * the next one arrives. While this replica gets no signals of the others, it polls, whatever is configured.
 */
import type { Clock } from '../base/clock.js';

export type LiveSource = 'auto' | 'webhooks' | 'polling';

/** Changes without a webhook after which webhooks count as lost. */
const maxMissed = 2;

/** Missed changes that are further apart are accidents. */
const missedWithinMs = 600_000;

export interface SourceReport {
  readonly source: 'webhooks' | 'polling';
  /** At any replica; null: none since the start. */
  readonly lastWebhookSecondsAgo: number | null;
  /** Changes that no webhook reported, since the start. */
  readonly missedChanges: number;
}

export interface SourceOptions {
  readonly source: LiveSource;
  /** Whether there is a secret, without which no webhook can be accepted. */
  readonly canReceive: boolean;
  readonly clock: Pick<Clock, 'monotonicMs'>;
}

export class SourceHealth {
  #isPolling: boolean;
  #isConnected = true;
  #missedAtMs: number[] = [];
  #missed = 0;
  #webhookAtMs: number | null = null;
  /** Called when the source has changed. */
  onChange: (source: 'webhooks' | 'polling') => void = () => undefined;

  constructor(private readonly options: SourceOptions) {
    const { source, canReceive } = options;
    this.#isPolling = source === 'polling' || (source === 'auto' && !canReceive);
  }

  get isPolling(): boolean {
    return this.#isPolling || !this.#isConnected;
  }

  /** For monitors. */
  report(): SourceReport {
    const agoMs = this.#webhookAtMs === null ? null : this.options.clock.monotonicMs() - this.#webhookAtMs;
    return {
      source: this.isPolling ? 'polling' : 'webhooks',
      lastWebhookSecondsAgo: agoMs === null ? null : Math.round(agoMs / 1000),
      missedChanges: this.#missed,
    };
  }

  /** Whether signals of other replicas arrive. */
  noteConnected(isConnected: boolean): void {
    this.#change(() => (this.#isConnected = isConnected));
  }

  /** A webhook with a valid signature has arrived. */
  noteWebhook(): void {
    this.#webhookAtMs = this.options.clock.monotonicMs();
    this.#missedAtMs = [];
    if (this.options.source === 'auto' && this.options.canReceive) this.#change(() => (this.#isPolling = false));
  }

  /** A change was found that no webhook reported. */
  noteMissed(): void {
    const nowMs = this.options.clock.monotonicMs();
    this.#missed += 1;
    this.#missedAtMs = [...this.#missedAtMs.filter((atMs) => nowMs - atMs < missedWithinMs), nowMs];
    if (this.options.source === 'auto' && this.#missedAtMs.length >= maxMissed)
      this.#change(() => (this.#isPolling = true));
  }

  /** SuperOffice has switched the webhook off. */
  noteOff(): void {
    if (this.options.source === 'auto') this.#change(() => (this.#isPolling = true));
  }

  #change(change: () => void): void {
    const before = this.isPolling;
    change();
    if (this.isPolling !== before) this.onChange(this.isPolling ? 'polling' : 'webhooks');
  }
}
