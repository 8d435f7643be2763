/**
 * One call: attempts until one succeeds, fails for good, or the deadline comes. Every attempt is a metered call and is told of.
 */
import { UpstreamOutcomeUnknownError } from '../errors/upstream-errors.js';
import type { Clock } from '../observability/clock.js';
import type { AttemptResult, Exchange, Transport } from './attempt.js';
import { pause, type Deadline } from './deadline.js';
import type { Endpoint } from './endpoints.js';
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

/** An exchange that may take several attempts, all within one deadline, and a second place where the first is not the tenant's any more. */
export interface RepeatedExchange {
  readonly exchange: Omit<Exchange, 'signal' | 'url'>;
  readonly deadline: Deadline;
  readonly endpoint: Endpoint;
  /** Below its base URL, with the query. */
  readonly path: string;
}

/** What is told of each attempt. */
export interface ToldAttempt extends AttemptResult {
  /** 1 for the first. */
  readonly attempt: number;
  readonly durationMs: number;
  /** The deadline of the call came, or the client left, while it was under way. */
  readonly isAborted: boolean;
}

const isMisdirected = ({ status }: AttemptResult): boolean => status === 421;

interface OneAttempt {
  readonly exchange: Exchange;
  readonly attempt: number;
}

async function toldAttempt(
  { transport, clock }: Pick<AttemptRules, 'transport' | 'clock'>,
  { exchange, attempt }: OneAttempt,
  tell: (attempt: ToldAttempt) => void,
): Promise<AttemptResult> {
  const startedMs = clock.monotonicMs();
  const result = await transport.attempt(exchange);
  const durationMs = clock.monotonicMs() - startedMs;
  tell({ ...result, attempt, isAborted: exchange.signal.aborted, durationMs });
  return result;
}

/**
 * @returns the JSON that SuperOffice answered
 * @throws {GatewayError} of the last attempt
 */
export async function repeatedAttempt(
  { transport, clock, random, maxRetries, retryBudget, own }: AttemptRules,
  { exchange, deadline, endpoint, path }: RepeatedExchange,
  tell: (attempt: ToldAttempt) => void,
): Promise<unknown> {
  retryBudget.countCall();
  let [{ baseUrl }, movedAttempts] = [endpoint, 0];
  for (let attempt = 1; ; attempt += 1) {
    const sent = { ...exchange, url: `${baseUrl}/${path}`, signal: deadline.signal };
    const send = (headers: Exchange['headers']): Promise<AttemptResult> =>
      toldAttempt({ transport, clock }, { exchange: { ...sent, headers }, attempt }, tell);
    const sendOwn = (added: Exchange['headers']): Promise<AttemptResult> => send({ ...exchange.headers, ...added });
    const result = own === null ? await send(exchange.headers) : await own.authorize(sendOwn, deadline.signal);
    if (result.outcome.kind === 'value') return result.outcome.value;

    const { error, ...failed } = result.outcome;
    if (error instanceof UpstreamOutcomeUnknownError) throw error;
    deadline.signal.throwIfAborted(); // by the deadline, or because the client has left: the reason says which
    const moved = isMisdirected(result) && movedAttempts === 0 ? await endpoint.elsewhere(deadline.signal) : null;
    if (moved) {
      [baseUrl, movedAttempts] = [moved.baseUrl, 1];
      continue; // nothing was done there, so this is no retry
    }
    const remainingMs = deadline.remainingMs();
    const repeats = attempt - movedAttempts;
    const delayMs = retryDelayMs({ ...failed, attempt: repeats, maxRetries, remainingMs }, random());
    if (delayMs === null || !retryBudget.takeRetry()) throw error;
    await pause(delayMs, deadline.signal);
  }
}
