/**
 * Calls operations of the Chat agent: one process-wide client (connections, queue), one session per incoming request
 * (credentials, deadline, the first 401). Knows HTTP; operations and carriers are the data sources' business.
 */
import type { SuperOfficeConfig } from '../config/gateway-config.js';
import { UnauthenticatedError, UpstreamUnavailableError } from '../errors/upstream-errors.js';
import type { Clock } from '../observability/clock.js';
import type { Logger } from '../observability/logger.js';
import { gotTransport } from './attempt.js';
import { callQueue, QueueFullError } from './call-queue.js';
import type { ForwardedHeaders } from './credentials.js';
import { deadlineWithin, type Deadline } from './deadline.js';
import { repeatedAttempt, type AttemptListener } from './repeated-attempt.js';

/** One operation of the agent, written for the wire. */
export interface AgentCall {
  /** e.g. `GetChatSessionEntity` */
  readonly operation: string;
  /** Of the record that is asked for; names the call in logs. */
  readonly id: string;
  /** The query string as sent, without `?`: nothing in it is escaped any more. */
  readonly query: string;
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
  /** From 0 to 1, for the jitter of retries. */
  readonly random: () => number;
}

const queueRetryAfterSeconds = 1;

/** One line per attempt: operation and query as sent; no host, no header, nothing of the body. */
function attemptLine(logger: Logger, { operation, query }: AgentCall): AttemptListener {
  return ({ outcome, ...figures }) => {
    const line = `POST Agents/Chat/${operation}?${query}`;
    if (outcome.kind === 'value') return logger.info({ event: 'upstream', ...figures }, line);
    const { code, detail } = outcome.error;
    logger.warn({ event: 'upstream', ...figures, code, detail }, line);
  };
}

export function superOfficeClient({ config, clock, random }: ClientOptions): SuperOfficeClient {
  const transport = gotTransport(config, clock.now);
  const rules = { transport, clock, random, maxRetries: config.maxRetries };
  const queue = callQueue(config.maxConcurrency, config.maxQueued);

  function clientSession({ forwarded, signal, logger }: SessionOptions): ClientSession {
    let refusal: UnauthenticatedError | null = forwarded.hasCredentials
      ? null
      : new UnauthenticatedError('the request came without credentials');

    async function attempts(call: AgentCall, deadline: Deadline): Promise<unknown> {
      if (refusal) throw refusal; // the first 401 stops what was not sent yet
      const url = `${config.baseUrl}/Agents/Chat/${call.operation}?${call.query}`;
      const exchange = { call: `${call.operation} ${call.id}`, url, headers: forwarded.headers, deadline };
      try {
        return await repeatedAttempt(rules, exchange, attemptLine(logger, call));
      } catch (error) {
        if (error instanceof UnauthenticatedError) refusal ??= error;
        throw error;
      }
    }

    async function post(call: AgentCall): Promise<unknown> {
      if (refusal) throw refusal;
      using deadline = deadlineWithin(signal, config.totalTimeoutMs, clock);
      try {
        return await queue.run(() => attempts(call, deadline), deadline.signal);
      } catch (error) {
        if (!(error instanceof QueueFullError)) throw error;
        throw new UpstreamUnavailableError(`${call.operation} ${call.id}: the queue is full`, queueRetryAfterSeconds);
      }
    }
    return { post };
  }

  return { session: clientSession, [Symbol.dispose]: () => transport[Symbol.dispose]() };
}
