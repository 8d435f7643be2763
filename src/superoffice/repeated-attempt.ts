/**
 * One call: attempts until one succeeds, fails for good, or the deadline comes. Every attempt is a metered call and is logged.
 */
import type { Clock } from '../observability/clock.js';
import type { AttemptResult, Exchange, Transport } from './attempt.js';
import { pause, type Deadline } from './deadline.js';
import { retryDelayMs } from './retry-policy.js';

export interface AttemptRules {
  readonly transport: Transport;
  readonly clock: Clock;
  /** From 0 to 1. */
  readonly random: () => number;
  readonly maxRetries: number;
}

/** An exchange that may take several attempts, all within one deadline. */
export type RepeatedExchange = Omit<Exchange, 'signal'> & { readonly deadline: Deadline };

/** What the log is told of each attempt. */
export type AttemptListener = (
  attempt: AttemptResult & { readonly attempt: number; readonly durationMs: number },
) => void;

/**
 * @returns the JSON that SuperOffice answered
 * @throws {GatewayError} of the last attempt
 */
export async function repeatedAttempt(
  { transport, clock, random, maxRetries }: AttemptRules,
  { deadline, ...exchange }: RepeatedExchange,
  tell: AttemptListener,
): Promise<unknown> {
  for (let attempt = 1; ; attempt += 1) {
    const startedMs = clock.monotonicMs();
    const result = await transport.attempt({ ...exchange, signal: deadline.signal });
    tell({ ...result, attempt, durationMs: Math.round(clock.monotonicMs() - startedMs) });
    if (result.outcome.kind === 'value') return result.outcome.value;

    deadline.signal.throwIfAborted(); // by the deadline, or because the client has left: the reason says which
    const { error, ...failed } = result.outcome;
    const remainingMs = deadline.remainingMs();
    const delayMs = retryDelayMs({ ...failed, attempt, maxRetries, remainingMs }, random());
    if (delayMs === null) throw error;
    await pause(delayMs, deadline.signal);
  }
}
