/**
 * One call of an agent, from a loader to the wire and back. What wraps it, in this order:
 *
 *   1. credentials      none, or refused earlier in this request: the call is not made
 *   2. limits           calls of the operation, and of the caller in a minute          call-refusals
 *   3. deadline         of the call, within that of the operation                      base/deadline
 *   4. queue            a slot, memory and the rate, fair between callers;             http/call-queue
 *                       reads for streams come last
 *   5. endpoint         where the tenant is now                                        endpoints
 *   6. attempts         until one succeeds, fails for good, or the deadline comes      http/retry-policy
 *      a. gateway credentials   the gateway's own, renewed once                        credentials/
 *      b. rate                  a second attempt waits for it                          http/call-rate
 *      c. trace                 a span, and the headers that continue the trace        attempt-span
 *      d. circuit breaker       nothing is sent while it is open; streams' is separate http/circuit-breaker
 *      e. exchange              HTTP, and the check of the response                    attempt
 *      f. report                one line in the log, metrics, the request's usage      attempt-report
 */
import type { Clock } from '../base/clock.js';
import { deadlineWithin, pause, type Deadline } from '../base/deadline.js';
import type { SuperOfficeConfig } from '../config/superoffice-config.js';
import {
  ClientLeftError,
  noResultWithin,
  UnauthenticatedError,
  UpstreamOutcomeUnknownError,
} from '../errors/upstream-errors.js';
import type { CallBytes } from '../http/byte-budget.js';
import type { CallQueue } from '../http/call-queue.js';
import type { CallRate, CallTurn } from '../http/call-rate.js';
import type { CallsPerMinute } from '../http/calls-per-minute.js';
import type { Circuit } from '../http/circuit.js';
import type { CircuitBreaker } from '../http/circuit-breaker.js';
import type { HttpRequest } from '../http/got-transport.js';
import type { RetryBudget } from '../http/retry-budget.js';
import { retryDelayMs } from '../http/retry-policy.js';
import type { Urgency } from '../http/waiting-calls.js';
import type { GatewayMetrics } from '../observability/metrics.js';
import type { RequestTrace, TraceContext } from '../observability/request-trace.js';
import { nameOf, pathOf, type AgentCall } from './agent-call.js';
import { notSent, type AttemptResult, type Attempts } from './attempt.js';
import { reportAttempt, type ReportSinks } from './attempt-report.js';
import { beginAttemptSpan } from './attempt-span.js';
import { queueRefusal, shortOfMemory, tooManyCalls, tooManyInMinute } from './call-refusals.js';
import type { SessionOptions } from './client.js';
import type { GatewayCredentials } from './credentials/gateway-credentials.js';
import type { Endpoint, Endpoints } from './endpoints.js';

/** What all calls to one tenant share. */
export interface CallParts {
  readonly config: SuperOfficeConfig;
  readonly clock: Clock;
  /** From 0 to 1, for the jitter of retries. */
  readonly random: () => number;
  readonly metrics: GatewayMetrics;
  readonly endpoints: Endpoints;
  readonly attempts: Attempts;
  readonly breaker: CircuitBreaker;
  readonly queue: CallQueue;
  readonly rate: CallRate;
  /** null: there is no limit. */
  readonly callsPerMinute: CallsPerMinute | null;
  readonly retryBudget: RetryBudget;
  /** The gateway's own credentials; null: callers send theirs. */
  readonly own: GatewayCredentials | null;
}

/** The incoming request that calls are made for. */
export interface CallingRequest extends SessionOptions {
  readonly trace: RequestTrace | null;
  readonly sinks: ReportSinks;
  /** Calls so far. */
  calls: number;
  /** Why no call is made any more: there are no credentials, or SuperOffice has refused them. */
  refusal: UnauthenticatedError | null;
}

/** What a call has once its turn has come. */
interface Begun {
  readonly deadline: Deadline;
  readonly turn: CallTurn;
  readonly bytes: CallBytes | undefined;
}

