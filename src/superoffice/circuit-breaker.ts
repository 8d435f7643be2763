/**
 * Spares a SuperOffice that is out of order, and callers the waiting: when too many attempts fail, none is sent for a while;
 * then one probe decides. Only outages count: never what one caller's token or rights bring about.
 */
import { circuitBreaker, CircuitState, handleWhenResult, SamplingBreaker, type CircuitBreakerPolicy } from 'cockatiel';
import type { BreakerConfig } from '../config/gateway-config.js';
import { UpstreamUnavailableError } from '../errors/upstream-errors.js';
import type { AttemptResult, Exchange, Transport } from './attempt.js';
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

function policyFor({ config, onStateChange }: BreakerOptions): CircuitBreakerPolicy {
  const { failurePercent, minCalls, windowMs, halfOpenMs } = config;
  const policy = circuitBreaker(handleWhenResult(isOutage), {
    halfOpenAfter: halfOpenMs,
    breaker: new SamplingBreaker({
      threshold: failurePercent / 100,
      duration: windowMs,
      minimumRps: (minCalls * 1000) / windowMs,
    }),
  });
  policy.onStateChange((state) => onStateChange(stateNames.get(state) ?? 'open'));
  return policy;
}

/** The attempts of `transport`, as long as the circuit is closed. An attempt that is not sent ends at once as UPSTREAM_UNAVAILABLE. */
export function breakingTransport(transport: Transport, options: BreakerOptions): Transport {
  const policy = policyFor(options);
  const retryAfterSeconds = Math.ceil(options.config.halfOpenMs / 1000);

  function refused({ call }: Exchange): AttemptResult {
    const error = new UpstreamUnavailableError(`${call}: not sent, the circuit is open`, retryAfterSeconds);
    return { isSent: false, outcome: failure(error), status: null, bytes: 0 };
  }

  /** An attempt that was broken off says nothing, except that a probe has not succeeded. */
  async function judged(exchange: Exchange): Promise<Judged> {
    const isProbe = policy.state !== CircuitState.Closed;
    const result = await transport.attempt(exchange);
    const failed = result.outcome.kind === 'failure' && result.outcome.isOutage;
    return { result, counts: exchange.signal.aborted ? isProbe : failed };
  }

  return {
    async attempt(exchange) {
      if (policy.state === CircuitState.HalfOpen) return refused(exchange); // its probe is under way
      try {
        return (await policy.execute(() => judged(exchange))).result;
      } catch {
        return refused(exchange); // an attempt never throws: the circuit is open
      }
    },
    [Symbol.dispose]: () => transport[Symbol.dispose](),
  };
}
