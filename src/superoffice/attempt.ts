/**
 * One HTTP exchange with the chat agent through got, and what it means. All that is known of got on this way is in this file; what
 * has no caller goes by `side-exchange`.
 * got makes the request out of its options; a handler of ours carries it (`carried-answer`), which is a quarter of the work that node's
 * http client makes below got. Nothing follows redirects (they would take SO-AppToken and X-XSRF-TOKEN along to the other host),
 * nothing is retried here, no status throws, no body is unbounded.
 */
import got, { type ExtendOptions, type Got, type Options } from 'got';
import type { SuperOfficeConfig } from '../config/superoffice-config.js';
import { GatewayError } from '../errors/gateway-error.js';
import type { Clock } from '../base/clock.js';
import { carriedAnswer, readableEncodings, type Arrived } from '../http/undici-exchange.js';
import type { EndSignal } from '../base/abort-signal.js';
import { eventLoopTurns } from '../base/event-loop-budget.js';
import { ownConnections, type OwnConnection, type OwnConnections } from '../http/caller-connections.js';
import { failure, outcomeOf, outcomeOfAction, type Outcome, type UpstreamAnswer } from './response-errors.js';
import { readRetryAfterSeconds } from '../http/retry-policy.js';
import { outcomeOfTransportError } from '../http/transport-errors.js';

export interface Exchange {
  /** Operation and id, for the log. */
  readonly call: string;
  /** Whose it is: no connection serves two callers. */
  readonly caller: string;
  readonly url: string;
  /** Default: POST. */
  readonly method?: 'GET';
  readonly headers: Readonly<Record<string, string>>;
  /** JSON, or empty. */
  readonly body: string;
  /** It changes something: it gets a connection of its own, and a failure after it has left leaves the outcome unknown. */
  readonly isAction: boolean;
  readonly signal: EndSignal;
  /** Why a well-formed answer cannot be the one that was asked for; null when it can. */
  objectionTo(json: unknown): GatewayError | null;
  /** Is told of bytes of the answer as they arrive. @returns false: there is no memory for them; default: there is */
  readonly hold?: ((bytes: number) => boolean) | undefined;
}

export interface AttemptResult {
  /** false: it was refused on this side, SuperOffice saw nothing of it. */
  readonly isSent: boolean;
  readonly outcome: Outcome;
  /** null: no answer came. */
  readonly status: number | null;
  /** Of the body, decompressed. */
  readonly bytes: number;
  /** What the other side's clock showed: its Date header. */
  readonly date?: string | undefined;
}

export interface Transport extends Disposable {
  attempt(exchange: Exchange): Promise<AttemptResult>;
}

/** How far an exchange has come. */
interface Progress {
  connection: OwnConnection | null;
  readonly arrived: Arrived;
}

/** What the handler needs beside got's options. */
interface Carrying {
  readonly exchange: Exchange;
  readonly progress: Progress;
}

function answerOf({ status, headers }: Arrived, body: Buffer, nowMs: number): UpstreamAnswer {
  const text = (name: string): string | undefined => headers[name]?.toString();
  return {
    status: status ?? 0,
    contentType: text('content-type'),
    retryAfterSeconds: readRetryAfterSeconds(text('retry-after'), nowMs),
    body,
    isCloseDelimited: headers['content-length'] === undefined && headers['transfer-encoding'] === undefined,
  };
}

function outcomeOfError({ call }: Exchange, error: unknown, { connection, arrived }: Progress): Outcome {
  if (error instanceof GatewayError) return failure(error);
  return outcomeOfTransportError(call, error, {
    hasAnswer: arrived.status !== null,
    isOnReusedSocket: connection?.isReused() === true,
  });
}

type Carry = (options: Options, carrying: Carrying) => Promise<Buffer>;

/**
 * got whose bytes `carry` moves: it answers with the whole body. What all requests have in common is said here and not with each, which got
 * would look over again. `isStream` keeps got from making a promise of its own for each, which would never settle and which nobody waits for.
 */
