/**
 * One HTTP exchange with SuperOffice through got, and what it means. All that is known of got is in this file.
 * got is used as a carrier of bytes only: no redirects (it would send SO-AppToken and X-XSRF-TOKEN along to the other host), no
 * retries, no throwing on status, no unbounded bodies.
 */
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { rootCertificates } from 'node:tls';
import got, { type Got, type Response } from 'got';
import type { SuperOfficeConfig } from '../config/gateway-config.js';
import { UpstreamInvalidResponseError } from '../errors/upstream-errors.js';
import { GatewayError } from '../errors/gateway-error.js';
import type { Clock } from '../observability/clock.js';
import { deadlineWithin } from './deadline.js';
import { failure, outcomeOf, type Outcome, type UpstreamAnswer } from './response-errors.js';
import { readRetryAfterSeconds } from './retry-policy.js';
import { outcomeOfTransportError } from './transport-errors.js';

export interface Exchange {
  /** Operation and id, for the log. */
  readonly call: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
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

function keepAliveAgents(maxConcurrency: number) {
  const options = { keepAlive: true, maxSockets: maxConcurrency, maxFreeSockets: 16, timeout: idleSocketMs };
  return { http: new HttpAgent(options), https: new HttpsAgent(options) };
}

function bareGot(config: SuperOfficeConfig, agent: ReturnType<typeof keepAliveAgents>): Got {
  const authorities = config.certificateAuthority;
  return got.extend({
    ...(authorities !== null && { https: { certificateAuthority: [...rootCertificates, authorities] } }),
    agent,
    followRedirect: false,
    throwHttpErrors: false,
    retry: { limit: 0 },
    timeout: { connect: config.connectTimeoutMs }, // the attempt's own is a deadline: got's misses answers like 101
    // IIS answers 411 to a POST without a length.
    headers: { accept: 'application/json', 'content-length': '0', 'user-agent': 'superoffice-chat-graphql' },
  });
}

function answerOf(response: Response, body: Buffer, nowMs: number): UpstreamAnswer {
  return {
    status: response.statusCode,
    contentType: response.headers['content-type'],
    retryAfterSeconds: readRetryAfterSeconds(response.headers['retry-after'], nowMs),
    body,
  };
}

export function gotTransport(config: SuperOfficeConfig, clock: Clock): Transport {
  const agents = keepAliveAgents(config.maxConcurrency);
  const client = bareGot(config, agents);

  async function exchange({ call, url, headers, signal }: Exchange, progress: Progress): Promise<Outcome> {
    const stream = client.stream.post(url, { headers, signal, body: '' });
    stream.once('response', (response: Response) => (progress.response = response));
    const chunks: Buffer[] = [];
    const bytes = stream as AsyncIterable<Buffer>; // got types its chunks as any
    for await (const chunk of bytes) {
      progress.bytes += chunk.length;
      if (progress.bytes > config.maxResponseBytes) throw tooLarge(call); // leaving the loop destroys the stream and its socket
      chunks.push(chunk);
    }
    if (progress.response === null) throw new UpstreamInvalidResponseError(`${call}: no answer`);
    return outcomeOf(call, answerOf(progress.response, Buffer.concat(chunks), clock.now()));
  }

  return {
    async attempt(request) {
      const progress: Progress = { response: null, bytes: 0 };
      using deadline = deadlineWithin(request.signal, config.attemptTimeoutMs, clock);
      const outcome = await exchange({ ...request, signal: deadline.signal }, progress).catch((error: unknown) =>
        error instanceof GatewayError
          ? failure(error)
          : outcomeOfTransportError(request.call, error, progress.response !== null),
      );
      return { isSent: true, outcome, status: progress.response?.statusCode ?? null, bytes: progress.bytes };
    },
    [Symbol.dispose]() {
      agents.http.destroy();
      agents.https.destroy();
    },
  };
}

interface Progress {
  response: Response | null;
  bytes: number;
}

const tooLarge = (call: string): UpstreamInvalidResponseError =>
  new UpstreamInvalidResponseError(`${call}: the answer is larger than MAX_RESPONSE_BYTES`);
