/**
 * Calls operations of the Chat agent: one process-wide client (connections, queue, circuit), one session per incoming request
 * (credentials, deadline, the first 401). Knows HTTP; operations and carriers are the data sources' business.
 */
import type { SuperOfficeConfig } from '../config/gateway-config.js';
import type { GatewayError } from '../errors/gateway-error.js';
import { UnauthenticatedError, UpstreamCallLimitError, UpstreamUnavailableError } from '../errors/upstream-errors.js';
import type { Clock } from '../observability/clock.js';
import type { Logger } from '../observability/logger.js';
import type { GatewayMetrics } from '../observability/metrics.js';
import { gotTransport } from './attempt.js';
import { reportAttempt } from './attempt-report.js';
import { callMeter } from './call-meter.js';
import { callQueue, QueueFullError } from './call-queue.js';
import { breakingTransport, type BreakerState } from './circuit-breaker.js';
import type { ForwardedHeaders } from './credentials.js';
import { deadlineWithin, type Deadline } from './deadline.js';
import { repeatedAttempt } from './repeated-attempt.js';
import { retryBudget } from './retry-budget.js';

/** One operation of the agent, written for the wire. */
export interface AgentCall {
  /** e.g. `GetChatSessionEntity` */
  readonly operation: string;
  /** Of the record that is asked for; names the call in logs. */
  readonly id: string;
  /** The query string as sent, without `?`: nothing in it is escaped any more. */
  readonly query: string;
  /** Why a well-formed answer cannot be the one that was asked for; null when it can. Its connection is closed then. */
  objectionTo(json: unknown): GatewayError | null;
}

/** What one incoming request may do upstream. */
export interface ClientSession {
  /**
   * @returns the JSON that SuperOffice answered, null where it has nothing
   * @throws {GatewayError} every failure, classified
   */
  post(call: AgentCall): Promise<unknown>;
}

export interface SessionOptions {
  readonly forwarded: ForwardedHeaders;
  /** Whose calls these are: for fair queueing and for what one caller may make. */
  readonly principal: string;
  /** The operation's deadline, and the client's leaving. */
  readonly signal: AbortSignal;
  readonly logger: Logger;
}

export interface SuperOfficeClient extends Disposable {
  session(options: SessionOptions): ClientSession;
}

export interface ClientOptions {
  readonly config: SuperOfficeConfig & { readonly baseUrl: string };
  readonly clock: Clock;
  readonly metrics: GatewayMetrics;
  /** From 0 to 1, for the jitter of retries. */
  readonly random: () => number;
}

const queueRetryAfterSeconds = 1;

const breakerFigures: Readonly<Record<BreakerState, number>> = { closed: 0, 'half-open': 1, open: 2 };

/** What all sessions share. */
function sharedParts({ config, clock, random, metrics }: ClientOptions) {
  const transport = breakingTransport(gotTransport(config, clock), {
    config: config.breaker,
    onStateChange: (state) => metrics.breakerState.set(breakerFigures[state]),
  });
  const queue = callQueue({
    maxInFlight: config.maxConcurrency,
    maxPerPrincipal: config.maxPerPrincipal,
    maxWaiting: config.maxQueued,
  });
  const budget = retryBudget(config.retryBudgetPercent, clock);
  const rules = { transport, clock, random, maxRetries: config.maxRetries, retryBudget: budget };
  const showQueue = (): void => {
    metrics.inFlight.set(queue.inFlight);
    metrics.waiting.set(queue.waiting);
  };
  return { transport, queue, showQueue, rules, meter: callMeter(config.maxCallsPerMinute, clock) };
}

type Parts = ClientOptions & ReturnType<typeof sharedParts>;

function clientSession(parts: Parts, { forwarded, principal, signal, logger }: SessionOptions): ClientSession {
  const { config, clock, metrics, queue, showQueue, rules, meter } = parts;
  let refusal: UnauthenticatedError | null = forwarded.hasCredentials
    ? null
    : new UnauthenticatedError('the request came without credentials');

  async function attempts(call: AgentCall, deadline: Deadline): Promise<unknown> {
    if (refusal) throw refusal; // the first 401 stops what was not sent yet
    showQueue();
    const url = `${config.baseUrl}/Agents/Chat/${call.operation}?${call.query}`;
    const exchange = {
      call: `${call.operation} ${call.id}`,
      url,
      headers: forwarded.headers,
      deadline,
      objectionTo: call.objectionTo,
    };
    try {
      return await repeatedAttempt(rules, exchange, (attempt) => reportAttempt(call, attempt, { logger, metrics }));
    } catch (error) {
      if (error instanceof UnauthenticatedError) refusal ??= error;
      throw error;
    }
  }

  async function post(call: AgentCall): Promise<unknown> {
    if (refusal) throw refusal;
    const name = `${call.operation} ${call.id}`;
    const waitSeconds = meter.secondsToWait(principal);
    if (waitSeconds !== null) throw new UpstreamCallLimitError(`${name}: too many in a minute`, waitSeconds);
    using deadline = deadlineWithin(signal, config.totalTimeoutMs, clock);
    try {
      return await queue.run({ principal, signal: deadline.signal }, () => attempts(call, deadline));
    } catch (error) {
      if (!(error instanceof QueueFullError)) throw error;
      throw new UpstreamUnavailableError(`${name}: the queue is full`, queueRetryAfterSeconds);
    } finally {
      showQueue();
    }
  }
  return { post };
}

export function superOfficeClient(options: ClientOptions): SuperOfficeClient {
  const parts = { ...options, ...sharedParts(options) };
  return {
    session: (sessionOptions) => clientSession(parts, sessionOptions),
    [Symbol.dispose]: () => parts.transport[Symbol.dispose](),
  };
}
