/**
 * Calls operations of agents: one process-wide client (connections, queue, circuit), one session per incoming request
 * (credentials, deadline, the first 401). Knows HTTP; operations and carriers are the catalog's business.
 */
import type { SuperOfficeConfig } from '../config/superoffice-config.js';
import type { GatewayError } from '../errors/gateway-error.js';
import { UnauthenticatedError } from '../errors/upstream-errors.js';
import type { Clock } from '../base/clock.js';
import { otherClient } from '../observability/client-label.js';
import type { Logger } from '../observability/logger.js';
import type { GatewayMetrics } from '../observability/metrics.js';
import { requestTrace, type RequestTrace } from '../observability/request-trace.js';
import { SampledCauses } from '../observability/sampled-causes.js';
import { gotTransport, type Transport } from './attempt.js';
import { reportAttempt, type CallUsage, type MadeCall } from './attempt-report.js';
import { ByteBudget, HeldBytes, type CallBytes } from '../http/byte-budget.js';
import type { CallTurn } from '../http/call-rate.js';
import { callMeter } from '../http/calls-per-minute.js';
import { callQueue } from '../http/call-queue.js';
import { callLimits, refusedCall, shortOfMemory } from './call-refusals.js';
import { observedRate } from './observed-rate.js';
import { breakingTransport, type BreakerState } from '../http/circuit-breaker.js';
import type { ForwardedHeaders } from './forwarded-headers.js';
import { deadlineWithin, type Deadline } from '../base/deadline.js';
import type { EndSignal } from '../base/abort-signal.js';
import type { Endpoints, EndpointsHealth } from './endpoints.js';
import type { OwnCredentials } from './credentials/service-credentials.js';
import { reachability } from './reachability.js';
import { repeatedAttempt } from './repeated-attempt.js';
import { retryBudget } from '../http/retry-budget.js';
import { tracedAttempts } from './traced-attempts.js';

/** One operation of an agent, written for the wire. */
export interface AgentCall {
  /** e.g. `Chat` */
  readonly agent: string;
  /** e.g. `GetChatSessionEntity` */
  readonly operation: string;
  /** Of the record that is asked for; names the call in logs. Empty where the operation is about the caller's own. */
  readonly id: string;
  /** The operation's parameters in the query string, as sent; empty where they are in the body. */
  readonly query: string;
  /** The value of `$select`, as sent; left out: everything. */
  readonly select?: string | undefined;
  /** JSON; empty where the operation takes none. */
  readonly body?: string;
  /** It changes something: once it has left it is sent again only elsewhere, after a 421; without a usable answer it is UPSTREAM_OUTCOME_UNKNOWN. */
  readonly isAction?: boolean;
  /** Headers of the caller that are not sent along, in lower case. */
  readonly without?: readonly string[] | undefined;
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
  /** Whose calls these are: no connection serves two. */
  readonly principal: string;
  /** Who pays for them: for fair queueing and for what one caller may make. */
  readonly payer: string;
  /** The operation's deadline, and the client's leaving. */
  readonly signal: EndSignal;
  /** Calls that the whole operation may make, retries not counted. */
  readonly maxCalls: number;
  readonly logger: Logger;
  /** Told of every attempt, retries included. */
  readonly onCall?: ((call: MadeCall) => void) | undefined;
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
  health(signal: EndSignal): Promise<ClientHealth>;
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
  readonly own?: OwnCredentials | null;
}

/** Of a call's time; what has not begun by then could hardly be answered. */
const shareForWaiting = 0.75;

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

/** What all sessions share. */
function sharedParts(options: ClientOptions) {
  const { config, clock, random, metrics, own = null } = options;
  const logState = stateLog(options.logger);
  const transport = breakingTransport(gotTransport(config, clock), {
    config: config.breaker,
    clock,
    onStateChange: (state) => {
      metrics.breakerState.set(breakerFigures[state]);
      logState(state);
    },
  });
  const rate = observedRate(options);
  const queue = callQueue({
    maxInFlight: config.maxConcurrency,
    maxPerPrincipal: config.maxPerPrincipal,
    maxWaiting: config.maxQueued,
    rate,
  });
  const bytes = new ByteBudget(config.maxHeldBytes, config.maxResponseBytes);
  bytes.onRoom = () => queue.startWaiting();
  metrics.heldBytes.readFrom(() => bytes.held);
  const budget = retryBudget(config.retryBudgetPercent, clock);
  const rules = { transport, clock, random, maxRetries: config.maxRetries, retryBudget: budget, own, rate };
  metrics.inFlight.readFrom(() => queue.inFlight);
  metrics.waiting.readFrom(() => queue.waiting);
  return {
    transport,
    queue,
    bytes,
    rules,
    meter: callMeter(config.maxCallsPerMinute, clock),
    failures: new SampledCauses(clock),
  };
}

