/**
 * One circuit for each origin, so that a tenant that has left a broken host is not blamed for it. When too many attempts fail, none is sent
 * for a while; then one probe decides. Only outages count: never what one caller's token or rights bring about.
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

/** Origins that a tenant may have left, and the current one. */
const maxCircuits = 4;

export class CircuitBreaker {
  readonly #circuits = new LRUCache<string, Circuit>({ max: maxCircuits });
  #latest: { readonly origin: string; readonly circuit: Circuit } | null = null;

  constructor(private readonly options: BreakerOptions) {}

  /** The circuit of the origin of the next attempt; its state is reported from then on. */
  circuitFor(origin: string): Circuit {
    if (this.#latest?.origin === origin) return this.#latest.circuit;
    const circuit = this.#circuits.get(origin) ?? this.#create();
    this.#circuits.set(origin, circuit);
    this.#latest = { origin, circuit };
    this.options.onStateChange(circuit.state);
    return circuit;
  }

  /** When an open circuit admits its next attempt, at the latest. */
  get retryAfterSeconds(): number {
    return Math.ceil(this.options.config.halfOpenMs / 1000);
  }

  /** State of the circuit of the latest origin. */
  get state(): BreakerState {
    return this.#latest?.circuit.state ?? 'closed';
  }

  /** Whether enough of the recent attempts at the latest origin succeeded; null: there were none. */
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
