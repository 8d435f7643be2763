/**
 * HTTP requests to one API through got, each on a connection of its caller. got makes the request out of its options; a handler of ours
 * sends it (undici-exchange), which is a quarter of the work that node's HTTP client does below got. Nothing follows redirects (they would
 * take SO-AppToken and X-XSRF-TOKEN to the other host), nothing is retried here, no status throws, no body is unbounded.
 */
import got, { type ExtendOptions, type Got, type Options } from 'got';
import type { AbortSignalLike } from '../base/abort-signal.js';
import type { SuperOfficeConfig } from '../config/superoffice-config.js';
import { callerConnections, type CallerConnection, type CallerConnections } from './caller-connections.js';
import { readableEncodings, sendRequest, type ResponseProgress } from './undici-exchange.js';

export interface HttpRequest {
  /** Operation and id, for the log. */
  readonly call: string;
  /** Whose request it is: no connection serves two callers. */
  readonly caller: string;
  readonly origin: string;
  /** With the query. */
  readonly path: string;
  /** Default: POST. */
  readonly method?: 'GET' | undefined;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON, or empty. */
  readonly body: string;
  /** It changes something: it gets a connection of its own, which is closed afterwards. */
  readonly isAction: boolean;
  readonly signal: AbortSignalLike;
  /** Called with the number of bytes that have arrived. @returns false: there is no memory for them; default: there is */
  readonly hold?: ((bytes: number) => boolean) | undefined;
}

/** How far an exchange has come; it is filled while the response arrives, so that a broken one can be reported, too. */
export interface HttpProgress extends ResponseProgress {
  /** null: none was needed yet. Whoever judges the response releases or closes it. */
  connection: CallerConnection | null;
}

export interface HttpTransport extends Disposable {
  /**
   * @returns the whole body, decompressed; status and headers are in `progress`
   * @throws errors of undici, node and zlib, known by their codes (see transport-errors); ABORT_ERR when the signal aborts or the time is over
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
 * got with options that all requests share, which it would normalise for each otherwise. `isStream` keeps got from making a promise of its
 * own for each request, which would never settle.
 */
function gotThrough(send: SendExchange): Got {
  const handlers: ExtendOptions['handlers'] = [
    // Without options got could not read what it was given, and reports that itself.
    (options, next) =>
      options ? (send(options.context['exchange'] as Exchange, options.headers) as never) : next(options), // got's types have its own returns only
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
    const { call, method, caller, origin, path, body, isAction, signal, hold = anyBytes } = request;
    const connection = connections.acquire(origin, isAction ? null : caller);
    progress.connection = connection;
    const sent = {
      call,
      method,
      path,
      headers: headers as Record<string, string>, // ours, and got's defaults
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
      const { origin, path, method, body, headers: given } = request;
      const headers = body === '' ? given : { ...given, 'content-type': 'application/json' };
      const options = { headers, context: { exchange: { request, progress } }, ...(method && { method }) } as const;
      return client(`${origin}${path}`, options) as unknown as Promise<Buffer>; // what the handler returned
    },
    [Symbol.dispose]: () => connections[Symbol.dispose](),
  };
}
