/**
 * One call: attempts until one succeeds, fails for good, or the deadline comes. Every attempt is a metered call and is told of.
 */
import { UpstreamOutcomeUnknownError } from '../errors/upstream-errors.js';
import type { Clock } from '../observability/clock.js';
import type { AttemptResult, Exchange, Transport } from './attempt.js';
import { pause, type Deadline } from './deadline.js';
import type { OwnCredentials } from './own-credentials/own-credentials.js';
import type { RetryBudget } from './retry-budget.js';
import { retryDelayMs } from './retry-policy.js';

export interface AttemptRules {
  readonly transport: Pick<Transport, 'attempt'>;
  readonly clock: Clock;
  /** From 0 to 1. */
  readonly random: () => number;
  readonly maxRetries: number;
  readonly retryBudget: RetryBudget;
  /** The gateway's own credentials; null: the caller's are in the headers. */
  readonly own: OwnCredentials | null;
}

/** An exchange that may take several attempts, all within one deadline. */
export type RepeatedExchange = Omit<Exchange, 'signal'> & { readonly deadline: Deadline };

/** What is told of each attempt. */
export interface ToldAttempt extends AttemptResult {
  /** 1 for the first. */
  readonly attempt: number;
  readonly durationMs: number;
  /** The deadline of the call came, or the client left, while it was under way. */
  readonly isAborted: boolean;
}

/**
 * @returns the JSON that SuperOffice answered
 * @throws {GatewayError} of the last attempt
 */
export async function repeatedAttempt(
  { transport, clock, random, maxRetries, retryBudget, own }: AttemptRules,
  { deadline, ...exchange }: RepeatedExchange,
  tell: (attempt: ToldAttempt) => void,
): Promise<unknown> {
  retryBudget.countCall();
  for (let attempt = 1; ; attempt += 1) {
    const send = async (ownHeaders: Exchange['headers'] = {}): Promise<AttemptResult> => {
      const startedMs = clock.monotonicMs();
      const headers = { ...exchange.headers, ...ownHeaders };
      const sent = await transport.attempt({ ...exchange, headers, signal: deadline.signal });
      const isAborted = deadline.signal.aborted;
      tell({ ...sent, attempt, isAborted, durationMs: clock.monotonicMs() - startedMs });
      return sent;
    };
    const result = own === null ? await send() : await own.authorize(send, deadline.signal);
    if (result.outcome.kind === 'value') return result.outcome.value;

    const { error, ...failed } = result.outcome;
    if (error instanceof UpstreamOutcomeUnknownError) throw error;
    deadline.signal.throwIfAborted(); // by the deadline, or because the client has left: the reason says which
    const remainingMs = deadline.remainingMs();
    const delayMs = retryDelayMs({ ...failed, attempt, maxRetries, remainingMs }, random());
    if (delayMs === null || !retryBudget.takeRetry()) throw error;
    await pause(delayMs, deadline.signal);
  }
}
