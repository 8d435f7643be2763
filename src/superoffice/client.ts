/**
 * The SuperOffice client: one per tenant (connections, queue, circuit), with one session per incoming request (credentials, deadline, the
 * first 401). call-pipeline sends the calls.
 */
import type { AbortSignalLike } from '../base/abort-signal.js';
import type { Clock } from '../base/clock.js';
import type { SuperOfficeConfig } from '../config/superoffice-config.js';
import { UnauthenticatedError } from '../errors/upstream-errors.js';
import { ByteBudget, HeldBytes, type BytePool } from '../http/byte-budget.js';
import { callQueue } from '../http/call-queue.js';
import { callsPerMinute, type UsageExchange } from '../http/calls-per-minute.js';
import { CircuitBreaker, type BreakerState } from '../http/circuit-breaker.js';
import { retryBudget } from '../http/retry-budget.js';
import { SharedPermits, type PermitSource } from '../http/shared-permits.js';
import { otherClient } from '../observability/client-label.js';
import type { Logger } from '../observability/logger.js';
import type { GatewayMetrics } from '../observability/metrics.js';
import type { RequestTrace } from '../observability/request-trace.js';
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

/** The calls of one incoming request. */
export interface ClientSession {
  /**
   * @returns the JSON of the response; null: SuperOffice has none
   * @throws {GatewayError} every failure, classified
   */
  post(call: AgentCall): Promise<unknown>;
}

export interface SessionOptions {
  readonly forwarded: ForwardedHeaders;
  /** Key of the caller: no connection serves two principals. */
  readonly principal: string;
  /** Key for fair queueing and for the limit of calls per minute. */
  readonly quotaKey: string;
  /** Aborts at the operation's deadline, and when the client disconnects. */
  readonly signal: AbortSignalLike;
  /** Limit of calls of the operation, not counting retries. */
  readonly maxCalls: number;
  readonly logger: Logger;
  /** Called after every attempt, including retries. */
  readonly onCall?: ((call: MeteredCall) => void) | undefined;
  /** Sums up metered calls; default: they are not summed up. */
  readonly usage?: CallUsage | undefined;
  /** Label of the client in metrics; default: other. */
  readonly client?: string | undefined;
  /** The trace of the incoming request; default: no span is recorded. */
  readonly trace?: RequestTrace | null | undefined;
  /** The request's share of the memory budget; default: bytes are not counted. */
  readonly held?: HeldBytes | undefined;
  /** The calls are reads for streams: they come after all others. Default: they are not. */
  readonly isLive?: boolean | undefined;
  /** Called when SuperOffice refuses the credentials. */
  readonly onRefused?: (() => void) | undefined;
}

/** Public health information about the connection to SuperOffice. */
export interface ClientHealth extends EndpointsHealth {
  readonly circuit: BreakerState;
  /** Whether SuperOffice responds: by recent calls or, without any, by an unmetered request; null: the tenant does not run, so none is sent. */
  readonly isReachable: boolean | null;
}

export interface SuperOfficeClient extends Disposable {
  session(options: SessionOptions): ClientSession;
  /** For one request, which has to release the bytes when it ends. */
  holdBytes(): HeldBytes;
  /** Whether calls are sent, as far as earlier ones have shown. */
  circuit(): BreakerState;
  /** Never throws. */
  health(signal: AbortSignalLike): Promise<ClientHealth>;
}

/** Limits that the clients of all replicas share. */
export interface SharedLimits {
  readonly permits: PermitSource;
  readonly usage: UsageExchange;
}

export interface ClientOptions {
  readonly config: SuperOfficeConfig;
  /** Disposed of with the client. */
  readonly endpoints: Endpoints;
  readonly clock: Clock;
  readonly metrics: GatewayMetrics;
  /** For events that concern all requests; default: they are not logged. */
  readonly logger?: Logger | undefined;
  /** From 0 to 1, for the jitter of retries. */
  readonly random: () => number;
  /** The gateway's own credentials, disposed of with the client; default: callers send theirs. */
  readonly own?: GatewayCredentials | null;
  /** The memory that the clients of several tenants share; default: it has no other user. */
  readonly bytePool?: BytePool | undefined;
  /** What replicas share; null: there are no others. */
  readonly replicas?: SharedLimits | null | undefined;
}

const breakerMetricValues: Readonly<Record<BreakerState, number>> = { closed: 0, 'half-open': 1, open: 2 };

/** Logs when the circuit opens, and when it closes again. */
function stateLog(logger: Logger | undefined): (state: BreakerState) => void {
  let wasOpen = false;
  return (state) => {
    const fields = { event: 'circuit', state };
    if (state === 'open') logger?.error(fields, 'Too many calls failed: for a while none are sent to SuperOffice');
    if (state === 'closed' && wasOpen) logger?.info(fields, 'SuperOffice responds again');
    wasOpen = state !== 'closed';
  };
}

function breakerFor({ config, clock, metrics, logger }: ClientOptions): CircuitBreaker {
  const logState = stateLog(logger);
  return new CircuitBreaker({
    config: config.breaker,
    clock,
    onStateChange: (state) => {
      metrics.breakerState.set(breakerMetricValues[state]);
      logState(state);
    },
  });
}

/** What all sessions share. */
function sharedParts(options: ClientOptions): CallParts & { readonly bytes: ByteBudget } {
  const { config, clock, random, metrics, endpoints, own = null, replicas = null } = options;
  const { maxCallsPerSecond } = config;
  const isShared = replicas !== null && maxCallsPerSecond > 0;
  const permits = isShared ? new SharedPermits(replicas.permits, maxCallsPerSecond, clock) : null;
  const rate = observedRate({ ...options, permits });
  const queue = callQueue({
    maxInFlight: config.maxConcurrency,
    maxPerPrincipal: config.maxPerPrincipal,
    maxWaiting: config.maxQueued,
    rate,
  });
  const bytes = new ByteBudget(config.maxHeldBytes, config.maxResponseBytes, options.bytePool);
  bytes.onRoom = () => queue.startWaitingCalls();
  if (permits) permits.onPermits = () => queue.startWaitingCalls();
  metrics.heldBytes.readFrom(() => bytes.held);
  metrics.inFlight.readFrom(() => queue.inFlight);
  metrics.waiting.readFrom(() => queue.waiting);
  return {
    ...{ config, clock, random, metrics, endpoints, own, rate, queue, bytes },
    attempts: attemptsOver(config, clock),
    breaker: breakerFor(options),
    callsPerMinute: callsPerMinute(config.maxCallsPerMinute, clock, replicas?.usage ?? null),
    retryBudget: retryBudget(config.retryBudgetPercent, clock),
  };
}

function clientSession(parts: CallParts, options: SessionOptions, failures: SampledCauses): ClientSession {
  const { forwarded, logger, usage, onCall, client = otherClient, trace = null } = options;
  const { config, metrics } = parts;
  const refusal = forwarded.hasCredentials ? null : new UnauthenticatedError('the request has no credentials');
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
    circuit: () => breaker.state,
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