function carriedGot(carry: Carry): Got {
  const handlers: ExtendOptions['handlers'] = [
    // Where got could not make options of what it was given, it says so itself.
    (options, next) => (options ? (carry(options, options.context['carrying'] as Carrying) as never) : next(options)), // got's types know its own returns only
  ];
  return got.extend({
    handlers,
    followRedirect: false,
    throwHttpErrors: false,
    retry: { limit: 0 },
    isStream: true,
    method: 'POST',
    headers: {
      accept: 'application/json',
      'accept-encoding': readableEncodings,
      'user-agent': 'superoffice-chat-graphql',
    },
  });
}

/** The body, carried. */
function askedThrough(client: Got, { exchange, progress }: Carrying): Promise<Buffer> {
  const { url, method, headers, body } = exchange;
  const type = body === '' ? headers : { ...headers, 'content-type': 'application/json' };
  const options = {
    headers: type,
    context: { carrying: { exchange, progress } satisfies Carrying },
    ...(method && { method }),
  } as const;
  return client(url, options) as unknown as Promise<Buffer>; // what the handler returned
}

const anyBytes = (): boolean => true;

/** What a turn of the event loop takes on, in bytes of answers; each has work beside its bytes that is worth so many. */
const maxBytesPerTurn = 32_768;
const bytesPerAnswer = 2_048;

function carrierOver(connections: OwnConnections, config: SuperOfficeConfig): Carry {
  return ({ url, headers }, { exchange, progress }) => {
    const { call, method, caller, body, isAction, signal, hold = anyBytes } = exchange;
    if (!(url instanceof URL)) throw new TypeError('got has made no URL');
    const { origin, pathname, search } = url;
    const connection = connections.take(origin, isAction ? null : caller);
    progress.connection = connection;
    const request = {
      call,
      method,
      path: `${pathname}${search}`,
      headers: headers as Record<string, string>, // ours, and got's defaults
      body,
      isLast: isAction,
      signal,
      limitMs: isAction ? config.totalTimeoutMs : config.attemptTimeoutMs,
      maxBytes: config.maxResponseBytes,
      hold,
    };
    return carriedAnswer(connection, request, progress.arrived);
  };
}

export function gotTransport(config: SuperOfficeConfig, clock: Clock): Transport {
  const connections = ownConnections(config);
  const client = carriedGot(carrierOver(connections, config));
  const turns = eventLoopTurns(maxBytesPerTurn);

  /** A connection is kept only when its answer is the one that was asked for. */
  function outcomeOfAnswer({ call, objectionTo }: Exchange, { connection, arrived }: Progress, body: Buffer): Outcome {
    const outcome = outcomeOf(call, answerOf(arrived, body, clock.now()));
    const objection = outcome.kind === 'value' ? objectionTo(outcome.value) : null;
    if (objection === null) connection?.keep();
    else connection?.close(); // whose answer was that?
    return objection === null ? outcome : failure(objection);
  }

  async function outcomeOfExchange(exchange: Exchange, progress: Progress): Promise<Outcome> {
    try {
      const body = await askedThrough(client, { exchange, progress });
      const turn = turns.take(bytesPerAnswer + body.length);
      if (turn) await turn; // all that waits for this answer follows it
      return outcomeOfAnswer(exchange, progress, body);
    } catch (error) {
      progress.connection?.close();
      return outcomeOfError(exchange, error, progress);
    }
  }

  return {
    async attempt(exchange) {
      const arrived: Arrived = { status: null, headers: {}, bytes: 0 };
      const progress: Progress = { connection: null, arrived };
      const came = await outcomeOfExchange(exchange, progress);
      const { call, isAction } = exchange;
      const outcome = isAction ? outcomeOfAction(call, came, progress.connection?.hasStood() === true) : came;
      const { status, bytes, headers } = arrived;
      return { isSent: true, outcome, status, bytes, date: headers['date']?.toString() };
    },
    [Symbol.dispose]: () => connections[Symbol.dispose](),
  };
}