type Headers = HttpRequest['headers'];

/** Time of a call after which it is given up if it still waits, as a share: a response could hardly come in time. */
const shareForWaiting = 0.75;

/** Calls of an operation that a person is assumed to wait for; those that follow belong to a long list. */
const interactiveCalls = 10;

function sentHeaders({ forwarded: { headers } }: SessionOptions, { without = [] }: AgentCall): Headers {
  if (without.length === 0) return headers;
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !without.includes(name.toLowerCase())));
}

class CallInProgress {
  readonly #parts: CallParts;
  readonly #request: CallingRequest;
  readonly #call: AgentCall;
  readonly #name: string;
  readonly #path: string;
  readonly #headers: Headers;
  /** Where the call belongs in the trace: looked up before anything waits. */
  readonly #traceContext: TraceContext | undefined;
  #sends = 0;

  constructor(parts: CallParts, request: CallingRequest, call: AgentCall) {
    this.#parts = parts;
    this.#request = request;
    this.#call = call;
    this.#name = nameOf(call);
    this.#path = pathOf(call);
    this.#headers = sentHeaders(request, call);
    this.#traceContext = request.trace?.current();
  }

  /** Steps 1 to 4. */
  async run(): Promise<unknown> {
    const { config, clock, metrics, queue } = this.#parts;
    const { held, quotaKey: principal, signal: outer, refusal, isLive } = this.#request;
    if (refusal) throw refusal;
    const urgency = this.#countCall();
    const deadline = deadlineWithin(outer, { limitMs: config.totalTimeoutMs, clock, expired: noResultWithin });
    const bytes = held?.call(this.#call.operation);
    const beginWithinMs = shareForWaiting * config.totalTimeoutMs;
    const queued = { principal, signal: deadline.signal, room: bytes, urgency, beginWithinMs, isLive };
    try {
      const turn = await queue.acquire(queued);
      try {
        return await this.#begin({ deadline, turn, bytes });
      } finally {
        queue.release(queued, turn);
      }
    } catch (error) {
      throw queueRefusal(metrics, this.#name, error);
    } finally {
      bytes?.end();
      deadline[Symbol.dispose]();
    }
  }

  /** Step 2. @throws {UpstreamCallLimitError} */
  #countCall(): Urgency {
    const { callsPerMinute, metrics } = this.#parts;
    const request = this.#request;
    request.calls += 1;
    if (request.calls > request.maxCalls) throw tooManyCalls(metrics, this.#name);
    const waitSeconds = callsPerMinute?.secondsToWait(request.quotaKey) ?? null;
    if (waitSeconds !== null) throw tooManyInMinute(metrics, this.#name, waitSeconds);
    if (this.#call.isAction) return 'action';
    return request.calls <= interactiveCalls ? 'interactive' : 'long-list';
  }

  /** Step 5. */
  async #begin(begun: Begun): Promise<unknown> {
    const request = this.#request;
    if (begun.bytes?.isExhausted) throw shortOfMemory(this.#parts.metrics, this.#name);
    const endpoint = await this.#parts.endpoints.current(begun.deadline.signal);
    if (request.refusal) throw request.refusal; // the first 401 stops what was not sent yet
    try {
      return await this.#attempt(begun, endpoint);
    } catch (error) {
      if (error instanceof UnauthenticatedError) {
        request.refusal ??= error;
        request.onRefused?.();
      }
      throw error;
    }
  }

  /** Step 6: every attempt is a metered call. @throws {GatewayError} of the last attempt */
  async #attempt(begun: Begun, first: Endpoint): Promise<unknown> {
    const { random, config, retryBudget, own, rate } = this.#parts;
    const { deadline } = begun;
    const { signal } = deadline;
    let [endpoint, isRelocated] = [first, false];
    retryBudget.countCall();
    for (let attempt = 1; ; attempt += 1) {
      const send = (added: Headers | null): Promise<AttemptResult> =>
        this.#send({ ...begun, endpoint, attempt, headers: added ? { ...this.#headers, ...added } : this.#headers });
      const { outcome, status } = await (own === null ? send(null) : own.authorize(send, signal));
      if (outcome.kind === 'value') return outcome.value;

      const { error } = outcome;
      if (error instanceof UpstreamOutcomeUnknownError) throw error;
      signal.throwIfAborted(); // by the deadline, or because the client has left: the reason says which
      const relocated = status === 421 && !isRelocated ? await endpoint.relocated(signal) : null;
      if (relocated) {
        [endpoint, isRelocated] = [relocated, true];
        continue; // nothing was done at the former endpoint, so this is no retry
      }
      const { isRepeatable, retryAfterSeconds } = outcome;
      const remainingMs = deadline.remainingMs();
      const repeats = { attempt: isRelocated ? attempt - 1 : attempt, maxRetries: config.maxRetries, remainingMs };
      const delayMs = retryDelayMs({ isRepeatable, retryAfterSeconds, ...repeats }, random());
      if (delayMs === null || rate.waitMs() > remainingMs || !retryBudget.takeRetry()) throw error;
      await pause(delayMs, signal);
    }
  }

  /** Steps 6b to 6f. */
  async #send({ deadline: { signal }, turn, bytes, endpoint, attempt, headers }: Sent): Promise<AttemptResult> {
    const { clock, breaker } = this.#parts;
    const call = this.#call;
    const { trace, principal, sinks, isLive = false } = this.#request;
    if (this.#sends > 0) await turn.sendAgain(signal);
    else turn.send();
    this.#sends += 1;
    const startedMs = clock.monotonicMs();
    const parent = this.#traceContext;
    const span = trace && parent && beginAttemptSpan(trace, parent, { ...call, attempt: this.#sends });
    const request: HttpRequest = {
      call: this.#name,
      caller: principal,
      origin: endpoint.origin,
      method: call.method,
      path: `${endpoint.basePath}/${this.#path}`,
      headers: span?.headers ? { ...headers, ...span.headers } : headers,
      body: call.body ?? '',
      contentType: call.contentType,
      isAction: call.isAction ?? false,
      isLive,
      signal,
      hold: bytes && ((count) => bytes.arrive(count)),
    };
    const circuit = breaker.circuitFor(endpoint.origin, isLive);
    const result = circuit.admits() ? await this.#exchange(request, circuit) : notSent(this.#name, breaker);
    span?.end(result);
    const { aborted: isAborted, reason } = signal;
    turn.settle(result.isSent);
    const durationMs = clock.monotonicMs() - startedMs;
    const isClientGone = reason instanceof ClientLeftError;
    const report = { result, attempt, startedMs, durationMs, isAborted, isClientGone };
    reportAttempt({ call, path: this.#path }, report, sinks);
    return result;
  }

  /** Step 6e, of which the circuit is informed. */
  async #exchange(request: HttpRequest, circuit: Circuit): Promise<AttemptResult> {
    const isProbe = circuit.state === 'half-open';
    try {
      const result = await this.#parts.attempts.send(request, this.#call.expected);
      const { outcome } = result;
      const { aborted } = request.signal;
      // An attempt that was aborted says nothing, except that a probe has not succeeded.
      const isFailure = aborted || (outcome.kind === 'failure' && outcome.isOutage);
      if (!aborted || isProbe) circuit.report(isFailure, isProbe);
      return result;
    } catch (error) {
      circuit.report(true, isProbe); // a probe without an end would leave the circuit half-open
      throw error;
    }
  }
}

interface Sent extends Begun {
  readonly endpoint: Endpoint;
  /** 1 for the first. */
  readonly attempt: number;
  readonly headers: Headers;
}

/**
 * @returns the JSON of the response, null where SuperOffice has nothing
 * @throws {GatewayError} every failure, classified
 */
export const makeCall = (parts: CallParts, request: CallingRequest, call: AgentCall): Promise<unknown> =>
  new CallInProgress(parts, request, call).run();
