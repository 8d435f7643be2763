/**
 * One HTTP exchange with SuperOffice through got, and what it means. All that is known of got is in this file.
 * got is used as a carrier of bytes only: no redirects (it would send SO-AppToken and X-XSRF-TOKEN along to the other host), no
 * retries, no throwing on status, no unbounded bodies.
 */
import type { ClientRequest } from 'node:http';
import type { Socket } from 'node:net';
import { rootCertificates, TLSSocket } from 'node:tls';
import got, { type Got, type Response } from 'got';
import type { SuperOfficeConfig } from '../config/gateway-config.js';
import { UpstreamInvalidResponseError } from '../errors/upstream-errors.js';
import { GatewayError } from '../errors/gateway-error.js';
import type { Clock } from '../observability/clock.js';
import { deadlineWithin } from './deadline.js';
import { abandon, ownSockets, type SocketPools } from './own-sockets.js';
import { failure, outcomeOf, outcomeOfAction, type Outcome, type UpstreamAnswer } from './response-errors.js';
import { readRetryAfterSeconds } from './retry-policy.js';
import { outcomeOfTransportError } from './transport-errors.js';

export interface Exchange {
  /** Operation and id, for the log. */
  readonly call: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON, or empty. */
  readonly body: string;
  /** It changes something: it gets a connection of its own, and a failure after it has left leaves the outcome unknown. */
  readonly isAction: boolean;
  readonly signal: AbortSignal;
  /** Why a well-formed answer cannot be the one that was asked for; null when it can. */
  objectionTo(json: unknown): GatewayError | null;
}

export interface AttemptResult {
  /** false: it was refused on this side, SuperOffice saw nothing of it. */
  readonly isSent: boolean;
  readonly outcome: Outcome;
  /** null: no answer came. */
  readonly status: number | null;
  /** Of the body, decompressed. */
  readonly bytes: number;
}

export interface Transport extends Disposable {
  attempt(exchange: Exchange): Promise<AttemptResult>;
}

const idleSocketMs = 4_000;

function bareGot(config: SuperOfficeConfig, sockets: SocketPools): Got {
  const authorities = config.certificateAuthority;
  return got.extend({
    ...(authorities !== null && { https: { certificateAuthority: [...rootCertificates, authorities] } }),
    agent: { http: sockets.http, https: sockets.https },
    followRedirect: false,
    throwHttpErrors: false,
    retry: { limit: 0 },
    timeout: { connect: config.connectTimeoutMs, secureConnect: config.connectTimeoutMs }, // the attempt's own is a deadline: got's misses answers like 101
    headers: { accept: 'application/json', 'user-agent': 'superoffice-chat-graphql' },
  });
}

/** One-off connections: on one that was kept alive, an action can be lost in the moment in which the server closes it. */
const noPool = { http: false, https: false } as const;

function requestOptions({ headers, body, isAction, signal }: Exchange) {
  const length = { 'content-length': String(Buffer.byteLength(body)) }; // IIS answers 411 to a POST without one
  const type = body === '' ? {} : { 'content-type': 'application/json' };
  return { headers: { ...headers, ...length, ...type }, body, signal, ...(isAction && { agent: noPool }) };
}

function answerOf({ statusCode, headers }: Response, body: Buffer, nowMs: number): UpstreamAnswer {
  return {
    status: statusCode,
    contentType: headers['content-type'],
    retryAfterSeconds: readRetryAfterSeconds(headers['retry-after'], nowMs),
    body,
    isCloseDelimited: headers['content-length'] === undefined && headers['transfer-encoding'] === undefined,
  };
}

/** How far an exchange has come. */
interface Progress {
  request: ClientRequest | null;
  response: Response | null;
  /** A connection stood: from here on SuperOffice may have read the request. */
  hasLeft: boolean;
  /** Of the body, decompressed. */
  bytes: number;
}

function outcomeOfError({ call }: Exchange, error: unknown, { request, response }: Progress): Outcome {
  if (error instanceof GatewayError) return failure(error);
  return outcomeOfTransportError(call, error, {
    hasAnswer: response !== null,
    isOnReusedSocket: request?.reusedSocket === true,
  });
}

function whenConnected(request: ClientRequest, tell: () => void): void {
  const watch = (socket: Socket): void => {
    if (socket.connecting) socket.once(socket instanceof TLSSocket ? 'secureConnect' : 'connect', tell);
    else tell();
  };
  if (request.socket) watch(request.socket);
  else request.once('socket', watch);
}

/** @throws {UpstreamInvalidResponseError} more than the limit came; leaving the loop destroys the stream and its socket */
async function wholeBody(
  stream: AsyncIterable<Buffer>,
  progress: Progress,
  { call, maxBytes }: { readonly call: string; readonly maxBytes: number },
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) {
    progress.bytes += chunk.length;
    if (progress.bytes > maxBytes)
      throw new UpstreamInvalidResponseError(`${call}: the answer is larger than MAX_RESPONSE_BYTES`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

export function gotTransport(config: SuperOfficeConfig, clock: Clock): Transport {
  const sockets = ownSockets({
    keepAlive: true,
    maxSockets: config.maxConcurrency,
    maxFreeSockets: 16,
    timeout: idleSocketMs,
  });
  const client = bareGot(config, sockets);

  async function exchange(asked: Exchange, progress: Progress): Promise<Outcome> {
    const { call, url, objectionTo } = asked;
    const stream = client.stream.post(url, requestOptions(asked));
    stream.once('request', (request: ClientRequest) => {
      progress.request = request;
      whenConnected(request, () => (progress.hasLeft = true));
    });
    stream.once('response', (response: Response) => (progress.response = response));
    const bytes = stream as AsyncIterable<Buffer>; // got types its chunks as any
    const body = await wholeBody(bytes, progress, { call, maxBytes: config.maxResponseBytes });
    if (progress.response === null) throw new UpstreamInvalidResponseError(`${call}: no answer`);
    const outcome = outcomeOf(call, answerOf(progress.response, body, clock.now()));
    const objection = outcome.kind === 'value' ? objectionTo(outcome.value) : null;
    if (objection === null) return outcome;
    if (progress.request?.socket) abandon(progress.request.socket, sockets); // whose answer was that?
    return failure(objection);
  }

  return {
    async attempt(asked) {
      const progress: Progress = { request: null, response: null, hasLeft: false, bytes: 0 };
      const { attemptTimeoutMs, totalTimeoutMs } = config;
      using deadline = deadlineWithin(asked.signal, asked.isAction ? totalTimeoutMs : attemptTimeoutMs, clock);
      const came = await exchange({ ...asked, signal: deadline.signal }, progress).catch((error: unknown) =>
        outcomeOfError(asked, error, progress),
      );
      const outcome = asked.isAction ? outcomeOfAction(asked.call, came, progress.hasLeft) : came;
      return { isSent: true, outcome, status: progress.response?.statusCode ?? null, bytes: progress.bytes };
    },
    [Symbol.dispose]: () => sockets[Symbol.dispose](),
  };
}
