/**
 * What a failure below HTTP means. Errors of HTTP clients carry the request, some with its bearer token, so only their code is read
 * here, and no error of ours keeps it as a cause.
 */
import {
  UpstreamInvalidResponseError,
  UpstreamTimedOutError,
  UpstreamUnavailableError,
} from '../errors/upstream-errors.js';
import { failure, type Outcome } from './outcome.js';

/** Nothing was answered, or the connection broke: a read may be repeated. */
const repeatable = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_SOCKET', // the other side closed the connection
]);

const timeouts = new Set(['ETIMEDOUT', 'UND_ERR_CONNECT_TIMEOUT', 'ABORT_ERR', 'PROXY_ETIMEDOUT']);

/** A proxy that is not there, or cannot reach SuperOffice, may do so in a moment; one that refuses will refuse again. */
const repeatableProxyFailure = /^PROXY_(E[A-Z]+|STATUS_5\d\d)$/;

const hints: Readonly<Record<string, string>> = {
  ENOTFOUND: ', no such host: is SUPEROFFICE_URL right?',
  PROXY_ENOTFOUND: ', no such proxy: are UPSTREAM_PROXY and HTTPS_PROXY right?',
  PROXY_STATUS_407: ', the proxy wants a user name and password, which belong into its URL',
};

/** What the parser says about bytes that are not HTTP, undici about answers that are not theirs, and zlib about bytes that are not compressed. */
const notHttp = /^(HPE_|UND_ERR_HEADERS_OVERFLOW|UND_ERR_RES_|Z_|ERR__ERROR_FORMAT|ERR_PADDING)/;

/** @returns `unknown` where the error has no code, or one that is no word */
function codeOf(error: unknown): string {
  if (error instanceof Error && error.name === 'HTTPParserError') return 'HPE_'; // undici's: often without a code
  const code: unknown = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
  return typeof code === 'string' && /^[A-Z_a-z0-9]{1,64}$/.test(code) ? code : 'unknown';
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** A socket that broke says so with the name of the system call; a body that merely ended too early does not. */
const isBrokenSocket = (error: unknown): boolean =>
  isObject(error) && ('syscall' in error || ('cause' in error && isObject(error.cause) && 'syscall' in error.cause));

/** How far the exchange had come when it failed. */
export interface FailedExchange {
  /** Headers had arrived: the connection broke inside an answer. */
  readonly hasResponse: boolean;
  /** The connection had been idle: that it has died meanwhile says nothing of SuperOffice. */
  readonly isOnReusedSocket: boolean;
}

export function outcomeOfTransportError(call: string, error: unknown, failed: FailedExchange): Outcome {
  const { hasResponse, isOnReusedSocket } = failed;
  const code = codeOf(error);
  const detail = `${call}: ${code}${hasResponse ? ' inside the response' : ''}${hints[code] ?? ''}`;
  if (timeouts.has(code)) {
    return failure(new UpstreamTimedOutError(detail), { isRepeatable: !hasResponse, isOutage: true });
  }
  if (notHttp.test(code)) return failure(new UpstreamInvalidResponseError(detail), { isOutage: true });
  if (hasResponse && !isBrokenSocket(error)) {
    return failure(new UpstreamInvalidResponseError(detail), { isRepeatable: true, isOutage: true });
  }
  const isRepeatable = hasResponse || repeatable.has(code) || repeatableProxyFailure.test(code);
  return failure(new UpstreamUnavailableError(detail), { isRepeatable, isOutage: hasResponse || !isOnReusedSocket });
}
