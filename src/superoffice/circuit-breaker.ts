/**
 * Spares a SuperOffice that is out of order, and callers the waiting: when too many attempts fail, none is sent for a while;
 * then one probe decides. Only outages count: never what one caller's token or rights bring about. Each origin has a circuit of its own,
 * so that a tenant that has moved off a broken host is not blamed for it.
 */
import { circuitBreaker, CircuitState, handleWhenResult, SamplingBreaker, type CircuitBreakerPolicy } from 'cockatiel';
import type { BreakerConfig } from '../config/gateway-config.js';
import { UpstreamUnavailableError } from '../errors/upstream-errors.js';
import type { AttemptResult, Exchange, Transport } from './attempt.js';
import { boundedCache } from './bounded-cache.js';
import { failure } from './response-errors.js';

export type BreakerState = 'closed' | 'half-open' | 'open';

export interface BreakerOptions {
  readonly config: BreakerConfig;
  onStateChange(state: BreakerState): void;
}

const stateNames = new Map<CircuitState, BreakerState>([
  [CircuitState.Closed, 'closed'],
  [CircuitState.HalfOpen, 'half-open'],
  [CircuitState.Open, 'open'],
]);

const isOutage = (result: unknown): boolean => (result as Judged).counts; // cockatiel hands results over as unknown

interface Judged {
  readonly counts: boolean;
  readonly result: AttemptResult;
}

function policyFor({ failurePercent, minCalls, windowMs, halfOpenMs }: BreakerConfig): CircuitBreakerPolicy {
  return circuitBreaker(handleWhenResult(isOutage), {
    halfOpenAfter: halfOpenMs,
    breaker: new SamplingBreaker({
      threshold: failurePercent / 100,
      duration: windowMs,
      minimumRps: (minCalls * 1000) / windowMs,
    }),
  });
}

/** Those that a tenant may have left, and the one where it is. */
const maxCircuits = 4;

/** Where the tenant is by the latest attempt: its circuit is the one that is shown. */
interface Shown {
  readonly origin: string;
  readonly policy: CircuitBreakerPolicy;
}

const stateOf = (shown: Shown | null): BreakerState => (shown && stateNames.get(shown.policy.state)) ?? 'closed';

function circuitsByOrigin({ config, onStateChange }: BreakerOptions) {
  const circuits = boundedCache<string, CircuitBreakerPolicy>(maxCircuits);
  let shown: Shown | null = null;

  function made(): CircuitBreakerPolicy {
    const policy = policyFor(config);
    policy.onStateChange(() => {
      if (shown?.policy === policy) onStateChange(stateOf(shown));
    });
    return policy;
  }

  return {
    of(url: string): CircuitBreakerPolicy {
      const origin = url.slice(0, url.indexOf('/', 'https://'.length));
      if (shown?.origin === origin) return shown.policy;
      const policy = circuits.getOrMake(origin, made);
      shown = { origin, policy };
      onStateChange(stateOf(shown));
      return policy;
    },
    state: () => stateOf(shown),
  };
}

export interface BreakingTransport extends Transport {
  /** Of the circuit of the origin that was called last. */
  state(): BreakerState;
}

/** The attempts of `transport`, as long as the circuit of their origin is closed. An attempt that is not sent ends at once as UPSTREAM_UNAVAILABLE. */
export function breakingTransport(transport: Transport, options: BreakerOptions): BreakingTransport {
  const circuits = circuitsByOrigin(options);
  const retryAfterSeconds = Math.ceil(options.config.halfOpenMs / 1000);

  function refused({ call }: Exchange): AttemptResult {
    const error = new UpstreamUnavailableError(`${call}: not sent, the circuit is open`, retryAfterSeconds);
    return { isSent: false, outcome: failure(error), status: null, bytes: 0 };
  }

  /** An attempt that was broken off says nothing, except that a probe has not succeeded. */
  async function judged(exchange: Exchange, policy: CircuitBreakerPolicy): Promise<Judged> {
    const isProbe = policy.state !== CircuitState.Closed;
    const result = await transport.attempt(exchange);
    const failed = result.outcome.kind === 'failure' && result.outcome.isOutage;
    return { result, counts: exchange.signal.aborted ? isProbe : failed };
  }

  return {
    async attempt(exchange) {
      const policy = circuits.of(exchange.url);
      if (policy.state === CircuitState.HalfOpen) return refused(exchange); // its probe is under way
      try {
        return (await policy.execute(() => judged(exchange, policy))).result;
      } catch {
        return refused(exchange); // an attempt never throws: the circuit is open
      }
    },
    state: circuits.state,
    [Symbol.dispose]: () => transport[Symbol.dispose](),
  };
}
