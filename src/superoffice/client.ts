/**
 * The client of SuperOffice: one for the process (connections, queue, circuit), one session for each incoming request (credentials,
 * deadline, the first 401). How a call is made is in call-pipeline.
 */
import type { AbortSignalLike } from '../base/abort-signal.js';
import type { Clock } from '../base/clock.js';
import type { SuperOfficeConfig } from '../config/superoffice-config.js';
import { UnauthenticatedError } from '../errors/upstream-errors.js';
import { ByteBudget, HeldBytes } from '../http/byte-budget.js';
import { callQueue } from '../http/call-queue.js';
import { callsPerMinute } from '../http/calls-per-minute.js';
import { CircuitBreaker, type BreakerState } from '../http/circuit-breaker.js';
import { retryBudget } from '../http/retry-budget.js';
import { otherClient } from '../observability/client-label.js';
import type { Logger } from '../observability/logger.js';
import type { GatewayMetrics } from '../observability/metrics.js';
import { requestTrace, type RequestTrace } from '../observability/request-trace.js';
import { SampledCauses } from '../observability/sampled-causes.js';
import type { AgentCall } from './agent-call.js';
import { attemptsOver } from './attempt.js';
import type { CallUsage, MeteredCall } from './attempt-report.js';
import { makeCall, type CallingRequest, type CallParts } from './call-pipeline.js';
import type { GatewayCredentials } from './credentials/gateway-credentials.js';
import type { Endpoints, EndpointsHealth } from './endpoints.js';
import type { ForwardedHeaders } from './forwarded-headers.js';
import { observedRate } from './observed-rate.js';
import { reachability } from './reachability.js';

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
  /** Whose calls these are: no connection serves two. */
  readonly principal: string;
  /** Who pays for them: for fair queueing and for what one caller may make. */
  readonly quotaKey: string;
  /** The operation's deadline, and the client's leaving. */
  readonly signal: AbortSignalLike;
  /** Calls that the whole operation may make, retries not counted. */
  readonly maxCalls: number;
  readonly logger: Logger;
  /** Told of every attempt, retries included. */
  readonly onCall?: ((call: MeteredCall) => void) | undefined;
  /** Adds up what is sent; default: nobody wants to know. */
  readonly usage?: CallUsage | undefined;
  /** For which client calls are counted; default: other. */
  readonly client?: string | undefined;
  /** Of the incoming request; default: each call begins a trace of its own. */
  readonly trace?: RequestTrace | undefined;
  /** What the request holds of responses; default: it is not counted. */
  readonly held?: HeldBytes | undefined;
}

/** What can be told to everybody of the way to SuperOffice. */
export interface ClientHealth extends EndpointsHealth {
  readonly circuit: BreakerState;
  /** Whether SuperOffice answers, by recent calls or, where there were none, by a request that costs nothing; null: it is not to be asked. */
  readonly isReachable: boolean | null;
}

export interface SuperOfficeClient extends Disposable {
  session(options: SessionOptions): ClientSession;
  /** For one request, which releases it when it has ended. */
  holdBytes(): HeldBytes;
  /** Never throws. */
  health(signal: AbortSignalLike): Promise<ClientHealth>;
}

export interface ClientOptions {
  readonly config: SuperOfficeConfig;
  /** Disposed of with the client. */
  readonly endpoints: Endpoints;
  readonly clock: Clock;
  readonly metrics: GatewayMetrics;
  /** For what concerns all requests; default: nothing is logged of it. */
  readonly logger?: Logger | undefined;
  /** From 0 to 1, for the jitter of retries. */
  readonly random: () => number;
  /** The gateway's own credentials, which end with the client; default: none, callers bring theirs. */
  readonly own?: GatewayCredentials | null;
}

const breakerFigures: Readonly<Record<BreakerState, number>> = { closed: 0, 'half-open': 1, open: 2 };

/** Tells when the circuit opens, and when it has closed again. */
function stateLog(logger: Logger | undefined): (state: BreakerState) => void {
  let wasOpen = false;
  return (state) => {
    const about = { event: 'circuit', state };
    if (state === 'open') logger?.error(about, 'Too many calls failed: for a while none are sent to SuperOffice');
    if (state === 'closed' && wasOpen) logger?.info(about, 'SuperOffice answers again');
    wasOpen = state !== 'closed';
  };
}

function breakerFor({ config, clock, metrics, logger }: ClientOptions): CircuitBreaker {
  const logState = stateLog(logger);
  return new CircuitBreaker({
    config: config.breaker,
    clock,
    onStateChange: (state) => {
      metrics.breakerState.set(breakerFigures[state]);
      logState(state);
    },
  });
}

/** What all sessions share. */
function sharedParts(options: ClientOptions): CallParts & { readonly bytes: ByteBudget } {
  const { config, clock, random, metrics, endpoints, own = null } = options;
  const rate = observedRate(options);
  const queue = callQueue({
    maxInFlight: config.maxConcurrency,
    maxPerPrincipal: config.maxPerPrincipal,
    maxWaiting: config.maxQueued,
    rate,
  });
  const bytes = new ByteBudget(config.maxHeldBytes, config.maxResponseBytes);
  bytes.onRoom = () => queue.startWaitingCalls();
  metrics.heldBytes.readFrom(() => bytes.held);
  metrics.inFlight.readFrom(() => queue.inFlight);
  metrics.waiting.readFrom(() => queue.waiting);
  return {
    ...{ config, clock, random, metrics, endpoints, own, rate, queue, bytes },
    attempts: attemptsOver(config, clock),
    breaker: breakerFor(options),
    callsPerMinute: callsPerMinute(config.maxCallsPerMinute, clock),
    retryBudget: retryBudget(config.retryBudgetPercent, clock),
  };
}

function clientSession(parts: CallParts, options: SessionOptions, failures: SampledCauses): ClientSession {
  const { forwarded, logger, usage, onCall, client = otherClient, trace = requestTrace({}) } = options;
  const { config, metrics } = parts;
  const refusal = forwarded.hasCredentials ? null : new UnauthenticatedError('the request came without credentials');
  const sinks = { logger, level: config.callLogLevel, failures, usage, metrics, onCall, client };
  const request: CallingRequest = { ...options, trace, sinks, calls: 0, refusal };
  return { post: (call) => makeCall(parts, request, call) };
}

export function superOfficeClient(options: ClientOptions): SuperOfficeClient {
  const parts = sharedParts(options);
  const { endpoints, breaker, bytes, attempts, own } = parts;
  const failures = new SampledCauses(options.clock);
  const probe = reachability(options);
  return {
    session: (sessionOptions) => clientSession(parts, sessionOptions, failures),
    holdBytes: () => new HeldBytes(bytes),
    health: async (signal) => {
      const health = await endpoints.health(signal);
      const isReachable = health.isRunning === false ? null : (breaker.isWorking ?? (await probe.request()));
      return { ...health, circuit: breaker.state, isReachable };
    },
    [Symbol.dispose]: () => {
      for (const part of [probe, own, endpoints, attempts]) part?.[Symbol.dispose]();
    },
  };
}
