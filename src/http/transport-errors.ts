/**
 * Classifies failures below HTTP. Errors of HTTP clients contain the request, some with its bearer token, so only their code is read, and
 * our errors do not keep them as a cause.
 */
import {
  UpstreamInvalidResponseError,
  UpstreamTimedOutError,
  UpstreamUnavailableError,
} from '../errors/upstream-errors.js';
import { failure, type Outcome } from './outcome.js';

/** There was no response, or the connection broke: a read may be retried. */
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

/** An unreachable proxy, or one that cannot reach SuperOffice, may recover soon; a proxy that refuses will refuse again. */
const repeatableProxyFailure = /^PROXY_(E[A-Z]+|STATUS_5\d\d)$/;

const hints: Readonly<Record<string, string>> = {
  ENOTFOUND: ', no such host: is SUPEROFFICE_URL right?',
  PROXY_ENOTFOUND: ', no such proxy: are UPSTREAM_PROXY and HTTPS_PROXY right?',
  PROXY_STATUS_407: ', the proxy requires a user name and password in its URL',
};

/** The parser's codes for bytes that are not HTTP, undici's for responses without a request, zlib's for bytes that are not compressed. */
const notHttp = /^(HPE_|UND_ERR_HEADERS_OVERFLOW|UND_ERR_RES_|Z_|ERR__ERROR_FORMAT|ERR_PADDING)/;

/** @returns `unknown` where the error has no code, or an unusual one */
function codeOf(error: unknown): string {
  if (error instanceof Error && error.name === 'HTTPParserError') return 'HPE_'; // undici's: often without a code
  const code: unknown = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
  return typeof code === 'string' && /^[A-Z_a-z0-9]{1,64}$/.test(code) ? code : 'unknown';
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** The error of a broken socket names the system call; that of a body that ended too early does not. */
const isBrokenSocket = (error: unknown): boolean =>
  isObject(error) && ('syscall' in error || ('cause' in error && isObject(error.cause) && 'syscall' in error.cause));

/** The state of the exchange when it failed. */
export interface FailedExchange {
  /** Headers had arrived: the connection broke inside a response. */
  readonly hasResponse: boolean;
  /** The connection had been idle: the server may have closed it, so this is no sign of an outage. */
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
