/**
 * Circuit breaker with one circuit per origin, so that failures of a host do not affect a tenant that has moved away from it. When too many
 * attempts fail, the circuit opens for a while; then one probe decides. Only outages count, not failures caused by a caller's token or rights.
 */
import { LRUCache } from 'lru-cache';
import type { Clock } from '../base/clock.js';
import type { BreakerConfig } from '../config/superoffice-config.js';
import { Circuit, type BreakerState } from './circuit.js';

export type { BreakerState } from './circuit.js';

export interface BreakerOptions {
  readonly config: BreakerConfig;
  readonly clock: Clock;
  onStateChange(state: BreakerState): void;
}

/** The current origin, and former origins of a tenant. */
const maxCircuits = 4;

export class CircuitBreaker {
  readonly #circuits = new LRUCache<string, Circuit>({ max: maxCircuits });
  readonly #liveCircuits = new LRUCache<string, Circuit>({ max: maxCircuits });
  #latest: { readonly origin: string; readonly circuit: Circuit } | null = null;

  constructor(private readonly options: BreakerOptions) {}

  /**
   * @param origin of the next attempt; the breaker reports the state of its circuit from then on
   * @param isLive the attempt is a read for a stream: its failures do not stop others, but those of others stop it
   */
  circuitFor(origin: string, isLive = false): Circuit {
    const circuit = this.#ordinary(origin);
    if (!isLive || circuit.state !== 'closed') return circuit; // also for the attempt that decides
    const { config, clock } = this.options;
    const live = this.#liveCircuits.get(origin) ?? new Circuit(config, clock, () => undefined);
    this.#liveCircuits.set(origin, live);
    return live;
  }

  #ordinary(origin: string): Circuit {
    if (this.#latest?.origin === origin) return this.#latest.circuit;
    const circuit = this.#circuits.get(origin) ?? this.#create();
    this.#circuits.set(origin, circuit);
    this.#latest = { origin, circuit };
    this.options.onStateChange(circuit.state);
    return circuit;
  }

  /** Time until an open circuit admits an attempt, at most. */
  get retryAfterSeconds(): number {
    return Math.ceil(this.options.config.halfOpenMs / 1000);
  }

  /** State of the latest origin's circuit. */
  get state(): BreakerState {
    return this.#latest?.circuit.state ?? 'closed';
  }

  /** Whether enough recent attempts at the latest origin succeeded; null: there were none. */
  get isWorking(): boolean | null {
    return this.#latest?.circuit.isWorking ?? null;
  }

  #create(): Circuit {
    const { config, clock, onStateChange } = this.options;
    const circuit: Circuit = new Circuit(config, clock, () => {
      if (this.#latest?.circuit === circuit) onStateChange(circuit.state);
    });
    return circuit;
  }
}
