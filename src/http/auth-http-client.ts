/**
 * HTTP client for requests other than API calls: login services, signing keys, the state of a tenant. Each request has one attempt, a
 * deadline, a size limit, no redirects and a connection of its own. Requests and responses contain secrets, so errors keep nothing of them.
 * (API calls use got-transport.)
 */
import got from 'got';
import type { SuperOfficeConfig } from '../config/superoffice-config.js';
import { GatewayError } from '../errors/gateway-error.js';
import {
  noResultWithin,
  UpstreamInvalidResponseError,
  UpstreamTimedOutError,
  UpstreamUnavailableError,
} from '../errors/upstream-errors.js';
import type { Clock } from '../base/clock.js';
import { deadlineWithin } from '../base/deadline.js';
import { nativeSignalOf } from '../base/abort-signal.js';
import type { ConnectionConfig } from './proxy-tunnel.js';
import { agentsFor } from './proxy-agents.js';
import { outcomeOfTransportError } from './transport-errors.js';

export interface AuthRequest {
  /** For the log: `login`, `keys`. */
  readonly name: string;
  readonly url: string;
  /** Default: the request is a GET. */
  readonly post?: { readonly contentType: string; readonly body: string };
}

export interface AuthResponse {
  readonly status: number;
  /** null: the body is not JSON. */
  readonly json: unknown;
}

export interface AuthHttpClient extends Disposable {
  /**
   * @returns the response, with any status below 500
   * @throws {UpstreamUnavailableError} no connection, or a status of 500 or above
   * @throws {UpstreamTimedOutError} no complete response within `attemptTimeoutMs`
   * @throws {UpstreamInvalidResponseError} not HTTP, or more than 256 KiB
   */
  request(request: AuthRequest): Promise<AuthResponse>;
}

export type AuthHttpConfig = ConnectionConfig & Pick<SuperOfficeConfig, 'attemptTimeoutMs'>;

const maxBytes = 262_144;

function clientFor(config: ConnectionConfig) {
  return got.extend({
    followRedirect: false,
    throwHttpErrors: false,
    decompress: false, // only identity is accepted, so there are no decompression bombs
    retry: { limit: 0 },
    agent: agentsFor(config),
    https: { rejectUnauthorized: true },
    headers: { accept: 'application/json', 'accept-encoding': 'identity', 'user-agent': 'superoffice-chat-graphql' },
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // the parser's message quotes the text
  }
}

/** Filled while the response arrives. */
interface Progress {
  status: number | null;
}

function errorOf({ name }: AuthRequest, error: unknown, { status }: Progress): GatewayError {
  if (error instanceof GatewayError) return error;
  const outcome = outcomeOfTransportError(name, error, { hasResponse: status !== null, isOnReusedSocket: false });
  return outcome.kind === 'failure' ? outcome.error : new UpstreamUnavailableError(name);
}

export function authHttpClient(config: AuthHttpConfig, clock: Clock): AuthHttpClient {
  const client = clientFor(config);
  const closing = new AbortController();

  async function textOf({ name, url, post }: AuthRequest, signal: AbortSignal, progress: Progress): Promise<string> {
    const options = post && { method: 'POST' as const, body: post.body, headers: { 'content-type': post.contentType } };
    const stream = client.stream(url, { ...options, signal, timeout: { connect: config.connectTimeoutMs } });
    stream.once('response', ({ statusCode }: { readonly statusCode: number }) => (progress.status = statusCode));
    const chunks: Buffer[] = [];
    let bytes = 0;
    for await (const chunk of stream) {
      chunks.push(Buffer.from(chunk));
      bytes += chunk.length;
      if (bytes > maxBytes)
        throw new UpstreamInvalidResponseError(`${name}: the response is larger than ${maxBytes} bytes`);
    }
    return Buffer.concat(chunks).toString('utf8');
  }

  return {
    async request(request) {
      using deadline = deadlineWithin(closing.signal, {
        limitMs: config.attemptTimeoutMs,
        clock,
        expired: noResultWithin,
      });
      const signal = nativeSignalOf(deadline.signal); // got requires one
      const progress: Progress = { status: null };
      const text = await textOf(request, signal, progress).catch((error: unknown) => {
        throw signal.aborted
          ? new UpstreamTimedOutError(`${request.name}: no response in time`)
          : errorOf(request, error, progress);
      });
      const status = progress.status ?? 0;
      if (status >= 500) throw new UpstreamUnavailableError(`${request.name}: status ${status}`);
      return { status, json: jsonOf(text) };
    },
    [Symbol.dispose]: () => closing.abort(),
  };
}
