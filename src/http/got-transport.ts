/**
 * HTTP requests to one API through got, each on a connection of its caller. got builds the request from its options; our handler sends it
 * with undici (undici-exchange), which takes a quarter of the CPU time of node's HTTP client. The transport does not follow redirects (they
 * would send SO-AppToken and X-XSRF-TOKEN to another host), does not retry, throws for no status, and limits every body.
 */
import got, { type ExtendOptions, type Got, type Options } from 'got';
import type { AbortSignalLike } from '../base/abort-signal.js';
import type { SuperOfficeConfig } from '../config/superoffice-config.js';
import { callerConnections, type CallerConnection, type CallerConnections } from './caller-connections.js';
import { readableEncodings, sendRequest, type ResponseProgress } from './undici-exchange.js';

export interface HttpRequest {
  /** Operation and id, for the log. */
  readonly call: string;
  /** The principal: no connection serves two callers. */
  readonly caller: string;
  readonly origin: string;
  /** With the query. */
  readonly path: string;
  /** Default: POST. */
  readonly method?: 'GET' | 'PATCH' | 'PUT' | 'DELETE' | undefined;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON, a form, or empty. */
  readonly body: string;
  /** Default: application/json. */
  readonly contentType?: string | undefined;
  /** The call changes data: it gets a connection of its own, which is closed afterwards. */
  readonly isAction: boolean;
  /** The call is a read for a stream: its connection stays open for the next one. Default: it is not. */
  readonly isLive?: boolean;
  readonly signal: AbortSignalLike;
  /** Called with the number of bytes that arrived. @returns false: the memory budget has no room. Default: no limit. */
  readonly hold?: ((bytes: number) => boolean) | undefined;
}

/** The state of an exchange. It is filled while the response arrives, so that an incomplete response can be reported too. */
export interface HttpProgress extends ResponseProgress {
  /** null: not acquired yet. The caller of `send` releases or closes it after checking the response. */
  connection: CallerConnection | null;
}

export interface HttpTransport extends Disposable {
  /**
   * @returns the complete body, decompressed; status and headers are in `progress`
   * @throws errors of undici, node and zlib, identified by code (see transport-errors); ABORT_ERR when the signal aborts or the time is over
   * @throws {UpstreamInvalidResponseError} the body is larger than `maxResponseBytes`
   */
  send(request: HttpRequest, progress: HttpProgress): Promise<Buffer>;
}

/** What the handler needs in addition to got's options. */
interface Exchange {
  readonly request: HttpRequest;
  readonly progress: HttpProgress;
}

type SendExchange = (exchange: Exchange, headers: Options['headers']) => Promise<Buffer>;

/**
 * A got instance with the options that all requests share: otherwise got would normalise them for each request. `isStream` prevents got from
 * creating a promise of its own for each request, which would never settle.
 */
function gotThrough(send: SendExchange): Got {
  const handlers: ExtendOptions['handlers'] = [
    // Without options, got could not parse its arguments and reports the error itself.
    (options, next) =>
      options ? (send(options.context['exchange'] as Exchange, options.headers) as never) : next(options), // got's types allow only its own return values
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

const anyBytes = (): boolean => true;

function senderOver(connections: CallerConnections, config: SuperOfficeConfig): SendExchange {
  return ({ request, progress }, headers) => {
    const { call, method, caller, origin, path, body, isAction, signal, hold = anyBytes, isLive = false } = request;
    const connection = connections.acquire(origin, isAction ? null : caller, isLive);
    progress.connection = connection;
    const sent = {
      call,
      method,
      path,
      headers: headers as Record<string, string>, // the request's headers and got's defaults have string values
      body,
      isLast: isAction,
      signal,
      limitMs: isAction ? config.totalTimeoutMs : config.attemptTimeoutMs,
      maxBytes: config.maxResponseBytes,
      hold,
    };
    return sendRequest(connection, sent, progress);
  };
}

export function gotTransport(config: SuperOfficeConfig): HttpTransport {
  const connections = callerConnections(config);
  const client = gotThrough(senderOver(connections, config));
  return {
    send(request, progress) {
      const { origin, path, method, body, contentType = 'application/json', headers: requestHeaders } = request;
      const headers = body === '' ? requestHeaders : { ...requestHeaders, 'content-type': contentType };
      const options = { headers, context: { exchange: { request, progress } }, ...(method && { method }) } as const;
      return client(`${origin}${path}`, options) as unknown as Promise<Buffer>; // got returns the handler's promise
    },
    [Symbol.dispose]: () => connections[Symbol.dispose](),
  };
}
