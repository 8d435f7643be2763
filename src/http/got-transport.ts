/**
 * HTTP requests to one API, each on a connection of its caller. got builds and checks the options of a connection: what is the same for all
 * calls on it. Path and body are of the call, which undici sends (undici-exchange): it takes a quarter of the CPU time of node's HTTP
 * client, and got's options for each call would take 14 % of a small query. The transport does not follow redirects (they
 * would send SO-AppToken and X-XSRF-TOKEN to another host), does not retry, throws for no status, and limits every body.
 */
import got, { type ExtendOptions } from 'got';
import type { AbortSignalLike } from '../base/abort-signal.js';
import type { SuperOfficeConfig } from '../config/superoffice-config.js';
import { callerConnections, type CallerConnection } from './caller-connections.js';
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

type RequestHeaders = Readonly<Record<string, string>>;

/**
 * A got instance with the options that all requests share. Its handler returns the headers of the options that got has built and checked.
 * `isStream` prevents got from creating a promise of its own, which would never settle.
 */
function gotForHeaders(): (origin: string, headers: RequestHeaders) => RequestHeaders {
  const handlers: ExtendOptions['handlers'] = [
    (options?) => {
      if (options) return options.headers as never; // got's types allow only its own return values
      throw new TypeError('got refuses the headers of a call'); // they were checked before
    },
  ];
  const client = got.extend({
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
  return (origin, headers) => client(origin, { headers }) as unknown as RequestHeaders; // what the handler returns
}

/** The headers that got has built for a connection. */
interface Built {
  readonly source: RequestHeaders;
  readonly contentType: string | null;
  readonly headers: RequestHeaders;
}

function isSame(one: RequestHeaders, other: RequestHeaders): boolean {
  if (one === other) return true;
  let count = 0;
  for (const name in one) {
    if (one[name] !== other[name]) return false;
    count += 1;
  }
  return count === Object.keys(other).length;
}

/** Builds the headers by got: once for each connection, so once for the calls of a caller that follow each other. */
function headersBy(build: ReturnType<typeof gotForHeaders>) {
  const built = new WeakMap<CallerConnection, Built>();
  return (connection: CallerConnection, { origin, body, headers, ...request }: HttpRequest): RequestHeaders => {
    const contentType = body === '' ? null : (request.contentType ?? 'application/json');
    const before = built.get(connection);
    if (before?.contentType === contentType && isSame(before.source, headers)) return before.headers;
    const own = build(origin, contentType === null ? headers : { ...headers, 'content-type': contentType });
    built.set(connection, { source: headers, contentType, headers: own });
    return own;
  };
}

const anyBytes = (): boolean => true;

export function gotTransport(config: SuperOfficeConfig): HttpTransport {
  const connections = callerConnections(config);
  const headersOf = headersBy(gotForHeaders());
  return {
    send(request, progress) {
      const { call, method, caller, origin, path, body, isAction, signal, hold = anyBytes, isLive = false } = request;
      const connection = connections.acquire(origin, isAction ? null : caller, isLive);
      progress.connection = connection;
      const sent = {
        ...{ call, method, path, headers: headersOf(connection, request), body, isLast: isAction, signal },
        limitMs: isAction ? config.totalTimeoutMs : config.attemptTimeoutMs,
        maxBytes: config.maxResponseBytes,
        hold,
      };
      return sendRequest(connection, sent, progress);
    },
    [Symbol.dispose]: () => connections[Symbol.dispose](),
  };
}