type Parts = ClientOptions & ReturnType<typeof sharedParts>;

type Attempts = Pick<Transport, 'attempt'>;

/** What a call that has begun goes by. */
interface Begun {
  readonly deadline: Deadline;
  readonly turn: CallTurn;
  readonly transport: Attempts;
  readonly bytes: CallBytes | undefined;
}

const nameOf = ({ operation, id }: AgentCall): string => (id === '' ? operation : `${operation} ${id}`);

/** Below the base URL. */
function pathOf({ agent, operation, query, select }: AgentCall): string {
  const selected = select === undefined ? '' : `$select=${select}`;
  const parameters = query === '' || selected === '' ? `${query}${selected}` : `${query}&${selected}`;
  return parameters === '' ? `Agents/${agent}/${operation}` : `Agents/${agent}/${operation}?${parameters}`;
}

function headersOf({ forwarded: { headers } }: SessionOptions, without: readonly string[] = []): typeof headers {
  if (without.length === 0) return headers;
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !without.includes(name.toLowerCase())));
}

/** The exchange of a call, all attempts alike. */
function exchangeOf(options: SessionOptions, call: AgentCall, bytes: CallBytes | undefined) {
  return {
    call: nameOf(call),
    caller: options.principal,
    headers: headersOf(options, call.without),
    body: call.body ?? '',
    isAction: call.isAction ?? false,
    objectionTo: call.objectionTo,
    hold: bytes && ((count: number) => bytes.arrive(count)),
  };
}

/** All who are told of each attempt. */
const listenersOf = (parts: Parts, options: SessionOptions) => ({
  logger: options.logger,
  level: parts.config.callLogLevel,
  failures: parts.failures,
  usage: options.usage,
  metrics: parts.metrics,
  onCall: options.onCall,
  client: options.client ?? otherClient,
});

const withoutCredentials = ({ hasCredentials }: ForwardedHeaders): UnauthenticatedError | null =>
  hasCredentials ? null : new UnauthenticatedError('the request came without credentials');

function clientSession(parts: Parts, options: SessionOptions): ClientSession {
  const { config, clock, metrics, queue, rules, endpoints } = parts;
  const { forwarded, payer, signal, trace = requestTrace({}) } = options;
  const countCall = callLimits(parts, options);
  const listeners = listenersOf(parts, options);
  let refusal = withoutCredentials(forwarded);

  async function attempts(call: AgentCall, { deadline, turn, transport, bytes }: Begun): Promise<unknown> {
    if (bytes?.isExhausted) throw shortOfMemory(metrics, nameOf(call));
    const endpoint = await endpoints.current(deadline.signal);
    if (refusal) throw refusal; // the first 401 stops what was not sent yet
    const path = pathOf(call);
    const exchange = exchangeOf(options, call, bytes);
    try {
      return await repeatedAttempt(rules, { exchange, path, endpoint, deadline, turn, transport }, (attempt) =>
        reportAttempt({ call, path }, attempt, listeners),
      );
    } catch (error) {
      if (error instanceof UnauthenticatedError) refusal ??= error;
      throw error;
    }
  }

  async function post(call: AgentCall): Promise<unknown> {
    if (refusal) throw refusal;
    const urgency = countCall(call, nameOf(call));
    const traced = tracedAttempts(rules.transport, { trace, place: trace.here(), ...call }); // before anything waits
    const deadline = deadlineWithin(signal, config.totalTimeoutMs, clock);
    const bytes = options.held?.call(call.operation);
    const beginWithinMs = shareForWaiting * config.totalTimeoutMs;
    const wanted = { principal: payer, signal: deadline.signal, room: bytes, urgency, beginWithinMs };
    try {
      return await queue.run(wanted, (turn) => attempts(call, { deadline, turn, transport: traced, bytes }));
    } catch (error) {
      throw refusedCall(metrics, nameOf(call), error);
    } finally {
      bytes?.end();
      deadline[Symbol.dispose]();
    }
  }
  return { post };
}

export function superOfficeClient(options: ClientOptions): SuperOfficeClient {
  const parts = { ...options, ...sharedParts(options) };
  const { transport } = parts;
  const asked = reachability(options);
  return {
    session: (sessionOptions) => clientSession(parts, sessionOptions),
    holdBytes: () => new HeldBytes(parts.bytes),
    health: async (signal) => {
      const place = await options.endpoints.health(signal);
      const isReachable = place.isRunning === false ? null : (transport.isWorking() ?? (await asked.ask()));
      return { ...place, circuit: transport.state(), isReachable };
    },
    [Symbol.dispose]: () => {
      asked[Symbol.dispose]();
      options.own?.[Symbol.dispose]();
      options.endpoints[Symbol.dispose]();
      parts.transport[Symbol.dispose]();
    },
  };
}
