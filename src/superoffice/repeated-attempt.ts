/**
 * One call: attempts until one succeeds, fails for good, or the deadline comes. Every attempt is a metered call and is logged.
 */
import type { Clock } from '../observability/clock.js';
import type { AttemptResult, Exchange, Transport } from './attempt.js';
import { pause } from './deadline.js';
import { retryDelayMs } from './retry-policy.js';

export interface AttemptRules {
  readonly transport: Transport;
  readonly clock: Clock;
  /** From 0 to 1. */
  readonly random: () => number;
  readonly maxRetries: number;
  readonly totalTimeoutMs: number;
}

/** What the log is told of each attempt. */
export type AttemptListener = (
  attempt: AttemptResult & { readonly attempt: number; readonly durationMs: number },
) => void;

/**
 * @returns the JSON that SuperOffice answered
 * @throws {GatewayError} of the last attempt
 */
export async function repeatedAttempt(
  rules: AttemptRules,
  exchange: Exchange,
  tell: AttemptListener,
): Promise<unknown> {
  const { transport, clock, random, maxRetries, totalTimeoutMs } = rules;
  const callStartedMs = clock.monotonicMs();
  for (let attempt = 1; ; attempt += 1) {
    const startedMs = clock.monotonicMs();
    const result = await transport.attempt(exchange);
    const endedMs = clock.monotonicMs();
    tell({ ...result, attempt, durationMs: Math.round(endedMs - startedMs) });
    if (result.outcome.kind === 'value') return result.outcome.value;

    const { error, isRepeatable, retryAfterSeconds } = result.outcome;
    const remainingMs = exchange.signal.aborted ? 0 : totalTimeoutMs - (endedMs - callStartedMs);
    const delayMs = retryDelayMs({ attempt, maxRetries, isRepeatable, retryAfterSeconds, remainingMs }, random());
    if (delayMs === null) throw error;
    await pause(delayMs, exchange.signal);
  }
}
