/**
 * One call: attempts until one succeeds, fails for good, or the deadline comes. Every attempt is a metered call and is told of.
 */
import { ClientLeftError, UpstreamOutcomeUnknownError } from '../errors/upstream-errors.js';
import type { Clock } from '../base/clock.js';
import type { AttemptResult, Exchange, Transport } from './attempt.js';
import type { CallRate, CallTurn } from '../http/call-rate.js';
import { pause, type Deadline } from '../base/deadline.js';
import type { Endpoint } from './endpoints.js';
import type { OwnCredentials } from './credentials/service-credentials.js';
import type { RetryBudget } from '../http/retry-budget.js';
import { retryDelayMs } from '../http/retry-policy.js';

export interface AttemptRules {
  readonly clock: Clock;
  /** From 0 to 1. */
  readonly random: () => number;
  readonly maxRetries: number;
  readonly retryBudget: RetryBudget;
  /** The gateway's own credentials; null: the caller's are in the headers. */
  readonly own: OwnCredentials | null;
  readonly rate: CallRate;
}

/** An exchange that may take several attempts, all within one deadline, and a second place where the first is not the tenant's any more. */
export interface RepeatedExchange {
  readonly exchange: Omit<Exchange, 'signal' | 'url'>;
  readonly deadline: Deadline;
  /** For the first attempt. */
  readonly turn: CallTurn;
  readonly endpoint: Endpoint;
  /** Below its base URL, with the query. */
  readonly path: string;
  /** Of this call's attempts. */
  readonly transport: Pick<Transport, 'attempt'>;
}

/** What is told of each attempt. */
export interface ToldAttempt {
  readonly result: AttemptResult;
  /** 1 for the first. */
  readonly attempt: number;
  readonly durationMs: number;
  /** The deadline of the call came, or the client left, while it was under way. */
  readonly isAborted: boolean;
  /** That was because the client left. */
  readonly isClientGone: boolean;
}

/**
 * @returns the JSON that SuperOffice answered
 * @throws {GatewayError} of the last attempt
 */
export async function repeatedAttempt(
  { clock, random, maxRetries, retryBudget, own, rate }: AttemptRules,
  { exchange, deadline, turn, endpoint, path, transport }: RepeatedExchange,
  tell: (attempt: ToldAttempt) => void,
): Promise<unknown> {
  const { signal } = deadline;
  let { baseUrl } = endpoint;
  let [attempt, movedAttempts, isFirst] = [1, 0, true];

  async function send(headers: Exchange['headers']): Promise<AttemptResult> {
    const sent = isFirst ? turn.send() : await rate.sendAgain(signal);
    isFirst = false;
    const startedMs = clock.monotonicMs();
    const result = await transport.attempt({ url: `${baseUrl}/${path}`, signal, ...exchange, headers });
    const { aborted: isAborted, reason } = signal;
    sent.settle(result.isSent);
    const durationMs = clock.monotonicMs() - startedMs;
    tell({ result, attempt, isAborted, isClientGone: reason instanceof ClientLeftError, durationMs });
    return result;
  }
  const sendOwn = (added: Exchange['headers']): Promise<AttemptResult> => send({ ...exchange.headers, ...added });

  retryBudget.countCall();
  for (; ; attempt += 1) {
    const { outcome, status } = await (own === null ? send(exchange.headers) : own.authorize(sendOwn, signal));
    if (outcome.kind === 'value') return outcome.value;

    const { error, ...failed } = outcome;
    if (error instanceof UpstreamOutcomeUnknownError) throw error;
    signal.throwIfAborted(); // by the deadline, or because the client has left: the reason says which
    const moved = status === 421 && movedAttempts === 0 ? await endpoint.elsewhere(signal) : null;
    if (moved) {
      baseUrl = moved.baseUrl;
      movedAttempts = 1;
      continue; // nothing was done there, so this is no retry
    }
    const repeats = attempt - movedAttempts;
    const failedAttempt = { ...failed, attempt: repeats, maxRetries, remainingMs: deadline.remainingMs() };
    const delayMs = retryDelayMs(failedAttempt, random());
    if (delayMs === null || rate.waitMs() > deadline.remainingMs() || !retryBudget.takeRetry()) throw error;
    await pause(delayMs, signal);
  }
}
