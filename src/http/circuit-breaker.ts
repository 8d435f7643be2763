/**
 * Spares a SuperOffice that is out of order, and callers the waiting: when too many attempts fail, none is sent for a while;
 * then one probe decides. Only outages count: never what one caller's token or rights bring about. Each origin has a circuit of its own,
 * so that a tenant that has moved off a broken host is not blamed for it.
 */
import type { BreakerConfig } from '../config/superoffice-config.js';
import { UpstreamUnavailableError } from '../errors/upstream-errors.js';
import type { Clock } from '../base/clock.js';
import type { AttemptResult, Exchange, Transport } from '../superoffice/attempt.js';
import { boundedCache } from '../base/bounded-cache.js';
import { Circuit, type BreakerState } from './circuit.js';
import { failure } from '../superoffice/response-errors.js';

export type { BreakerState } from './circuit.js';

export interface BreakerOptions {
  readonly config: BreakerConfig;
  readonly clock: Clock;
  onStateChange(state: BreakerState): void;
}

/** Those that a tenant may have left, and the one where it is. */
const maxCircuits = 4;

/** Where the tenant is by the latest attempt: its circuit is the one that is shown. */
interface Shown {
  readonly origin: string;
  readonly circuit: Circuit;
}

function circuitsByOrigin({ config, clock, onStateChange }: BreakerOptions) {
  const circuits = boundedCache<string, Circuit>(maxCircuits);
  let shown: Shown | null = null;

  function made(): Circuit {
    const circuit: Circuit = new Circuit(config, clock, () => {
      if (shown?.circuit === circuit) onStateChange(circuit.state);
    });
    return circuit;
  }

  return {
    of(url: string): Circuit {
      const origin = url.slice(0, url.indexOf('/', 'https://'.length));
      if (shown?.origin === origin) return shown.circuit;
      const circuit = circuits.getOrMake(origin, made);
      shown = { origin, circuit };
      onStateChange(circuit.state);
      return circuit;
    },
    state: (): BreakerState => shown?.circuit.state ?? 'closed',
    isWorking: (): boolean | null => shown?.circuit.isWorking ?? null,
  };
}

export interface BreakingTransport extends Transport {
  /** Of the circuit of the origin that was called last. */
  state(): BreakerState;
  /** Whether enough of the recent attempts there came through; null: there were none. */
  isWorking(): boolean | null;
}

/** The attempts of `transport`, as long as the circuit of their origin is closed. An attempt that is not sent ends at once as UPSTREAM_UNAVAILABLE. */
export function breakingTransport(transport: Transport, options: BreakerOptions): BreakingTransport {
  const circuits = circuitsByOrigin(options);
  const retryAfterSeconds = Math.ceil(options.config.halfOpenMs / 1000);

  function refused({ call }: Exchange): AttemptResult {
    const error = new UpstreamUnavailableError(`${call}: not sent, the circuit is open`, retryAfterSeconds);
    return { isSent: false, outcome: failure(error), status: null, bytes: 0 };
  }

  return {
    async attempt(exchange) {
      const circuit = circuits.of(exchange.url);
      if (!circuit.admits()) return refused(exchange);
      const isProbe = circuit.state === 'half-open';
      const result = await transport.attempt(exchange).catch((error: unknown) => {
        circuit.report(true, isProbe); // a probe without an end would leave the circuit half-open
        throw error;
      });
      const isOutage = result.outcome.kind === 'failure' && result.outcome.isOutage;
      // An attempt that was broken off says nothing, except that a probe has not succeeded.
      if (!exchange.signal.aborted || isProbe) circuit.report(exchange.signal.aborted || isOutage, isProbe);
      return result;
    },
    state: circuits.state,
    isWorking: circuits.isWorking,
    [Symbol.dispose]: () => transport[Symbol.dispose](),
  };
}
